// SPDX-License-Identifier: Apache-2.0
// SQLite behind C++ values.
#include <hearsay/store/sqlite/database.hpp>

#include <fmt/format.h>
#include <sqlite3.h>
#include <filesystem>

#include <hearsay/base/error.hpp>

namespace hearsay::store::sqlite {

namespace {

constexpr int k_busy_ms = 10'000;  // another build of the same store may be writing

}  // namespace

void Statement::Closer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(const Database& database, std::string_view sql) : m_database(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  m_statement.reset(statement);
  if (code != SQLITE_OK) {
    database.fail(code, "preparing a statement");
  }
}

Statement& Statement::bind(std::string_view text) {
  const char* data = text.data() != nullptr ? text.data() : "";
  sqlite3_bind_text64(m_statement.get(), ++m_bound, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Statement& Statement::bind(std::int64_t number) {
  sqlite3_bind_int64(m_statement.get(), ++m_bound, number);
  return *this;
}
Statement& Statement::bind(double number) {
  sqlite3_bind_double(m_statement.get(), ++m_bound, number);
  return *this;
}
Statement& Statement::bind(std::optional<std::int64_t> number) {
  return number ? bind(*number) : (sqlite3_bind_null(m_statement.get(), ++m_bound), *this);
}
Statement& Statement::bind(std::optional<double> number) {
  return number ? bind(*number) : (sqlite3_bind_null(m_statement.get(), ++m_bound), *this);
}

bool Statement::step() {
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code != SQLITE_DONE) {
    const int extended = sqlite3_extended_errcode(m_database->handle());
    sqlite3_reset(m_statement.get());
    m_database->fail(extended, "reading or writing");
  }
  return false;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(m_statement.get());
  sqlite3_clear_bindings(m_statement.get());
  m_bound = 0;
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
  return data == nullptr
             ? std::string_view()
             : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)));
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(m_statement.get(), column);
}
bool Statement::is_null(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

Database::Database(const std::string& file, const Options& options) : m_file(file) {
  std::error_code error;
  const auto kind = std::filesystem::status(file, error).type();
  if (kind == std::filesystem::file_type::directory) {
    throw Fatal(fmt::format("{}: is a folder, not a store", file));
  }
  if (kind == std::filesystem::file_type::not_found && !options.create) {
    throw Fatal(fmt::format("{}: no such store; make it with: hearsay build INPUT... --db {}", file, file));
  }
  open(file, SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0));
  m_read_only = sqlite3_db_readonly(m_handle.get(), "main") == 1;
  sqlite3_busy_timeout(m_handle.get(), k_busy_ms);
  sqlite3_extended_result_codes(m_handle.get(), 1);
}

void Database::open(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  m_handle.reset(handle);
  if (code != SQLITE_OK) {
    fail(code, "opening");
  }
}

void Database::execute(const std::string& sql) const {
  const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) {
    fail(code, "reading or writing");
  }
}

std::int64_t Database::integer(const std::string& sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_key() const {
  return sqlite3_last_insert_rowid(m_handle.get());
}

void Database::fail(int code, std::string_view doing) const {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      throw Fatal(fmt::format("{}: is not a hearsay store (not an SQLite file)", m_file));
    case SQLITE_FULL:
      throw Fatal(fmt::format("{}: no space left on the disk; what was stored before is whole, free some and run again",
                              m_file));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Fatal(fmt::format("{}: locked by another program for more than {} s; wait for it and run again", m_file,
                              k_busy_ms / 1000));
    case SQLITE_READONLY:
      throw Fatal(fmt::format("{}: cannot be written (file or folder is read-only)", m_file));
    case SQLITE_CANTOPEN:
      throw Fatal(
          fmt::format("{}: cannot be opened; check that the folder exists and may be read and written", m_file));
    case SQLITE_IOERR:
      throw Fatal(fmt::format("{}: the disk gave an error ({}); what was stored before is whole", m_file,
                              sqlite3_errmsg(m_handle.get())));
    case SQLITE_CORRUPT:
      throw Fatal(
          fmt::format("{}: is damaged ({}); restore a copy or build it anew", m_file, sqlite3_errmsg(m_handle.get())));
    default:
      throw Fatal(fmt::format("{}: {} failed: {}", m_file, doing,
                              m_handle ? sqlite3_errmsg(m_handle.get()) : sqlite3_errstr(code)));
  }
}

Statement& Statements::get(std::string_view sql) {
  auto found = m_prepared.find(sql);
  if (found == m_prepared.end()) {
    found = m_prepared.emplace(sql, Statement(m_database, sql)).first;
  }
  found->second.reset();
  return found->second;
}

Transaction::Transaction(const Database& database) : m_database(database) {
  m_database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (m_open) {
    sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);  // a failed one is rolled back already
  }
}

void Transaction::commit() {
  m_database.execute("COMMIT");
  m_open = false;
}

}  // namespace hearsay::store::sqlite
