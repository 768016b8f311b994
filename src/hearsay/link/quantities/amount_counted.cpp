// SPDX-License-Identifier: Apache-2.0
// What an amount counts: the noun, and what happened to those counted.
#include <algorithm>

#include <hearsay/link/quantities/amount_reader.hpp>

namespace hearsay::link::detail {

namespace {

const std::uint64_t k_of = word_hash("of"), k_by = word_hash("by"), k_and = word_hash("and"), k_or = word_hash("or"),
                    k_others = word_hash("others"), k_more = word_hash("more"), k_the = word_hash("the"),
                    k_them = word_hash("them"), k_were = word_hash("were"), k_was = word_hash("was"),
                    k_with = word_hash("with"), k_while = word_hash("while"), k_but = word_hash("but"),
                    k_in = word_hash("in"), k_from = word_hash("from"), k_than = word_hash("than");

constexpr std::size_t k_words_to_noun = 7;      // "25 newly trained US-backed rebel fighters"
constexpr std::size_t k_words_to_outcome = 8;

}  // namespace

/// The first word behind the number that counted.tsv knows as a thing, or the noun the number modifies in the parse.
void AmountReader::find_counted(Amount& amount) const {
  if (amount.counted || (!amount.quantity.unit.empty() && amount.quantity.unit != "person")) {
    return;
  }
  std::size_t at = amount.end;
  at += form(at, k_of) ? 1 : 0;
  const std::int32_t head = token(amount.end - 1).deprel == Deprel::nummod ? token(amount.end - 1).head : -1;
  for (std::size_t i = at; i < m_limit && i < at + k_words_to_noun; ++i) {
    const Piece& piece = m_pieces[i];
    if (piece.kind == PieceKind::mark && piece.sign == '-') {
      continue;
    }
    if (piece.kind == PieceKind::mark || piece.hash == k_and || piece.hash == k_were || piece.hash == k_was ||
        piece.hash == k_by || piece.hash == k_with || piece.hash == k_in || piece.hash == k_from) {
      break;
    }
    const CountedWord* word = m_words.counted(piece);
    const bool parse_head = head >= 0 && static_cast<std::int32_t>(piece.token) == head;
    const bool inside = i + 1 < m_limit && m_pieces[i + 1].kind == PieceKind::word &&
                        m_words.counted(m_pieces[i + 1]) != nullptr && m_words.counted(m_pieces[i + 1])->noun;
    if (parse_head || (word != nullptr && word->noun && !inside)) {
      amount.counted = i;
      amount.quantity.what = std::string(text(i));
      amount.quantity.unit = word != nullptr && word->noun ? word->unit : "";
      amount.person = amount.quantity.unit == "person";
      return;
    }
    if (word != nullptr && word->outcome) {
      return;
    }
  }
}

/// "25 soldiers killed", "six people were killed", "32 injured", "106 deaths".
const CountedWord* AmountReader::outcome_behind(const Amount& amount) const {
  const std::size_t start = amount.counted ? *amount.counted + 1 : amount.end;
  for (std::size_t i = start; i < m_limit && i < start + k_words_to_outcome; ++i) {
    const Piece& piece = m_pieces[i];
    if (piece.kind != PieceKind::word) {
      if (piece.sign == '-' || piece.sign == '"') {
        continue;
      }
      return nullptr;
    }
    const CountedWord* word = m_words.counted(piece);
    if (word != nullptr && word->outcome) {
      return word;
    }
    if (piece.hash == k_and || piece.hash == k_or || piece.hash == k_while || piece.hash == k_but ||
        m_numbers.find(piece) != nullptr) {
      return nullptr;
    }
    if (!amount.counted && token(i).upos == Upos::noun && piece.hash != k_others) {
      return nullptr;
    }
  }
  return nullptr;
}

/// "killed at least 25", "injuring 30", "claimed the lives of 12", "death toll of 40".
const CountedWord* AmountReader::outcome_before(const Amount& amount) const {
  for (std::size_t back = 1; back <= k_words_to_outcome && amount.begin >= m_first + back; ++back) {
    const Piece& piece = m_pieces[amount.begin - back];
    if (piece.kind == PieceKind::digits || (piece.kind == PieceKind::mark && piece.sign != '-' && piece.sign != '"') ||
        piece.hash == k_by || piece.hash == k_and || piece.hash == k_while) {
      return nullptr;
    }
    const CountedWord* word = m_words.counted(piece);
    if (word != nullptr && word->outcome) {
      return word;
    }
  }
  return nullptr;
}

/// People are counted for what befell them; a bare number that follows such an amount by "and" counts the same.
void AmountReader::find_outcome(Amount& amount, const Amount* before) const {
  const bool people = amount.person || !amount.counted;
  if (!people || (!amount.quantity.unit.empty() && amount.quantity.unit != "person")) {
    return;
  }
  const CountedWord* word = outcome_behind(amount);
  word = word != nullptr ? word : outcome_before(amount);
  if (word != nullptr) {
    amount.quantity.what = word->what;
    amount.quantity.unit = "person";
    amount.person = true;
    return;
  }
  const bool joined = before != nullptr && before->person && amount.begin > before->end &&
                      (m_pieces[amount.begin - 1].hash == k_and || m_pieces[amount.begin - 1].sign == ',');
  const std::size_t last = before != nullptr ? before->counted.value_or(before->end - 1) : 0;
  if (joined && amount.person && amount.begin - last <= 3) {
    amount.quantity.what = before->quantity.what;
  }
}

}  // namespace hearsay::link::detail
