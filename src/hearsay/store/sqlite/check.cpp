// SPDX-License-Identifier: Apache-2.0
// Proving a store whole.
#include <hearsay/store/sqlite/check.hpp>

#include <fmt/format.h>
#include <exception>

#include <hearsay/base/error.hpp>
#include <hearsay/store/detail/codec.hpp>

namespace hearsay::store::sqlite {

namespace {

using Faults = std::vector<std::string>;

void ask_sqlite(const Database& database, Faults& faults) {
  Statement integrity(database, "PRAGMA integrity_check(20)");
  while (integrity.step()) {
    if (integrity.text(0) != "ok") {
      faults.push_back(fmt::format("integrity: {}", integrity.text(0)));
    }
  }
  Statement keys(database, "PRAGMA foreign_key_check");
  while (keys.step()) {
    faults.push_back(
        fmt::format("row {} of {} points to a missing row of {}", keys.integer(1), keys.text(0), keys.text(2)));
  }
  Statement area(database, "SELECT rtreecheck('claim_area')");
  if (area.step() && area.text(0) != "ok") {
    faults.push_back(fmt::format("area index: {}", area.text(0)));
  }
}

void ask_words(const Database& database, Faults& faults) {
  try {
    database.execute("INSERT INTO edition_words (edition_words, rank) VALUES ('integrity-check', 1)");
  } catch (const Fatal&) {
    faults.emplace_back("the full-text index is not in step with the texts");
  }
}

// Each query gives one line a fault in its first column.
constexpr const char* k_questions[] = {
    "SELECT 'document ' || doc || ' has ' || sum(current) || ' current editions' FROM edition GROUP BY doc HAVING "
    "sum(current) <> 1",
    "SELECT 'claim ' || id || ' has coordinates but no area' FROM claim WHERE lat IS NOT NULL AND lon IS NOT NULL"
    " AND key NOT IN (SELECT key FROM claim_area)",
    "SELECT 'claim ' || id || ' stands under no heading of the ledger' FROM claim WHERE key NOT IN (SELECT claim FROM "
    "cell_claim)",
    "SELECT 'claim ' || c.id || ' is listed under another day than its own' FROM claim c JOIN claim_name n ON n.claim ="
    " c.key WHERE n.day <> c.day_from OR n.day_to <> c.day_to GROUP BY c.key",
    "SELECT 'area ' || key || ' has no claim' FROM claim_area WHERE key NOT IN (SELECT key FROM claim)",
    "SELECT 'event ' || v.id || ' names claim ' || m.claim || ' of ' || m.doc || ', which is not stored' FROM "
    "event_claim m"
    " JOIN event v ON v.key = m.event WHERE NOT EXISTS (SELECT 1 FROM edition WHERE current = 1 AND compared = 0) AND "
    "NOT EXISTS"
    " (SELECT 1 FROM claim c JOIN edition e ON e.key = c.edition WHERE c.id = m.claim AND e.doc = m.doc)",
    "SELECT 'claim ' || c.id || ' of ' || e.doc || ' is in no event' FROM claim c JOIN edition e ON e.key = c.edition"
    " WHERE e.current = 1 AND NOT EXISTS (SELECT 1 FROM edition WHERE current = 1 AND compared = 0)"
    " AND NOT EXISTS (SELECT 1 FROM event_claim m WHERE m.claim = c.id AND m.doc = e.doc)",
    "SELECT 'republication ' || source || ' - ' || target || ' names a document that is not stored' FROM republication"
    " WHERE source NOT IN (SELECT doc FROM edition) OR target NOT IN (SELECT doc FROM edition)"};

void ask_questions(const Database& database, Faults& faults) {
  for (const char* question : k_questions) {
    Statement statement(database, question);
    while (statement.step()) {
      faults.emplace_back(statement.text(0));
    }
  }
}

void read_texts(const Database& database, Faults& faults) {
  Statement statement(database, "SELECT doc, text_id, body, about, attributions FROM edition");
  while (statement.step()) {
    if (to_hex(hash_bytes(statement.text(2))) != statement.text(1)) {
      faults.push_back(fmt::format("the text of document {} is not the one of its hash", statement.text(0)));
    }
    try {
      StoredReport report;
      detail::decode_about(statement.text(3), report);
      detail::decode_attributions(statement.text(4));
    } catch (const std::exception& error) {
      faults.push_back(fmt::format("document {} cannot be read: {}", statement.text(0), error.what()));
    }
  }
}

void read_claims(const Database& database, Faults& faults) {
  Statement statement(database,
                      "SELECT c.id, e.doc, e.text_id, c.body FROM claim c JOIN edition e ON e.key = c.edition");
  while (statement.step()) {
    try {
      const Claim claim = detail::decode_claim(statement.text(3));
      if (to_hex(claim.id) != statement.text(0) || claim.doc != statement.text(1) ||
          to_hex(claim.text) != statement.text(2)) {
        faults.push_back(fmt::format("claim {} is kept under another id, document or text", statement.text(0)));
      }
    } catch (const std::exception& error) {
      faults.push_back(fmt::format("claim {} cannot be read: {}", statement.text(0), error.what()));
    }
  }
}

// Rows whose value cannot be read, told with the name of what they hold.
template <class Decode>
void read_bodies(const Database& database, const char* sql, const char* what, Decode decode, Faults& faults) {
  Statement statement(database, sql);
  while (statement.step()) {
    try {
      decode(statement.text(1));
    } catch (const std::exception& error) {
      faults.push_back(fmt::format("{} {} cannot be read: {}", what, statement.text(0), error.what()));
    }
  }
}

void read_comparisons(const Database& database, Faults& faults) {
  read_bodies(database, "SELECT id, body FROM event", "event", detail::decode_event, faults);
  read_bodies(database, "SELECT source || ' - ' || target, body FROM republication", "republication",
              detail::decode_republication, faults);
}

}  // namespace

std::vector<std::string> find_faults(const Database& database) {
  Faults faults;
  ask_sqlite(database, faults);
  if (!faults.empty()) {
    return faults;  // the questions below may stumble over broken pages
  }
  ask_words(database, faults);
  ask_questions(database, faults);
  read_texts(database, faults);
  read_claims(database, faults);
  read_comparisons(database, faults);
  return faults;
}

}  // namespace hearsay::store::sqlite
