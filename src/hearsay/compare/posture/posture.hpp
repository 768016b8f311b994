// SPDX-License-Identifier: Apache-2.0
// Claims about forces laid out by place and actor.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <hearsay/types/claim.hpp>
#include <hearsay/types/posture.hpp>

namespace hearsay::compare {

/// A claim with the outlet that published it (entity or name).
struct ToldClaim {
  const Claim* claim = nullptr;
  std::string outlet;
};

/// The ledger of all claims of types STATE (control, presence), MOBILIZE, RETREAT/withdraw and ASSAULT/capture; others
/// are passed over. A claim of several actors stands in an entry for each. Claims of one place, actor and kind that lie
/// more than `gap_days` apart make separate entries. Sorted by place name, place, time, actor, kind; whatever the order
/// given.
std::vector<PostureEntry> posture_of(std::span<const ToldClaim> claims, int gap_days = 45);

}  // namespace hearsay::compare
