// SPDX-License-Identifier: Apache-2.0
// Claims about forces laid out by place and actor.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/types/claim.hpp>
#include <hearsay/types/posture.hpp>

namespace hearsay::compare {

/// A claim with the outlet that published it (entity or name).
struct ToldClaim {
  const Claim* claim = nullptr;
  std::string outlet;
};

/// Claims of one actor doing one kind of thing at one place, without a long silence between.
struct PostureGroup {
  std::string kind, actor;  // actor as in LedgerLine
  std::vector<ClaimRef> claims;
};

/// What belongs into the ledger: STATE (control, presence), MOBILIZE, RETREAT/withdraw and ASSAULT/capture.
std::span<const LedgerPart> ledger_parts();

/// Groups of lines of one place; claims of one actor and kind that lie more than `gap_days` apart make separate ones.
/// In order of time, then actor and kind.
std::vector<PostureGroup> groups_of(std::span<const LedgerLine> of_one_place, int gap_days = 45);

/// The entry of a group. `claims` are its claims, in any order.
PostureEntry entry_of(const PostureGroup& group, std::span<const ToldClaim> claims);

/// Two sides said to hold one place at one time dispute each other, unless one voice says it of both: each holds a
/// part. `entries`: of one place.
void dispute_control(std::vector<PostureEntry>& entries);

/// The ledger of all claims that belong into it; others are passed over. A claim of several actors stands in an entry
/// for each. Sorted by place, time, actor, kind; whatever the order given.
std::vector<PostureEntry> posture_of(std::span<const ToldClaim> claims, int gap_days = 45);

}  // namespace hearsay::compare
