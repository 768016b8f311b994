// SPDX-License-Identifier: Apache-2.0
// Rows of checked tables to the structs of a Pack, remembering where each came from.
#pragma once
#include <string>
#include <vector>

#include <hearsay/base/hash/flat_index.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::packs::detail {

/// Where a typed row stands. The path must outlive it (tables and manifests are kept until all checks are done).
struct Origin {
  const std::string* path = nullptr;
  std::uint32_t line = 0;
  bool noted = false;  // the row has a note, so its author knew
};

/// Origins parallel to the vectors of a Pack, and of every entity.
struct Origins {
  std::vector<Origin> places, actors, outlets, equipment, persons, aliases;
  FlatIndex<Origin> entities;  // by hash_text of the entity
};

/// "place/raqqa" in pack levant is "levant:place/raqqa"; what names its pack already, and "", stay as they are.
std::string to_entity(std::string_view pack, std::string_view id);

/// "place" of "levant:place/raqqa"; "" without a kind.
std::string_view kind_of(std::string_view entity);

/// Adds the rows of a typed table to the pack; duplicate and malformed ids are problems, and those rows are left out.
void add_typed_rows(const Table& table, const std::string& pack_id, Pack& pack, Origins& origins,
                    std::vector<Problem>& problems);

}  // namespace hearsay::packs::detail
