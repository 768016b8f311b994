// SPDX-License-Identifier: Apache-2.0
// Looking things up in a loaded pack.
#include <hearsay/packs/pack.hpp>

#include <algorithm>

namespace hearsay::packs {

std::optional<std::size_t> Table::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

const std::string& Table::cell(const Row& row, std::string_view name) const {
  static const std::string empty;
  const auto index = column(name);
  return index && *index < row.cells.size() ? row.cells[*index] : empty;
}

const Table* Pack::table(std::string_view path) const {
  const auto found = tables.find(std::string(path));
  return found == tables.end() ? nullptr : &found->second;
}

std::vector<const Table*> Pack::tables_under(std::string_view prefix) const {
  std::vector<const Table*> found;
  for (const auto& [path, table] : tables) {
    if (path.starts_with(prefix)) {
      found.push_back(&table);
    }
  }
  return found;
}

}  // namespace hearsay::packs
