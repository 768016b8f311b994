// SPDX-License-Identifier: Apache-2.0
// What comparing left in an SQLite store.
#include <hearsay/store/sqlite/sqlite_traces.hpp>

#include <set>

#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/query.hpp>
#include <hearsay/store/sqlite/rows.hpp>

namespace hearsay::store::sqlite {

std::optional<std::int64_t> SqliteTraces::current_edition(const std::string& doc) const {
  Statement& find = statement("SELECT key FROM edition WHERE doc = ? AND current = 1");
  return number_of(find.bind(doc));
}

std::optional<std::int64_t> SqliteTraces::claim_key(const ClaimRef& ref) const {
  Statement& find =
      statement("SELECT c.key FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = ? AND e.doc = ?");
  return number_of(find.bind(to_hex(ref.id)).bind(ref.doc));
}

std::vector<std::string> SqliteTraces::pending() const {
  Statement& find = statement("SELECT doc FROM edition WHERE current = 1 AND compared = 0 ORDER BY doc");
  std::vector<std::string> docs;
  while (find.step()) {
    docs.emplace_back(find.text(0));
  }
  return docs;
}

std::vector<Sharer> SqliteTraces::sharers(std::uint64_t fingerprint, std::size_t limit) const {
  Statement& find = statement(
      "SELECT e.doc, CASE e.outlet WHEN '' THEN e.outlet_name ELSE e.outlet END, e.text_id, e.published_to"
      " FROM (SELECT edition FROM fingerprint WHERE print = ? LIMIT ?) f"  // a stock phrase stands in thousands
      " JOIN edition e ON e.key = f.edition ORDER BY e.doc");
  return read_sharers(find.bind(signed_of(fingerprint)).bind(count_of(limit)));
}

std::vector<ClaimRef> SqliteTraces::claims_with(std::uint64_t key, std::size_t limit) const {
  Statement& find = statement(
      "SELECT e.doc, c.id FROM claim_key k JOIN claim c ON c.key = k.claim JOIN edition e ON e.key = c.edition"
      " WHERE k.block = ? ORDER BY e.doc, c.id LIMIT ?");
  return read_refs(find.bind(signed_of(key)).bind(count_of(limit)));
}

std::size_t SqliteTraces::count_with(std::uint64_t key, std::size_t limit) const {
  Statement& find = statement("SELECT count(*) FROM (SELECT 1 FROM claim_key WHERE block = ? LIMIT ?)");
  return static_cast<std::size_t>(number_of(find.bind(signed_of(key)).bind(count_of(limit))).value_or(0));
}

std::vector<std::uint64_t> SqliteTraces::prints_of(const std::string& doc) const {
  return read_hashes(statement("SELECT DISTINCT f.print FROM edition e JOIN fingerprint f ON f.edition = e.key"
                               " WHERE e.doc = ? ORDER BY f.print")
                         .bind(doc));
}

std::vector<std::uint64_t> SqliteTraces::keys_of(const std::string& doc) const {
  return read_hashes(statement("SELECT DISTINCT k.block FROM edition e JOIN claim c ON c.edition = e.key"
                               " JOIN claim_key k ON k.claim = c.key WHERE e.doc = ? ORDER BY k.block")
                         .bind(doc));
}

std::vector<ClaimJoin> SqliteTraces::joins_of(const ClaimRef& claim) const {
  const auto key = claim_key(claim);
  std::vector<ClaimJoin> found;
  if (!key) {
    return found;
  }
  Statement& find = statement(
      "SELECT e.doc, c.id, j.score, j.copied, j.why FROM"
      " (SELECT b AS other, score, copied, why FROM claim_join WHERE a = ?1"
      "  UNION ALL SELECT a, score, copied, why FROM claim_join WHERE b = ?1) j"
      " JOIN claim c ON c.key = j.other JOIN edition e ON e.key = c.edition ORDER BY e.doc, c.id, j.copied");
  find.bind(*key);
  while (find.step()) {
    ClaimRef other = ref_at(find, 0);
    const bool first = claim < other;
    found.push_back(
        {first ? claim : other, first ? other : claim, find.real(2), find.integer(3) == 1, std::string(find.text(4))});
  }
  return found;
}

std::vector<Republication> SqliteTraces::republications_of(const std::string& doc) const {
  Statement& find =
      statement("SELECT body FROM republication WHERE source = ?1 OR target = ?1 ORDER BY source, target");
  find.bind(doc);
  std::vector<Republication> found;
  while (find.step()) {
    found.push_back(detail::decode_republication(find.text(0)));
  }
  return found;
}

std::vector<ClaimRef> SqliteTraces::forget(const std::string& doc) {
  std::set<ClaimRef> touched;
  for (const std::string_view sql :
       {"SELECT oe.doc, o.id FROM edition e JOIN claim c ON c.edition = e.key JOIN claim_join j ON j.a = c.key"
        " JOIN claim o ON o.key = j.b JOIN edition oe ON oe.key = o.edition WHERE e.doc = ?1 AND oe.doc <> ?1",
        "SELECT oe.doc, o.id FROM edition e JOIN claim c ON c.edition = e.key JOIN claim_join j ON j.b = c.key"
        " JOIN claim o ON o.key = j.a JOIN edition oe ON oe.key = o.edition WHERE e.doc = ?1 AND oe.doc <> ?1",
        "SELECT o.doc, o.claim FROM event_claim m JOIN event_claim o ON o.event = m.event WHERE m.doc = ?1 AND o.doc "
        "<> ?1"}) {
    Statement& find = statement(sql);
    find.bind(doc);
    while (find.step()) {
      touched.insert(ref_at(find, 0));
    }
  }
  constexpr const char* of_doc = "SELECT c.key FROM claim c JOIN edition e ON e.key = c.edition WHERE e.doc = ?1";
  static const std::string k_joins =
      std::string("DELETE FROM claim_join WHERE a IN (") + of_doc + ") OR b IN (" + of_doc + ")";
  static const std::string k_keys = std::string("DELETE FROM claim_key WHERE claim IN (") + of_doc + ")";
  static const std::string k_old_keys = std::string("DELETE FROM old_claim_key WHERE claim IN (") + of_doc + ")";
  for (const std::string_view sql :
       {std::string_view(k_joins), std::string_view(k_keys), std::string_view(k_old_keys),
        std::string_view("DELETE FROM old_fingerprint WHERE edition IN (SELECT key FROM edition WHERE doc = ?1)"),
        std::string_view("DELETE FROM fingerprint WHERE edition IN (SELECT key FROM edition WHERE doc = ?1)"),
        std::string_view("DELETE FROM republication WHERE source = ?1 OR target = ?1"),
        std::string_view("DELETE FROM event WHERE key IN (SELECT event FROM event_claim WHERE doc = ?1)")}) {
    statement(sql).bind(doc).run();
  }
  return {touched.begin(), touched.end()};
}

void SqliteTraces::put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) {
  const auto edition = current_edition(doc);
  Statement& put = statement("INSERT OR IGNORE INTO fingerprint VALUES (?, ?)");
  for (const std::uint64_t print : fingerprints) {
    put.bind(signed_of(print)).bind(edition).run();
  }
}

void SqliteTraces::put_keys(const std::string&, std::span<const ClaimKeys> keys) {
  Statement& put = statement("INSERT OR IGNORE INTO claim_key VALUES (?, ?)");
  for (const ClaimKeys& one : keys) {
    const auto claim = claim_key(one.claim);
    for (const std::uint64_t key : one.keys) {
      put.bind(signed_of(key)).bind(claim).run();
    }
  }
}

void SqliteTraces::put_republication(const Republication& one) {
  remove_pair(one.from, one.to);
  statement("INSERT INTO republication VALUES (?, ?, ?, ?)")
      .bind(one.from)
      .bind(one.to)
      .bind(to_string(one.kind))
      .bind(detail::encode(one))
      .run();
}

void SqliteTraces::remove_pair(const std::string& one, const std::string& other) {
  statement("DELETE FROM republication WHERE (source = ?1 AND target = ?2) OR (source = ?2 AND target = ?1)")
      .bind(one)
      .bind(other)
      .run();
}

void SqliteTraces::remove_republication(const std::string& one, const std::string& other) {
  remove_pair(one, other);
  Statement& joins = statement(
      "DELETE FROM claim_join WHERE copied = 1 AND (a, b) IN (SELECT j.a, j.b FROM edition e JOIN claim c ON c.edition "
      "= e.key"
      " JOIN claim_join j ON (j.a = c.key OR j.b = c.key) JOIN claim o ON o.key = j.a + j.b - c.key"
      " JOIN edition oe ON oe.key = o.edition WHERE e.doc = ?1 AND oe.doc = ?2 AND j.copied = 1)");
  joins.bind(one).bind(other).run();
}

void SqliteTraces::put_join(const ClaimJoin& join) {
  const auto a = claim_key(join.a), b = claim_key(join.b);
  statement("INSERT OR REPLACE INTO claim_join VALUES (?, ?, ?, ?, ?)")
      .bind(std::min(a, b))
      .bind(std::max(a, b))
      .bind(std::int64_t{join.copied})
      .bind(join.score)
      .bind(join.why)
      .run();
}

void SqliteTraces::remove_join(const ClaimRef& a, const ClaimRef& b) {
  const auto one = claim_key(a), other = claim_key(b);
  statement("DELETE FROM claim_join WHERE a = ? AND b = ? AND copied = 0")
      .bind(std::min(one, other))
      .bind(std::max(one, other))
      .run();
}

std::vector<TextId> SqliteTraces::superseded(const std::string& doc) const {
  Statement& find = statement(
      "SELECT text_id FROM edition WHERE doc = ? AND current = 0 AND published_to < until ORDER BY published_to");
  find.bind(doc);
  std::vector<TextId> found;
  while (find.step()) {
    found.push_back(detail::hash_from_hex(find.text(0)));
  }
  return found;
}

void SqliteTraces::put_superseded(const std::string& doc, const TextId& text,
                                  std::span<const std::uint64_t> fingerprints, std::span<const ClaimKeys> keys) {
  const auto edition =
      number_of(statement("SELECT key FROM edition WHERE doc = ? AND text_id = ?").bind(doc).bind(to_hex(text)));
  Statement& put_print = statement("INSERT OR IGNORE INTO old_fingerprint VALUES (?, ?)");
  for (const std::uint64_t print : fingerprints) {
    put_print.bind(signed_of(print)).bind(edition).run();
  }
  Statement& put_key = statement("INSERT OR IGNORE INTO old_claim_key VALUES (?, ?)");
  for (const ClaimKeys& one : keys) {
    const auto claim = claim_key(one.claim);
    for (const std::uint64_t key : one.keys) {
      put_key.bind(signed_of(key)).bind(claim).run();
    }
  }
}

bool SqliteTraces::is_kept(const Event& event, const std::string& body) const {
  Statement& find = statement("SELECT body = ? FROM event WHERE id = ?");
  return number_of(find.bind(body).bind(to_hex(event.id))) == 1;
}

void SqliteTraces::put_event(const Event& event) {
  const std::string body = detail::encode(event);
  if (is_kept(event, body)) {
    return;
  }
  for (const ClaimRef& ref : event.claims) {
    statement("DELETE FROM event WHERE key IN (SELECT event FROM event_claim WHERE claim = ? AND doc = ?)")
        .bind(to_hex(ref.id))
        .bind(ref.doc)
        .run();
  }
  statement("INSERT INTO event (id, body) VALUES (?, ?)").bind(to_hex(event.id)).bind(body).run();
  const std::int64_t key = m_database.last_key();
  for (const ClaimRef& ref : event.claims) {
    statement("INSERT INTO event_claim (event, claim, doc) VALUES (?, ?, ?)")
        .bind(key)
        .bind(to_hex(ref.id))
        .bind(ref.doc)
        .run();
  }
}

void SqliteTraces::settle(const std::string& doc) {
  statement("UPDATE edition SET compared = 1 WHERE doc = ?").bind(doc).run();
}

}  // namespace hearsay::store::sqlite
