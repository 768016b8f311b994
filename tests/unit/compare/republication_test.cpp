// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <deque>

#include <hearsay/compare/compare.hpp>

namespace hearsay::compare {
namespace {

const std::string k_strike =
    "Warplanes hit the vegetable market of Kafr Zeita on Sunday morning, killing eleven people and wounding dozens, "
    "rescue workers said. The town lies on the road to the front line and has changed hands twice this year. ";
const std::string k_quote =
    "\"We will not leave this road to anyone until the last of our men has come back from the other side\"";
const std::string k_talks =
    "Delegates arrived in the capital for another round of talks that nobody expects to bring a truce before winter "
    "sets in. "
    "The envoy met both sides apart and spoke of small steps. ";
const std::string k_menu =
    "Home News Opinion Weather Sport Video Subscribe to our daily briefing and never miss a story ";

class Republications : public testing::Test {
 protected:
  CleanText& add(const std::string& id, const std::string& text, const std::string& outlet, const std::string& day = "",
                 std::vector<std::string> credited = {}) {
    CleanText& clean = m_texts.emplace_back();
    clean.id = id;
    clean.text = text;
    clean.text_id = hash_bytes(text);
    const auto date = parse_iso_day(day);
    clean.published.range = {date, date};
    m_reports.push_back({&clean, {}, outlet, std::move(credited)});
    return clean;
  }
  std::vector<Republication> found() const { return compare_reports(m_reports).republications; }

  std::deque<CleanText> m_texts;
  std::vector<Report> m_reports;
};

TEST_F(Republications, a_whole_copy_is_identical_and_the_earlier_date_the_source) {
  add("b", k_strike, "One", "2017-04-02");
  add("a", "WARPLANES hit" + k_strike.substr(13), "Two", "2017-04-03");
  ASSERT_EQ(found().size(), 1u);
  const Republication copy = found()[0];
  EXPECT_EQ(copy.kind, Reuse::identical);
  EXPECT_EQ(copy.from, "b");
  EXPECT_EQ(copy.to, "a");
  EXPECT_TRUE(copy.directed);
  EXPECT_DOUBLE_EQ(copy.coverage, 1.0);
}

TEST_F(Republications, without_dates_or_credits_there_is_no_direction) {
  add("b", k_strike, "One", "2017-04-02");
  add("a", k_strike, "Two", "2017-04-02");
  EXPECT_FALSE(found()[0].directed);
  EXPECT_EQ(found()[0].from, "a");
}

TEST_F(Republications, a_credit_tells_the_direction_against_the_dates) {
  add("a", k_strike, "Paper", "2017-04-02", {"Agency"});
  add("b", k_strike, "Agency", "2017-04-03");
  EXPECT_EQ(found()[0].from, "b");
  EXPECT_EQ(found()[0].wire, "Agency");
  EXPECT_TRUE(found()[0].directed);
}

TEST_F(Republications, half_of_the_shorter_text_is_republished_with_the_passage_in_both) {
  add("a", k_strike + k_talks, "One");
  add("b", "Our correspondent writes: " + k_strike + "He adds that the market was rebuilt by evening.", "Two");
  ASSERT_EQ(found().size(), 1u);
  const Republication copy = found()[0];
  EXPECT_EQ(copy.kind, Reuse::republished);
  ASSERT_EQ(copy.passages.size(), 1u);
  EXPECT_EQ(text_of(m_texts[0].text, copy.passages[0].in_from), k_strike.substr(0, k_strike.size() - 2));
  EXPECT_EQ(text_of(m_texts[1].text, copy.passages[0].in_to), k_strike.substr(0, k_strike.size() - 2));
}

TEST_F(Republications, a_paragraph_of_one_agency_is_same_wire) {
  add("a", k_strike + k_talks + k_talks.substr(10) + "Nothing else was said that day by the men at the gate.", "One",
      "", {"Agency"});
  add("b",
      "An own account of it all, told from the other bank of the river, where the shelling could be heard at night and "
      "the families slept in cellars until the morning came and the planes were gone for good, as they hoped. " +
          k_strike + "Later the road was shut by the men of the fourth company and nobody was let through until noon.",
      "Two", "", {"Agency"});
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].kind, Reuse::same_wire);
  EXPECT_EQ(found()[0].wire, "Agency");
}

TEST_F(Republications, a_shared_quotation_is_no_republication) {
  add("a",
      "The commander spoke to reporters at the crossing after the exchange. " + k_quote +
          " he said, and went back to his post.",
      "One");
  add("b",
      "Nobody else came out that evening. " + k_quote +
          " the commander of the brigade told the agency by telephone from there.",
      "Two");
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].kind, Reuse::quotation);
}

TEST_F(Republications, a_menu_on_every_page_of_an_outlet_is_none) {
  const std::vector<std::string> stories = {k_strike,
                                            k_talks,
                                            "A bridge fell.",
                                            "Rain is due in the east by night.",
                                            "Two boats sank off the coast.",
                                            "The mayor spoke."};
  for (std::size_t i = 0; i < stories.size(); ++i) {
    add(fmt::format("a{}", i), k_menu + stories[i], "One");
  }
  EXPECT_TRUE(found().empty());
}

TEST_F(Republications, five_words_in_common_are_nothing) {
  add("a", "Warplanes hit the vegetable market of Kafr Zeita, and the council asked for tents and water.", "One");
  add("b", "The envoy will speak tonight. Warplanes hit the vegetable market in his home town, a friend said of it.",
      "Two");
  EXPECT_TRUE(found().empty());
}

TEST_F(Republications, the_order_of_the_reports_does_not_matter) {
  add("a", k_strike + k_talks, "One", "2017-04-02");
  add("b", k_strike, "Two", "2017-04-03");
  add("c", k_talks + k_quote, "Three");
  add("d", k_quote + k_strike.substr(60), "Four");
  const auto shown = [](const std::vector<Republication>& list) {
    std::string text;
    for (const Republication& one : list) {
      text += fmt::format("{}>{} {} {}\n", one.from, one.to, to_string(one.kind), one.shared_words);
    }
    return text;
  };
  const std::string first = shown(found());
  EXPECT_GE(found().size(), 4u);
  for (int i = 0; i < 23; ++i) {
    std::next_permutation(m_reports.begin(), m_reports.end(),
                          [](const Report& a, const Report& b) { return a.text->id < b.text->id; });
    EXPECT_EQ(shown(found()), first);
  }
}

}  // namespace
}  // namespace hearsay::compare
