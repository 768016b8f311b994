// SPDX-License-Identifier: Apache-2.0
// Proving a store whole.
#pragma once
#include <string>
#include <vector>

#include <hearsay/store/sqlite/database.hpp>

namespace hearsay::store::sqlite {

/// SQLite's own integrity and foreign keys, the full-text and area indices in step with their tables, every text under
/// its hash, one current edition a document, every stored value readable and every event's claims there. One line a
/// fault.
std::vector<std::string> find_faults(const Database& database);

}  // namespace hearsay::store::sqlite
