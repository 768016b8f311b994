// SPDX-License-Identifier: Apache-2.0
// The knowledge that tests of clean/ run with: lang-en's tables, and a few outlets and places of our own.
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>

#include <hearsay/packs/pack.hpp>

namespace hearsay::tests {

inline Pack clean_pack() {
  Pack pack;
  std::vector<packs::Problem> problems;
  for (const char* name : {"boilerplate", "calendar", "bylines", "agencies", "page_hints"}) {
    const std::string path = std::string("lang-en/") + name + ".tsv";
    std::ifstream file(std::filesystem::path(HEARSAY_SOURCE_DIR) / "packs" / path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    pack.tables[path] = packs::parse_table(bytes, path, problems);
  }
  pack.outlets.push_back({"test:outlet/river-post", "River Post", "newspaper", "riverpost.example", "SY", ""});
  for (const char* name : {"Tal Ahmar", "Beirut", "Amman", "Syria", "US"}) {
    packs::Place place;
    place.entity = std::string("test:place/") + name;
    place.name = name;
    pack.aliases.push_back({place.entity, place.name, "Latn", {}});
    pack.places.push_back(std::move(place));
  }
  return pack;
}

}  // namespace hearsay::tests
