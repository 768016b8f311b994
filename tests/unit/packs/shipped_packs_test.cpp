// SPDX-License-Identifier: Apache-2.0
// The packs that ship: no problem in any of them, and the size the theatre must have.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {
namespace {

const Loaded& levant() {
  static const Loaded loaded = load_packs(HEARSAY_SOURCE_DIR "/packs", "levant");
  return loaded;
}

TEST(ShippedPacks, LevantHasNoProblemOfItsOwn) {
  std::string found;
  for (const auto& problem : levant().problems) {
    if (problem.path.starts_with("levant/") && problem.path != "levant/pack.toml") {
      found += to_text(problem) + "\n";
    }
  }
  EXPECT_EQ(found, "");
}

TEST(ShippedPacks, LevantIsLargeEnoughToBeUsed) {
  const auto& pack = levant().pack;
  EXPECT_GE(pack.places.size(), 300u);
  EXPECT_GE(pack.actors.size(), 150u);
}

}  // namespace
}  // namespace hearsay::packs
