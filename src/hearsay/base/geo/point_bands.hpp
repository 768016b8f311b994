// SPDX-License-Identifier: Apache-2.0
// Points on the earth by bands of latitude, so that those near a spot are found without asking all.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <hearsay/base/geo/point.hpp>

namespace hearsay {

/// Made once of some points, then asked.
class PointBands {
 public:
  explicit PointBands(const std::vector<GeoPoint>& points);

  /// Whether `test(index)` holds of some point, index counting those that were given. Asks every point that lies within
  /// `radius_km` of the centre, and some that lie farther: what counts as near is the test's to say, and the test must
  /// be false beyond `radius_km`. The order of asking is unspecified; the search ends at the first that holds.
  /// Also right across the antimeridian and at the poles. 0 <= radius_km <= 1000.
  template <class Test>
  bool any_near(GeoPoint centre, double radius_km, const Test& test) const {
    const Window window = window_around(centre, radius_km);
    for (std::int32_t band = window.first_band; band <= window.last_band; ++band) {
      auto at = std::lower_bound(m_placed.begin(), m_placed.end(), Placed{band, window.west, 0});
      for (; at != m_placed.end() && at->band == band && at->lon_deg <= window.east; ++at) {
        if (test(at->index)) {
          return true;
        }
      }
    }
    return false;
  }

 private:
  struct Placed {
    std::int32_t band = 0;
    double lon_deg = 0;
    std::uint32_t index = 0;
    auto operator<=>(const Placed&) const = default;
  };
  struct Window {
    std::int32_t first_band = 0, last_band = 0;
    double west = 0, east = 0;
  };
  static Window window_around(GeoPoint centre, double radius_km);

  std::vector<Placed> m_placed;  // sorted
};

}  // namespace hearsay
