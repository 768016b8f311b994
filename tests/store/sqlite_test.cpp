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

}  // namespace
}  // namespace hearsay::tests
