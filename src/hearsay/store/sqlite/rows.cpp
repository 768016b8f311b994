// SPDX-License-Identifier: Apache-2.0
// Rows of the tables as values.
#include <hearsay/store/sqlite/rows.hpp>

#include <fmt/format.h>

#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/query.hpp>

namespace hearsay::store::sqlite {

std::optional<Day> day_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(day_of(row.integer(column)));
}

ClaimRef ref_at(const Statement& row, int column) {
  return {std::string(row.text(column)), detail::hash_from_hex(row.text(column + 1))};
}

std::optional<std::int64_t> number_of(Statement& statement) {
  const auto number = statement.step() ? std::optional(statement.integer(0)) : std::nullopt;
  statement.reset();
  return number;
}

std::vector<Sharer> read_sharers(Statement& statement) {
  std::vector<Sharer> found;
  while (statement.step()) {
    found.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                     detail::hash_from_hex(statement.text(2)), day_at(statement, 3)});
  }
  return found;
}

std::vector<ClaimRef> read_refs(Statement& statement) {
  std::vector<ClaimRef> found;
  while (statement.step()) {
    found.push_back(ref_at(statement, 0));
  }
  return found;
}

std::vector<std::uint64_t> read_hashes(Statement& statement) {
  std::vector<std::uint64_t> found;
  while (statement.step()) {
    found.push_back(static_cast<std::uint64_t>(statement.integer(0)));
  }
  return found;
}

ClaimRow claim_row(const Statement& row) {
  return {detail::decode_claim(row.text(0)),
          std::string(row.text(1)),
          std::string(row.text(2)),
          {day_at(row, 3), day_at(row, 4)}};
}

StoredReport read_text(const Statement& row) {
  StoredReport report;
  detail::decode_about(row.text(7), report);
  report.text.id = row.text(1);
  report.text.text_id = detail::hash_from_hex(row.text(2));
  report.outlet = row.text(3);
  report.outlet_name = row.text(4);
  report.text.title = row.text(5);
  report.text.text = row.text(6);
  return report;
}

void add_claims(const Statement& row, Statements& statements, StoredReport& report) {
  report.attributions = detail::decode_attributions(row.text(8));
  Statement& claims = statements.get("SELECT body FROM claim WHERE edition = ? ORDER BY trigger_at, id");
  claims.bind(row.integer(0));
  while (claims.step()) {
    report.claims.push_back(detail::decode_claim(claims.text(0)));
  }
}

StoredReport read_report(const Statement& row, Statements& statements) {
  StoredReport report = read_text(row);
  add_claims(row, statements, report);
  return report;
}

bool is_beginning(std::string_view id) {
  constexpr std::size_t k_least = 6;
  return id.size() >= k_least && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<std::string> complete_id(const Database& database, std::string_view table, const std::string& id) {
  if (!is_beginning(id)) {
    return std::nullopt;
  }
  Statement find(database, fmt::format("SELECT DISTINCT id FROM {} WHERE id >= ? AND id < ? LIMIT 2", table));
  find.bind(id).bind(id + "g");
  if (!find.step()) {
    return std::nullopt;
  }
  std::string whole(find.text(0));
  return find.step() ? std::nullopt : std::optional(std::move(whole));
}

}  // namespace hearsay::store::sqlite
