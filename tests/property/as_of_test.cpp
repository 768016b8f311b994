// SPDX-License-Identifier: Apache-2.0
// As of a day a store answers as one that was built of nothing but what had been published by then.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/happenings.hpp>
#include <hearsay/present/exports/json.hpp>
#include "../store/made_reports.hpp"
#include "answers.hpp"
#include "press.hpp"

namespace hearsay::tests {
namespace {

using store::StoredReport;

std::vector<StoredReport> published_by(const std::vector<StoredReport>& press, Day day) {
  std::vector<StoredReport> found = press;
  std::erase_if(found, [&](const StoredReport& report) {
    return !report.text.published.range.to || *report.text.published.range.to > day;
  });
  return found;
}

std::vector<Day> days_of(unsigned seed) {
  std::vector<Day> days;
  for (int i = 0; i < 3; ++i) {
    days.push_back(*parse_iso_day("2017-04-01") + std::chrono::days((static_cast<int>(seed) * 5 + i * 13) % 40));
  }
  return days;
}

TEST(AsOf, answers_as_a_store_of_then) {
  const TemporaryFolder folder;
  const std::string whole = folder.file("whole.db"), then = folder.file("then.db");
  std::size_t replaced = 0;
  for (unsigned seed = 0; seed < 12; ++seed) {
    const auto press = made_press(seed, 40);
    build(whole, press, 9);
    for (const Day day : days_of(seed)) {
      const auto early = published_by(press, day);
      build(then, early, 1000);
      store::Filter filter;
      const std::string wanted = listings(then, filter);
      filter.as_of = day;
      ASSERT_EQ(listings(whole, filter), wanted) << "seed " << seed << ", " << to_iso(day);
      filter.type = "ASSAULT";
      filter.actor = "Actor 1";
      store::Filter same = filter;
      same.as_of.reset();
      ASSERT_EQ(listings(whole, filter), listings(then, same)) << "seed " << seed << ", " << to_iso(day);
      for (const auto& edition : early) {
        const auto now = store::open_store(whole, {})->report(edition.text.id);
        replaced += now->text.text_id == edition.text.text_id ? 0 : 1;
      }
    }
  }
  EXPECT_GT(replaced, 100u) << "texts that were changed later";
}

TEST(AsOf, shows_and_compares_as_a_store_of_then) {
  const TemporaryFolder folder;
  const std::string whole = folder.file("whole.db"), then = folder.file("then.db");
  for (unsigned seed = 100; seed < 103; ++seed) {
    const auto press = made_press(seed, 30);
    build(whole, press, 7);
    const Day day = days_of(seed)[1];
    build(then, published_by(press, day), 1000);
    for (const auto& report : press) {
      ASSERT_EQ(showing(whole, report.text.id, day), showing(then, report.text.id, {})) << report.text.id;
      for (const Claim& claim : report.claims) {
        const std::string id = to_hex(claim.id);
        ASSERT_EQ(showing(whole, id, day), showing(then, id, {})) << id;
        ASSERT_EQ(showing(whole, id.substr(0, 6), day), showing(then, id.substr(0, 6), {})) << id;
      }
      ASSERT_EQ(comparing(whole, report.text.id, "r007", day), comparing(then, report.text.id, "r007", {}));
    }
  }
}

std::string happenings(const std::string& db, std::optional<Day> as_of) {
  const auto store = store::open_store(db, {});
  actions::Happenings happenings(*store, as_of, k_narrow);
  store::Filter filter;
  filter.as_of = as_of;
  std::string out;
  for (Event& event : happenings.events(filter)) {
    const std::string why = fmt::format(" {}\n", fmt::join(event.why, " | "));
    out += present::to_line(present::event_json(actions::event_answer(std::move(event), *store))) + why;
  }
  for (const auto& one : happenings.republications()) {
    out += present::to_line(present::republication_json(one)) + "\n";
  }
  return out;
}

TEST(AsOf, answers_as_a_store_of_then_also_where_blocks_and_lines_get_too_common) {
  const TemporaryFolder folder;
  const std::string whole = folder.file("whole.db"), then = folder.file("then.db");
  for (unsigned seed = 200; seed < 212; ++seed) {
    const auto press = made_press(seed, 40);
    build(whole, press, 9, k_narrow);
    for (const Day day : days_of(seed)) {
      build(then, published_by(press, day), 1000, k_narrow);
      ASSERT_EQ(happenings(whole, day), happenings(then, {})) << "seed " << seed << ", " << to_iso(day);
    }
  }
}

}  // namespace
}  // namespace hearsay::tests
