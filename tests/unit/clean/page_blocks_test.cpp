// SPDX-License-Identifier: Apache-2.0
// Blocks of a page, and the way back to its source.
#include <hearsay/clean/detail/page_blocks.hpp>

#include <hearsay/read/read.hpp>

#include <gtest/gtest.h>

namespace hearsay::clean::detail {
namespace {

RawReport page(std::string_view html) {
  read::Reports made = read::parse_reports({"a.html", html});
  return std::move(made.reports.at(0));
}

std::vector<std::string> texts(std::string_view html) {
  std::vector<std::string> out;
  for (const Block& block : find_blocks(page(html).page, {})) {
    out.push_back(block.text);
  }
  return out;
}

TEST(PageBlocks, InlineElementsJoinAndBlocksPart) {
  EXPECT_EQ(texts("<p>One <b>two</b>three</p><p>Four</p><div>five<p>six</p>seven</div>"),
            (std::vector<std::string>{"One twothree", "Four", "five", "six", "seven"}));
}

TEST(PageBlocks, BreaksBehindSentencesPart) {
  EXPECT_EQ(texts("<div>One left.<br>Two stayed<br>in town.</div>"),
            (std::vector<std::string>{"One left.", "Two stayed in town."}));
}

TEST(PageBlocks, LinkDensity) {
  const auto blocks = find_blocks(page("<p><a href=x>abcd</a> efgh</p>").page, {});
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_DOUBLE_EQ(blocks[0].link_density(), 0.5);
}

/// Every run's text is the source's, and every letter that is no entity has a run.
void check_runs(const std::string& html) {
  const RawReport report = page(html);
  for (const Block& block : find_blocks(report.page, {})) {
    std::uint32_t covered = 0;
    std::uint32_t last = 0;
    for (const OffsetRun& run : runs_of(block, report.page, report.text)) {
      EXPECT_GE(run.clean, last);
      last = run.clean + run.length;
      covered += run.length;
      EXPECT_EQ(block.text.substr(run.clean, run.length), report.text.substr(run.raw, run.length)) << html;
    }
    EXPECT_GE(covered + 12, block.text.size()) << html;
  }
}

TEST(PageRuns, EntitiesWhiteSpaceAndCutsAreSteppedOver) {
  check_runs("<p>plain text</p>");
  check_runs("<p>a &amp; b &ldquo;c&rdquo; &#8217;d&#x27; e&nbsp;f</p>");
  check_runs("<p>AT&T and R&D, x &lt y &copy 2017 &unknown; &amp;amp;</p>");
  check_runs("<p>one\r\n   two\r\nthree</p>");
  check_runs("<p>one <!-- cut --> two<script>x()</script> three <b>four</b> five</p>");
  check_runs("<p>\u062D\u0644\u0628 &mdash; caf\u00E9</p>");
  check_runs("<p>1 < 2 and 3 > 2</p>");
}

}  // namespace
}  // namespace hearsay::clean::detail
