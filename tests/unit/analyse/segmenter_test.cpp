// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/analyse/detail/segmenter.hpp>

namespace hearsay::analyse::detail {
namespace {

TEST(WordBorders, CutsCliticsAndLeavesTheRest) {
  const std::vector<std::pair<std::string, std::uint32_t>> cut = {{"don't", 2},   {"Cannot", 3},  {"Syria's", 5},
                                                                  {"rebels'", 6}, {"they’re", 4}, {"U.S.'s", 4},
                                                                  {"rebels’", 6}, {"I'm", 1}};
  for (const auto& [form, border] : cut) {
    EXPECT_EQ(word_borders(form), std::vector<std::uint32_t>{border}) << form;
  }
  for (const std::string form : {"'s", "Idlib", "al-Sha'ar", "O'Brien", "n't", "'", "''", "Ra'"}) {
    EXPECT_TRUE(word_borders(form).empty()) << form;
  }
}

TEST(Regions, LeaveOutWhatIsNotReadAndKeepMarksApart) {
  const std::string text = "A title\nBody goes on\nover lines. End\n\nShare this";
  const std::vector<Mark> marks = {{{0, 7}, MarkKind::title}, {{38, 48}, MarkKind::boilerplate}};
  const auto regions = regions_of(text, marks);
  std::vector<std::string> read;
  for (const Region& region : regions) {
    const std::string piece(text_of(text, region.span));
    if (piece.find_first_not_of("\n ") != std::string::npos) {
      read.push_back(piece);
    }
  }
  EXPECT_EQ(read, (std::vector<std::string>{"A title", "\nBody goes on\nover lines. End"}));
  EXPECT_TRUE(regions.front().marked);
  EXPECT_EQ(regions.front().mark, MarkKind::title);
  EXPECT_FALSE(regions[1].marked);
}

TEST(MaySplit, NeverInsideARunOfLetters) {
  const std::string text = "Ab-حلب3";
  const auto letters = letters_of(text, {0, static_cast<std::uint32_t>(text.size())});
  std::vector<bool> may;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    may.push_back(may_split(letters, i));
  }
  EXPECT_EQ(may, (std::vector<bool>{false, true, true, false, false, true}));
}

}  // namespace
}  // namespace hearsay::analyse::detail
