// SPDX-License-Identifier: Apache-2.0
// What a word looks like, as hashes computed once per token.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/types/analysis.hpp>

namespace hearsay::analyse::detail {

struct WordFeatures {
  std::uint64_t form = 0, lower = 0;
  std::uint64_t suffix1 = 0, suffix2 = 0, suffix3 = 0, suffix4 = 0;  // of the lower-case form, in bytes
  std::uint64_t prefix1 = 0, prefix2 = 0, prefix3 = 0;
  std::uint64_t shape = 0;  // "Xx", "x-X", "d.d": runs of one class collapsed
};

/// Lower case with a fast way for ASCII; other letters by base/text.
std::string lower_form(std::string_view form);
WordFeatures word_features(std::string_view form);

/// Features of every word of one sentence, in order.
std::vector<WordFeatures> sentence_features(std::string_view text, std::span<const Token> tokens);

}  // namespace hearsay::analyse::detail
