// SPDX-License-Identifier: Apache-2.0
#include <hearsay/clean/detail/phrases.hpp>

#include <gtest/gtest.h>

namespace hearsay::clean::detail {
namespace {

PhraseTable table(const std::string& rows) {
  std::vector<packs::Problem> problems;
  return PhraseTable(packs::parse_table("phrase\tmatch\tkind\tsource\n" + rows, "test.tsv", problems));
}

std::optional<MarkKind> match(const PhraseTable& phrases, std::string_view line) {
  return phrases.match_line(line, fold_words(line, {0, static_cast<std::uint32_t>(line.size())}));
}

TEST(Phrases, NumbersAndGaps) {
  const PhraseTable phrases =
      table("<number> min read\tline\tboilerplate\tx\nposted in * by\tprefix\tboilerplate\tx\n");
  EXPECT_TRUE(match(phrases, "2 Min Read"));
  EXPECT_TRUE(match(phrases, "12 min. read"));
  EXPECT_FALSE(match(phrases, "two min read"));
  EXPECT_FALSE(match(phrases, "2 min read more"));
  EXPECT_TRUE(match(phrases, "Posted in War, News by Rana"));
  EXPECT_FALSE(match(phrases, "Posted in one two three four five six seven by Rana"));
}

TEST(Phrases, WhereInTheLine) {
  const PhraseTable phrases = table(
      "to your inbox\tsuffix\tboilerplate\tx\nphoto "
      "courtesy\thas\tcaption\tx\ncomment:\tlead\tcomment\tx\n[afp]\tclose\tcaption\tx\n");
  EXPECT_EQ(match(phrases, "News to your inbox!"), MarkKind::boilerplate);
  EXPECT_FALSE(match(phrases, "to your inbox came a letter"));
  EXPECT_EQ(match(phrases, "A tank. Photo courtesy of him"), MarkKind::caption);
  EXPECT_EQ(match(phrases, "A tank in the street [AFP]"), MarkKind::caption);
  EXPECT_FALSE(match(phrases, "They told AFP"));
  const std::string comment = "Comment: " + std::string(600, 'x');
  EXPECT_TRUE(phrases.opens_comment(comment, fold_words(comment, {0, 609})));
  EXPECT_FALSE(phrases.opens_comment("Commenting on this", fold_words("Commenting on this", {0, 18})));
}

TEST(Phrases, LongLinesAreProse) {
  const PhraseTable phrases = table("read more\tprefix\tboilerplate\tx\n");
  std::string line = "Read more";
  for (int i = 0; i < 50; ++i) {
    line += " word";
  }
  EXPECT_FALSE(match(phrases, line));
}

TEST(Phrases, RunsAndEnds) {
  const PhraseTable phrases =
      table("Get short URL\trun\tboilerplate\tx\nTwitter\tend\tboilerplate\tx\nRead Also\tend\tboilerplate\tx\n");
  const std::string text = "01.02.2016Get short URL He wrote on Twitter on Monday. Twitter Read Also";
  const auto found = phrases.find_runs(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(text_of(text, found[0].span), "Get short URL");
  EXPECT_EQ(text_of(text, found[1].span), "Read Also");
  EXPECT_EQ(found[2].span.begin, text.rfind("Twitter"));
}

TEST(Phrases, TailsNeedAFullStopAndALongLine) {
  const PhraseTable phrases = table("Related\ttail\tboilerplate\tx\n");
  const std::string body(400, 'x');
  const std::string text = body + " they said. ... 17 Related Army Leaves Town";
  const auto found = phrases.find_runs(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text_of(text, found[0].span), "Related Army Leaves Town");
  const std::string prose = body + " their Related Units left. Relatedness is all.";
  EXPECT_TRUE(phrases.find_runs(prose, {0, static_cast<std::uint32_t>(prose.size())}).empty());
}

}  // namespace
}  // namespace hearsay::clean::detail
