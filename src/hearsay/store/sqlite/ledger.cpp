// SPDX-License-Identifier: Apache-2.0
// Two ways to the same lines: cell by cell, which ends early, or, for a circle, a source or words, claim by claim.
#include <hearsay/store/sqlite/ledger.hpp>

#include <algorithm>
#include <tuple>

#include <hearsay/store/detail/codec.hpp>
#include <hearsay/store/sqlite/query.hpp>

namespace hearsay::store::sqlite {

namespace {

using Lines = std::vector<LedgerLine>;
using Take = std::function<bool(std::span<const LedgerLine>)>;

auto place_of(const LedgerLine& line) {
  return std::tie(line.place_name, line.place);
}

// Columns place_name, place, actor, type, mode from `first` on.
LedgerLine heading_at(const Statement& row, int first) {
  LedgerLine line;
  line.place_name = row.text(first);
  line.place = row.text(first + 1);
  line.actor = row.text(first + 2);
  line.type = row.text(first + 3);
  line.mode = row.text(first + 4);
  return line;
}

// Columns day_from, day_to, doc, id from `first` on.
LedgerLine line_of(LedgerLine line, const Statement& row, int first) {
  if (row.integer(first) != k_no_day) {
    line.time = {day_of(row.integer(first)), day_of(row.integer(first + 1))};
  }
  line.claim = {std::string(row.text(first + 2)), detail::hash_from_hex(row.text(first + 3))};
  return line;
}

// "k.type = ? AND k.mode = ? OR ..." for the parts that the filter leaves.
std::string parts_condition(const Filter& filter, std::span<const LedgerPart> parts, std::vector<std::string>& values) {
  std::string sql;
  for (const LedgerPart& part : parts) {
    if (!filter.type.empty() && filter.type != part.type) {
      continue;
    }
    const std::string mode = part.mode.empty() ? filter.mode : std::string(part.mode);
    if (!filter.mode.empty() && filter.mode != mode) {
      continue;
    }
    sql += sql.empty() ? "" : " OR ";
    sql += mode.empty() ? "k.type = ?" : "(k.type = ? AND k.mode = ?)";
    values.emplace_back(part.type);
    if (!mode.empty()) {
      values.push_back(mode);
    }
  }
  return sql.empty() ? "0" : "(" + sql + ")";
}

std::string cells_sql(const Filter& filter, std::span<const LedgerPart> parts, std::vector<std::string>& values) {
  std::string from = " FROM cell k", where;
  for (const auto& [role, name] : {std::pair("place", &filter.place), std::pair("actor", &filter.actor)}) {
    if (!name->empty()) {
      where += "k.key IN (SELECT cell FROM cell_name WHERE role = ? AND name = ?) AND ";
      values.emplace_back(role);
      values.push_back(folded(*name));
    }
  }
  return "SELECT k.key, k.place_name, k.place, k.actor, k.type, k.mode" + from + " WHERE " + where +
         parts_condition(filter, parts, values) + " ORDER BY k.place_name, k.place, k.actor, k.type, k.mode";
}

// What a filter asks of each claim of a cell.
Filter of_claims(const Filter& filter) {
  Filter rest;
  rest.since = filter.since;
  rest.until = filter.until;
  rest.status = filter.status;
  rest.as_of = filter.as_of;
  return rest;
}

void by_cells(const Database& database, const Filter& filter, std::span<const LedgerPart> parts, const Take& take) {
  std::vector<std::string> values;
  Statement cells(database, cells_sql(filter, parts, values));
  for (const std::string& value : values) {
    cells.bind(value);
  }
  Conditions conditions;
  conditions.on_claim(of_claims(filter));
  conditions.on_edition(of_claims(filter));
  Statement claims(database,
                   "SELECT c.day_from, c.day_to, e.doc, c.id FROM cell_claim m CROSS JOIN claim c ON c.key = m.claim"
                   " CROSS JOIN edition e ON e.key = c.edition" +
                       conditions.where() + " AND m.cell = ?");
  Lines lines;
  while (cells.step()) {
    const LedgerLine heading = heading_at(cells, 1);
    if (!lines.empty() && place_of(lines.front()) != place_of(heading)) {
      if (!take(lines)) {
        return;
      }
      lines.clear();
    }
    conditions.bind(claims);
    claims.bind(cells.integer(0));
    while (claims.step()) {
      lines.push_back(line_of(heading, claims, 0));
    }
    claims.reset();
  }
  if (!lines.empty()) {
    take(lines);
  }
}

// The lines of all claims that pass, in no order.
Lines lines_of_claims(const Database& database, const Filter& filter, std::span<const LedgerPart> parts) {
  Conditions conditions;
  conditions.on_claim(filter);
  conditions.on_edition(filter);
  std::vector<std::string> values;
  const std::string wanted = parts_condition(filter, parts, values);
  const std::string actor =
      filter.actor.empty() ? "" : " AND k.key IN (SELECT cell FROM cell_name WHERE role = 'actor' AND name = ?)";
  Statement find(database,
                 "SELECT k.place_name, k.place, k.actor, k.type, k.mode, c.day_from, c.day_to, e.doc, c.id, c.body" +
                     conditions.claims() + " JOIN cell_claim m ON m.claim = c.key JOIN cell k ON k.key = m.cell" +
                     conditions.where() + " AND " + wanted + actor);
  conditions.bind(find);
  for (const std::string& value : values) {
    find.bind(value);
  }
  if (!filter.actor.empty()) {
    find.bind(folded(filter.actor));
  }
  Lines lines;
  while (find.step()) {
    if (!filter.circle || within(detail::decode_claim(find.text(9)), *filter.circle)) {
      lines.push_back(line_of(heading_at(find, 0), find, 5));
    }
  }
  return lines;
}

void by_claims(const Database& database, const Filter& filter, std::span<const LedgerPart> parts, const Take& take) {
  Lines lines = lines_of_claims(database, filter, parts);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LedgerLine& a, const LedgerLine& b) { return place_of(a) < place_of(b); });
  for (std::size_t from = 0; from < lines.size();) {
    std::size_t to = from;
    while (to < lines.size() && place_of(lines[to]) == place_of(lines[from])) {
      ++to;
    }
    if (!take(std::span(lines).subspan(from, to - from))) {
      return;
    }
    from = to;
  }
}

}  // namespace

void read_ledger(const Database& database, const Filter& filter, std::span<const LedgerPart> parts, const Take& take) {
  const bool narrow = filter.circle || !filter.source.empty() || !filter.words.empty();
  (narrow ? by_claims : by_cells)(database, filter, parts, take);
}

}  // namespace hearsay::store::sqlite
