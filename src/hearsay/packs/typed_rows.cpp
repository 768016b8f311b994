// SPDX-License-Identifier: Apache-2.0
// Rows of checked tables to the structs of a Pack.
#include <hearsay/packs/detail/typed_rows.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/packs/detail/schema.hpp>

namespace hearsay::packs::detail {

namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// The script of a spelling: that of its first letter, "Latn" when it has none of another.
std::string_view script_of(std::string_view spelling) {
  for (std::size_t at = 0; at < spelling.size();) {
    const auto decoded = decode_at(spelling, at);
    if (decoded.code >= 0x0600 && decoded.code <= 0x08FF) {
      return "Arab";
    }
    if (decoded.code >= 0x0590 && decoded.code < 0x0600) {
      return "Hebr";
    }
    if (decoded.code >= 0x0400 && decoded.code <= 0x052F) {
      return "Cyrl";
    }
    at += decoded.length;
  }
  return "Latn";
}

enum class Column : std::uint8_t {
  id,
  name,
  kind,
  parent,
  country,
  side,
  from,
  until,
  note,
  feature,
  container,
  lat_deg,
  lon_deg,
  radius_km,
  population,
  geonames_id,
  domain,
  owner,
  cls,
  unit,
  role,
  actor,
  spelling,
  script
};

constexpr std::array<std::string_view, 24> k_column_names = {
    "id",     "name",    "kind",      "parent",  "country", "side",      "from",       "until",
    "note",   "feature", "container", "lat_deg", "lon_deg", "radius_km", "population", "geonames_id",
    "domain", "owner",   "class",     "unit",    "role",    "actor",     "spelling",   "script"};

/// Where the columns of a table stand, looked up once for tens of thousands of rows.
class Columns {
 public:
  explicit Columns(const Table& table) {
    for (std::size_t i = 0; i < m_index.size(); ++i) {
      m_index[i] = table.column(k_column_names[i]).value_or(k_absent);
    }
  }
  /// "" where the table has no such column.
  const std::string& cell(const Row& row, Column column) const {
    static const std::string empty;
    const std::size_t index = m_index[static_cast<std::size_t>(column)];
    return index < row.cells.size() ? row.cells[index] : empty;
  }

 private:
  static constexpr std::size_t k_absent = SIZE_MAX;
  std::array<std::size_t, k_column_names.size()> m_index{};
};

/// One row of one table, read cell by cell.
class Cells {
 public:
  Cells(const Table& table, const Columns& columns, const Row& row, const std::string& pack_id)
      : m_table(table), m_columns(columns), m_row(row), m_pack_id(pack_id) {}
  const std::string& text(Column column) const { return m_columns.cell(m_row, column); }
  double number(Column column) const { return to_number(text(column)).value_or(0); }
  std::int64_t integer(Column column) const { return to_integer(text(column)).value_or(0); }
  std::string entity(Column column) const { return to_entity(m_pack_id, text(column)); }
  Validity validity() const { return {first_day(text(Column::from)), last_day(text(Column::until))}; }
  bool has_point() const {
    return to_number(text(Column::lat_deg)) && to_number(text(Column::lon_deg)) && to_number(text(Column::radius_km));
  }
  Origin origin() const { return {&m_table.path, m_row.line, !text(Column::note).empty()}; }

 private:
  const Table& m_table;
  const Columns& m_columns;
  const Row& m_row;
  const std::string& m_pack_id;
};

/// Adds rows of one table; see add_typed_rows.
class Adder {
 public:
  Adder(const Table& table, const std::string& pack_id, Pack& pack, Origins& origins, std::vector<Problem>& problems)
      : m_table(table), m_pack_id(pack_id), m_pack(pack), m_origins(origins), m_problems(problems) {}

  void add_all() {
    const auto file = file_name(m_table.path);
    const auto* schema = find_schema(file);
    m_origins.entities.reserve(m_origins.entities.size() + (file == "aliases.tsv" ? 0 : m_table.rows.size()));
    m_origins.aliases.reserve(m_origins.aliases.size() + m_table.rows.size());
    m_pack.aliases.reserve(m_pack.aliases.size() + m_table.rows.size());
    if (file == "places.tsv") {
      m_pack.places.reserve(m_pack.places.size() + m_table.rows.size());
    }
    const Columns columns(m_table);
    for (const auto& row : m_table.rows) {
      const Cells cells(m_table, columns, row, m_pack_id);
      if (file == "aliases.tsv") {
        add_alias(cells);
      } else if (const auto entity = define(cells, schema->id_prefix); !entity.empty()) {
        add_entity(cells, file, entity);
      }
    }
  }

 private:
  /// Takes the id of a row and gives its entity; "" when it has none of the right shape or it is taken.
  std::string define(const Cells& cells, std::string_view prefix) {
    const auto& id = cells.text(Column::id);
    const auto origin = cells.origin();
    if (id.empty()) {
      return "";  // check_cells has said so
    }
    if (!id.starts_with(prefix) || id.size() == prefix.size()) {
      report(origin, fmt::format("id '{}' must begin with '{}'", id, prefix));
      return "";
    }
    std::string entity = to_entity(m_pack_id, id);
    const auto [first, fresh] = m_origins.entities.try_emplace(hash_text(entity));
    if (!fresh) {
      report(origin, fmt::format("id '{}' is defined twice (first in line {})", id, first->line));
      return "";
    }
    *first = origin;
    return entity;
  }

  void add_entity(const Cells& cells, std::string_view file, const std::string& entity) {
    if (file == "places.tsv") {
      if (!cells.has_point()) {
        return;  // named by check_cells; a place without a point is no place
      }
      m_pack.places.push_back(read_place(cells, entity));
      m_origins.places.push_back(cells.origin());
    } else if (file == "actors.tsv") {
      m_pack.actors.push_back({entity, cells.text(Column::name), cells.text(Column::kind), cells.entity(Column::parent),
                               cells.text(Column::country), cells.text(Column::side), cells.validity()});
      m_origins.actors.push_back(cells.origin());
    } else if (file == "outlets.tsv") {
      m_pack.outlets.push_back({entity, cells.text(Column::name), cells.text(Column::kind), cells.text(Column::domain),
                                cells.text(Column::country), cells.text(Column::owner)});
      m_origins.outlets.push_back(cells.origin());
    } else if (file == "equipment.tsv") {
      m_pack.equipment.push_back({entity, cells.text(Column::name), cells.text(Column::cls), cells.text(Column::unit)});
      m_origins.equipment.push_back(cells.origin());
    } else {
      m_pack.persons.push_back(
          {entity, cells.text(Column::name), cells.text(Column::role), cells.entity(Column::actor), cells.validity()});
      m_origins.persons.push_back(cells.origin());
    }
    add_canonical_name(cells, entity);
  }

  static Place read_place(const Cells& cells, const std::string& entity) {
    Place place;
    place.entity = entity;
    place.name = cells.text(Column::name);
    place.feature = cells.text(Column::feature);
    place.container = cells.entity(Column::container);
    place.country = cells.text(Column::country);
    place.lat_deg = cells.number(Column::lat_deg);
    place.lon_deg = cells.number(Column::lon_deg);
    place.radius_km = cells.number(Column::radius_km);
    place.population = cells.integer(Column::population);
    place.geonames_id = cells.integer(Column::geonames_id);
    place.valid = cells.validity();
    return place;
  }

  void add_canonical_name(const Cells& cells, const std::string& entity) {
    const auto& name = cells.text(Column::name);
    if (!name.empty()) {
      m_pack.aliases.push_back({entity, name, std::string(script_of(name)), cells.validity()});
      m_origins.aliases.push_back(cells.origin());
    }
  }

  void add_alias(const Cells& cells) {
    if (!cells.text(Column::id).empty() && !cells.text(Column::spelling).empty()) {
      m_pack.aliases.push_back(
          {cells.entity(Column::id), cells.text(Column::spelling), cells.text(Column::script), cells.validity()});
      m_origins.aliases.push_back(cells.origin());
    }
  }

  void report(const Origin& origin, std::string message) {
    m_problems.push_back({*origin.path, origin.line, std::move(message)});
  }

  const Table& m_table;
  const std::string& m_pack_id;
  Pack& m_pack;
  Origins& m_origins;
  std::vector<Problem>& m_problems;
};

}  // namespace

std::string to_entity(std::string_view pack, std::string_view id) {
  if (id.empty() || id.find(':') != std::string_view::npos) {
    return std::string(id);
  }
  std::string entity;  // tens of thousands of them: fmt would be half the time of loading
  entity.reserve(pack.size() + 1 + id.size());
  return entity.append(pack).append(1, ':').append(id);
}

std::string_view kind_of(std::string_view entity) {
  const auto begin = entity.find(':') + 1;  // npos + 1 is 0: an id without a pack
  const auto end = entity.find('/', begin);
  return end == std::string_view::npos ? std::string_view{} : entity.substr(begin, end - begin);
}

void add_typed_rows(const Table& table, const std::string& pack_id, Pack& pack, Origins& origins,
                    std::vector<Problem>& problems) {
  Adder(table, pack_id, pack, origins, problems).add_all();
}

}  // namespace hearsay::packs::detail
