// SPDX-License-Identifier: Apache-2.0
// A claim in the making: what each step has found so far.
#pragma once
#include <vector>

#include <hearsay/claims/detail/factuality.hpp>
#include <hearsay/claims/detail/participants.hpp>

namespace hearsay::claims::detail {

struct Draft {
  Trigger trigger;
  const TriggerRule* rule = nullptr;
  Claim claim;
  std::vector<TokenIndex> actor_heads, recipient_heads;
  Factuality factuality;
  std::uint32_t sentence = 0;
  bool own_place = false, own_time = false;
  bool title = false;
  bool anaphor = false;          // "the attack": an event told before
  bool dropped = false;          // merged into another draft, or silent
  std::size_t joined = k_alone;  // the draft that took it in
  static constexpr std::size_t k_alone = static_cast<std::size_t>(-1);
};

using Drafts = std::vector<Draft>;

inline void explain(Claim& claim, std::string stage, std::string detail) {
  claim.why.push_back({std::move(stage), std::move(detail)});
}

}  // namespace hearsay::claims::detail
