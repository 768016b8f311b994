// SPDX-License-Identifier: Apache-2.0
// What comparing left in an SQLite store.
#pragma once
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

/// The database must outlive it.
class SqliteTraces : public Traces {
 public:
  explicit SqliteTraces(const Database& database) : m_database(database) {}
  std::vector<std::string> pending() const override;
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) const override;
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) const override;
  std::size_t count_with(std::uint64_t key, std::size_t limit) const override;
  std::vector<std::uint64_t> prints_of(const std::string& doc) const override;
  std::vector<std::uint64_t> keys_of(const std::string& doc) const override;
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) const override;
  std::vector<Republication> republications_of(const std::string& doc) const override;
  std::vector<ClaimRef> forget(const std::string& doc) override;
  void put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) override;
  void put_keys(const std::string& doc, std::span<const ClaimKeys> keys) override;
  void put_republication(const Republication& republication) override;
  void remove_republication(const std::string& one, const std::string& other) override;
  void put_join(const ClaimJoin& join) override;
  void remove_join(const ClaimRef& a, const ClaimRef& b) override;
  std::vector<TextId> superseded(const std::string& doc) const override;
  void put_superseded(const std::string& doc, const TextId& text, std::span<const std::uint64_t> fingerprints,
                      std::span<const ClaimKeys> keys) override;
  void put_event(const Event& event) override;
  void settle(const std::string& doc) override;

 private:
  std::optional<std::int64_t> current_edition(const std::string& doc) const;
  std::optional<std::int64_t> claim_key(const ClaimRef& ref) const;
  void remove_pair(const std::string& one, const std::string& other);
  bool is_kept(const Event& event, const std::string& body) const;
  const Database& m_database;
  mutable Statements m_statements{m_database};
  Statement& statement(std::string_view sql) const { return m_statements.get(sql); }
};

}  // namespace hearsay::store::sqlite
