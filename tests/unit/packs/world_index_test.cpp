// SPDX-License-Identifier: Apache-2.0
// The index of the world's towns, and what goes into it from GeoNames dumps.
#include <gtest/gtest.h>

#include <hearsay/packs/geonames_import.hpp>
#include <hearsay/packs/world_index.hpp>

namespace hearsay::packs {
namespace {

std::string as_is(std::string_view name) {
  return std::string(name);
}

TEST(WorldIndex, FindsRowsByNameBiggestFirst) {
  const std::vector<Town> towns = {{"Small Ford", "AA", "01", "PPL", 10.5, -20.25, 100, 7, {"ford"}},
                                   {"Ford", "BB", "02", "PPLA", -1.25, 3.5, 9000, 8, {"ford", "fort"}}};
  const auto index = WorldIndex::from_bytes(compile_world_index(towns));
  ASSERT_TRUE(index);
  EXPECT_EQ((*index)->size(), 2U);
  const auto found = (*index)->find("ford");
  ASSERT_EQ(found.size(), 2U);
  const auto first = (*index)->row(found[0]);
  EXPECT_EQ(first.name, "Ford");
  EXPECT_EQ(first.country, "BB");
  EXPECT_EQ(first.division, "02");
  EXPECT_EQ(first.feature, "PPLA");
  EXPECT_DOUBLE_EQ(first.lat_deg, -1.25);
  EXPECT_EQ(first.geonames_id, 8U);
  EXPECT_EQ((*index)->find("fort").size(), 1U);
  EXPECT_TRUE((*index)->find("nowhere").empty());
}

TEST(WorldIndex, OrderOfInputDoesNotMatter) {
  const Town a{"A", "AA", "", "PPL", 1, 1, 5, 1, {"a"}}, b{"B", "AA", "", "PPL", 1, 1, 6, 2, {"b"}};
  const auto ab = WorldIndex::from_bytes(compile_world_index({a, b})),
             ba = WorldIndex::from_bytes(compile_world_index({b, a}));
  ASSERT_TRUE(ab && ba);
  EXPECT_EQ((*ab)->row(0).name, "B");
  EXPECT_EQ((*ba)->row(0).name, "B");
}

TEST(WorldIndex, RefusesWhatIsNone) {
  EXPECT_FALSE(WorldIndex::from_bytes(""));
  EXPECT_FALSE(WorldIndex::from_bytes("HSYWORL1 and so on and so forth"));
  const std::string bytes = compile_world_index({{"A", "AA", "", "PPL", 1, 1, 5, 1, {"a"}}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(WorldIndex::from_bytes(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(WorldIndex::open("/no/such/file"));
}

TEST(GeonamesImport, TakesDumpsAndSpellings) {
  GeonamesImporter importer(as_is);
  importer.take_line(
      "11\tNew Ford\tNew Ford\tNF\t35.5\t38.25\tP\tPPL\tSY\t\t07\t\t\t\t1200\t\t3\tAsia/Damascus\t2020-01-01\r\n");
  importer.take_line("12\tBrook\tBrook\t\t35.5\t38.25\tH\tSTM\tSY\t\t07\t\t\t\t0\t\t3\tAsia/Damascus\t2020-01-01");
  importer.take_line("1\t11\ten\tFord Nova\t\t\t\t\t\t");
  importer.take_line("2\t11\tzh\tother script\t\t\t\t\t\t");
  importer.take_line("3\t99\ten\tUnknown\t\t\t\t\t\t");
  EXPECT_EQ(importer.counts().places, 1U);
  EXPECT_EQ(importer.counts().spellings, 2U);
  EXPECT_EQ(importer.counts().left_out, 3U);
  EXPECT_EQ(importer.counts().broken, 0U);
  std::ostringstream out;
  importer.index().write(out);
  const auto index = WorldIndex::from_bytes(out.str());
  ASSERT_TRUE(index);
  ASSERT_EQ((*index)->find("Ford Nova").size(), 1U);
  EXPECT_EQ((*index)->row(0).population, 1200U);
}

TEST(GeonamesImport, CountsWhatIsBroken) {
  GeonamesImporter importer(as_is);
  importer.take_line("eleven\tA\tA\t\t1\t1\tP\tPPL\tSY\t\t\t\t\t\t0\t\t\t\t");
  importer.take_line("11\tA\tA\t\t91\t1\tP\tPPL\tSY\t\t\t\t\t\t0\t\t\t\t");
  importer.take_line("11\tA\tA\t\tnan\t1\tP\tPPL\tSY\t\t\t\t\t\t0\t\t\t\t");
  importer.take_line("only\tthree\tcells");
  importer.take_line("\xFF\xFE");
  importer.take_line("# a comment");
  importer.take_line("");
  EXPECT_EQ(importer.counts().lines, 5U);
  EXPECT_EQ(importer.counts().broken, 5U);
  EXPECT_EQ(importer.index().size(), 0U);
}

}  // namespace
}  // namespace hearsay::packs
