// SPDX-License-Identifier: Apache-2.0
// The knowledge that tests of clean/ run with: lang-en's tables, and a few outlets and places of our own.
#pragma once
#include "shipped_tables.hpp"

namespace hearsay::tests {

inline Pack clean_pack() {
  Pack pack = shipped_tables({"lang-en/boilerplate.tsv", "lang-en/calendar.tsv", "lang-en/bylines.tsv",
                              "lang-en/agencies.tsv", "lang-en/page_hints.tsv"});
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
