// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/geo/point_bands.hpp>

#include <numbers>

namespace hearsay {

namespace {

constexpr double k_band_deg = 1.5;
constexpr double k_km_a_degree = 110;  // the least a degree of latitude has on WGS 84 is 110.57
constexpr double k_polar_deg = 88;     // nearer to a pole all longitudes are asked

std::int32_t band_of(double lat_deg) {
  return static_cast<std::int32_t>(std::floor(lat_deg / k_band_deg));
}

}  // namespace

PointBands::PointBands(const std::vector<GeoPoint>& points) {
  m_placed.reserve(points.size());
  for (const GeoPoint& point : points) {
    m_placed.push_back({band_of(point.lat_deg), point.lon_deg, static_cast<std::uint32_t>(m_placed.size())});
  }
  std::sort(m_placed.begin(), m_placed.end());
}

PointBands::Window PointBands::window_around(GeoPoint centre, double radius_km) {
  constexpr double k_anywhere = 1000;
  const double reach_deg = radius_km / k_km_a_degree;
  const double farthest_lat = std::abs(centre.lat_deg) + reach_deg;
  Window window{band_of(centre.lat_deg - reach_deg), band_of(centre.lat_deg + reach_deg), -k_anywhere, k_anywhere};
  if (farthest_lat < k_polar_deg) {
    const double half = reach_deg / std::cos(farthest_lat * std::numbers::pi / 180);
    const double west = centre.lon_deg - half, east = centre.lon_deg + half;
    if (west > -180 && east < 180) {
      window.west = west;
      window.east = east;
    }
  }
  return window;
}

}  // namespace hearsay
