// SPDX-License-Identifier: Apache-2.0
// Reads amounts from pieces: the number with its bounds, its unit, and what it counts.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/link/detail/numbers.hpp>
#include <hearsay/link/quantities/amount_words.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link::detail {

/// One amount. Pieces [begin, end) are the number with its bounds and unit; `counted` is the piece of the noun counted.
struct Amount {
  std::size_t begin = 0, end = 0;
  std::optional<std::size_t> counted;
  QuantityRef quantity;
  bool person = false;               // counts people
  bool outcome = false;              // `what` says what befell them
  bool needs_outcome = false;        // an amount only where something befell them ("a woman")
  std::optional<std::size_t> total;  // index of the amount that this one is a part of
};

/// Borrows everything; lives for one text. `taken` marks pieces of time phrases.
class AmountReader {
 public:
  AmountReader(std::string_view text, const Analysis& analysis, const std::vector<Piece>& pieces,
               const std::vector<bool>& taken, const NumberWords& numbers, const AmountWords& words);
  /// All amounts, left to right, none overlapping.
  std::vector<Amount> read_all();

 private:
  struct Core {  // a number or a range, before bounds
    Number number;
    std::optional<double> upper;  // "20 to 30"
    std::size_t end = 0;
  };
  std::optional<Amount> read_at(std::size_t at) const;
  std::optional<Core> core(std::size_t at) const;
  std::optional<Core> between(std::size_t at) const;
  void add_upper(Core& core) const;
  void add_vague_scale(Core& core) const;
  bool is_name_number(std::size_t at, const Core& core) const;
  bool counts_nothing(std::size_t at, const Core& core) const;
  std::optional<Amount> none_of(std::size_t at) const;
  std::optional<Amount> nth_time(std::size_t at) const;
  std::optional<Amount> only_one(std::size_t at) const;
  std::optional<Amount> each_of(std::size_t at) const;
  bool is_particle(std::size_t at) const;
  const BoundPhrase* phrase_at(const std::vector<BoundPhrase>* list, std::size_t at) const;
  void add_unit(Amount& amount) const;
  bool is_named(const Amount& amount) const;
  void find_parts(std::vector<Amount>& amounts) const;
  std::size_t parts_lead(const Amount& total, const Amount& part) const;
  void find_counted(Amount& amount) const;
  void find_outcome(Amount& amount, const Amount* before) const;
  const CountedWord* outcome_behind(const Amount& amount) const;
  const CountedWord* outcome_before(const Amount& amount) const;
  std::size_t past_aside(std::size_t comma) const;
  const CountedWord* outcome_of_verb(const Amount& amount) const;
  const CountedWord* toll_before(const Amount& amount) const;
  bool form(std::size_t at, std::uint64_t hash) const { return at < m_limit && m_pieces[at].hash == hash; }
  bool sign(std::size_t at, char c) const {
    return at < m_limit && m_pieces[at].kind == PieceKind::mark && m_pieces[at].sign == c;
  }
  bool glued(std::size_t at) const { return at < m_limit && m_pieces[at].glued; }
  const Token& token(std::size_t at) const { return m_analysis.tokens[m_pieces[at].token]; }
  std::string_view text(std::size_t at) const { return text_of(m_text, m_pieces[at].span); }

  std::string_view m_text;
  const Analysis& m_analysis;
  const std::vector<Piece>& m_pieces;
  const std::vector<bool>& m_taken;
  const NumberWords& m_numbers;
  const AmountWords& m_words;
  std::size_t m_first = 0, m_limit = 0;  // the sentence that is being read
};

}  // namespace hearsay::link::detail
