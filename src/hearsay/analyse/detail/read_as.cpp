// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/read_as.hpp>

#include <algorithm>

#include <hearsay/analyse/detail/feature_keys.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_around = 4;  // words to each side that show whether the line is set in capitals

bool has_lower(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool stands_in_capitals(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  const std::size_t first = at - std::min(at, k_around), last = std::min(at + k_around + 1, tokens.size());
  const auto around = tokens.subspan(first, last - first);
  return std::none_of(around.begin(), around.end(),
                      [&](const Token& token) { return has_lower(text_of(text, token.span)); });
}

}  // namespace

ReadAs::ReadAs(const Pack& pack) {
  for (const packs::Table* table : pack.tables_under("lang-")) {
    if (!table->path.ends_with("/read_as.tsv")) {
      continue;
    }
    for (const packs::Row& row : table->rows) {
      m_as.emplace(hash_bytes(table->cell(row, "form")), word_features(table->cell(row, "as")));
    }
  }
}

void ReadAs::apply(std::string_view text, std::span<const Token> tokens, std::vector<WordFeatures>& words) const {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto found = m_as.find(words[i].form);
    if (found != m_as.end() && !stands_in_capitals(text, tokens, i)) {
      words[i] = found->second;
    }
  }
}

}  // namespace hearsay::analyse::detail
