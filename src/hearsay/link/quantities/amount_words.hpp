// SPDX-License-Identifier: Apache-2.0
// The words around numbers: bounds, units and what is counted, out of lang-*/bounds.tsv, units.tsv and counted.tsv.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::link::detail {

/// How a word beside a number moves its bounds; see bounds.tsv.
enum class Bound : std::uint8_t { exact, least, above, most, below, about };

/// A row of bounds.tsv.
struct BoundPhrase {
  std::vector<std::uint64_t> words;
  Bound bound = Bound::exact;
};

/// A row of counted.tsv: an outcome ("wounded") or a thing that is counted.
struct CountedWord {
  bool outcome = false, noun = false;
  std::string what, unit;  // of the outcome; unit also of the noun
};

class AmountWords {
 public:
  explicit AmountWords(const Pack& pack);
  const std::string* unit(const Piece& piece) const;  // "km"
  const CountedWord* counted(const Piece& piece) const;
  /// Bound phrases that begin with this word, longest first; nullptr when there is none.
  const std::vector<BoundPhrase>* before(const Piece& first) const { return list_of(m_before, first); }
  const std::vector<BoundPhrase>* after(const Piece& first) const { return list_of(m_after, first); }

 private:
  bool is_known(const Piece& piece) const { return piece.kind == PieceKind::word && m_filter.perhaps(piece.hash); }
  using Lists = std::unordered_map<std::uint64_t, std::vector<BoundPhrase>>;
  const std::vector<BoundPhrase>* list_of(const Lists& lists, const Piece& first) const;
  void add_bounds(const packs::Table& table);
  void add_counted(const packs::Table& table);
  WordFilter m_filter;  // of all tables
  Lists m_before, m_after;
  std::unordered_map<std::uint64_t, std::string> m_units;
  std::unordered_map<std::uint64_t, CountedWord> m_counted;
};

}  // namespace hearsay::link::detail
