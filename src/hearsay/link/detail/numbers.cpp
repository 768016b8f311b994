// SPDX-License-Identifier: Apache-2.0
// Reading numbers from pieces.
#include <hearsay/link/detail/numbers.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>

namespace hearsay::link::detail {

namespace {

using Pieces = std::vector<Piece>;

std::optional<double> to_number(const std::string& cell) {
  double value = 0;
  const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return result.ec == std::errc{} && !cell.empty() ? std::optional(value) : std::nullopt;
}

bool is_sign(const Pieces& pieces, std::size_t at, char sign) {
  return at < pieces.size() && pieces[at].kind == PieceKind::mark && pieces[at].sign == sign;
}

bool same_sentence(const Pieces& pieces, std::size_t a, std::size_t b) {
  return b < pieces.size() && pieces[a].sentence == pieces[b].sentence;
}

/// A digit run of exactly `length` glued behind a sign.
bool glued_digits(const Pieces& pieces, std::size_t sign_at, std::size_t length) {
  return sign_at + 1 < pieces.size() && pieces[sign_at].glued && pieces[sign_at + 1].glued &&
         pieces[sign_at + 1].kind == PieceKind::digits && pieces[sign_at + 1].value >= 0 &&
         (length == 0 || pieces[sign_at + 1].span.size() == length);
}

/// "1,000,000" and "1.5": the digit run at `at` with its groups of thousands and decimals.
Number read_digits(const Pieces& pieces, std::size_t at) {
  Number number;
  number.digits = true;
  number.value = static_cast<double>(pieces[at].value);
  number.end = at + 1;
  if (pieces[at].span.size() <= 3) {
    while (is_sign(pieces, number.end, ',') && glued_digits(pieces, number.end, 3)) {
      number.value = number.value * 1000 + static_cast<double>(pieces[number.end + 1].value);
      number.end += 2;
    }
  }
  if (is_sign(pieces, number.end, '.') && glued_digits(pieces, number.end, 0)) {
    const Piece& decimals = pieces[number.end + 1];
    number.value += static_cast<double>(decimals.value) / std::pow(10.0, static_cast<double>(decimals.span.size()));
    number.end += 2;
  }
  return number;
}

/// "2 1/2", "2½": the fraction behind a whole number.
void add_fraction(const Pieces& pieces, Number& number) {
  const std::size_t at = number.end;
  if (is_sign(pieces, at, 'h')) {
    number.value += 0.5;
    number.end = at + 1;
  } else if (at + 2 < pieces.size() && !pieces[at].glued && pieces[at].value > 0 && pieces[at].value < 10 &&
             is_sign(pieces, at + 1, '/') && glued_digits(pieces, at + 1, 0) && pieces[at + 2].value > 1 &&
             pieces[at + 2].value < 17) {
    number.value += static_cast<double>(pieces[at].value) / static_cast<double>(pieces[at + 2].value);
    number.end = at + 3;
  }
}

/// What the words read so far amount to.
struct Sum {
  double total = 0;  // finished groups of a scale of a thousand and more
  double current = 0;
  bool any = false;    // something was read
  double last = 1e18;  // the last addend: the next must be smaller by kind
};

bool add_word(Sum& sum, const NumberWord& word) {
  switch (word.kind) {
    case NumberKind::one:
      if (sum.any && (sum.last < 20 || word.value == 0)) {
        return false;
      }
      sum.current += word.value;
      sum.last = word.value;
      break;
    case NumberKind::ten:
      if (sum.any && sum.last < 100) {
        return false;
      }
      sum.current += word.value;
      sum.last = word.value;
      break;
    case NumberKind::scale:
    case NumberKind::group:
      if (!sum.any || (word.value >= 1000 && sum.current == 0)) {
        return false;
      }
      if (word.value >= 1000) {
        sum.total += sum.current * word.value;
        sum.current = 0;
      } else {
        sum.current *= word.value;
      }
      sum.last = word.value;
      break;
    default:
      return false;
  }
  sum.any = true;
  return true;
}

/// The piece of the next number word after `at`, past a hyphen, or "and" behind a hundred or thousand.
std::size_t next_word(const Pieces& pieces, std::size_t at, const Sum& sum, const NumberWords& words) {
  static const std::uint64_t k_and = word_hash("and");
  if (is_sign(pieces, at, '-') && pieces[at].glued && at + 1 < pieces.size() && pieces[at + 1].glued) {
    const NumberWord* after = words.find(pieces[at + 1]);
    const bool joins = after != nullptr && (after->kind == NumberKind::one || after->kind == NumberKind::ten ||
                                            after->kind == NumberKind::scale || after->kind == NumberKind::ordinal);
    return joins ? at + 1 : at;
  }
  if (at + 1 < pieces.size() && pieces[at].hash == k_and && sum.last >= 100 && sum.last < 1e18) {
    const NumberWord* after = words.find(pieces[at + 1]);
    return after != nullptr && (after->kind == NumberKind::one || after->kind == NumberKind::ten) ? at + 1 : at;
  }
  return at;
}

Number vague_number(const NumberWord& word, std::size_t end) {
  Number number = number_at(word.value, end);
  number.vague = true;
  number.min = word.min;
  number.max = word.max;
  return number;
}

/// "half a dozen", "a dozen", "a hundred", "a couple": what an article or a half can begin.
std::optional<Number> read_article(const Pieces& pieces, std::size_t at, const NumberWords& words) {
  const NumberWord* word = words.find(pieces[at]);
  double factor = word->value;
  std::size_t next = at + 1;
  if (word->kind == NumberKind::half) {
    const NumberWord* article = next < pieces.size() ? words.find(pieces[next]) : nullptr;
    next += article != nullptr && article->kind == NumberKind::article ? 1 : 0;
  }
  const NumberWord* noun = same_sentence(pieces, at, next) ? words.find(pieces[next]) : nullptr;
  if (noun == nullptr) {
    return std::nullopt;
  }
  if (noun->kind == NumberKind::scale || noun->kind == NumberKind::group) {
    Number number = number_at(factor * noun->value, next + 1);
    const NumberWord* more = next + 1 < pieces.size() ? words.find(pieces[next + 1]) : nullptr;
    if (more != nullptr && more->kind == NumberKind::scale) {
      number.value *= more->value;
      ++number.end;
    }
    return number;
  }
  if (noun->kind == NumberKind::vague && word->kind == NumberKind::article) {
    return vague_number(*noun, next + 1);
  }
  return std::nullopt;
}

/// Continues after `start` (a digit run already in `sum`, or nothing) as far as number words go.
Number read_words(const Pieces& pieces, std::size_t start, Sum sum, const NumberWords& words) {
  Number number;
  number.end = start;
  std::size_t at = start;
  while (at < pieces.size()) {
    const std::size_t next = number.end == at && sum.any ? next_word(pieces, at, sum, words) : at;
    if (next >= pieces.size() || (next > 0 && next > start && !same_sentence(pieces, start, next))) {
      break;
    }
    const NumberWord* word = words.find(pieces[next]);
    if (word == nullptr) {
      break;
    }
    if (word->kind == NumberKind::ordinal && (!sum.any || (sum.last >= 20 && word->value < sum.last))) {
      sum.current += word->value;
      number.ordinal = true;
      number.end = next + 1;
      break;
    }
    if (!add_word(sum, *word)) {
      break;
    }
    at = number.end = next + 1;
  }
  number.value = sum.total + sum.current;
  return number;
}

/// "20th", "1st": an ordinal ending glued to a digit run.
bool ordinal_ending(const Pieces& pieces, std::size_t at) {
  static const std::uint64_t k_endings[] = {word_hash("st"), word_hash("nd"), word_hash("rd"), word_hash("th")};
  if (at >= pieces.size() || !pieces[at].glued) {
    return false;
  }
  return std::find(std::begin(k_endings), std::end(k_endings), pieces[at].hash) != std::end(k_endings);
}

std::optional<Number> read_from_digits(const Pieces& pieces, std::size_t at, const NumberWords& words) {
  if (pieces[at].value < 0) {
    return std::nullopt;
  }
  Number number = read_digits(pieces, at);
  if (ordinal_ending(pieces, number.end)) {
    number.ordinal = true;
    ++number.end;
    return number;
  }
  add_fraction(pieces, number);
  const std::size_t hyphen = is_sign(pieces, number.end, '-') && pieces[number.end].glued ? 1 : 0;
  const NumberWord* scale =
      same_sentence(pieces, at, number.end + hyphen) ? words.find(pieces[number.end + hyphen]) : nullptr;
  if (scale != nullptr && (scale->kind == NumberKind::scale || scale->kind == NumberKind::group)) {
    number.value *= scale->value;
    number.end += hyphen + 1;
    number.digits = false;
  }
  return number;
}

}  // namespace

NumberWords::NumberWords(const Pack& pack) {
  static const std::map<std::string, NumberKind, std::less<>> k_kinds = {
      {"one", NumberKind::one},         {"ten", NumberKind::ten},    {"scale", NumberKind::scale},
      {"group", NumberKind::group},     {"half", NumberKind::half},  {"article", NumberKind::article},
      {"ordinal", NumberKind::ordinal}, {"vague", NumberKind::vague}};
  for (const auto& [path, table] : pack.tables) {
    if (!path.starts_with("lang-") || !path.ends_with("/numbers.tsv")) {
      continue;
    }
    for (const packs::Row& row : table.rows) {
      const auto kind = k_kinds.find(table.cell(row, "kind"));
      if (kind == k_kinds.end()) {
        continue;
      }
      m_filter.add(word_hash(table.cell(row, "word")));
      m_words[word_hash(table.cell(row, "word"))] = {kind->second, to_number(table.cell(row, "value")).value_or(0),
                                                     to_number(table.cell(row, "min")),
                                                     to_number(table.cell(row, "max"))};
    }
  }
}

const NumberWord* NumberWords::find(const Piece& piece) const {
  if (piece.kind != PieceKind::word || !m_filter.perhaps(piece.hash)) {
    return nullptr;
  }
  const auto found = m_words.find(piece.hash);
  return found == m_words.end() ? nullptr : &found->second;
}

std::optional<Number> read_number(const Pieces& pieces, std::size_t at, const NumberWords& words) {
  if (at >= pieces.size()) {
    return std::nullopt;
  }
  if (pieces[at].kind == PieceKind::digits) {
    return read_from_digits(pieces, at, words);
  }
  const NumberWord* word = words.find(pieces[at]);
  if (word == nullptr) {
    return std::nullopt;
  }
  switch (word->kind) {
    case NumberKind::article:
    case NumberKind::half:
      return read_article(pieces, at, words);
    case NumberKind::vague:
      return vague_number(*word, at + 1);
    case NumberKind::scale:
    case NumberKind::group:
      return std::nullopt;  // "dozen", "million" alone count nothing
    default:
      break;
  }
  const Number number = read_words(pieces, at, {}, words);
  return number.end > at ? std::optional(number) : std::nullopt;
}

}  // namespace hearsay::link::detail
