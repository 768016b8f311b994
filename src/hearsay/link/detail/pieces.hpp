// SPDX-License-Identifier: Apache-2.0
// Tokens cut finer: what the number and time grammars read, whatever the tokeniser made of "third-quarter" or "10:35".
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::link::detail {

/// word: letters; digits: 0-9 only; mark: one sign, dashes and quotes folded to '-' and '\''.
enum class PieceKind : std::uint8_t { word, digits, mark };

/// A run of letters, a run of digits, or one sign inside one token. `hash` is of the lower-cased letters (word) and
/// 0 for the others; `value` is the number of a digit run (up to 12 digits, else -1).
struct Piece {
  Span span;
  std::uint32_t token = 0;
  PieceKind kind = PieceKind::mark;
  char sign = 0;
  bool glued = false;    // no blank between it and the piece before, in the same sentence
  bool capital = false;  // begins with A to Z
  bool sentence_start = false;
  std::uint32_t sentence = 0;  // runs of text: sentences, but joined where the border cannot be one ("On 7 | August")
  std::int64_t value = -1;
  std::uint64_t hash = 0;
};

/// Says of most words at once that a table does not hold them: one bit a word hash, wrong (then it says "perhaps") for
/// about one word in a hundred with tables of a few hundred rows.
class WordFilter {
 public:
  WordFilter() : m_bits(1U << 10U) {}
  void add(std::uint64_t hash) { m_bits[hash >> 54U] |= bit(hash); }
  bool perhaps(std::uint64_t hash) const { return (m_bits[hash >> 54U] & bit(hash)) != 0; }

 private:
  static std::uint64_t bit(std::uint64_t hash) { return std::uint64_t{1} << ((hash >> 48U) & 63U); }
  std::vector<std::uint64_t> m_bits;
};

/// Hash of lower-cased ASCII letters; other bytes as they are. What Piece::hash holds.
std::uint64_t word_hash(std::string_view word);

/// The words a stretch of pieces covers: whole tokens, but of a token that holds dashes ("1861-1863") only its part.
Span span_of(const std::vector<Piece>& pieces, std::size_t begin, std::size_t end, const Analysis& analysis,
             std::string_view text);

/// All pieces of the tokens of a text, in order. "Nov." is a word and a mark '.'; "1990s" digits and a word.
std::vector<Piece> cut_pieces(const CleanText& text, const Analysis& analysis);

}  // namespace hearsay::link::detail
