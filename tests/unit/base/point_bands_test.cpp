// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include <hearsay/base/geo/point_bands.hpp>

namespace hearsay {
namespace {

/// Half of the points lie around the centre, the others anywhere.
std::vector<GeoPoint> made_points(GeoPoint centre, std::mt19937& random) {
  std::uniform_real_distribution<double> around(-4, 4), lat(-90, 90), lon(-180, 180);
  std::vector<GeoPoint> points;
  for (int i = 0; i < 200; ++i) {
    const double east = centre.lon_deg + around(random);
    points.push_back({std::clamp(centre.lat_deg + around(random), -90.0, 90.0), east > 180    ? east - 360
                                                                                : east < -180 ? east + 360
                                                                                              : east});
    points.push_back({lat(random), lon(random)});
  }
  return points;
}

TEST(PointBands, AsksAllThatLieWithinTheRadius) {
  std::mt19937 random(5);
  for (const GeoPoint centre : {GeoPoint{33.5, 36.3}, GeoPoint{0, 179.9}, GeoPoint{-17, -179.5}, GeoPoint{89.2, 10},
                                GeoPoint{-86.9, 100}, GeoPoint{71, -25}, GeoPoint{1.5, 0}}) {
    for (const double radius_km : {0.0, 20.0, 150.0, 900.0}) {
      const auto points = made_points(centre, random);
      std::vector<bool> asked(points.size(), false);
      const auto ask = [&](std::uint32_t index) {
        asked[index] = true;
        return false;
      };
      EXPECT_FALSE(PointBands(points).any_near(centre, radius_km, ask));
      for (std::size_t i = 0; i < points.size(); ++i) {
        EXPECT_TRUE(asked[i] || distance_m(centre, points[i]) > radius_km * 1000)
            << points[i].lat_deg << " " << points[i].lon_deg << " from " << centre.lat_deg << " " << centre.lon_deg;
      }
    }
  }
}

TEST(PointBands, LeavesOutWhatLiesFar) {
  const PointBands bands({{33.5, 36.3}, {40, -100}, {33.5, -100}, {-33.5, 36.3}});
  std::vector<std::uint32_t> asked;
  EXPECT_FALSE(bands.any_near({33.6, 36}, 150, [&](std::uint32_t index) {
    asked.push_back(index);
    return false;
  }));
  EXPECT_EQ(asked, std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace hearsay
