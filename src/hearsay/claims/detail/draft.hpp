// SPDX-License-Identifier: Apache-2.0
// A claim in the making: what each step has found so far.
#pragma once
#include <algorithm>
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

/// Drafts [first, last).
struct DraftRange {
  std::size_t first = 0, last = 0;
};

/// The drafts of one sentence. They come in text order, so those of a sentence lie together.
inline DraftRange drafts_of(const Drafts& drafts, std::uint32_t sentence) {
  const auto first =
      std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& one) { return one.sentence < sentence; });
  const auto last =
      std::partition_point(first, drafts.end(), [&](const Draft& one) { return one.sentence == sentence; });
  return {static_cast<std::size_t>(first - drafts.begin()), static_cast<std::size_t>(last - drafts.begin())};
}

inline void explain(Claim& claim, std::string stage, std::string detail) {
  claim.why.push_back({std::move(stage), std::move(detail)});
}

}  // namespace hearsay::claims::detail
