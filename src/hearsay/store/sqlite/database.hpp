// SPDX-License-Identifier: Apache-2.0
// SQLite's connection, statement and transaction as C++ values; every failure is a Fatal that names the file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay::store::sqlite {

class Database;

/// A prepared statement. Bind in order, step, read columns; reset() to use it again. Texts read live until the next
/// step.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(double number);
  Statement& bind(std::optional<std::int64_t> number);
  Statement& bind(std::optional<double> number);
  /// True while there is a row.
  bool step();
  /// Steps to the end and resets.
  void run();
  void reset();
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

 private:
  struct Closer {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database* m_database;
  std::unique_ptr<sqlite3_stmt, Closer> m_statement;
  int m_bound = 0;
};

/// One connection, to be used by one thread at a time.
class Database {
 public:
  struct Options {
    bool create = false;
  };
  Database(const std::string& file, const Options& options);
  const std::string& file() const { return m_file; }
  bool read_only() const { return m_read_only; }
  void execute(const std::string& sql) const;
  /// The first column of the first row, 0 without rows.
  std::int64_t integer(const std::string& sql) const;
  /// Never returns: the Fatal for an SQLite result code, in words of the user.
  [[noreturn]] void fail(int code, std::string_view doing) const;
  sqlite3* handle() const { return m_handle.get(); }
  std::int64_t last_key() const;

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  void open(const std::string& name, int flags);
  std::string m_file;
  std::unique_ptr<sqlite3, Closer> m_handle;
  bool m_read_only = false;
};

/// Statements that are prepared at first use and kept, by their SQL, which must be literals. The database must outlive
/// it.
class Statements {
 public:
  explicit Statements(const Database& database) : m_database(database) {}
  /// Ready to be bound. A statement is one: its last use ends here.
  Statement& get(std::string_view sql);

 private:
  const Database& m_database;
  std::unordered_map<std::string_view, Statement> m_prepared;
};

/// Begins at once for writing; rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& m_database;
  bool m_open = true;
};

}  // namespace hearsay::store::sqlite
