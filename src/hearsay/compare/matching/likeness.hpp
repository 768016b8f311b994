// SPDX-License-Identifier: Apache-2.0
// How much speaks for two claims being about one happening, and what speaks against it altogether.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <hearsay/compare/limits.hpp>
#include <hearsay/compare/matching/facts.hpp>

namespace hearsay::compare {

struct Likeness {
  double score = 0;
  std::vector<std::string> reasons;  // "12 km apart", "same day", "18 killed in both"
};

/// Empty when the two cannot be one happening: other kinds of act, places that do not reach each other, days apart,
/// movements of forces of different sides.
std::optional<Likeness> likeness_of(const Facts& a, const Facts& b, const MatchLimits& limits);

/// Great-circle distance, half a per cent off at most.
double distance_km(GeoPoint a, GeoPoint b);

/// Days between two ranges, 0 where they touch; open ends reach everywhere.
int gap_days(const DayRange& a, const DayRange& b);

/// "Has halted its operations".
bool is_halt(const Claim& claim);

/// Whether two claims of one report are compared although they share no block: one says of the other's kind that it has
/// halted, that there is no other, that it is unlikely.
bool answers_in_report(const Claim& a, const Claim& b);

/// Whether one says that there is no other base than the one it tells of, and the second that one is being built or is
/// there.
bool tells_only_and_another(const Facts& only, const Facts& another);

/// Whether the two cannot be one happening (the same test without the evidence).
bool excludes(const Facts& a, const Facts& b, const MatchLimits& limits);

}  // namespace hearsay::compare
