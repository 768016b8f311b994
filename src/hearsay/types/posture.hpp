// SPDX-License-Identifier: Apache-2.0
// The ledger of forces: who is reported to be at, to hold, or to bring what to which place, and who says so.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/time/date.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/comparison.hpp>

namespace hearsay {

/// A claim under its heading of the ledger, for grouping without reading the claim. Names and entities as in a cell of
/// the store: `place_name` in lower case, `place` an entity or "", `actor` an entity, else a name in lower case, or "".
struct LedgerLine {
  std::string place_name, place, actor;
  std::string type, mode;
  DateRange time;  // an open end stands at the known one
  ClaimRef claim;
};

/// A kind of act of the ledger; an empty mode stands for all of the type.
struct LedgerPart {
  std::string_view type, mode;
};

/// The lines of a claim: one for each actor, one for nobody where no actor is named.
std::vector<LedgerLine> ledger_lines(const Claim& claim);

/// The days of a claim with an open end at the known one; both empty where there is no time.
DateRange known_ends(const Claim& claim);

/// One actor doing one kind of thing at one place over one stretch of time, as reported. Nothing is added up.
struct PostureEntry {
  std::string place, place_name;  // entity or "", and name; both empty: no place is told
  std::optional<double> lat, lon;
  double radius_km = 0;
  std::string actor, actor_name;  // likewise; both empty: nobody is named
  std::string kind;               // "control", "presence", "reinforce", "deploy", "fortify", "withdraw", "capture"...
  DateRange time;                 // from the first day told to the last
  std::vector<ContestedValue> numbers;      // "24- trucks", each with the claims that say so
  std::vector<ContestedValue> origins;      // from where: names of places, likewise
  std::vector<ContestedValue> ways;         // names of places, "by air", likewise
  std::vector<std::string> equipment;       // names
  std::vector<ContestedValue> said_by;      // innermost named voices, else outlets; entities or names
  std::vector<ContestedValue> disputed_by;  // who denies it, or says at the same time that another side holds the place
  std::size_t anonymous = 0;                // claims of unnamed voices
  std::size_t planned = 0, possible = 0;    // claims of that status; the rest is asserted or denied
  std::vector<ClaimRef> claims;             // that say so, and that deny it; sorted
};

}  // namespace hearsay
