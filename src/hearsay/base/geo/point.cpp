// SPDX-License-Identifier: Apache-2.0
// Geodesics by GeographicLib.
#include <hearsay/base/geo/point.hpp>

#include <GeographicLib/Geodesic.hpp>

namespace hearsay {

double distance_m(GeoPoint a, GeoPoint b) {
  double metres = 0;
  GeographicLib::Geodesic::WGS84().Inverse(a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, metres);
  return metres;
}

GeoPoint destination(GeoPoint start, double bearing_deg, double distance_m) {
  GeoPoint end;
  GeographicLib::Geodesic::WGS84().Direct(start.lat_deg, start.lon_deg, bearing_deg, distance_m, end.lat_deg,
                                          end.lon_deg);
  return end;
}

double bearing_deg(GeoPoint a, GeoPoint b) {
  double azimuth_a = 0;
  double azimuth_b = 0;
  GeographicLib::Geodesic::WGS84().Inverse(a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, azimuth_a, azimuth_b);
  return azimuth_a < 0 ? azimuth_a + 360 : azimuth_a;
}

}  // namespace hearsay
