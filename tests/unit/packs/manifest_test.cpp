// SPDX-License-Identifier: Apache-2.0
// pack.toml: what is read, and how its faults are told.
#include <gtest/gtest.h>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {
namespace {

TEST(ParseManifest, ReadsEveryKey) {
  std::vector<Problem> problems;
  const auto manifest = parse_manifest(
      "id = \"x\"\nversion = \"1.0.0\"\nlicence = \"CC0-1.0\"\nneeds = [\"lang-en\"]\ntitle = \"X\"\n"
      "time_zone = \"Asia/Amman\"\nbounding_box = [29, 34.5, 33, 39.0]\n",
      "x/pack.toml", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(manifest.id, "x");
  EXPECT_EQ(manifest.needs, std::vector<std::string>{"lang-en"});
  EXPECT_EQ(manifest.time_zone, "Asia/Amman");
  ASSERT_TRUE(manifest.bounding_box);
  EXPECT_DOUBLE_EQ(manifest.bounding_box->south_deg, 29);
  EXPECT_DOUBLE_EQ(manifest.bounding_box->west_deg, 34.5);
}

TEST(ParseManifest, TellsTheLineOfASyntaxError) {
  std::vector<Problem> problems;
  parse_manifest("id = \"x\"\nversion = \n", "x/pack.toml", problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].line, 2u);
}

TEST(ParseManifest, RefusesBytesThatAreNotUtf8) {
  std::vector<Problem> problems;
  parse_manifest("id = \"\xFF\"\n", "x/pack.toml", problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(to_text(problems[0]), "x/pack.toml: is not UTF-8");
}

TEST(ParseManifest, ADeepNestIsRefusedNotFollowed) {
  std::vector<Problem> problems;
  parse_manifest("needs = " + std::string(1'000'000, '['), "x/pack.toml", problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(to_text(problems[0]), "x/pack.toml: nests brackets too deeply");
}

}  // namespace
}  // namespace hearsay::packs
