// SPDX-License-Identifier: Apache-2.0
#include <hearsay/claims/attribution/detail/quotation_marks.hpp>

#include <gtest/gtest.h>

#include <string>

namespace hearsay::claims::attribution {
namespace {

std::vector<std::string> quoted(const std::string& text) {
  std::vector<std::string> words;
  for (const Quotation& q : find_quotations(text)) {
    words.emplace_back(text_of(text, q.inner));
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(QuotationMarks, AllKindsOfMarks) {
  EXPECT_EQ(quoted("He said \"we left\" today."), Words{"we left"});
  EXPECT_EQ(quoted("He said \u201Cwe left\u201D today."), Words{"we left"});
  EXPECT_EQ(quoted("He said \u2018we left\u2019 today."), Words{"we left"});
  EXPECT_EQ(quoted("He said ''we left'' today."), Words{"we left"});
  EXPECT_EQ(quoted("He said \u00ABwe left\u00BB today."), Words{"we left"});
}

TEST(QuotationMarks, ApostrophesAreNoQuotations) {
  EXPECT_EQ(quoted("The army's men and the rebels' guns weren't there."), Words{});
  EXPECT_EQ(quoted("The army\u2019s men weren\u2019t there."), Words{});
}

TEST(QuotationMarks, ApostropheInsideSingleMarks) {
  EXPECT_EQ(quoted("\u2018We don\u2019t know\u2019, he said."), Words{"We don\u2019t know"});
}

TEST(QuotationMarks, InnerMarksBelongToTheOuterQuotation) {
  EXPECT_EQ(quoted("\u201CThey call it a \u2018safe zone\u2019 here,\u201D she said."),
            Words{"They call it a \u2018safe zone\u2019 here,"});
}

TEST(QuotationMarks, TwoInOneParagraph) {
  EXPECT_EQ(quoted("\"We left,\" he said. \"It burned.\""), (Words{"We left,", "It burned."}));
}

TEST(QuotationMarks, OpenQuotationRunsToTheEndOfItsParagraph) {
  const std::string text = "\"We left in the night.\n\"It burned,\" he said.";
  const auto found = find_quotations(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].closed);
  EXPECT_EQ(text_of(text, found[0].inner), "We left in the night.");
  EXPECT_TRUE(found[1].closed);
  EXPECT_TRUE(found[1].at_begin);
  EXPECT_FALSE(found[1].at_end);
}

TEST(QuotationMarks, LoneMarkInsideAParagraphIsPassedOver) {
  EXPECT_EQ(quoted("A 30\" pipe lay there.\nHe said \"no\"."), Words{"no"});
  EXPECT_EQ(quoted("He said \"no and left."), Words{});
}

TEST(QuotationMarks, SpansStayInsideOddText) {
  for (const std::string text : {"", "\"", "\"\"", "\u201C", "''", "'", "\n\"\n", "\" a \"", "\u2018\u2019\u201D"}) {
    for (const Quotation& q : find_quotations(text)) {
      EXPECT_LE(q.span.begin, q.inner.begin);
      EXPECT_LE(q.inner.begin, q.inner.end);
      EXPECT_LE(q.inner.end, q.span.end);
      EXPECT_LE(q.span.end, text.size());
    }
  }
}

}  // namespace
}  // namespace hearsay::claims::attribution
