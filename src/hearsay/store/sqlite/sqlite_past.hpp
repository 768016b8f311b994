// SPDX-License-Identifier: Apache-2.0
// What an SQLite store held on an earlier day.
#pragma once
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

/// The database must outlive it.
class SqlitePast : public Past {
 public:
  SqlitePast(const Database& database, Day day);
  std::vector<std::string> docs() const override;
  std::optional<StoredReport> report(const std::string& doc) const override { return read(doc, true); }
  std::optional<StoredReport> report_text(const std::string& doc) const override { return read(doc, false); }
  bool is_unchanged(const std::string& doc) const override;
  bool was_there(const ClaimRef& claim) const override;
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) const override;
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) const override;
  std::size_t count_with(std::uint64_t key, std::size_t limit) const override;
  bool was_in_old_text(std::uint64_t fingerprint) const override;
  bool was_in_old_claim(std::uint64_t key) const override;
  std::optional<ClaimRow> claim(const std::string& id) const override;
  std::vector<ClaimRef> claims_beginning(const std::string& prefix) const override;

 private:
  std::optional<StoredReport> read(const std::string& doc, bool with_claims) const;
  const Database& m_database;
  const std::int64_t m_day;
  bool m_has_old = false;  // whether any edition was the newest then and is not now
  mutable Statements m_statements;
};

}  // namespace hearsay::store::sqlite
