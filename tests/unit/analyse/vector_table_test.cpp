// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/vector_table.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {
namespace {

std::map<std::uint64_t, std::vector<float>> vectors() {
  std::map<std::uint64_t, std::vector<float>> out;
  for (std::uint64_t i = 0; i < 500; ++i) {
    out[mix(i + 1)] = {static_cast<float>(i), -static_cast<float>(i) / 2, 1.0F};
  }
  return out;
}

TEST(VectorTable, GivesBackEveryVectorRounded) {
  const std::string bytes = VectorTable::pack(3, vectors());
  const VectorTable table(bytes);
  EXPECT_EQ(table.width(), 3U);
  for (const auto& [key, vector] : vectors()) {
    std::vector<float> found(3);
    ASSERT_TRUE(table.add(key, found.data()));
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(found[i], vector[i], 500.0F / 250.0F);
    }
  }
}

TEST(VectorTable, AddsToWhatIsThereAndKnowsWhatItHasNot) {
  const std::string bytes = VectorTable::pack(2, {{mix(7), {1.0F, -1.0F}}});
  const VectorTable table(bytes);
  std::vector<float> sum = {10.0F, 10.0F};
  EXPECT_TRUE(table.add(mix(7), sum.data()));
  EXPECT_NEAR(sum[0], 11.0F, 1e-3F);
  EXPECT_NEAR(sum[1], 9.0F, 1e-3F);
  EXPECT_FALSE(table.add(mix(8), sum.data()));
}

TEST(VectorTable, RefusesAnotherSizeThanItsHeadSays) {
  const std::string bytes = VectorTable::pack(3, vectors());
  EXPECT_THROW(VectorTable(std::string_view(bytes).substr(0, bytes.size() - 1)), Fatal);
  EXPECT_THROW(VectorTable(std::string_view(bytes).substr(0, 8)), Fatal);
  std::string wider = bytes;
  wider[8] = 4;
  EXPECT_THROW(VectorTable{wider}, Fatal);
}

}  // namespace
}  // namespace hearsay::analyse::detail
