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

/// Whether the two cannot be one happening (the same test without the evidence).
bool excludes(const Facts& a, const Facts& b, const MatchLimits& limits);

}  // namespace hearsay::compare
