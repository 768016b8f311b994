// SPDX-License-Identifier: Apache-2.0
// Making a store, and bringing an older one up to date.
#pragma once
#include <span>
#include <string_view>

#include <hearsay/store/sqlite/database.hpp>

namespace hearsay::store::sqlite {

/// The SQL of schema versions 1, 2, ...; generated at build time from store/migrations/.
std::span<const std::string_view> migrations();

/// Throws Fatal: not a store of ours (an empty file is one only when it may be created), or one of a newer program.
/// Changes nothing, so that a stranger's file stays as it was.
void refuse_strangers(const Database& database, bool create);

/// Throws Fatal where a store has yet to be brought up to date; for one that cannot be written.
void refuse_older(const Database& database);

/// Brings the database to schema version migrations().size(), each step in a transaction of its own with its version.
/// `upto`: stop there (for the tests of older stores).
void migrate(const Database& database, std::size_t upto = migrations().size());

}  // namespace hearsay::store::sqlite
