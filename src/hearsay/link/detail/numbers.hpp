// SPDX-License-Identifier: Apache-2.0
// Numbers in digits and words: "1,000", "1.5 million", "2 1/2", "twenty-two", "half a dozen", "two hundred".
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::link::detail {

enum class NumberKind : std::uint8_t { one, ten, scale, group, half, article, ordinal, vague };

/// One row of lang-*/numbers.tsv.
struct NumberWord {
  NumberKind kind = NumberKind::one;
  double value = 0;
  std::optional<double> min, max;  // vague only
};

/// lang-*/numbers.tsv by word hash.
class NumberWords {
 public:
  explicit NumberWords(const Pack& pack);
  const NumberWord* find(const Piece& piece) const;

 private:
  std::unordered_map<std::uint64_t, NumberWord> m_words;
  WordFilter m_filter;
};

/// A number that begins at some piece; `end` is the piece after it. vague: value unknown, min and max from the table.
struct Number {
  double value = 0;
  std::size_t end = 0;
  bool digits = false;   // written in digits only
  bool ordinal = false;  // "third", "3rd"
  bool vague = false;    // "several", "hundreds"
  std::optional<double> min, max;
};

inline Number number_at(double value, std::size_t end) {
  Number number;
  number.value = value;
  number.end = end;
  return number;
}

/// Reads the longest number at `at`: never an article alone ("a" is read before a scale or a group only).
std::optional<Number> read_number(const std::vector<Piece>& pieces, std::size_t at, const NumberWords& words);

}  // namespace hearsay::link::detail
