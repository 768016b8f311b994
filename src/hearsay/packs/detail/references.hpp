// SPDX-License-Identifier: Apache-2.0
// The checks that need all tables: who is named must exist, chains must end, names must tell things apart.
#pragma once
#include <vector>

#include <hearsay/packs/detail/typed_rows.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::packs::detail {

/// Unknown ids (containers, parents, aliases, persons' actors, owners), chains of containers or parents that come back
/// to their beginning, and one spelling for two entities of a kind at one time, unless one of the two rows has a note.
void check_references(const Pack& pack, const Origins& origins, std::vector<Problem>& problems);

/// Unknown ids in the column `entity` of a free-standing table (framing.tsv, class_actors.tsv).
void check_entity_column(const Table& table, const std::string& pack_id, const Origins& origins,
                         std::vector<Problem>& problems);

}  // namespace hearsay::packs::detail
