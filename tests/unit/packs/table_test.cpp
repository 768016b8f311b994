// SPDX-License-Identifier: Apache-2.0
// Bytes to tables: comments, line ends, and rows of the wrong length.
#include <gtest/gtest.h>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {
namespace {

std::vector<std::string> texts(const std::vector<Problem>& problems) {
  std::vector<std::string> found;
  for (const auto& problem : problems) {
    found.push_back(to_text(problem));
  }
  return found;
}

TEST(ParseTable, SkipsCommentsAndKeepsLineNumbers) {
  std::vector<Problem> problems;
  const auto table = parse_table("# words\n\nword\tkind\r\n# verbs\nsay\tverb\r\n", "x/words.tsv", problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(table.rows.size(), 1u);
  EXPECT_EQ(table.rows[0].line, 5u);
  EXPECT_EQ(table.cell(table.rows[0], "kind"), "verb");
  EXPECT_EQ(table.cell(table.rows[0], "colour"), "");
}

TEST(ParseTable, TakesAByteOrderMarkAndALastLineWithoutNewline) {
  std::vector<Problem> problems;
  const auto table = parse_table("\xEF\xBB\xBFword\nsay", "x/words.tsv", problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(table.columns, std::vector<std::string>{"word"});
  EXPECT_EQ(table.rows.size(), 1u);
}

TEST(ParseTable, NamesRowsOfTheWrongLengthAndKeepsThemUsable) {
  std::vector<Problem> problems;
  const auto table = parse_table("a\tb\n1\n1\t2\t3\n", "x/t.tsv", problems);
  EXPECT_EQ(texts(problems), (std::vector<std::string>{"x/t.tsv:2: 1 cells, but the header has 2 columns",
                                                       "x/t.tsv:3: 3 cells, but the header has 2 columns"}));
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].cells.size(), 2u);
  EXPECT_EQ(table.rows[1].cells.size(), 2u);
}

TEST(ParseTable, NamesEveryLineThatIsNotUtf8) {
  std::vector<Problem> problems;
  const auto table = parse_table("a\nfine\nb\xFF\nc\xC3\n", "x/t.tsv", problems);
  EXPECT_EQ(texts(problems), (std::vector<std::string>{"x/t.tsv:3: is not UTF-8", "x/t.tsv:4: is not UTF-8"}));
  EXPECT_TRUE(table.rows.empty());
}

TEST(ParseTable, AnEmptyFileHasNoHeader) {
  std::vector<Problem> problems;
  parse_table("", "x/t.tsv", problems);
  EXPECT_EQ(texts(problems), std::vector<std::string>{"x/t.tsv: has no header row"});
}

}  // namespace
}  // namespace hearsay::packs
