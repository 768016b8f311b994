// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/present/cli/table.hpp>

#include <sstream>

namespace hearsay::present {
namespace {

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("حلب"), 3U);
  EXPECT_EQ(display_width("e\u0301"), 1U);  // a combining accent takes no column
  EXPECT_EQ(display_width("漢"), 2U);
}

TEST(Fit, CutsOnCodePointsAndSaysSo) {
  EXPECT_EQ(fit("Deir ez-Zor", 11), "Deir ez-Zor");
  EXPECT_EQ(fit("Deir ez-Zor", 6), "Deir …");
  EXPECT_EQ(fit("حلب حلب", 4), "حلب…");
}

TEST(Wrap, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(wrap("one two  three", 9, 2), "  one two\n  three");
  EXPECT_EQ(wrap("unbreakablelongword", 5, 1), " unbreakablelongword");
}

TEST(RenderTable, ElasticColumnsGiveWayToTheWidth) {
  const std::string table =
      render_table({{"what", false, true}, {"n", true}}, {{std::string(100, 'x'), "7"}, {"short", "12"}}, 40);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(display_width(line), 40U);
  }
  EXPECT_NE(table.find("…   7"), std::string::npos);
}

TEST(CsvLine, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_line({"a", "b,c", "say \"x\"", "two\nlines", ""}), "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
}

}  // namespace
}  // namespace hearsay::present
