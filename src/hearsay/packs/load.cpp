// SPDX-License-Identifier: Apache-2.0
// Reading packs from their folder.
#include <fstream>
#include <iterator>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {

namespace {

std::vector<std::string> split_tabs(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Table parse_table(std::string_view bytes, const std::string& path, std::vector<Problem>& problems) {
  Table table;
  table.path = path;
  std::uint32_t line_number = 0;
  while (!bytes.empty()) {
    const auto newline = bytes.find('\n');
    std::string_view line = bytes.substr(0, newline);
    bytes.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
    ++line_number;
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    if (table.columns.empty()) {
      table.columns = split_tabs(line);
      continue;
    }
    Row row{split_tabs(line), line_number};
    if (row.cells.size() > table.columns.size()) {
      problems.push_back({path, line_number, "more cells than columns"});
    }
    row.cells.resize(table.columns.size());
    table.rows.push_back(std::move(row));
  }
  return table;
}

Loaded load_packs(const std::filesystem::path& folder, const std::string& name) {
  Loaded loaded;
  loaded.pack.name = name;
  if (!std::filesystem::is_directory(folder / name)) {
    throw Fatal("no pack '" + name + "' in " + folder.string());
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".tsv") {
      continue;
    }
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::string path = std::filesystem::relative(entry.path(), folder).generic_string();
    loaded.pack.tables[path] = parse_table(bytes, path, loaded.problems);
  }
  return loaded;
}

}  // namespace hearsay::packs
