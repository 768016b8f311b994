// SPDX-License-Identifier: Apache-2.0
// compile_world CITIES ALIASES INDEX: cities.pbf and a table of further spellings into the memory-mapped index.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include <hearsay/link/names/spelling.hpp>
#include <hearsay/packs/pack.hpp>

#include "cities_file.hpp"

namespace {

using hearsay::packs::Town;

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw hearsay::Fatal(fmt::format("{}: cannot be read", path));
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::uint32_t, std::vector<std::string>> read_aliases(const char* path) {
  std::vector<hearsay::packs::Problem> problems;
  const auto table = hearsay::packs::parse_table(read_file(path), path, problems);
  std::map<std::uint32_t, std::vector<std::string>> out;
  for (const auto& row : table.rows) {
    out[static_cast<std::uint32_t>(std::stoul(table.cell(row, "geonames_id")))].push_back(table.cell(row, "spelling"));
  }
  return out;
}

void add_names(std::vector<Town>& towns, const std::map<std::uint32_t, std::vector<std::string>>& aliases) {
  for (auto& town : towns) {
    town.names.push_back(hearsay::link::fold_name(town.name));
    const auto more = aliases.find(town.geonames_id);
    if (more != aliases.end()) {
      for (const auto& spelling : more->second) {
        town.names.push_back(hearsay::link::fold_name(spelling));
      }
    }
  }
}

int compile(const char* cities, const char* aliases, const char* index) {
  auto towns = hearsay::tools::read_cities(read_file(cities));
  if (!towns) {
    throw hearsay::Fatal(fmt::format("{}: {}", cities, towns.error().message));
  }
  add_names(*towns, read_aliases(aliases));
  const std::size_t count = towns->size();
  const std::string bytes = hearsay::packs::compile_world_index(*towns);
  std::ofstream out(index, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) {
    throw hearsay::Fatal(fmt::format("{}: cannot be written", index));
  }
  fmt::print("{}: {} towns, {} bytes\n", index, count, bytes.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: compile_world CITIES ALIASES INDEX\n");
    return 2;
  }
  try {
    return compile(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    fmt::print(stderr, "compile_world: {}\n", error.what());
    return 3;
  }
}
