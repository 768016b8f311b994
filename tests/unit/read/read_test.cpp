// SPDX-License-Identifier: Apache-2.0
// The front door of read/: one input in, reports and problems out.
#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

#include "packing.hpp"

namespace hearsay::read {
namespace {

RawReport only_report(std::string_view name, std::string_view bytes) {
  Reports made = parse_reports({std::string(name), bytes});
  EXPECT_TRUE(made.problems.empty()) << made.problems.front().message;
  EXPECT_EQ(made.reports.size(), 1U);
  return made.reports.empty() ? RawReport{} : std::move(made.reports.front());
}

std::string only_problem(std::string_view name, std::string_view bytes) {
  const Reports made = parse_reports({std::string(name), bytes});
  EXPECT_TRUE(made.reports.empty());
  EXPECT_EQ(made.problems.size(), 1U);
  return made.problems.empty() ? "" : made.problems.front().message;
}

TEST(Read, PlainTextKeepsEveryByteAndLineEnd) {
  const RawReport report = only_report("folder/convoy.txt", "Line one\r\nLine two \n\nLine three");
  EXPECT_EQ(report.text, "Line one\r\nLine two \n\nLine three");
  EXPECT_EQ(report.id, "convoy");
  EXPECT_EQ(report.source, "folder/convoy.txt");
  EXPECT_EQ(report.media_type, "text/plain");
  EXPECT_EQ(report.charset, "UTF-8");
}

TEST(Read, PackedTextIsTheSameReport) {
  const std::string text = "The convoy left the town at noon.";
  const RawReport plain = only_report("convoy.txt", text);
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"convoy.txt.gz", tests::gzip(text)},
                                    {"convoy.txt.zst", tests::zstd(text)}}) {
    const RawReport report = only_report(name, bytes);
    EXPECT_EQ(report.text, text);
    EXPECT_EQ(report.id, "convoy");
    EXPECT_EQ(to_hex(report.doc), to_hex(plain.doc));
  }
}

TEST(Read, PackingIsToldByTheBytesNotTheName) {
  EXPECT_EQ(only_report("convoy", tests::gzip("A convoy left.")).text, "A convoy left.");
}

TEST(Read, HtmlBecomesAPage) {
  const RawReport report = only_report("a.html", "<html><body><p>A convoy left.</p></body></html>");
  EXPECT_EQ(report.media_type, "text/html");
  EXPECT_FALSE(report.page.nodes.empty());
  EXPECT_EQ(report.text, "<html><body><p>A convoy left.</p></body></html>");
}

TEST(Read, StandardInputIsNamedByItsContent) {
  const RawReport a = only_report("-", "A convoy left.");
  const RawReport b = only_report("-", "Another convoy left.");
  EXPECT_EQ(a.id.size(), 32U);
  EXPECT_NE(a.id, b.id);
  EXPECT_EQ(a.id, only_report("-", "A convoy left.").id);
}

TEST(Read, SameTextUnderTwoNamesIsTwoDocuments) {
  EXPECT_NE(to_hex(only_report("a.txt", "A convoy left.").doc), to_hex(only_report("b.txt", "A convoy left.").doc));
}

TEST(Read, BrokenBytesAreReplacedAndCounted) {
  const RawReport report =
      only_report("a.txt", "The town of Qa\xC3\xADm was \xC3 shelled \xFF twice, the caf\xC3\xA9 too.");
  EXPECT_EQ(report.text, "The town of Qa\u00EDm was \uFFFD shelled \uFFFD twice, the caf\u00E9 too.");
  EXPECT_EQ(report.replaced, 2U);
}

TEST(Read, EmptyAndBlankInputsAreNamed) {
  EXPECT_EQ(only_problem("a.txt", ""), "empty");
  EXPECT_EQ(only_problem("a.txt", " \r\n\t\n"), "empty");
  EXPECT_EQ(only_problem("a.html", ""), "empty");
  EXPECT_EQ(only_problem("a.jsonl", ""), "empty");
}

TEST(Read, PicturesAndProgramsAreNotText) {
  std::string noise;
  for (int i = 0; i < 4000; ++i) {
    noise += static_cast<char>((i * 131 + i / 7 * 29) % 256);
  }
  EXPECT_NE(only_problem("a.txt", noise).find("not text"), std::string::npos);
  EXPECT_NE(only_problem("a.txt", "%PDF-1.4\nstream").find("PDF"), std::string::npos);
}

TEST(Read, LimitsAreNamedInTheMessage) {
  const std::string text(2000, 'a');
  const Reports made = parse_reports({"a.txt", text}, {.max_text_bytes = 1000});
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_EQ(made.problems[0].message, "2000 bytes of text, more than the limit of 1000 for one report");
}

TEST(Read, SameInputGivesTheSameReports) {
  const std::string bytes = "<html><body><p>One.<div><b>Two</p></div>";
  const RawReport a = only_report("a.html", bytes);
  const RawReport b = only_report("a.html", bytes);
  ASSERT_EQ(a.page.nodes.size(), b.page.nodes.size());
  for (std::size_t i = 0; i < a.page.nodes.size(); ++i) {
    EXPECT_EQ(a.page.nodes[i].name, b.page.nodes[i].name);
    EXPECT_EQ(a.page.nodes[i].text, b.page.nodes[i].text);
  }
}

}  // namespace
}  // namespace hearsay::read
