// SPDX-License-Identifier: Apache-2.0
// A store of every earlier schema, full of reports: nothing is lost, and once compared it answers as one made today.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/sqlite/schema.hpp>
#include "../store/made_reports.hpp"
#include "answers.hpp"
#include "press.hpp"

namespace hearsay::tests {
namespace {

using store::sqlite::Database;
using store::sqlite::Statement;

// "a, b, c": the columns of a table of the old schema; all of them are in that of today.
std::string columns_of(const Database& old, const std::string& table) {
  Statement find(old, "SELECT group_concat(name, ', ') FROM pragma_table_info(?, 'main')");
  find.bind(table).step();
  return std::string(find.text(0));
}

// The rows of a store of today in a file as an earlier program would have written them.
void write_as_of_schema(std::size_t version, const std::string& file, const std::string& today) {
  const Database old(file, {.create = true});
  store::sqlite::migrate(old, version);
  old.execute(fmt::format("ATTACH '{}' AS today", today));
  for (const char* table : {"edition", "claim", "claim_name", "claim_area", "event", "event_claim", "republication",
                            "fingerprint", "claim_key", "claim_join", "review", "cell", "cell_claim", "cell_name"}) {
    if (const std::string columns = columns_of(old, table); !columns.empty()) {
      old.execute(fmt::format("INSERT INTO main.{0} ({1}) SELECT {1} FROM today.{0}", table, columns));
    }
  }
  old.execute("INSERT INTO edition_words (rowid, title, body) SELECT key, title, body FROM main.edition");
}

std::vector<store::StoredReport> press_without_stamps() {
  auto press = made_press(400, 30);
  for (store::StoredReport& report : press) {
    report.text.stamp.clear();  // there were none
  }
  return press;
}

// What a store tells that nobody has compared since it was brought up to date.
std::string kept(const store::Store& store, const std::vector<store::StoredReport>& press) {
  std::string out;
  for (const auto& report : press) {
    out += fmt::format("{}:", report.text.id);
    for (const auto& edition : store.editions(report.text.id)) {
      const auto text = store.report_edition(report.text.id, edition.text);
      out += fmt::format(" {} {} {}", to_hex(edition.text), text->text.text, text->claims.size());
    }
  }
  store::Filter filter;
  for (const char* words : {"convoy", "river night"}) {
    filter.words = words;
    out += fmt::format("\n{}", store.claims(filter).size());
  }
  filter = {.circle = store::Filter::Circle{35, 37, 5}, .since = parse_iso_day("2017-04-10")};
  return out + fmt::format("\n{} {}", store.claims(filter).size(), store.claims({.actor = "actor 1"}).size());
}

TEST(Migration, of_a_full_store_of_every_earlier_schema_loses_nothing) {
  const TemporaryFolder folder;
  const std::string today = folder.file("today.db");
  const auto press = press_without_stamps();
  build(today, press, 1000);
  const ClaimRef reviewed{press[0].text.id, press[0].claims[0].id};
  const store::Review review{reviewed, "right", "ann", "", "2017-05-01T00:00:00Z"};
  store::open_store(today, {})->put_review(review);
  const std::string wanted = kept(*store::open_store(today, {}), press), answers = listings(today, {});
  store::Filter early;
  early.as_of = parse_iso_day("2017-04-12");
  const std::string early_answers = listings(today, early);
  for (std::size_t version = 1; version < store::sqlite::migrations().size(); ++version) {
    const std::string file = folder.file(fmt::format("schema-{}.db", version));
    write_as_of_schema(version, file, today);
    const auto store = store::open_store(file, {});
    EXPECT_EQ(kept(*store, press), wanted) << "schema " << version;
    if (version < 3) {  // there were no reviews
      store->put_review(review);
    }
    EXPECT_EQ(store->reviews(reviewed).size(), 1u);
    actions::compare_store(*store, actors_of_press());
    EXPECT_EQ(store->check(), std::vector<std::string>{}) << "schema " << version;
    EXPECT_EQ(listings(file, {}), answers) << "schema " << version;
    EXPECT_EQ(listings(file, early), early_answers) << "schema " << version;
  }
}

}  // namespace
}  // namespace hearsay::tests
