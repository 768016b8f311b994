// SPDX-License-Identifier: Apache-2.0
// What must hold of every time phrase and amount, whatever the words: tried over a few thousand made-up texts.
#include <gtest/gtest.h>

#include <random>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/link/quantities/quantities.hpp>
#include <hearsay/link/times/times.hpp>

#include "plain_analysis.hpp"
#include "support/code_point_borders.hpp"

namespace hearsay {
namespace {

/// Words that the grammars have rules for, signs, and a few that they do not know.
const std::vector<std::string>& soup_words() {
  static const std::vector<std::string> k_words = {"the",
                                                   "a",
                                                   "last",
                                                   "next",
                                                   "this",
                                                   "that",
                                                   "same",
                                                   "past",
                                                   "early",
                                                   "late",
                                                   "mid",
                                                   "-",
                                                   "end",
                                                   "of",
                                                   "in",
                                                   "on",
                                                   "since",
                                                   "until",
                                                   "by",
                                                   "between",
                                                   "and",
                                                   "to",
                                                   "from",
                                                   "May",
                                                   "march",
                                                   "August",
                                                   "Sept.",
                                                   "Monday",
                                                   "Tuesdays",
                                                   "Sunday",
                                                   "week",
                                                   "weeks",
                                                   "month",
                                                   "years",
                                                   "day",
                                                   "days",
                                                   "quarter",
                                                   "century",
                                                   "decade",
                                                   "ago",
                                                   "later",
                                                   "earlier",
                                                   "before",
                                                   "2017",
                                                   "1999",
                                                   "12",
                                                   "31",
                                                   "5",
                                                   "0",
                                                   "99999999999999",
                                                   "17:30",
                                                   "10",
                                                   "a.m.",
                                                   "p.m.",
                                                   "GMT",
                                                   "noon",
                                                   "midnight",
                                                   "morning",
                                                   "night",
                                                   "summer",
                                                   "third",
                                                   "first",
                                                   "20th",
                                                   "1990s",
                                                   "'80s",
                                                   "Ramadan",
                                                   "Easter",
                                                   "yesterday",
                                                   "tomorrow",
                                                   "today",
                                                   "tonight",
                                                   "now",
                                                   "recent",
                                                   "daily",
                                                   "every",
                                                   "each",
                                                   "per",
                                                   "hundred",
                                                   "million",
                                                   "dozen",
                                                   "half",
                                                   "several",
                                                   "dozens",
                                                   "at",
                                                   "least",
                                                   "more",
                                                   "than",
                                                   "over",
                                                   "about",
                                                   "up",
                                                   "killed",
                                                   "wounded",
                                                   "soldiers",
                                                   "trucks",
                                                   "km",
                                                   "%",
                                                   "$",
                                                   "+",
                                                   "one",
                                                   "two",
                                                   "twenty",
                                                   "nineteen",
                                                   "ninety-six",
                                                   "no",
                                                   "fewer",
                                                   "BC",
                                                   "year-old",
                                                   "including",
                                                   ":",
                                                   ",",
                                                   ".",
                                                   "(",
                                                   ")",
                                                   "'",
                                                   "\xE2\x80\x93",
                                                   "\xE2\x80\x99s",
                                                   "\xD8\xAD\xD9\x84\xD8\xA8",
                                                   "F-15",
                                                   "1,000",
                                                   "1.5",
                                                   "2/3",
                                                   "3-5",
                                                   "2017-06-14",
                                                   "06/14/2017",
                                                   "will",
                                                   "said",
                                                   "former",
                                                   "period",
                                                   "or",
                                                   "so"};
  return k_words;
}

std::string make_soup(std::mt19937& random) {
  std::string text;
  const auto& words = soup_words();
  const std::size_t length = 1 + random() % 40;
  for (std::size_t i = 0; i < length; ++i) {
    text += words[random() % words.size()];
    text += random() % 8 == 0 ? "" : random() % 15 == 0 ? "\n" : " ";
  }
  return text;
}

class TimeProperties : public testing::Test {
 protected:
  static const link::TimeRules& times() {
    static const link::TimeRules k_rules(tests::language_pack(std::string(HEARSAY_SOURCE_DIR) + "/packs"));
    return k_rules;
  }
  static const link::QuantityRules& quantities() {
    static const link::QuantityRules k_rules(tests::language_pack(std::string(HEARSAY_SOURCE_DIR) + "/packs"));
    return k_rules;
  }
  static CleanText report(const std::string& text, bool dated) {
    CleanText clean;
    clean.text = text;
    if (dated) {
      clean.published = {{parse_iso_day("2017-08-25"), parse_iso_day("2017-08-25")}, DateBasis::given};
    }
    return clean;
  }
};

void expect_ordered(const std::vector<Linked>& mentions, const CleanText& text) {
  std::uint32_t last = 0;
  for (const Linked& mention : mentions) {
    EXPECT_LT(mention.span.begin, mention.span.end) << text.text;
    EXPECT_GE(mention.span.begin, last) << text.text;
    EXPECT_LE(mention.span.end, text.text.size()) << text.text;
    EXPECT_TRUE(tests::is_border(text.text, mention.span.begin) && tests::is_border(text.text, mention.span.end));
    EXPECT_LT(mention.first_token, mention.end_token);
    last = mention.span.end;
  }
}

TEST_F(TimeProperties, SoupGivesOrderedSpansAndOrderedDays) {
  std::mt19937 random(20170825);
  for (int round = 0; round < 3000; ++round) {
    const CleanText text = report(make_soup(random), round % 2 == 0);
    const Analysis analysis = tests::plain_analysis(text.text);
    const auto found = link::find_times(text, analysis, times());
    expect_ordered(found, text);
    for (const Linked& mention : found) {
      ASSERT_TRUE(mention.time);
      const DateRange& range = mention.time->range;
      EXPECT_TRUE(!range.from || !range.to || *range.from <= *range.to) << text.text;
      EXPECT_FALSE(mention.time->value.empty()) << text.text;
    }
  }
}

TEST_F(TimeProperties, SoupGivesAmountsWithMinBelowMaxApartFromTimes) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const CleanText text = report(make_soup(random), true);
    const Analysis analysis = tests::plain_analysis(text.text);
    const auto found_times = link::find_times(text, analysis, times());
    const auto found = link::find_quantities(text, analysis, found_times, quantities());
    expect_ordered(found, text);
    for (const Linked& mention : found) {
      ASSERT_TRUE(mention.quantity);
      const QuantityRef& amount = *mention.quantity;
      EXPECT_TRUE(amount.min || amount.max) << text.text;
      EXPECT_TRUE(!amount.min || !amount.max || *amount.min <= *amount.max)
          << text.text << " | " << text_of(text.text, mention.span);
      for (const Linked& time : found_times) {
        EXPECT_FALSE(time.span.overlaps(mention.span)) << text.text;
      }
    }
  }
}

/// Every exact date that is written out must lie in the days it is resolved to.
TEST_F(TimeProperties, AnIntervalHoldsItsOwnDate) {
  std::mt19937 random(42);
  static const char* k_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
  for (int round = 0; round < 2000; ++round) {
    const Day day{std::chrono::days(static_cast<int>(random() % 50000) - 20000)};
    const std::chrono::year_month_day date(day);
    const std::string written = std::to_string(static_cast<unsigned>(date.day())) + " " +
                                k_months[static_cast<unsigned>(date.month()) - 1] + " " +
                                std::to_string(static_cast<int>(date.year()));
    const CleanText text = report("The town fell on " + written + " at dusk.", round % 2 == 0);
    const auto found = link::find_times(text, tests::plain_analysis(text.text), times());
    ASSERT_FALSE(found.empty()) << text.text;
    EXPECT_EQ(found[0].time->value, to_iso(day));
    EXPECT_TRUE(found[0].time->range.exact() && *found[0].time->range.from == day) << text.text;
  }
}

/// What is resolved at once for a dated report equals what an undated one gives when its date becomes known.
TEST_F(TimeProperties, ResolvingLaterGivesTheSameDays) {
  std::mt19937 random(99);
  const Day published = *parse_iso_day("2017-08-25");
  for (int round = 0; round < 3000; ++round) {
    const std::string soup = make_soup(random);
    const CleanText dated = report(soup, true), undated = report(soup, false);
    const Analysis analysis = tests::plain_analysis(soup);
    const auto now = link::find_times(dated, analysis, times());
    const auto later = link::find_times(undated, analysis, times());
    ASSERT_EQ(now.size(), later.size()) << soup;
    for (std::size_t i = 0; i < now.size(); ++i) {
      EXPECT_EQ(now[i].time->symbolic, later[i].time->symbolic) << soup;
      if (later[i].time->symbolic.empty()) {
        continue;
      }
      const TimeRef resolved = link::resolve_symbolic(*later[i].time, published);
      EXPECT_EQ(resolved.value, now[i].time->value) << soup;
    }
  }
}

TEST_F(TimeProperties, UnreadableOffsetsLeaveTheTimeAsItIs) {
  for (const std::string symbolic :
       {"DCT-", "DCT:WEEKDAY", "DCT:FEAST-9.99.1.1.1", "DCT..DCT", "DCT+3Z", "nonsense", "DCT:"}) {
    TimeRef time;
    time.value = "XXXX";
    time.symbolic = symbolic;
    EXPECT_EQ(link::resolve_symbolic(time, *parse_iso_day("2017-08-25")).value, "XXXX") << symbolic;
  }
}

}  // namespace
}  // namespace hearsay
