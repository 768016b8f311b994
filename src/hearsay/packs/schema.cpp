// SPDX-License-Identifier: Apache-2.0
// The rules of the typed tables, and the checks that need one table only.
#include <hearsay/packs/detail/schema.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace hearsay::packs::detail {

namespace {

using enum CellKind;

constexpr std::array k_places = {ColumnRule{"id", text, true},
                                 ColumnRule{"name", text, true},
                                 ColumnRule{"feature", text, true},
                                 ColumnRule{"lat_deg", number, true},
                                 ColumnRule{"lon_deg", number, true},
                                 ColumnRule{"radius_km", number, true},
                                 ColumnRule{"container", place},
                                 ColumnRule{"country", country},
                                 ColumnRule{"population", integer},
                                 ColumnRule{"geonames_id", integer},
                                 ColumnRule{"from", day},
                                 ColumnRule{"until", day},
                                 ColumnRule{"source", text, true},
                                 ColumnRule{"note"}};
constexpr std::array k_actors = {ColumnRule{"id", text, true},     ColumnRule{"name", text, true},
                                 ColumnRule{"kind", text, true},   ColumnRule{"parent", actor},
                                 ColumnRule{"country", country},   ColumnRule{"side"},
                                 ColumnRule{"from", day},          ColumnRule{"until", day},
                                 ColumnRule{"source", text, true}, ColumnRule{"note"}};
constexpr std::array k_outlets = {ColumnRule{"id", text, true},     ColumnRule{"name", text, true},
                                  ColumnRule{"kind", text, true},   ColumnRule{"domain"},
                                  ColumnRule{"country", country},   ColumnRule{"owner"},
                                  ColumnRule{"source", text, true}, ColumnRule{"note"}};
constexpr std::array k_equipment = {ColumnRule{"id", text, true},     ColumnRule{"name", text, true},
                                    ColumnRule{"class", text, true},  ColumnRule{"unit"},
                                    ColumnRule{"source", text, true}, ColumnRule{"note"}};
constexpr std::array k_persons = {ColumnRule{"id", text, true},     ColumnRule{"name", text, true},
                                  ColumnRule{"role", text, true},   ColumnRule{"actor", actor},
                                  ColumnRule{"from", day},          ColumnRule{"until", day},
                                  ColumnRule{"source", text, true}, ColumnRule{"note"}};
constexpr std::array k_aliases = {ColumnRule{"id", any_entity, true},
                                  ColumnRule{"spelling", text, true},
                                  ColumnRule{"script", script, true},
                                  ColumnRule{"from", day},
                                  ColumnRule{"until", day},
                                  ColumnRule{"source", text, true},
                                  ColumnRule{"note"}};
constexpr std::array k_framing = {ColumnRule{"phrase", text, true}, ColumnRule{"neutral"},
                                  ColumnRule{"entity", any_entity}, ColumnRule{"side"},
                                  ColumnRule{"source", text, true}, ColumnRule{"note"}};
constexpr std::array k_class_actors = {ColumnRule{"phrase", text, true},
                                       ColumnRule{"entity", any_entity, true},
                                       ColumnRule{"needs"},
                                       ColumnRule{"side"},
                                       ColumnRule{"from", day},
                                       ColumnRule{"until", day},
                                       ColumnRule{"source", text, true},
                                       ColumnRule{"note"}};

constexpr std::array<std::string_view, 16> k_actor_kinds = {
    "state",  "government", "military", "armed_group", "militia", "coalition", "organisation", "police",
    "agency", "class",      "faction",  "ethnic",      "tribe",   "ngo",       "igo",          "party"};
constexpr std::array<std::string_view, 8> k_outlet_kinds = {"newspaper", "agency",  "tv",          "radio",
                                                            "website",   "monitor", "state_media", "blog"};

const std::array k_schemas = {
    Schema{"places.tsv", "place/", "id", k_places, {}},
    Schema{"actors.tsv", "actor/", "id", k_actors, k_actor_kinds},
    Schema{"outlets.tsv", "outlet/", "id", k_outlets, k_outlet_kinds},
    Schema{"equipment.tsv", "equipment/", "id", k_equipment, {}},
    Schema{"persons.tsv", "person/", "id", k_persons, {}},
    Schema{"aliases.tsv", "", "id", k_aliases, {}},
    Schema{"framing.tsv", "", "phrase", k_framing, {}},
    Schema{"class_actors.tsv", "", "phrase", k_class_actors, {}},
};

std::optional<int> to_part(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool all = error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-';
  return all ? std::optional(value) : std::nullopt;
}

/// "2016" or "2016-07" as a month range: [first month, last month].
struct Months {
  std::chrono::year_month first, last;
};
std::optional<Months> to_months(std::string_view cell) {
  using namespace std::chrono;
  const bool shape = cell.size() == 4 || (cell.size() == 7 && cell[4] == '-');
  const auto y = shape ? to_part(cell.substr(0, 4)) : std::nullopt;
  if (!y) {
    return std::nullopt;
  }
  if (cell.size() == 4) {
    return Months{year{*y} / January, year{*y} / December};
  }
  const auto m = to_part(cell.substr(5));
  if (!m || *m < 1 || *m > 12) {
    return std::nullopt;
  }
  const auto one = year{*y} / month{static_cast<unsigned>(*m)};
  return Months{one, one};
}

bool is_code(std::string_view cell, std::size_t length, bool rest_lower) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return cell.size() == length && upper(cell[0]) &&
         std::all_of(cell.begin() + 1, cell.end(), [&](char c) { return rest_lower ? lower(c) : upper(c); });
}

/// What is wrong with a filled cell of this kind; "" when nothing is.
std::string_view fault_of(std::string_view cell, CellKind kind) {
  switch (kind) {
    case number:
      return to_number(cell) ? "" : "is not a number";
    case integer:
      return to_integer(cell) ? "" : "is not a whole number";
    case day:
      return first_day(cell) ? "" : "is not a day (YYYY-MM-DD, YYYY-MM or YYYY)";
    case country:
      return is_code(cell, 2, false) ? "" : "is not an ISO 3166-1 alpha-2 country code";
    case script:
      return is_code(cell, 4, true) ? "" : "is not an ISO 15924 script code";
    case text:
    case place:
    case actor:
    case any_entity:
      break;
  }
  return cell.front() == ' ' || cell.back() == ' ' ? "begins or ends with a space" : "";
}

/// Checks one table against its schema, row by row.
class CellChecker {
 public:
  CellChecker(const Table& table, const Schema& schema, const std::optional<BoundingBox>& box,
              std::vector<Problem>& problems)
      : m_table(table), m_schema(schema), m_box(box), m_problems(problems) {
    for (const auto& rule : schema.columns) {
      m_columns.push_back(table.column(rule.name));
    }
    for (std::size_t i = 0; i < k_watched.size(); ++i) {
      m_watched[i] = table.column(k_watched[i]).value_or(table.columns.size());
    }
    m_key = table.column(schema.sorted_by).value_or(table.columns.size());
  }

  void check() {
    check_header();
    std::string_view before;
    for (const auto& row : m_table.rows) {
      check_columns(row);
      check_validity(row);
      check_point(row);
      const std::string_view key = cell(row, m_key);
      if (key < before) {
        report(row.line, fmt::format("'{}' is not in order: it stands after '{}'", key, before));
      }
      before = key;
    }
  }

 private:
  /// Columns that are read together, looked up once.
  enum Watched : std::uint8_t { from_day, until_day, lat, lon, note, radius };
  static constexpr std::array<std::string_view, 6> k_watched = {"from",    "until", "lat_deg",
                                                                "lon_deg", "note",  "radius_km"};

  static const std::string& cell(const Row& row, std::size_t index) {
    static const std::string empty;
    return index < row.cells.size() ? row.cells[index] : empty;
  }
  const std::string& watched(const Row& row, Watched column) const { return cell(row, m_watched[column]); }

  void report(std::uint32_t line, std::string message) {
    m_problems.push_back({m_table.path, line, std::move(message)});
  }

  void check_header() {
    for (const auto& name : m_table.columns) {
      const auto known = [&](const ColumnRule& rule) { return rule.name == name; };
      if (!name.empty() && std::none_of(m_schema.columns.begin(), m_schema.columns.end(), known)) {
        report(0, fmt::format("unknown column '{}'", name));
      }
    }
    for (const auto& rule : m_schema.columns) {
      if (rule.filled && !m_table.columns.empty() && !m_table.column(rule.name)) {
        report(0, fmt::format("column '{}' is missing", rule.name));
      }
    }
  }

  void check_columns(const Row& row) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      if (!m_columns[i]) {
        continue;
      }
      const auto& rule = m_schema.columns[i];
      const std::string& cell = row.cells[*m_columns[i]];
      if (cell.empty()) {
        if (rule.filled) {
          report(row.line, fmt::format("'{}' is empty", rule.name));
        }
      } else if (const auto fault = fault_of(cell, rule.kind); !fault.empty()) {
        report(row.line, fmt::format("{} '{}' {}", rule.name, cell, fault));
      } else if (rule.name == "kind") {
        check_kind(row, cell);
      }
    }
  }

  void check_kind(const Row& row, const std::string& cell) {
    const auto& kinds = m_schema.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), cell) == kinds.end()) {
      report(row.line, fmt::format("kind '{}' is none of {}", cell, fmt::join(kinds, ", ")));
    }
  }

  void check_validity(const Row& row) {
    const auto& from = watched(row, from_day);
    const auto& until = watched(row, until_day);
    const auto begin = first_day(from), end = last_day(until);
    if (begin && end && *begin > *end) {
      report(row.line, fmt::format("from {} is after until {}", from, until));
    }
  }

  void check_point(const Row& row) {
    const auto lat_deg = to_number(watched(row, lat)), lon_deg = to_number(watched(row, lon));
    if (!lat_deg || !lon_deg) {
      return;
    }
    const bool outside = m_box && (*lat_deg < m_box->south_deg || *lat_deg > m_box->north_deg ||
                                   *lon_deg < m_box->west_deg || *lon_deg > m_box->east_deg);
    if (std::abs(*lat_deg) > 90 || std::abs(*lon_deg) > 180) {
      report(row.line, fmt::format("{}, {} is no point on Earth", *lat_deg, *lon_deg));
    } else if (outside && watched(row, note).empty()) {
      report(row.line,
             fmt::format("{}, {} lies outside the pack's bounding box; say in a note why", *lat_deg, *lon_deg));
    }
    const auto radius_km = to_number(watched(row, radius));
    if (radius_km && (*radius_km <= 0 || *radius_km > 10000)) {
      report(row.line, fmt::format("radius_km {} is not between 0 and 10000", *radius_km));
    }
  }

  const Table& m_table;
  const Schema& m_schema;
  const std::optional<BoundingBox>& m_box;
  std::vector<Problem>& m_problems;
  std::vector<std::optional<std::size_t>> m_columns;  // of the schema's columns, in its order
  std::array<std::size_t, k_watched.size()> m_watched{};
  std::size_t m_key = 0;  // column that the rows are sorted by
};

}  // namespace

const Schema* find_schema(std::string_view file) {
  const auto found = std::find_if(k_schemas.begin(), k_schemas.end(), [&](const Schema& s) { return s.file == file; });
  return found == k_schemas.end() ? nullptr : &*found;
}

void check_cells(const Table& table, const Schema& schema, const std::optional<BoundingBox>& box,
                 std::vector<Problem>& problems) {
  CellChecker(table, schema, box, problems).check();
}

/// "-33.4905": up to 15 digits and a point, whose quotient of two whole numbers is the nearest double, as from_chars
/// gives it. Empty for anything longer or odd.
static std::optional<double> to_plain_number(std::string_view cell) {
  constexpr std::array<double, 16> k_powers = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  const bool negative = cell.starts_with('-');
  cell.remove_prefix(negative ? 1 : 0);
  std::int64_t digits = 0;
  std::size_t seen = 0, behind = 0;
  bool point = false;
  for (const char c : cell) {
    if (c == '.' && !point && seen > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || seen == 15) {
      return std::nullopt;
    }
    digits = digits * 10 + (c - '0');
    ++seen;
    behind += point ? 1U : 0U;
  }
  if (seen == 0 || (point && behind == 0)) {
    return std::nullopt;
  }
  const double value = static_cast<double>(digits) / k_powers[behind];
  return negative ? -value : value;
}

std::optional<double> to_number(std::string_view cell) {
  if (const auto plain = to_plain_number(cell)) {
    return plain;  // tens of thousands of coordinates
  }
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool sound = error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value);
  return sound ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> to_integer(std::string_view cell) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

std::optional<Day> first_day(std::string_view cell) {
  if (const auto months = to_months(cell)) {
    return Day{months->first / std::chrono::day{1}};
  }
  return cell.size() == 10 ? parse_iso_day(cell) : std::nullopt;
}

std::optional<Day> last_day(std::string_view cell) {
  if (const auto months = to_months(cell)) {
    return Day{months->last / std::chrono::last};
  }
  return cell.size() == 10 ? parse_iso_day(cell) : std::nullopt;
}

}  // namespace hearsay::packs::detail
