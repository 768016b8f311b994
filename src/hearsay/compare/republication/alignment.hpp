// SPDX-License-Identifier: Apache-2.0
// Which words of two reports are the same words in the same order.
#pragma once
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include <hearsay/compare/republication/words.hpp>
#include <hearsay/types/comparison.hpp>

namespace hearsay::compare {

/// A report made ready for aligning.
struct Fingerprinted {
  Words words;
  std::vector<std::uint64_t> grams, fingerprints;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;  // grams with their position, sorted
};

/// No more words of b can be shared than this, and at least `enough` when it says so: a look before the alignment.
std::size_t most_shared_words(const Fingerprinted& a, const Fingerprinted& b, std::size_t enough);

Fingerprinted fingerprint(const CleanText& text);

/// A run of words that stands in both rows.
struct Run {
  std::size_t in_a = 0, in_b = 0, length = 0;  // words
};

/// Maximal shared runs of at least k_gram words, in the order of b, no word of b twice.
std::vector<Run> shared_runs(const Fingerprinted& a, const Fingerprinted& b);

/// How two rows overlap, common lines left out.
struct Overlap {
  std::vector<Run> runs;
  std::size_t words_a = 0, words_b = 0;  // shared words in a and in b
  std::size_t longest = 0;
  std::size_t quoted = 0;  // shared words of b that stand in quotation marks in both
};

/// `is_common` says of a fingerprint (false of all other grams) whether it tells nothing about a pair.
Overlap overlap_of(const Fingerprinted& a, const Fingerprinted& b, const std::function<bool(std::uint64_t)>& is_common);

/// The runs as byte spans of the two texts.
std::vector<SharedPassage> passages_of(const Overlap& overlap, const Words& a, const Words& b);

}  // namespace hearsay::compare
