// SPDX-License-Identifier: Apache-2.0
// The comparison is the same whatever the order and the portions in which reports come.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <deque>
#include <numeric>
#include <random>

#include <hearsay/compare/plain_memory.hpp>

namespace hearsay::compare {
namespace {

// A made-up press: few places, days, sentences and outlets, so that everything meets everything.
class Press {
 public:
  Press(unsigned seed, std::size_t reports) : m_random(seed) {
    for (std::size_t i = 0; i < reports; ++i) {
      add(fmt::format("r{:03}", i));
    }
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      m_reports.push_back({&m_texts[i], m_claims[i], fmt::format("outlet {}", m_random() % 4), {}});
      docs.push_back(m_texts[i].id);
    }
  }
  std::span<const Report> reports() const { return m_reports; }
  std::vector<std::string> docs;

 private:
  std::string sentence() {
    static const std::vector<std::string> k_words = {"shells", "fell",     "market", "north", "convoy",  "seven",
                                                     "killed", "bridge",   "army",   "said",  "river",   "night",
                                                     "trucks", "soldiers", "moved",  "east",  "village", "held"};
    std::string text;
    std::mt19937 words(static_cast<unsigned>(m_random() % 12));  // one of twelve sentences
    for (int i = 0; i < 18; ++i) {
      text += k_words[words() % k_words.size()] + (i == 17 ? ". " : " ");
    }
    return text;
  }

  void add(const std::string& id) {
    CleanText& text = m_texts.emplace_back();
    std::vector<Claim>& claims = m_claims.emplace_back();
    text.id = id;
    const Day published = *parse_iso_day("2017-04-01") + std::chrono::days(m_random() % 6 * 3);
    text.published.range = {published, published};
    for (std::uint64_t i = 0; i < 1 + m_random() % 4; ++i) {
      const auto begin = static_cast<std::uint32_t>(text.text.size());
      text.text += sentence();
      claims.push_back(claim(id, {begin, static_cast<std::uint32_t>(text.text.size())}, published));
    }
    text.text_id = hash_bytes(text.text);
  }

  Claim claim(const std::string& id, Span sentence, Day published) {
    Claim made;
    made.doc = id;
    made.id = hash_bytes(fmt::format("{} {}", id, sentence.begin));
    made.type = m_random() % 3 == 0 ? "MOBILIZE" : "ASSAULT";
    made.sentence = sentence;
    made.trigger = {sentence.begin, sentence.begin + 4};
    made.actors = {{fmt::format("actor {}", m_random() % 3), "", {}, false}};
    ClaimPlace place;
    place.entity = fmt::format("place {}", m_random() % 3);
    place.at.lat = 35 + 0.3 * static_cast<double>(place.entity.back() - '0');
    place.at.lon = 37;
    place.at.radius_km = 3;
    made.place = place;
    if (m_random() % 4 != 0) {
      made.time = ClaimTime{{}, {TimexType::date, "", "", {published, published}}, false};
    }
    QuantityRef toll;
    toll.what = "killed";
    toll.min = static_cast<double>(4 + m_random() % 4);
    toll.max = toll.min;
    made.quantities = {{{}, toll}};
    return made;
  }

  std::mt19937_64 m_random;
  std::deque<CleanText> m_texts;
  std::deque<std::vector<Claim>> m_claims;
  std::vector<Report> m_reports;
};

std::string shown(const Comparison& comparison) {
  std::string text;
  for (const Republication& one : comparison.republications) {
    text +=
        fmt::format("{}>{} {} {:.3f} {}\n", one.from, one.to, to_string(one.kind), one.coverage, one.passages.size());
  }
  for (const Event& event : comparison.events) {
    text += to_hex(event.id).substr(0, 8);
    for (const ClaimRef& ref : event.claims) {
      text += " " + ref.doc;
    }
    text += fmt::format(" {} {} {}\n", event.sources, event.independent, fmt::join(event.why, " | "));
  }
  return text;
}

TEST(Update, gives_the_same_in_any_order_and_portions) {
  std::mt19937 random(5);
  std::size_t joined = 0, copied = 0;
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Press press(seed, 30);
    const Comparison at_once = compare_reports(press.reports());
    copied += at_once.republications.size();
    joined += static_cast<std::size_t>(std::count_if(at_once.events.begin(), at_once.events.end(),
                                                     [](const Event& event) { return event.claims.size() > 1; }));
    std::vector<std::string> docs = press.docs;
    std::shuffle(docs.begin(), docs.end(), random);
    PlainMemory memory(press.reports());
    for (std::size_t from = 0; from < docs.size();) {
      const std::size_t portion = std::min<std::size_t>(1 + random() % 7, docs.size() - from);
      update(memory, std::span(docs).subspan(from, portion));
      from += portion;
    }
    ASSERT_EQ(shown(memory.comparison()), shown(at_once)) << "seed " << seed;
  }
  EXPECT_GT(joined, 50u);
  EXPECT_GT(copied, 50u);
}

// Blocks of three claims and lines of three reports are too large already.
constexpr Limits k_narrow = {
    .reuse = {.furniture = 3, .stock_weeks = 4, .common = 6},
    .match = {.largest_block = 12, .largest_lasting = 4},
};

TEST(Update, gives_the_same_in_any_order_also_where_blocks_and_lines_get_too_common) {
  std::mt19937 random(7);
  std::size_t narrowed = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    const Press press(seed, 40);
    PlainMemory at_once(press.reports());
    update(at_once, press.docs, k_narrow);
    narrowed += shown(at_once.comparison()) != shown(compare_reports(press.reports())) ? 1 : 0;
    std::vector<std::string> docs = press.docs;
    std::shuffle(docs.begin(), docs.end(), random);
    PlainMemory memory(press.reports());
    for (std::size_t from = 0; from < docs.size();) {
      const std::size_t portion = std::min<std::size_t>(1 + random() % 7, docs.size() - from);
      update(memory, std::span(docs).subspan(from, portion), k_narrow);
      from += portion;
    }
    ASSERT_EQ(shown(memory.comparison()), shown(at_once.comparison())) << "seed " << seed;
  }
  EXPECT_EQ(narrowed, 30u);
}

// The documents of one press get the texts of another, a few at a time.
TEST(Update, of_changed_documents_gives_what_the_new_texts_alone_give) {
  std::mt19937 random(11);
  for (unsigned seed = 0; seed < 20; ++seed) {
    const Press before(seed, 30), after(seed + 1000, 30);
    std::vector<Report> reports(before.reports().begin(), before.reports().end());
    PlainMemory memory(reports);
    update(memory, before.docs, k_narrow);
    std::vector<std::size_t> order(reports.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), random);
    for (std::size_t from = 0; from < order.size();) {
      const std::size_t until = std::min<std::size_t>(from + 1 + random() % 5, order.size());
      std::vector<std::string> docs;
      for (; from < until; ++from) {
        reports[order[from]] = after.reports()[order[from]];
        docs.push_back(before.docs[order[from]]);
      }
      update(memory, docs, k_narrow);
    }
    PlainMemory fresh(after.reports());
    update(fresh, after.docs, k_narrow);
    ASSERT_EQ(shown(memory.comparison()), shown(fresh.comparison())) << "seed " << seed;
  }
}

TEST(Update, of_known_documents_changes_nothing) {
  const Press press(3, 30);
  PlainMemory memory(press.reports());
  update(memory, press.docs);
  const std::string before = shown(memory.comparison());
  const std::vector<std::string> again(press.docs.begin() + 5, press.docs.begin() + 12);
  update(memory, again);
  EXPECT_EQ(shown(memory.comparison()), before);
}

}  // namespace
}  // namespace hearsay::compare
