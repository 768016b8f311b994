// SPDX-License-Identifier: Apache-2.0
// The ledger of forces: who is reported to be at, to hold, or to bring what to which place, and who says so.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/time/date.hpp>
#include <hearsay/types/comparison.hpp>

namespace hearsay {

/// One actor doing one kind of thing at one place over one stretch of time, as reported. Nothing is added up.
struct PostureEntry {
  std::string place, place_name;  // entity or "", and name; both empty: no place is told
  std::optional<double> lat, lon;
  double radius_km = 0;
  std::string actor, actor_name;  // likewise; both empty: nobody is named
  std::string kind;               // "control", "presence", "reinforce", "deploy", "fortify", "withdraw", "capture"...
  DateRange time;                 // from the first day told to the last
  std::vector<ContestedValue> numbers;    // "24- trucks", each with the claims that say so
  std::vector<std::string> equipment;     // names
  std::vector<std::string> said_by;       // innermost named voices, else outlets; entities or names
  std::vector<std::string> disputed_by;   // who denies it, or says at the same time that another side holds the place
  std::size_t anonymous = 0;              // claims of unnamed voices
  std::size_t planned = 0, possible = 0;  // claims of that status; the rest is asserted or denied
  std::vector<ClaimRef> claims;           // that say so, and that deny it; sorted
};

}  // namespace hearsay
