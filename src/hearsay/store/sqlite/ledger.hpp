// SPDX-License-Identifier: Apache-2.0
// The ledger of an SQLite store, a place at a time.
#pragma once
#include <functional>
#include <span>

#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

/// See Store::ledger.
void read_ledger(const Database& database, const Filter& filter, std::span<const LedgerPart> parts,
                 const std::function<bool(std::span<const LedgerLine>)>& take);

}  // namespace hearsay::store::sqlite
