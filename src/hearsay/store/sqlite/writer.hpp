// SPDX-License-Identifier: Apache-2.0
// Writing reports and comparisons; the caller holds the transaction.
#pragma once
#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

void write_property(const Database& database, std::string_view name, std::string_view value);

/// Inserts the edition, or replaces what was coded from the same text by other versions.
void write_report(const Database& database, const StoredReport& report, const OpenOptions& versions);

/// Replaces all events and republications.
void write_comparison(const Database& database, const Comparison& comparison);

}  // namespace hearsay::store::sqlite
