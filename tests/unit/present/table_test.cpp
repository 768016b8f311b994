// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/table.hpp>

#include <random>
#include <sstream>

namespace hearsay::present {
namespace {

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    most = std::max(most, display_width(line));
  }
  return most;
}

TEST(RenderTable, ElasticColumnsGiveWayToTheWidth) {
  const std::string table = render_table({{"what", false, true}, {"n", true}},
                                         {{std::string(100, 'x'), "7"}, {"short", "12"}}, {.width = 40});
  EXPECT_EQ(widest(table), 40U);
  EXPECT_NE(table.find("…   7"), std::string::npos);
}

TEST(RenderTable, TheWidestColumnGivesWayFirst) {
  const std::string table = render_table({{"place", false, true}, {"note", false, true}},
                                         {{"Deir ez-Zor", std::string(200, 'n')}}, {.width = 40});
  EXPECT_NE(table.find("Deir ez-Zor  n"), std::string::npos) << table;
}

TEST(RenderTable, RowsBecomeBlocksWhereColumnsDoNotFit) {
  const std::string table = render_table({{"source", false, true}, {"reports", true}, {"note"}},
                                         {{"The New Arab of London", "21", ""}, {"SANA", "9", "x"}}, {.width = 20});
  EXPECT_EQ(table, "source: The New Arab\n  of London\nreports: 21\n\nsource: SANA\nreports: 9\nnote: x\n");
}

TEST(RenderTable, ACellCannotBreakTheTable) {
  const std::string table = render_table({{"text"}, {"kind"}}, {{"two\nlines\x1b[2J", "place"}}, {.width = 40});
  EXPECT_EQ(table, "text          kind\ntwo lines[2J  place\n");
}

TEST(RenderTable, WideAndRightToLeftCellsKeepTheColumns) {
  const std::string table =
      render_table({{"text"}, {"kind"}}, {{"大马士革", "place"}, {"حلب", "place"}}, {.width = 40});
  EXPECT_EQ(table, "text      kind\n大马士革  place\n\u2068حلب\u2069       place\n");
}

TEST(RenderTable, ColoursAreNotCountedAndEndOnTheirLine) {
  const std::string table =
      render_table({{"s"}, {"note"}}, {{{"denied", Colour::red}, "x"}}, {.width = 20, .colour = true});
  EXPECT_EQ(table, "\x1b[1ms\x1b[0m       \x1b[1mnote\x1b[0m\n\x1b[31mdenied\x1b[0m  x\n");
  const Screen screen{.colour = true};
  EXPECT_EQ(screen.coloured("a\nb\n", Colour::red), "\x1b[31ma\x1b[0m\n\x1b[31mb\x1b[0m\n");
  EXPECT_EQ(Screen{}.coloured("a", Colour::red), "a");
}

TEST(RenderTable, NoLineIsWiderThanAsked) {
  std::mt19937 random(3);
  const std::string_view pieces[] = {"Aleppo ", "漢字", "حلب ", "e\u0301", "\U0001F600", "unbreakable", " ", "7", "\n"};
  for (int i = 0; i < 500; ++i) {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows(random() % 5);
    const std::size_t count = 1 + random() % 8;
    for (std::size_t c = 0; c < count; ++c) {
      columns.push_back({"title", random() % 2 == 0, random() % 2 == 0});
      for (auto& row : rows) {
        std::string text;
        for (std::size_t n = random() % 8; n > 0; --n) {
          text += pieces[random() % std::size(pieces)];
        }
        row.emplace_back(text);
      }
    }
    const std::size_t width = 20 + random() % 180;
    EXPECT_LE(widest(render_table(columns, rows, {.width = width})), width);
  }
}

TEST(CsvLine, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_line({"a", "b,c", "say \"x\"", "two\nlines", ""}), "a,\"b,c\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
}

}  // namespace
}  // namespace hearsay::present
