// SPDX-License-Identifier: Apache-2.0
// What every backend of the store promises.
#include <gtest/gtest.h>

#include <algorithm>

#include <hearsay/base/error.hpp>
#include "made_reports.hpp"
#include "random_values.hpp"

namespace hearsay::tests {
namespace {

using store::Filter;
using store::open_store;
using store::Store;
using store::StoredReport;

struct Backend {
  std::string name, prefix;
};

class StoreContract : public testing::TestWithParam<Backend> {
 protected:
  std::unique_ptr<Store> open(const std::string& program = "1", const std::string& packs = "p1") {
    return open_store(GetParam().prefix + m_folder.file("war.db"),
                      {.create = true, .program = program, .packs = packs});
  }
  std::unique_ptr<Store> m_store;
  TemporaryFolder m_folder;
};

INSTANTIATE_TEST_SUITE_P(Backends, StoreContract, testing::Values(Backend{"sqlite", "sqlite:"}),
                         [](const auto& backend) { return backend.param.name; });

std::vector<std::string> docs_of(const std::vector<store::ClaimRow>& rows) {
  std::vector<std::string> docs;
  for (const auto& row : rows) {
    docs.push_back(row.claim.doc);
  }
  return docs;
}

using Docs = std::vector<std::string>;

void put_comparison(Store& store, const Comparison& comparison) {
  store.in_transaction([&] {
    for (const std::string& doc : store.traces().pending()) {
      store.traces().settle(doc);
    }
    for (const Event& event : comparison.events) {
      store.traces().put_event(event);
    }
    for (const Republication& one : comparison.republications) {
      store.traces().put_republication(one);
    }
  });
}

// Every claim an event of its own.
void put_alone(Store& store) {
  Comparison comparison;
  for (const auto& row : store.claims({})) {
    Event event;
    event.id = row.claim.id;
    event.claims = {{row.claim.doc, row.claim.id}};
    comparison.events.push_back(event);
  }
  put_comparison(store, comparison);
}

TEST_P(StoreContract, gives_back_what_it_was_given) {
  const auto store = open();
  RandomValues random(7);
  for (int i = 0; i < 30; ++i) {
    auto report = random.make<StoredReport>();
    report.text.id = "doc" + std::to_string(i);
    report.text.to_raw.clear();
    report.text.text_id = hash_bytes(report.text.text);
    for (Claim& claim : report.claims) {
      claim.doc = report.text.id;
      claim.text = report.text.text_id;
    }
    std::sort(report.claims.begin(), report.claims.end(),
              [](const Claim& a, const Claim& b) { return a.trigger.begin < b.trigger.begin; });
    store->put_report(report);
    const auto back = store->report(report.text.id);
    ASSERT_TRUE(back);
    EXPECT_TRUE(same(*back, report)) << report.text.id;
  }
  EXPECT_EQ(store->check(), Docs{});
}

TEST_P(StoreContract, the_same_report_again_changes_nothing) {
  const auto store = open();
  auto report = make_report("a1", "2016-03-02", {{}});
  EXPECT_FALSE(store->contains(report.text));
  store->put_report(report);
  EXPECT_TRUE(store->contains(report.text));
  put_alone(*store);
  report.claims.clear();  // would show if it were written
  store->put_report(report);
  EXPECT_EQ(store->claims({}).size(), 1u);
  EXPECT_EQ(store->traces().pending(), Docs{});
}

TEST_P(StoreContract, of_two_sayings_about_one_text_the_order_of_coming_does_not_show) {
  auto undated = make_report("a1", "", {{}}), late = make_report("a1", "2016-03-04", {{}}),
       early = make_report("a1", "2016-03-02", {{}});
  for (const auto* first : {&undated, &late, &early}) {
    const auto store = open_store(
        GetParam().prefix + m_folder.file(to_iso(first->text.published.range.to.value_or(Day{}))), {.create = true});
    store->put_report(*first);
    for (const auto* next : {&late, &undated, &early}) {
      store->put_report(*next);
    }
    EXPECT_TRUE(same(*store->report("a1"), early));
    EXPECT_TRUE(store->contains(late.text));
    EXPECT_EQ(store->editions("a1").size(), 1u);
  }
}

TEST_P(StoreContract, coding_anew_replaces_the_claims_of_that_text) {
  auto report = make_report("a1", "2016-03-02", {{}, {.type = "COERCE"}});
  open()->put_report(report);
  const auto store = open("2");
  EXPECT_FALSE(store->contains(report.text));
  report.claims.pop_back();
  store->put_report(report);
  EXPECT_EQ(store->claims({}).size(), 1u);
  EXPECT_EQ(store->editions("a1").size(), 1u);
  EXPECT_EQ(store->property("program"), "2");
  EXPECT_EQ(store->traces().pending(), Docs{"a1"});
  EXPECT_EQ(store->check(), Docs{});
}

TEST_P(StoreContract, another_text_is_another_edition_beside_the_old_one) {
  const auto store = open();
  const auto old_one = make_report("a1", "2016-03-02", {{}, {}});
  auto new_one = make_report("a1", "The toll rose to nine.", "2016-03-04");
  new_one.claims.push_back(make_claim(new_one, {.type = "STATE", .mode = "control"}));
  store->put_report(old_one);
  store->put_report(new_one);
  EXPECT_EQ(store->editions("a1").size(), 2u);
  EXPECT_TRUE(store->editions("a1")[1].current);
  EXPECT_EQ(store->report("a1")->text.text, "The toll rose to nine.");
  ASSERT_EQ(store->claims({}).size(), 1u);
  EXPECT_EQ(store->claims({})[0].claim.type, "STATE");
  Filter early;
  early.as_of = parse_iso_day("2016-03-03");
  EXPECT_EQ(store->claims(early).size(), 2u);
  EXPECT_EQ(store->reports(early)[0].text.text_id, old_one.text.text_id);
  EXPECT_EQ(store->check(), Docs{});
}

TEST_P(StoreContract, the_later_dated_edition_is_current_whatever_came_first) {
  const auto store = open();
  store->put_report(make_report("a1", "later", "2016-03-04"));
  store->put_report(make_report("a1", "earlier", "2016-03-02"));
  EXPECT_EQ(store->report("a1")->text.text, "later");
}

TEST_P(StoreContract, an_old_edition_can_still_be_read) {
  const auto store = open();
  const auto old_one = make_report("a1", "2016-03-02", {{}, {}});
  store->put_report(old_one);
  store->put_report(make_report("a1", "The toll rose to nine.", "2016-03-04"));
  const auto back = store->report_edition("a1", old_one.text.text_id);
  ASSERT_TRUE(back);
  EXPECT_TRUE(same(*back, old_one));
  EXPECT_FALSE(store->report_edition("a1", TextId{1, 2}));
}

TEST_P(StoreContract, reviews_are_kept_in_order_and_outlive_coding_anew) {
  auto report = make_report("a1", "2016-03-02", {{}});
  const ClaimRef claim{"a1", report.claims[0].id};
  {
    const auto store = open();
    store->put_report(report);
    store->put_review({claim, "wrong", "ann", "the toll is of another strike", "2016-03-05T10:00:00Z"});
    store->put_review({claim, "right", "bob", "", "2016-03-06T10:00:00Z"});
  }
  const auto store = open("2");
  report.claims.clear();
  store->put_report(report);
  ASSERT_EQ(store->reviews(claim).size(), 2u);
  EXPECT_EQ(store->reviews(claim)[0].note, "the toll is of another strike");
  EXPECT_EQ(store->reviews(claim)[1].verdict, "right");
  EXPECT_EQ(store->reviews(std::nullopt).size(), 2u);
  EXPECT_THROW(store->put_review({claim, "perhaps", "", "", ""}), Fatal);
}

TEST_P(StoreContract, a_recoded_neighbour_has_to_be_compared_again) {
  const auto store = open();
  const auto a = make_report("a1", "2016-03-02", {{}}), b = make_report("b1", "2016-03-02", {{}});
  store->put_report(a);
  store->put_report(b);
  store->traces().put_join({{"a1", a.claims[0].id}, {"b1", b.claims[0].id}, 7, false, "same day"});
  store->traces().settle("a1");
  store->traces().settle("b1");
  const auto later = open("2");
  later->put_report(b);
  EXPECT_EQ(later->traces().pending(), (Docs{"a1", "b1"}));
}

TEST_P(StoreContract, traces_are_given_back_and_forgotten) {
  const auto store = open();
  const auto a = make_report("a1", "2016-03-02", {{}}), b = make_report("b1", "2016-03-03", {{}});
  const ClaimRef claim_a{"a1", a.claims[0].id}, claim_b{"b1", b.claims[0].id};
  store->put_report(a);
  store->put_report(b);
  auto& traces = store->traces();
  const std::vector<std::uint64_t> prints = {1, ~std::uint64_t{0}};
  traces.put_fingerprints("a1", prints);
  traces.put_fingerprints("b1", prints);
  const std::vector<ClaimKeys> keys_a = {{claim_a, {7, 8}}}, keys_b = {{claim_b, {8}}};
  traces.put_keys("a1", keys_a);
  traces.put_keys("b1", keys_b);
  traces.put_join({claim_a, claim_b, 6.5, false, "same day"});
  traces.put_join({claim_a, claim_b, 100, true, "copied"});
  Republication copy;
  copy.from = "b1";
  copy.to = "a1";
  traces.put_republication(copy);
  ASSERT_EQ(traces.sharers(~std::uint64_t{0}, 9).size(), 2u);
  EXPECT_EQ(traces.sharers(1, 1)[0].doc, "a1");
  EXPECT_EQ(traces.sharers(1, 9)[1].published, parse_iso_day("2016-03-03"));
  EXPECT_EQ(traces.claims_with(8, 9), (std::vector<ClaimRef>{claim_a, claim_b}));
  ASSERT_EQ(traces.joins_of(claim_b).size(), 2u);
  EXPECT_EQ(traces.joins_of(claim_b)[0].a, claim_a);
  traces.remove_republication("a1", "b1");  // takes the copied join along
  EXPECT_TRUE(traces.republications_of("a1").empty());
  ASSERT_EQ(traces.joins_of(claim_a).size(), 1u);
  EXPECT_FALSE(traces.joins_of(claim_a)[0].copied);
  EXPECT_EQ(traces.forget("b1"), std::vector<ClaimRef>{claim_a});
  EXPECT_EQ(traces.sharers(1, 9).size(), 1u);
  EXPECT_TRUE(traces.joins_of(claim_a).empty());
  EXPECT_EQ(traces.claims_with(8, 9), std::vector<ClaimRef>{claim_a});
}

TEST_P(StoreContract, a_transaction_that_throws_leaves_nothing) {
  const auto store = open();
  store->put_report(make_report("a1", "2016-03-02", {{}}));
  EXPECT_THROW(store->in_transaction([&] {
    store->traces().settle("a1");
    throw Fatal("stop");
  }),
               Fatal);
  EXPECT_EQ(store->traces().pending(), Docs{"a1"});
}

class Filters : public StoreContract {
 protected:
  void SetUp() override {
    m_store = open();
    m_store->put_report(make_report(
        "b1", "2016-03-03", {{.day = "2016-03-02", .status = Status::denied, .voice = "levant:actor/ministry"}}));
    m_store->put_report(make_report("a1", "2016-03-02", {{.day = "2016-03-01"}}));
    m_store->put_report(make_report("c1", "2016-04-02",
                                    {{.type = "MOBILIZE",
                                      .mode = "deploy",
                                      .actor = "levant:actor/hezbollah",
                                      .place = "levant:place/tanf",
                                      .lat = 33.506,
                                      .lon = 38.618,
                                      .radius_km = 5,
                                      .day = "2016-04-01"}}));
    m_store->put_report(make_report("d1", "", {{.day = ""}}));
  }
  Docs found(const Filter& filter) { return docs_of(m_store->claims(filter)); }
};

INSTANTIATE_TEST_SUITE_P(Backends, Filters, testing::Values(Backend{"sqlite", "sqlite:"}),
                         [](const auto& backend) { return backend.param.name; });

TEST_P(Filters, all_in_order_of_time_undated_last) {
  EXPECT_EQ(found({}), (Docs{"a1", "b1", "c1", "d1"}));
}
TEST_P(Filters, limit) {
  EXPECT_EQ(found({.limit = 2}), (Docs{"a1", "b1"}));
}
TEST_P(Filters, type_and_mode) {
  EXPECT_EQ(found({.type = "MOBILIZE"}), Docs{"c1"});
  EXPECT_EQ(found({.type = "MOBILIZE", .mode = "patrol"}), Docs{});
}
TEST_P(Filters, actor_by_entity_or_name_in_any_case) {
  EXPECT_EQ(found({.actor = "levant:actor/hezbollah"}), Docs{"c1"});
  EXPECT_EQ(found({.actor = "ACTOR levant:actor/hezbollah"}), Docs{"c1"});
}
TEST_P(Filters, place_by_entity_or_name) {
  EXPECT_EQ(found({.place = "levant:place/tanf"}), Docs{"c1"});
  EXPECT_EQ(found({.place = "darayya"}).size(), 4u);
}
TEST_P(Filters, source_is_the_outlet_or_a_voice) {
  EXPECT_EQ(found({.source = "outlet a"}), Docs{"a1"});
  EXPECT_EQ(found({.source = "levant:actor/ministry"}), Docs{"b1"});
}
TEST_P(Filters, status) {
  EXPECT_EQ(found({.status = Status::denied}), Docs{"b1"});
}
TEST_P(Filters, days_of_the_claim) {
  EXPECT_EQ(found({.since = parse_iso_day("2016-03-02")}), (Docs{"b1", "c1"}));
  EXPECT_EQ(found({.until = parse_iso_day("2016-03-01")}), Docs{"a1"});
}
TEST_P(Filters, circle_counts_the_radius_of_the_place) {
  EXPECT_EQ(found({.circle = Filter::Circle{33.506, 38.72, 5}}), Docs{"c1"});  // 9.5 km away, radius 5
  EXPECT_EQ(found({.circle = Filter::Circle{33.506, 38.72, 4}}), Docs{});
  EXPECT_EQ(found({.circle = Filter::Circle{0, 179.9, 30000}}).size(), 4u);
}
TEST_P(Filters, circle_and_days) {
  const Filter::Circle around_tanf{33.506, 38.618, 5};
  EXPECT_EQ(found({.circle = around_tanf, .since = parse_iso_day("2016-04-01"), .until = parse_iso_day("2016-04-01")}),
            Docs{"c1"});
  EXPECT_EQ(found({.circle = around_tanf, .until = parse_iso_day("2016-03-31")}), Docs{});
  EXPECT_EQ(found({.circle = around_tanf, .since = parse_iso_day("2016-04-02")}), Docs{});
}
TEST_P(Filters, as_of_leaves_out_what_came_later_or_is_undated) {
  EXPECT_EQ(found({.as_of = parse_iso_day("2016-03-03")}), (Docs{"a1", "b1"}));
}
TEST_P(Filters, words_of_the_report) {
  EXPECT_EQ(found({.words = "c1 darayya"}), Docs{"c1"});
  EXPECT_EQ(found({.words = "\"struck darayya\""}).size(), 4u);
  EXPECT_EQ(found({.words = "\"darayya struck\" AND ( *"}), Docs{});
}
TEST_P(Filters, claim_by_id_or_prefix) {
  const Claim claim = m_store->claims({})[0].claim;
  const std::string id = to_hex(claim.id);
  ASSERT_TRUE(m_store->claim(id));
  EXPECT_TRUE(same(m_store->claim(id.substr(0, 10))->claim, claim));
  EXPECT_FALSE(m_store->claim(id.substr(0, 5)));
  EXPECT_FALSE(m_store->claim("'; --"));
}

Comparison compare_by_hand(const Store& store) {
  const auto rows = store.claims({});
  Event strike;
  strike.id = rows[0].claim.id;
  strike.type = "ASSAULT";
  strike.claims = {{"a1", rows[0].claim.id}, {"b1", rows[1].claim.id}};
  Event move;
  move.id = rows[2].claim.id;
  move.type = "MOBILIZE";
  move.claims = {{"c1", rows[2].claim.id}};
  Republication copy;
  copy.from = "a1";
  copy.to = "b1";
  return {{copy}, {move, strike}};
}

TEST_P(Filters, events_are_found_by_their_claims_in_order_of_time) {
  const Comparison comparison = compare_by_hand(*m_store);
  put_alone(*m_store);
  put_comparison(*m_store, comparison);
  const auto events = m_store->events({});
  ASSERT_EQ(events.size(), 3u);  // and the undated claim, alone
  EXPECT_TRUE(same(events[0], comparison.events[1]));
  EXPECT_EQ(m_store->events({.actor = "levant:actor/hezbollah"})[0].type, "MOBILIZE");
  EXPECT_EQ(m_store->events({.place = "darayya"}).size(), 3u);
  EXPECT_EQ(m_store->events({.circle = Filter::Circle{33.458, 36.232, 1}, .type = "ASSAULT", .limit = 1}).size(), 1u);
  EXPECT_TRUE(m_store->event(to_hex(comparison.events[0].id).substr(0, 8)));
  ASSERT_EQ(m_store->republications().size(), 1u);
  EXPECT_TRUE(same(m_store->republications()[0], comparison.republications[0]));
  EXPECT_EQ(m_store->check(), Docs{});
}

TEST_P(Filters, reports_by_outlet_and_publication) {
  EXPECT_EQ(m_store->reports({}).size(), 4u);
  EXPECT_EQ(m_store->reports({.source = "levant:outlet/c"})[0].text.id, "c1");
  EXPECT_EQ(m_store->reports({.until = parse_iso_day("2016-03-02")}).size(), 1u);
}

TEST_P(StoreContract, the_order_of_coming_does_not_show) {
  std::vector<StoredReport> reports = {make_report("b1", "2016-03-03", {{}, {}}), make_report("a1", "2016-03-02", {{}}),
                                       make_report("c1", "2016-03-02", {{.type = "COERCE"}})};
  std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) { return a.text.id < b.text.id; });
  std::vector<Docs> answers;
  do {
    const auto store = open_store(GetParam().prefix + m_folder.file(std::to_string(answers.size())), {.create = true});
    for (const auto& report : reports) {
      store->put_report(report);
    }
    Docs ids;
    for (const auto& row : store->claims({})) {
      ids.push_back(to_hex(row.claim.id));
    }
    answers.push_back(ids);
  } while (std::next_permutation(reports.begin(), reports.end(),
                                 [](const auto& a, const auto& b) { return a.text.id < b.text.id; }));
  EXPECT_EQ(answers.size(), 6u);
  EXPECT_EQ(std::count(answers.begin(), answers.end(), answers[0]), 6);
}

}  // namespace
}  // namespace hearsay::tests
