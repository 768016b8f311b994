// SPDX-License-Identifier: Apache-2.0
// Points on the earth and the way between them (WGS 84, GeographicLib).
#pragma once

namespace hearsay {

struct GeoPoint {
  double lat_deg = 0, lon_deg = 0;
};

/// Geodesic distance in metres. |lat_deg| <= 90 is the caller's duty.
double distance_m(GeoPoint a, GeoPoint b);

/// The point reached from `start` after `distance_m` metres on initial bearing `bearing_deg` (0 north, 90 east).
GeoPoint destination(GeoPoint start, double bearing_deg, double distance_m);

/// Initial bearing from a to b, degrees in [0, 360).
double bearing_deg(GeoPoint a, GeoPoint b);

}  // namespace hearsay
