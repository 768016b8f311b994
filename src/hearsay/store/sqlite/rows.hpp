// SPDX-License-Identifier: Apache-2.0
// Rows of the tables as values.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/store/sqlite/database.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::store::sqlite {

std::optional<Day> day_at(const Statement& row, int column);

/// Columns document and claim id, from `column` on.
ClaimRef ref_at(const Statement& row, int column);

/// Hashes are kept as signed numbers.
inline std::int64_t signed_of(std::uint64_t hash) {
  return static_cast<std::int64_t>(hash);
}
inline std::int64_t count_of(std::size_t n) {
  return static_cast<std::int64_t>(n);
}

/// The first row's number. The statement is put back at once: a row left standing would hold a lock.
std::optional<std::int64_t> number_of(Statement& statement);

/// All rows: documents with outlet, text and publication day; document and claim id; hashes.
std::vector<Sharer> read_sharers(Statement& statement);
std::vector<ClaimRef> read_refs(Statement& statement);
std::vector<std::uint64_t> read_hashes(Statement& statement);

/// Of `claim c` and `edition e`, for claim_row().
inline constexpr std::string_view k_claim_columns = "c.body, e.outlet, e.outlet_name, e.published_from, e.published_to";
ClaimRow claim_row(const Statement& row);

/// For read_text() and add_claims().
inline constexpr std::string_view k_select_report =
    "SELECT e.key, e.doc, e.text_id, e.outlet, e.outlet_name, e.title, e.body, e.about, e.attributions FROM edition e";
StoredReport read_text(const Statement& row);
/// Claims and attributions of the row's report; claims sorted by trigger and id.
void add_claims(const Statement& row, Statements& statements, StoredReport& report);
/// Both.
StoredReport read_report(const Statement& row, Statements& statements);

/// Whether an id can be looked up by its beginning: hexadecimal digits, six at least.
bool is_beginning(std::string_view id);

/// The whole id that an id or the beginning of one stands for, if only one does. `table`: what to look in, with a
/// column `id`; SQL of ours.
std::optional<std::string> complete_id(const Database& database, std::string_view table, const std::string& id);

}  // namespace hearsay::store::sqlite
