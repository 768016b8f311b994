// SPDX-License-Identifier: Apache-2.0
// Where the sayings about one happening differ.
#include <hearsay/compare/contradiction/contested.hpp>

#include <algorithm>

#include <hearsay/compare/contradiction/tellers.hpp>

namespace hearsay::compare {

Standing standing_of(std::span<const Facts> facts) {
  Standing standing;
  weigh_numbers(facts, standing);
  weigh_participants(facts, standing);
  weigh_places(facts, standing);
  weigh_times(facts, standing);
  weigh_status(facts, standing);
  std::sort(standing.agree.begin(), standing.agree.end());
  standing.agree.erase(std::unique(standing.agree.begin(), standing.agree.end()), standing.agree.end());
  std::stable_sort(standing.contested.begin(), standing.contested.end(),
                   [](const Contested& a, const Contested& b) { return a.field < b.field; });
  return standing;
}

}  // namespace hearsay::compare
