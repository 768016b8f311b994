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

/// Fields "number" (a toll of one kind each), "actor", "recipient", "place", "time", "status". Only what two speakers
/// tell of one act is contested: one speaker's several numbers are a total with its parts.
///
/// Numbers: ranges that meet are a "range"; ranges that do not are an "update" when they only grow with the day of
/// publication, else a "contradiction". Actors and recipients contradict when no name of one can be a name of the other
/// (an army and its government are one; "rebels" can be any group), recipients only of one toll. Places and days of
/// what happens once (the same toll, a town taken) contradict when they are precise and apart; a province around a town
/// says the same. A denial beside an assertion, a plan or a possibility is a "denial", a plan beside a deed
/// "planned-done", a halt beside movements a "contradiction" of status; "the only base" beside another one is a
/// "denial", what is held unlikely beside what is feared a "likelihood". `facts` sorted by document and claim.
Standing standing_of(std::span<const Facts> facts);

}  // namespace hearsay::compare
