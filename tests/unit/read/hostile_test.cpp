// SPDX-License-Identifier: Apache-2.0
// Inputs made to hang or crash a reader. Each must end soon, with a report or a problem.
#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

#include <chrono>

#include "packing.hpp"

namespace hearsay::read {
namespace {

/// Seconds that reading takes; generous limits, since tests also run under sanitizers on busy machines.
double seconds_for(std::string_view name, std::string_view bytes) {
  const auto begin = std::chrono::steady_clock::now();
  const Reports made = parse_reports({std::string(name), bytes});
  EXPECT_EQ(made.reports.size() + made.problems.size(), 1U);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

TEST(Hostile, HundredThousandNestedElements) {
  for (const std::string_view tag : {"<div>", "<span>", "<b>", "<table>", "<table><tr><td>", "<a href=x>",
                                     "<font size=1>", "<svg>", "<ul><li>", "<blink>"}) {
    EXPECT_LT(seconds_for("a.html", repeat(tag, 100000) + "text"), 2.0) << tag;
  }
  EXPECT_LT(seconds_for("a.html", repeat("<div>", 100000) + "text" + repeat("</div>", 100000)), 2.0);
}

TEST(Hostile, FormattingLeftOpenInEveryParagraph) {
  std::string html;
  for (int i = 0; i < 50000; ++i) {
    html += "<p><b id=" + std::to_string(i) + ">x</p>";
  }
  EXPECT_LT(seconds_for("a.html", html), 4.0);
}

TEST(Hostile, OneTagWithAHundredThousandAttributes) {
  std::string html = "<div";
  for (int i = 0; i < 100000; ++i) {
    html += " a" + std::to_string(i);
  }
  EXPECT_LT(seconds_for("a.html", html + ">text</div>"), 2.0);
}

TEST(Hostile, EndTagsWithoutBeginnings) {
  EXPECT_LT(seconds_for("a.html", repeat("</p>", 200000) + "text"), 2.0);
  EXPECT_LT(seconds_for("a.html", repeat("<div>", 300) + repeat("</x></b>", 100000) + "text"), 2.0);
}

TEST(Hostile, UnendingCommentScriptAndTag) {
  EXPECT_LT(seconds_for("a.html", "<p>text" + repeat("<!-- ", 200000)), 2.0);
  EXPECT_LT(seconds_for("a.html", "<p>text" + repeat("<script>", 200000)), 2.0);
  EXPECT_LT(seconds_for("a.html", "<p>text" + repeat("<a href='", 200000)), 2.0);
  EXPECT_LT(seconds_for("a.html", "<p>text" + repeat("</", 400000)), 2.0);
}

TEST(Hostile, OneLineOfFiftyMegabytesIsRefusedAtOnce) {
  const std::string line(50U << 20U, 'a');
  const Reports made = parse_reports({"a.txt", line});
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_NE(made.problems[0].message.find("limit"), std::string::npos);
  EXPECT_LT(seconds_for("a.jsonl", line), 2.0);
  EXPECT_LT(seconds_for("a", line), 2.0);
}

TEST(Hostile, TruncatedArchiveIsNotUsed) {
  const std::string whole = tests::gzip(repeat("The convoy left the town. ", 2000));
  const Reports made = parse_reports({"a.txt.gz", std::string_view(whole).substr(0, whole.size() / 2)});
  EXPECT_TRUE(made.reports.empty());
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_NE(made.problems[0].message.find("ends early"), std::string::npos);
}

TEST(Hostile, RandomBytesUnderEveryName) {
  std::uint64_t state = 7;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (int i = 0; i < 300; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      const auto byte = static_cast<unsigned char>(state >> 56U);
      bytes += static_cast<char>(round % 2 == 0 ? byte : "<>/=\"' !-&;abp\n\x80\xC3{}[]:,"[byte % 27]);
    }
    for (const std::string name : {"a.txt", "a.html", "a.jsonl", "a.json", "a.gz", "a"}) {
      const Reports made = parse_reports({name, bytes});
      EXPECT_GE(made.reports.size() + made.problems.size(), 1U);
    }
  }
}

}  // namespace
}  // namespace hearsay::read
