// SPDX-License-Identifier: Apache-2.0
// What holds for any report: marks and runs lie inside the text, in order, on code points; the same input, the same
// answer.
#include <hearsay/clean/clean.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

#include <chrono>

#include "support/clean_pack.hpp"
#include "support/code_point_borders.hpp"

namespace hearsay::clean {
namespace {

const Rules& rules() {
  static const Rules made(tests::clean_pack());
  return made;
}

void check(const RawReport& report) {
  const CleanText made = clean_report(report, rules());
  ASSERT_TRUE(is_utf8(made.text));
  if (report.media_type == "text/plain") {
    ASSERT_TRUE(made.text == report.text);
  }
  for (std::size_t i = 0; i < made.marks.size(); ++i) {
    const Mark& mark = made.marks[i];
    ASSERT_LT(mark.span.begin, mark.span.end);
    ASSERT_LE(mark.span.end, made.text.size());
    ASSERT_TRUE(tests::is_border(made.text, mark.span.begin) && tests::is_border(made.text, mark.span.end))
        << report.text;
    ASSERT_TRUE(i == 0 || made.marks[i - 1] < mark);
    for (std::size_t j = 0; j < i; ++j) {
      ASSERT_FALSE(made.marks[j].kind == mark.kind && made.marks[j].span.overlaps(mark.span)) << report.text;
    }
  }
  for (std::size_t i = 0; i < made.to_raw.size(); ++i) {
    const OffsetRun& run = made.to_raw[i];
    ASSERT_EQ(made.text.substr(run.clean, run.length), report.text.substr(run.raw, run.length));
    ASSERT_TRUE(i == 0 || made.to_raw[i - 1].clean + made.to_raw[i - 1].length <= run.clean);
  }
  const CleanText again = clean_report(report, rules());
  ASSERT_TRUE(made.marks == again.marks && made.text == again.text && made.title == again.title);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed) {}
  std::size_t below(std::size_t limit) {
    m_state = m_state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(m_state >> 33U) % limit;
  }

 private:
  std::uint64_t m_state;
};

/// Pieces that rules look at, in any order: that is where spans go wrong, not in letters.
std::string shuffled(Random& random, const std::vector<std::string>& pieces, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += pieces[random.below(pieces.size())];
  }
  return text;
}

TEST(CleanProperty, AnyMixOfPlainPieces) {
  const std::vector<std::string> pieces{"\n",
                                        "\r\n",
                                        " ",
                                        ". ",
                                        "AMMAN: ",
                                        "BEIRUT (AP) \u2014 ",
                                        "2 min read",
                                        "By Rana Kassab",
                                        "16 June 2017",
                                        "Published 3 May 2016 ",
                                        "--Reuters",
                                        "(AFP)",
                                        "\u2026",
                                        "[\u2026]",
                                        "Comment: ",
                                        "See also: ",
                                        "Tags Syria War ",
                                        "Photo courtesy of ",
                                        "The army left the town on Monday. ",
                                        "\u00A0",
                                        "\u201CGo,\u201D he said. ",
                                        "\u062D\u0644\u0628 ",
                                        "\U0001F600",
                                        "A.B/C.D",
                                        "Related News ",
                                        "Get short URL",
                                        "Twitter",
                                        "\u2028",
                                        "- ",
                                        ")",
                                        "(",
                                        "\u0130",
                                        "Read Also"};
  Random random(11);
  for (int round = 0; round < 3000; ++round) {
    RawReport report;
    report.media_type = "text/plain";
    report.title = round % 3 == 0 ? "The army left the town on Monday" : "";
    report.text = shuffled(random, pieces, 1 + random.below(40));
    check(report);
    if (HasFatalFailure()) {
      return;
    }
  }
}

TEST(CleanProperty, AnyMixOfTags) {
  const std::vector<std::string> pieces{
      "<p>",
      "</p>",
      "<div class='article-body'>",
      "</div>",
      "<a href=x>",
      "</a>",
      "<h1>",
      "</h1>",
      "<ul><li>",
      "</ul>",
      "<br>",
      "<b>",
      "</b>",
      "The army left the town on Monday, it said. ",
      "&amp;",
      "&nbsp;",
      "&#8217;",
      "&copy",
      "<!-- x -->",
      "<script>y()</script>",
      "<title>Army leaves</title>",
      "<meta property='og:title' content='Army leaves'>",
      "<table><tr><td>",
      "</table>",
      "\u062D\u0644\u0628 ",
      "\r\n",
      "<figure>",
      "</figure>",
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Army leaves\"}</script>",
      "Share",
      "<",
      ">",
      "&",
      "<form>"};
  Random random(13);
  for (int round = 0; round < 1500; ++round) {
    read::Reports made = read::parse_reports({"a.html", shuffled(random, pieces, 2 + random.below(60))});
    for (const RawReport& report : made.reports) {
      check(report);
    }
    if (HasFatalFailure()) {
      return;
    }
  }
}

TEST(CleanProperty, LongTextsTakeLinearTime) {
  std::string one_line;
  std::string many_lines;
  std::string furniture;
  std::string same_start;
  for (int i = 0; i < 60000; ++i) {
    one_line += "Unit " + std::to_string(i) + " left the town (AFP) on Monday. ";
    many_lines += "Unit " + std::to_string(i) + " left\n";
    furniture += "Share\n2 min read\n";
    same_start += "The army said again on Monday that it had left " + std::to_string(i) + "\n";
  }
  for (const std::string& text : {one_line, many_lines, furniture, same_start, std::string(4U << 20U, 'a'),
                                  std::string(4U << 20U, '('), std::string(2U << 20U, '\n') + "x"}) {
    RawReport report;
    report.media_type = "text/plain";
    report.text = text;
    const auto begin = std::chrono::steady_clock::now();
    clean_report(report, rules());
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 4.0)
        << text.substr(0, 20);
  }
}

}  // namespace
}  // namespace hearsay::clean
