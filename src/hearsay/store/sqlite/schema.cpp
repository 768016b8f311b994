// SPDX-License-Identifier: Apache-2.0
// Schema versions live in SQLite's user_version, and in the properties table for people.
#include <hearsay/store/sqlite/schema.hpp>

#include <fmt/format.h>

#include <hearsay/base/error.hpp>
#include <hearsay/store/sqlite/writer.hpp>

namespace hearsay::store::sqlite {

namespace {

constexpr std::int64_t k_application_id = 0x48524159;  // "HRAY", so that file(1) and we know a store

constexpr std::size_t k_ledger_schema = 4;

void refuse_newer(const Database& database, std::int64_t version) {
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (version > known) {
    throw Fatal(fmt::format("{}: was written by a newer hearsay (schema {}, this program knows up to {}); use that one",
                            database.file(), version, known));
  }
}

void step(const Database& database, std::size_t from) {
  Transaction transaction(database);
  // Another process may have migrated while this one waited for the lock.
  if (database.integer("PRAGMA user_version") != static_cast<std::int64_t>(from)) {
    return;
  }
  database.execute(std::string(migrations()[from]));
  if (from + 1 == k_ledger_schema) {
    write_cells(database);
  }
  database.execute(fmt::format("PRAGMA application_id = {}", k_application_id));
  database.execute(fmt::format("PRAGMA user_version = {}", from + 1));
  database.execute(fmt::format("INSERT OR REPLACE INTO properties VALUES ('schema', '{}')", from + 1));
  transaction.commit();
}

}  // namespace

void refuse_strangers(const Database& database, bool create) {
  const std::int64_t id = database.integer("PRAGMA application_id");
  const bool empty = database.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (id != k_application_id && !(id == 0 && empty && create)) {
    throw Fatal(fmt::format("{}: is not a hearsay store{}", database.file(),
                            empty ? " (it is empty)" : " (it is an SQLite file of another program)"));
  }
  refuse_newer(database, database.integer("PRAGMA user_version"));
}

void refuse_older(const Database& database) {
  const auto version = database.integer("PRAGMA user_version"), known = static_cast<std::int64_t>(migrations().size());
  if (version < known) {
    throw Fatal(
        fmt::format("{}: was written by an older hearsay (schema {}, this program needs {}) and may not be "
                    "written to; open it once where it may, or copy it",
                    database.file(), version, known));
  }
}

void migrate(const Database& database, std::size_t upto) {
  std::int64_t version = database.integer("PRAGMA user_version");
  while (version < static_cast<std::int64_t>(upto)) {
    step(database, static_cast<std::size_t>(version));
    version = database.integer("PRAGMA user_version");
  }
}

}  // namespace hearsay::store::sqlite
