// SPDX-License-Identifier: Apache-2.0
// What the typed tables must look like. Readers of packs want packs/README.md, callers want <hearsay/packs/pack.hpp>.
#pragma once
#include <span>
#include <string_view>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs::detail {

/// What may stand in a cell.
enum class CellKind : std::uint8_t { text, number, integer, day, country, script, place, actor, any_entity };

struct ColumnRule {
  std::string_view name;
  CellKind kind = CellKind::text;
  bool filled = false;  // every row must fill it; such a column must be there
};

/// The rules of one file name, the same in every pack.
struct Schema {
  std::string_view file;       // "places.tsv"
  std::string_view id_prefix;  // "place/" for tables that define entities; "" else
  std::string_view sorted_by;  // the column in whose byte order the rows stand
  std::span<const ColumnRule> columns;
  std::span<const std::string_view> kinds;  // what the column "kind" may say; empty: anything
};

/// The schema for a file name inside a pack; nullptr for tables that packs are free to shape.
const Schema* find_schema(std::string_view file);

/// Unknown and missing columns, empty cells that must be filled, malformed numbers, days, codes, from after until,
/// coordinates off the globe or outside the box, rows out of order.
void check_cells(const Table& table, const Schema& schema, const std::optional<BoundingBox>& box,
                 std::vector<Problem>& problems);

/// A cell as a number; empty when it is none.
std::optional<double> to_number(std::string_view cell);
std::optional<std::int64_t> to_integer(std::string_view cell);

/// "2016", "2016-07" and "2016-07-28"; a year or month is its first day for `from` and its last for `until`.
std::optional<Day> first_day(std::string_view cell);
std::optional<Day> last_day(std::string_view cell);

}  // namespace hearsay::packs::detail
