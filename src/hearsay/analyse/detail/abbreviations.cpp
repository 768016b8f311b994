// SPDX-License-Identifier: Apache-2.0
// The abbreviations of the language pack, as the segmenter asks for them.
#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

std::unordered_set<std::uint64_t> abbreviation_hashes(const Pack& pack) {
  std::unordered_set<std::uint64_t> out;
  const packs::Table* table = pack.table("lang-en/abbreviations.tsv");
  if (table == nullptr) {
    return out;
  }
  for (const packs::Row& row : table->rows) {
    out.insert(hash_bytes(lower_form(table->cell(row, "abbreviation"))));
  }
  return out;
}

}  // namespace hearsay::analyse::detail
