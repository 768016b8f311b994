// SPDX-License-Identifier: Apache-2.0
// Numbered values: ?1 is the day. What is current now and was published by then was the newest then.
#include <hearsay/store/sqlite/sqlite_past.hpp>

#include <fmt/format.h>

#include <hearsay/store/sqlite/query.hpp>
#include <hearsay/store/sqlite/rows.hpp>

namespace hearsay::store::sqlite {

SqlitePast::SqlitePast(const Database& database, Day day)
    : m_database(database), m_day(days(day)), m_statements(database) {
  Statement& old =
      m_statements.get("SELECT EXISTS (SELECT 1 FROM edition WHERE current = 0 AND published_to <= ?1 AND until > ?1)");
  m_has_old = number_of(old.bind(m_day)) == 1;
}

std::vector<std::string> SqlitePast::docs() const {
  Statement& find = m_statements.get(
      "SELECT e.doc FROM edition e WHERE e.published_to <= ?1 AND (e.current = 1 OR e.until > ?1) ORDER BY e.doc");
  find.bind(m_day);
  std::vector<std::string> found;
  while (find.step()) {
    found.emplace_back(find.text(0));
  }
  return found;
}

std::optional<StoredReport> SqlitePast::read(const std::string& doc, bool with_claims) const {
  Statement& find = m_statements.get(
      "SELECT e.key, e.doc, e.text_id, e.outlet, e.outlet_name, e.title, e.body, e.about, e.attributions FROM edition e"
      " WHERE e.doc = ?2 AND e.published_to <= ?1 AND (e.current = 1 OR e.until > ?1)");
  find.bind(m_day).bind(doc);
  std::optional<StoredReport> found;
  if (find.step()) {
    found = read_text(find);
    if (with_claims) {
      add_claims(find, m_statements, *found);
    }
  }
  find.reset();
  return found;
}

bool SqlitePast::is_unchanged(const std::string& doc) const {
  Statement& find =
      m_statements.get("SELECT 1 FROM edition WHERE doc = ?2 AND current = 1 AND published_to <= ?1 AND compared = 1");
  return number_of(find.bind(m_day).bind(doc)).has_value();
}

bool SqlitePast::was_there(const ClaimRef& claim) const {
  Statement& find = m_statements.get(
      "SELECT 1 FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ?2 AND e.doc = ?3"
      " AND e.published_to <= ?1 AND (e.current = 1 OR e.until > ?1)");
  return number_of(find.bind(m_day).bind(to_hex(claim.id)).bind(claim.doc)).has_value();
}

std::vector<Sharer> SqlitePast::sharers(std::uint64_t fingerprint, std::size_t limit) const {
  Statement& find = m_statements.get(
      "SELECT * FROM (SELECT e.doc, CASE e.outlet WHEN '' THEN e.outlet_name ELSE e.outlet END, e.text_id,"
      " e.published_to FROM fingerprint f JOIN edition e ON e.key = f.edition"
      " WHERE f.print = ?2 AND e.published_to <= ?1"
      " UNION ALL SELECT e.doc, CASE e.outlet WHEN '' THEN e.outlet_name ELSE e.outlet END, e.text_id,"
      " e.published_to FROM old_fingerprint f JOIN edition e ON e.key = f.edition"
      " WHERE f.print = ?2 AND e.published_to <= ?1 AND e.until > ?1 LIMIT ?3) ORDER BY 1");
  return read_sharers(find.bind(m_day).bind(signed_of(fingerprint)).bind(count_of(limit)));
}

std::vector<ClaimRef> SqlitePast::claims_with(std::uint64_t key, std::size_t limit) const {
  Statement& find = m_statements.get(
      "SELECT e.doc, c.id FROM claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key = c.edition"
      " WHERE k.block = ?2 AND e.published_to <= ?1"
      " UNION ALL"
      " SELECT e.doc, c.id FROM old_claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key = c.edition"
      " WHERE k.block = ?2 AND e.published_to <= ?1 AND e.until > ?1 ORDER BY 1, 2 LIMIT ?3");
  return read_refs(find.bind(m_day).bind(signed_of(key)).bind(count_of(limit)));
}

std::size_t SqlitePast::count_with(std::uint64_t key, std::size_t limit) const {
  Statement& find = m_statements.get(
      "SELECT count(*) FROM (SELECT 1 FROM claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key ="
      " c.edition WHERE k.block = ?2 AND e.published_to <= ?1"
      " UNION ALL"
      " SELECT 1 FROM old_claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key = c.edition"
      " WHERE k.block = ?2 AND e.published_to <= ?1 AND e.until > ?1 LIMIT ?3)");
  return static_cast<std::size_t>(number_of(find.bind(m_day).bind(signed_of(key)).bind(count_of(limit))).value_or(0));
}

bool SqlitePast::was_in_old_text(std::uint64_t fingerprint) const {
  Statement& find = m_statements.get(
      "SELECT 1 FROM old_fingerprint f JOIN edition e ON e.key = f.edition WHERE f.print = ?2"
      " AND e.published_to <= ?1 AND e.until > ?1 LIMIT 1");
  return m_has_old && number_of(find.bind(m_day).bind(signed_of(fingerprint))).has_value();
}

bool SqlitePast::was_in_old_claim(std::uint64_t key) const {
  Statement& find = m_statements.get(
      "SELECT 1 FROM old_claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key = c.edition"
      " WHERE k.block = ?2 AND e.published_to <= ?1 AND e.until > ?1 LIMIT 1");
  return m_has_old && number_of(find.bind(m_day).bind(signed_of(key))).has_value();
}

std::optional<ClaimRow> SqlitePast::claim(const std::string& id) const {
  const std::string published =
      fmt::format("(SELECT c.id FROM claim c JOIN edition e ON e.key = c.edition WHERE e.published_to <= {})", m_day);
  const auto whole = complete_id(m_database, published, id);
  if (!whole) {
    return std::nullopt;
  }
  Statement find(m_database, fmt::format("SELECT {} FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ?2"
                                         " AND e.published_to <= ?1"
                                         " ORDER BY e.current = 1 OR e.until > ?1 DESC, e.doc LIMIT 1",
                                         k_claim_columns));
  find.bind(m_day).bind(*whole);
  return find.step() ? std::optional(claim_row(find)) : std::nullopt;
}

std::vector<ClaimRef> SqlitePast::claims_beginning(const std::string& prefix) const {
  if (!is_beginning(prefix)) {
    return {};
  }
  Statement& find = m_statements.get(
      "SELECT e.doc, c.id FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id >= ?2 AND c.id < ?3"
      " AND e.published_to <= ?1 AND (e.current = 1 OR e.until > ?1) ORDER BY e.doc, c.id");
  return read_refs(find.bind(m_day).bind(prefix).bind(prefix + "g"));
}

}  // namespace hearsay::store::sqlite
