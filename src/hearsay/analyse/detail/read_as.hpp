// SPDX-License-Identifier: Apache-2.0
// Names that look like another word ("IS" fighters): the network sees a word in their place that is not mistaken.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/analyse/detail/word_features.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::analyse::detail {

/// The tables lang-*/read_as.tsv: form in capitals, and what to read in its place.
class ReadAs {
 public:
  explicit ReadAs(const Pack& pack);
  /// Exchange what the network sees of the words that are listed. Left alone where the words around are in capitals
  /// too.
  void apply(std::string_view text, std::span<const Token> tokens, std::vector<WordFeatures>& words) const;

 private:
  std::unordered_map<std::uint64_t, WordFeatures> m_as;  // by hash of the form
};

}  // namespace hearsay::analyse::detail
