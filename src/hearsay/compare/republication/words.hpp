// SPDX-License-Identifier: Apache-2.0
// A report as a row of normalised words, each with the bytes it came from, and the fingerprints of that row.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::compare {

/// Words of the article's own text in order: lower case, letters and digits only, apostrophes dropped ("Assad's" =
/// "assads"), hyphens and other signs between words ("rebel-held" = "rebel held"). Boilerplate, repeated paragraphs,
/// bylines and a reposter's comment are left out. Equal words have equal hashes (64 bits; a chance collision shows as
/// one more shared word at worst).
struct Words {
  std::vector<std::uint64_t> hashes;
  std::vector<Span> spans;   // bytes of CleanText::text
  std::vector<bool> quoted;  // inside quotation marks
  std::size_t size() const { return hashes.size(); }
};

Words words_of(const CleanText& text);

inline constexpr std::size_t k_gram = 5;    // words a fingerprint
inline constexpr std::size_t k_window = 8;  // grams of which one at least is chosen: any shared run of 12 words is seen

/// Hashes of all runs of k_gram words; gram i begins at word i.
std::vector<std::uint64_t> grams_of(const Words& words);

/// Winnowing (Schleimer, Wilkerson, Aiken: SIGMOD 2003): the least hash of every window, each position once.
/// Sorted, without repetition. Two rows that share k_gram + k_window - 1 words in a row share a fingerprint.
std::vector<std::uint64_t> fingerprints_of(std::span<const std::uint64_t> grams);

}  // namespace hearsay::compare
