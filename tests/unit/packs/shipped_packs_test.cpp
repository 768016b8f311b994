// SPDX-License-Identifier: Apache-2.0
// The packs that ship: no problem in any of them, and the size the theatre must have.
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {
namespace {

const Loaded& levant() {
  static const Loaded loaded = load_packs(HEARSAY_SOURCE_DIR "/packs", "levant");
  return loaded;
}

TEST(ShippedPacks, AreSound) {
  std::string found;
  for (const auto& problem : levant().problems) {
    found += to_text(problem) + "\n";
  }
  EXPECT_EQ(found, "");
}

TEST(ShippedPacks, LevantIsLargeEnoughToBeUsed) {
  const auto& pack = levant().pack;
  const auto of_levant = std::count_if(pack.places.begin(), pack.places.end(),
                                       [](const Place& place) { return place.entity.starts_with("levant:"); });
  EXPECT_GE(of_levant, 1500);
  EXPECT_GE(pack.actors.size(), 150u);
  EXPECT_GE(pack.outlets.size(), 60u);
  EXPECT_GE(pack.equipment.size(), 80u);
}

TEST(ShippedPacks, AGovernorateIsNotItsCity) {
  const auto feature_of = [](std::string_view entity) {
    for (const auto& place : levant().pack.places) {
      if (place.entity == entity) {
        return place.feature;
      }
    }
    return std::string();
  };
  EXPECT_EQ(feature_of("levant:place/homs"), "PPLA");
  EXPECT_EQ(feature_of("levant:place/homs-governorate"), "ADM1");
}

}  // namespace
}  // namespace hearsay::packs
