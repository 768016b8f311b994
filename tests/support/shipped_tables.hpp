// SPDX-License-Identifier: Apache-2.0
// Single tables of the packs that ship, for tests that need no more of them.
#pragma once
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <stdexcept>

#include <hearsay/packs/pack.hpp>

namespace hearsay::tests {

/// A pack of these tables alone ("lang-en/cues.tsv"). Throws where one of them has a problem.
inline Pack shipped_tables(std::initializer_list<const char*> paths) {
  Pack pack;
  std::vector<packs::Problem> problems;
  for (const std::string path : paths) {
    std::ifstream file(std::filesystem::path(HEARSAY_SOURCE_DIR) / "packs" / path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    pack.tables[path] = packs::parse_table(bytes, path, problems);
  }
  if (!problems.empty()) {
    throw std::runtime_error(packs::to_text(problems.front()));
  }
  return pack;
}

}  // namespace hearsay::tests
