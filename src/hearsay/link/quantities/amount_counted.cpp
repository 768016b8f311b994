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
                    k_in = word_hash("in"), k_from = word_hash("from"), k_than = word_hash("than"),
                    k_including = word_hash("including"), k_toll = word_hash("toll"), k_died = word_hash("died"),
                    k_have = word_hash("have"), k_had = word_hash("had"), k_fled = word_hash("fled"),
                    k_perished = word_hash("perished"), k_to = word_hash("to"), k_at = word_hash("at"),
                    k_some = word_hash("some");

constexpr std::size_t k_words_to_noun = 7;  // "25 newly trained US-backed rebel fighters"
constexpr std::size_t k_words_to_outcome = 8;

}  // namespace

/// The first word behind the number that counted.tsv knows as a thing, or the noun the number modifies in the parse.
void AmountReader::find_counted(Amount& amount) const {
  if (amount.counted || (!amount.quantity.unit.empty() && amount.quantity.unit != "person")) {
    return;
  }
  std::size_t at = amount.end;
  at += form(at, k_of) ? 1 : 0;
  const Token& last = token(amount.end - 1);
  const bool modifies = last.deprel == Deprel::nummod || last.deprel == Deprel::amod || last.deprel == Deprel::det;
  const std::int32_t head = modifies ? last.head : -1;
  for (std::size_t i = at; i < m_limit && i < at + k_words_to_noun; ++i) {
    const Piece& piece = m_pieces[i];
    if (piece.kind == PieceKind::mark && piece.sign == '-') {
      continue;
    }
    if (piece.kind == PieceKind::mark || piece.hash == k_and || piece.hash == k_were || piece.hash == k_was ||
        piece.hash == k_by || piece.hash == k_with || piece.hash == k_in || piece.hash == k_from ||
        token(i).feats.verb_form == ud::VerbForm::fin) {
      break;
    }
    const CountedWord* word = m_words.counted(piece);
    const bool parse_head = head >= 0 && static_cast<std::int32_t>(piece.token) == head;
    const bool inside = i + 1 < m_limit && m_pieces[i + 1].kind == PieceKind::word &&
                        ((m_words.counted(m_pieces[i + 1]) != nullptr && m_words.counted(m_pieces[i + 1])->noun) ||
                         (head > static_cast<std::int32_t>(piece.token) && token(i).head == head));
    if (word != nullptr && word->outcome && !word->noun) {
      return;  // "45 dead", "three deaths"
    }
    if (parse_head || (word != nullptr && word->noun && !inside)) {
      amount.counted = i;
      amount.quantity.what = std::string(text(i));
      amount.quantity.unit = word != nullptr && word->noun ? word->unit : "";
      amount.person = amount.quantity.unit == "person";
      return;
    }
  }
}

/// The piece of "including", "among them", ":" between a total and its first part, close before the part; 0 for none.
std::size_t AmountReader::parts_lead(const Amount& total, const Amount& part) const {
  if (part.begin <= total.end || m_pieces[part.begin].sentence != m_pieces[total.begin].sentence) {
    return 0;
  }
  for (std::size_t back = 1; back <= 2 && part.begin >= total.end + back; ++back) {
    const Piece& piece = m_pieces[part.begin - back];
    if (piece.hash == k_including || piece.sign == ':' || (piece.hash == k_them && back == 1)) {
      return part.begin - back;
    }
    if (piece.hash != k_the && piece.hash != k_some) {
      return 0;
    }
  }
  return 0;
}

/// "22 batches, including 19 by air and three by land": parts count what the total counts, and are added up. Parts
/// after "including" may be fewer than the total, never more; after a colon they are all of it.
void AmountReader::find_parts(std::vector<Amount>& amounts) const {
  for (std::size_t i = 0; i + 1 < amounts.size(); ++i) {
    Amount& total = amounts[i];
    const std::size_t lead = total.total ? 0 : parts_lead(total, amounts[i + 1]);
    if (lead == 0 || !total.quantity.min || *total.quantity.min < 2 || !total.counted) {
      continue;
    }
    double sum = 0;
    bool exact = total.quantity.max.has_value();
    for (std::size_t k = i + 1; k < amounts.size(); ++k) {
      Amount& part = amounts[k];
      const bool joined = k == i + 1 || m_pieces[part.begin - 1].hash == k_and || m_pieces[part.begin - 1].sign == ',';
      const bool own_unit = !part.quantity.unit.empty() && part.quantity.unit != total.quantity.unit;
      if (!joined || own_unit || m_pieces[part.begin].sentence != m_pieces[total.begin].sentence) {
        break;
      }
      part.total = i;
      part.quantity.unit = total.quantity.unit;
      if (part.quantity.what.empty() || !part.counted || (total.outcome && !part.outcome)) {
        part.quantity.what = total.quantity.what;
      }
      exact = exact && part.quantity.min && part.quantity.min == part.quantity.max;
      sum += part.quantity.min.value_or(0);
    }
    const bool whole = m_pieces[lead].sign == ':';
    if (exact && amounts[i + 1].total == i && (whole || sum >= *total.quantity.min)) {
      total.quantity.parts_add_up = sum >= *total.quantity.min && sum <= *total.quantity.max;
    }
  }
}

/// Behind the aside that a comma opens, where a verb goes on: ", including four children, were". The comma itself else.
std::size_t AmountReader::past_aside(std::size_t comma) const {
  for (std::size_t at = comma + 1; at + 1 < m_limit && at < comma + 10; ++at) {
    if (sign(at, ',')) {
      const std::uint64_t next = m_pieces[at + 1].hash;
      return next == k_were || next == k_was || next == k_died || next == k_have || next == k_had ? at + 1 : comma;
    }
  }
  return comma;
}

/// "25 soldiers killed", "six people were killed", "32 injured", "106 deaths".
const CountedWord* AmountReader::outcome_behind(const Amount& amount) const {
  const std::size_t start = amount.counted ? *amount.counted + 1 : amount.end;
  const std::size_t begin = sign(start, ',') ? past_aside(start) : start;
  for (std::size_t i = begin; i < m_limit && i < begin + k_words_to_outcome; ++i) {
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
  return toll_before(amount);
}

/// "At least 14 civilians, four of them children, were killed": the verb over the counted noun (or the bare number).
const CountedWord* AmountReader::outcome_of_verb(const Amount& amount) const {
  const Token& noun = token(amount.counted.value_or(amount.end - 1));
  const Deprel role = universal(noun.deprel);
  if ((role != Deprel::nsubj && role != Deprel::obj) || noun.head < 0 ||
      static_cast<std::size_t>(noun.head) >= m_analysis.tokens.size()) {
    return nullptr;
  }
  Piece verb;
  verb.kind = PieceKind::word;
  verb.hash = word_hash(text_of(m_text, m_analysis.tokens[static_cast<std::size_t>(noun.head)].span));
  const bool active = noun.deprel == Deprel::nsubj;  // "14 soldiers killed a man": only dying is theirs
  const CountedWord* word = m_words.counted(verb);
  const bool died = verb.hash == k_died || verb.hash == k_fled || verb.hash == k_perished;
  return word != nullptr && word->outcome && (!active || died) ? word : nullptr;
}

/// "The death toll of the strikes on the market has risen to 13": a toll far before, and no number between.
const CountedWord* AmountReader::toll_before(const Amount& amount) const {
  if (amount.begin <= m_first || !(form(amount.begin - 1, k_to) || form(amount.begin - 1, k_at))) {
    return nullptr;
  }
  for (std::size_t at = amount.begin - 1; at > m_first; --at) {
    const Piece& piece = m_pieces[at - 1];
    if (piece.kind == PieceKind::digits || piece.sign == ';') {
      return nullptr;
    }
    if (piece.hash == k_toll) {
      return m_words.counted(piece);
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
  word = word != nullptr ? word : outcome_of_verb(amount);
  word = word != nullptr ? word : outcome_before(amount);
  if (word != nullptr) {
    amount.quantity.what = word->what;
    amount.quantity.unit = "person";
    amount.person = amount.outcome = true;
    return;
  }
  const bool joined = before != nullptr && before->outcome && amount.begin > before->end &&
                      (m_pieces[amount.begin - 1].hash == k_and || m_pieces[amount.begin - 1].sign == ',');
  const std::size_t last = before != nullptr ? before->counted.value_or(before->end - 1) : 0;
  if (joined && amount.person && amount.begin - last <= 3) {
    amount.quantity.what = before->quantity.what;
    amount.outcome = true;
  }
}

}  // namespace hearsay::link::detail
