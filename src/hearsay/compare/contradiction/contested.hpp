// SPDX-License-Identifier: Apache-2.0
// Where the sayings about one happening differ, and where they agree. Nothing is averaged, nobody is declared right.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/matching/facts.hpp>

namespace hearsay::compare {

struct Standing {
  std::vector<std::string> agree;    // fields that at least two claims fill, all alike
  std::vector<Contested> contested;  // sorted by field
};

/// Fields "number" (a toll of one kind each), "actor", "recipient", "place", "time", "status".
///
/// Numbers: ranges that meet pairwise are a "range"; ranges that do not are an "update" when they only grow with the
/// day of publication, else a "contradiction". Actors and recipients contradict when two claims name some of different
/// sides (an army and its government are one).
/// Places contradict when both are precise and farther apart than their radii. A denial beside an assertion is a
/// "denial", a plan beside a deed "planned-done". `facts` sorted by document and claim.
Standing standing_of(std::span<const Facts> facts);

}  // namespace hearsay::compare
