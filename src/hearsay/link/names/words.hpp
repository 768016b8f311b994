// SPDX-License-Identifier: Apache-2.0
// The words of a text as names need them: hyphens part them, articles and possessives are known.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::link {

enum class Casing : std::uint8_t { lower, capital, upper, other };  // other: Arabic, digits

/// One name word. Made independently of how the tokeniser treats hyphens: "Deir e-Zor" and "al-Tanf" give three and
/// two.
struct NameWord {
  Span span;                // without a possessive 's
  std::uint32_t token = 0;  // the token that its first byte lies in
  std::uint32_t sentence = 0;
  std::uint32_t fold_begin = 0, fold_size = 0;  // into Words::folds
  std::uint64_t hash = 0;                       // of the folded word
  Casing casing = Casing::other;
  bool article = false;     // an Arabic article that belongs to the next word ("al-Tanf", "Al Tanf")
  bool joined = false;      // a hyphen and nothing else stands between it and the next word
  bool breaks = false;      // after it a name cannot go on: punctuation other than hyphen, or the sentence ends
  bool possessive = false;  // "'s" or "'" follows
};

struct Words {
  std::vector<NameWord> words;
  bool has_apostrophes = false;  // some texts lost all of theirs
  std::string folds;             // all folded words, one after the other
  std::string_view folded(const NameWord& word) const {
    return std::string_view(folds).substr(word.fold_begin, word.fold_size);
  }
};

/// Hash of one folded word (FNV-1a, 64 bits).
std::uint64_t hash_word(std::string_view folded);

/// The name words of all sentences.
Words name_words(const CleanText& text, const Analysis& analysis);

}  // namespace hearsay::link
