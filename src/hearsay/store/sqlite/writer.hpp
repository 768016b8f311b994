// SPDX-License-Identifier: Apache-2.0
// Writing reports; the caller holds the transaction.
#pragma once
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

void write_property(const Database& database, std::string_view name, std::string_view value);

/// Inserts the edition, or replaces what was coded from the same text by other versions. The document waits to be
/// compared, and with it those whose claims were joined to claims that are gone.
void write_report(const Database& database, const StoredReport& report, const OpenOptions& versions);

/// Fills the ledger of a store whose claims were written before there was one.
void write_cells(const Database& database);

}  // namespace hearsay::store::sqlite
