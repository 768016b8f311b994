// SPDX-License-Identifier: Apache-2.0
// What the segmenter asks the packs for: abbreviations and names.
#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

Abbreviations abbreviation_hashes(const Pack& pack) {
  Abbreviations out;
  const packs::Table* table = pack.table("lang-en/abbreviations.tsv");
  if (table == nullptr) {
    return out;
  }
  for (const packs::Row& row : table->rows) {
    out.insert(hash_bytes(lower_form(table->cell(row, "abbreviation"))));
  }
  return out;
}

std::unordered_set<std::uint64_t> name_hashes(const Pack& pack) {
  std::unordered_set<std::uint64_t> out;
  for (const packs::Alias& alias : pack.aliases) {
    if (alias.spelling.find(' ') == std::string::npos) {
      out.insert(hash_bytes(lower_form(alias.spelling)));
    }
  }
  return out;
}

}  // namespace hearsay::analyse::detail
