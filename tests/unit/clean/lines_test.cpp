// SPDX-License-Identifier: Apache-2.0
#include <hearsay/clean/detail/lines.hpp>

#include <gtest/gtest.h>

namespace hearsay::clean::detail {
namespace {

std::vector<std::string> line_texts(std::string_view text) {
  std::vector<std::string> texts;
  for (const Line& line : split_lines(text)) {
    texts.emplace_back(text_of(text, line.span));
  }
  return texts;
}

TEST(Lines, EveryLineEndCountsAndBlankLinesAreCounted) {
  EXPECT_EQ(line_texts("a\nb\r\nc\rd\u2028e\u2029f"), (std::vector<std::string>{"a", "b", "c", "d", "e", "f"}));
  const auto lines = split_lines("a\r\n\r\n \r\n\u00A0b\u00A0");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[1].blank_before, 2U);
  EXPECT_EQ(lines[1].span.size(), 1U);
  EXPECT_TRUE(split_lines("\n \n").empty());
}

TEST(Lines, WordsAreFoldedAndKeepTheirPlaces) {
  const std::string text = "Syria\u2019s  \u201CArmy\u201D \u2014 \u00C9cole, 1,200.";
  const auto words = fold_words(text, {0, static_cast<std::uint32_t>(text.size())});
  EXPECT_EQ(join_folded(words), "syrias army \u00E9cole 1200");
  EXPECT_EQ(text_of(text, words[1].span), "\u201CArmy\u201D");
}

TEST(Lines, SentencesEndBehindTheirQuotationMarks) {
  for (const std::string_view text : {"He left.", "\u201CHe left.\u201D", "(He left!)", "He left\u2026", "Why? "}) {
    EXPECT_TRUE(ends_like_sentence(text)) << text;
  }
  for (const std::string_view text : {"Army leaves town", "By Rana Kassab", "", "\u201CRiver\u201D"}) {
    EXPECT_FALSE(ends_like_sentence(text)) << text;
  }
}

TEST(Lines, RoughSentencesCoverTheLine) {
  const std::string text = "He left. \"She stayed.\" They said 3.5 km. nothing more";
  const auto sentences = rough_sentences(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(text_of(text, sentences[1]), "\"She stayed.\"");
  EXPECT_EQ(sentences.back().end, text.size());
}

}  // namespace
}  // namespace hearsay::clean::detail
