// SPDX-License-Identifier: Apache-2.0
// What only the SQLite backend can do wrong: files that are no stores, locks, full disks, faults that check must see.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include <hearsay/base/error.hpp>
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/sqlite/schema.hpp>
#include "made_reports.hpp"

namespace hearsay::tests {
namespace {

using store::open_store;
using store::sqlite::Database;

std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const Fatal& fatal) {
    return fatal.what();
  }
  return "";
}

bool says(const std::string& message, const std::string& part) {
  return message.find(part) != std::string::npos;
}

TEST(SqliteStore, a_missing_store_is_named_with_the_way_to_make_one) {
  const TemporaryFolder folder;
  const std::string message = refusal([&] { open_store(folder.file("no.db"), {}); });
  EXPECT_TRUE(says(message, "no such store")) << message;
  EXPECT_TRUE(says(message, "hearsay build")) << message;
  EXPECT_FALSE(std::filesystem::exists(folder.file("no.db")));
}

TEST(SqliteStore, a_text_file_is_refused_and_left_alone) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("notes.txt")) << std::string(2000, 'x');
  const std::string message = refusal([&] { open_store(folder.file("notes.txt"), {.create = true}); });
  EXPECT_TRUE(says(message, "not a hearsay store")) << message;
  EXPECT_EQ(std::filesystem::file_size(folder.file("notes.txt")), 2000u);
}

TEST(SqliteStore, an_empty_file_is_a_store_only_when_one_may_be_made) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("empty.db")).close();
  EXPECT_TRUE(says(refusal([&] { open_store(folder.file("empty.db"), {}); }), "empty"));
  EXPECT_EQ(std::filesystem::file_size(folder.file("empty.db")), 0u);
  EXPECT_EQ(refusal([&] { open_store(folder.file("empty.db"), {.create = true}); }), "");
}

TEST(SqliteStore, the_database_of_another_program_is_refused_and_left_alone) {
  const TemporaryFolder folder;
  Database(folder.file("other.db"), {.create = true}).execute("CREATE TABLE bookmarks (url TEXT)");
  const std::string message = refusal([&] { open_store(folder.file("other.db"), {.create = true}); });
  EXPECT_TRUE(says(message, "another program")) << message;
}

TEST(SqliteStore, a_newer_schema_is_refused) {
  const TemporaryFolder folder;
  open_store(folder.file("war.db"), {.create = true});
  Database(folder.file("war.db"), {}).execute("PRAGMA user_version = 999");
  const std::string message = refusal([&] { open_store(folder.file("war.db"), {}); });
  EXPECT_TRUE(says(message, "newer hearsay (schema 999")) << message;
}

TEST(SqliteStore, a_folder_is_no_store) {
  const TemporaryFolder folder;
  EXPECT_TRUE(says(refusal([&] { open_store(folder.file(""), {.create = true}); }), "folder"));
}

TEST(SqliteStore, an_unknown_kind_of_address_is_refused) {
  EXPECT_TRUE(says(refusal([] { open_store("postgresql://host/db", {}); }), "SQLite"));
  EXPECT_TRUE(says(refusal([] { open_store("", {}); }), "--db"));
}

TEST(SqliteStore, a_full_disk_is_told_and_leaves_what_was_there) {
  const TemporaryFolder folder;
  open_store(folder.file("war.db"), {.create = true})->put_report(make_report("a1", "2016-03-02", {{}}));
  const Database database(folder.file("war.db"), {});
  database.execute("PRAGMA max_page_count = 1");  // SQLite raises it to the pages there are
  const std::string message =
      refusal([&] { database.execute("INSERT INTO properties VALUES ('big', printf('%.1000000c', 'x'))"); });
  EXPECT_TRUE(says(message, "no space left")) << message;
  EXPECT_TRUE(open_store(folder.file("war.db"), {})->check().empty());
}

TEST(SqliteStore, is_kept_in_write_ahead_mode) {
  const TemporaryFolder folder;
  const auto store = open_store(folder.file("war.db"), {.create = true});
  store->put_report(make_report("a1", "2016-03-02", {{}}));
  EXPECT_TRUE(std::filesystem::exists(folder.file("war.db-wal")));
  EXPECT_EQ(store->property("schema"), std::to_string(store::sqlite::migrations().size()));
}

TEST(SqliteStore, a_store_of_every_earlier_schema_is_brought_up_to_date) {
  for (std::size_t version = 1; version <= store::sqlite::migrations().size(); ++version) {
    const TemporaryFolder folder;
    store::sqlite::migrate(Database(folder.file("war.db"), {.create = true}), version);
    const auto store = open_store(folder.file("war.db"), {});
    store->put_report(make_report("a1", "2016-03-02", {{}}));
    EXPECT_EQ(store->property("schema"), std::to_string(store::sqlite::migrations().size()));
    EXPECT_TRUE(store->check().empty());
  }
}

// A store as program versions before the ledger wrote it, in their SQL: one claim of a month, in one place.
constexpr const char* k_written_at_schema_3 = R"sql(
  INSERT INTO edition (key, doc, text_id, number, current, program, packs, outlet, outlet_name, published_from,
                       published_to, title, body, about, attributions, compared)
    VALUES (1, 'a1', 'TEXT', 1, 1, '0.1.0', 'levant', 'o:paper', 'Paper', 17300, 17300, 'Convoy', 'A convoy came.',
            '{"text":{"id":"a1"}}', '[]', 1);
  INSERT INTO edition_words (rowid, title, body) VALUES (1, 'Convoy', 'A convoy came.');
  INSERT INTO claim VALUES (1, 1, '0000000000000001000000000000000b', 'MOBILIZE', 'reinforce', 'asserted', 17290, 17300,
    35.5, 40.0, 5, 2, '{"id":"0000000000000001000000000000000b","doc":"a1","text":"TEXT","type":"MOBILIZE",
    "mode":"reinforce","actors":[{"entity":"x:actor/army","name":"Army","span":[0,1],"inferred":false}],
    "place":{"span":[2,3],"entity":"x:place/town","name":"Town","at":{"lat":35.5,"lon":40.0,"radius_km":5},
    "inferred":false},"time":{"span":[0,0],"at":{"type":"DATE","value":"","symbolic":"","range":["2017-05-04",
    "2017-05-14"]},"from_publication":false},"status":"asserted","anonymous":false}');
  INSERT INTO claim_name VALUES ('actor', 'x:actor/army', 17290, 1), ('actor', 'army', 17290, 1),
    ('place', 'town', 17290, 1), ('place', 'x:place/town', 17290, 1), ('source', 'paper', 17290, 1);
  INSERT INTO claim_area VALUES (1, 35.4, 35.6, 39.9, 40.1, 17290, 17300);
  INSERT INTO event VALUES (1, '0000000000000001000000000000000b', '{"id":"0000000000000001000000000000000b"}');
  INSERT INTO event_claim VALUES (1, '0000000000000001000000000000000b', 'a1');
)sql";

TEST(SqliteStore, an_older_store_keeps_its_claims_and_gets_a_ledger) {
  const TemporaryFolder folder;
  {
    const Database old(folder.file("war.db"), {.create = true});
    store::sqlite::migrate(old, 3);
    std::string sql = k_written_at_schema_3;
    const std::string id = to_hex(hash_bytes("A convoy came."));
    for (std::size_t at = sql.find("TEXT"); at != std::string::npos; at = sql.find("TEXT", at)) {
      sql.replace(at, 4, id);
    }
    old.execute(sql);
  }
  const auto store = open_store(folder.file("war.db"), {});
  EXPECT_EQ(store->check(), std::vector<std::string>{});
  EXPECT_EQ(store->traces().pending(), std::vector<std::string>{"a1"}) << "is to be compared again";
  store::Filter may;
  may.place = "Town";
  may.since = parse_iso_day("2017-05-10");
  EXPECT_EQ(store->claims(may).size(), 1u);
  may.since = parse_iso_day("2017-05-15");
  EXPECT_EQ(store->claims(may).size(), 0u);
  const LedgerPart part{"MOBILIZE", ""};
  store::Filter army;
  army.actor = "ARMY";
  std::vector<LedgerLine> lines;
  store->ledger(army, std::span(&part, 1), [&](std::span<const LedgerLine> of_place) {
    lines.insert(lines.end(), of_place.begin(), of_place.end());
    return true;
  });
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].place_name, "town");
  EXPECT_EQ(lines[0].actor, "x:actor/army");
  EXPECT_EQ(to_iso(*lines[0].time.to), "2017-05-14");
}

class Faults : public testing::Test {
 protected:
  // The faults that check finds after someone changed the file behind our back.
  std::string after(const std::string& sql) {
    const TemporaryFolder folder;
    const auto store = open_store(folder.file("war.db"), {.create = true});
    store->put_report(make_report("a1", "2016-03-02", {{}}));
    Event event;
    event.claims = {{"a1", store->claims({})[0].claim.id}};
    store->traces().put_event(event);
    store->traces().settle("a1");
    EXPECT_TRUE(store->check().empty());
    Database(folder.file("war.db"), {}).execute(sql);
    const auto faults = store->check();
    return faults.empty() ? "" : faults[0];
  }
};

TEST_F(Faults, a_text_that_is_not_the_one_of_its_hash) {
  EXPECT_TRUE(says(after("UPDATE edition SET text_id = '00'"), "hash"));
}
TEST_F(Faults, words_out_of_step) {
  EXPECT_TRUE(says(after("UPDATE edition SET title = 'Other'"), "full-text"));
}
TEST_F(Faults, an_area_without_claim) {
  EXPECT_TRUE(says(after("INSERT INTO claim_area VALUES (99, 0, 1, 0, 1, 0, 1)"), "area 99"));
}
TEST_F(Faults, a_claim_without_document) {
  EXPECT_TRUE(says(after("PRAGMA foreign_keys = OFF; DELETE FROM edition"), "missing row"));
}
TEST_F(Faults, an_event_without_its_claim) {
  EXPECT_TRUE(says(after("UPDATE event_claim SET claim = 'ffff'"), "not stored"));
}
TEST_F(Faults, no_current_edition) {
  EXPECT_TRUE(says(after("UPDATE edition SET current = 0"), "current editions"));
}
TEST_F(Faults, a_claim_that_cannot_be_read) {
  EXPECT_TRUE(says(after("UPDATE claim SET body = '{\"id\":'"), "cannot be read"));
}

TEST_F(Faults, a_claim_that_the_ledger_lacks) {
  EXPECT_TRUE(says(after("DELETE FROM cell_claim"), "stands under no heading"));
}
TEST_F(Faults, a_name_under_another_day) {
  EXPECT_TRUE(says(after("UPDATE claim_name SET day_to = day_to + 1"), "under another day"));
}
TEST_F(Faults, an_event_that_cannot_be_read) {
  EXPECT_TRUE(says(after("UPDATE event SET body = '{\"id\":'"), "event"));
}
TEST_F(Faults, a_republication_of_a_document_that_is_not_there) {
  EXPECT_TRUE(says(after("INSERT INTO republication VALUES ('a1', 'b2', 'identical', '{}')"), "republication"));
}
TEST_F(Faults, a_claim_in_no_event) {
  EXPECT_TRUE(says(after("DELETE FROM event_claim"), "is in no event"));
}

}  // namespace
}  // namespace hearsay::tests
