// SPDX-License-Identifier: Apache-2.0
// Numbers with their bounds, and which numbers are none: names, dates, clock times, model numbers.
#include <hearsay/link/quantities/amount_reader.hpp>

#include <algorithm>
#include <cmath>

namespace hearsay::link::detail {

namespace {

const std::uint64_t k_between = word_hash("between"), k_and = word_hash("and"), k_to = word_hash("to"),
                    k_or = word_hash("or"), k_from = word_hash("from"), k_of = word_hash("of"),
                    k_one = word_hash("one"), k_no = word_hash("no"), k_time = word_hash("time"),
                    k_times = word_hash("times"), k_consecutive = word_hash("consecutive"), k_few = word_hash("few"),
                    k_a = word_hash("a"), k_straight = word_hash("straight"), k_day = word_hash("day"),
                    k_another = word_hash("another"), k_hundreds = word_hash("hundreds"),
                    k_couple = word_hash("couple"), k_the = word_hash("the"), k_only = word_hash("only"),
                    k_their = word_hash("their"), k_its = word_hash("its"), k_way = word_hash("way"),
                    k_an = word_hash("an"), k_over = word_hash("over");

// As strings: GCC 12 warns of overlap (bug 105329) where a short literal is assigned.
const std::string k_per_cent("%"), k_dollar("USD");

/// "3 to 5 million": the first number takes the scale of the second.
double scaled_as(const Number& first, const Number& second) {
  if (!first.digits || second.digits || second.value < 1000 || first.value >= 1000) {
    return first.value;
  }
  const double scaled = first.value * std::pow(1000.0, std::floor(std::log10(second.value) / 3));
  return scaled <= second.value ? scaled : first.value;
}

void set_bounds(QuantityRef& quantity, Bound bound, double low, double high, bool open_above) {
  quantity.min = low;
  quantity.max = open_above ? std::nullopt : std::optional(high);
  const double step = high == std::floor(high) ? 1 : 0;
  switch (bound) {
    case Bound::exact:
      break;
    case Bound::least:
      quantity.max.reset();
      break;
    case Bound::above:
      quantity.min = low + (low == std::floor(low) ? 1 : 0);
      quantity.max.reset();
      break;
    case Bound::most:
      quantity.min.reset();
      quantity.max = high;
      break;
    case Bound::below:
      quantity.min.reset();
      quantity.max = high - step;
      break;
    case Bound::about:
      quantity.approximate = true;
      break;
  }
}

/// The amount that pieces [begin, end) tell to the number.
Amount exactly(double number, std::size_t begin, std::size_t end) {
  Amount amount;
  amount.begin = begin;
  amount.end = end;
  amount.quantity.min = amount.quantity.max = number;
  return amount;
}

}  // namespace

AmountReader::AmountReader(std::string_view text, const Analysis& analysis, const std::vector<Piece>& pieces,
                           const std::vector<bool>& taken, const NumberWords& numbers, const AmountWords& words)
    : m_text(text), m_analysis(analysis), m_pieces(pieces), m_taken(taken), m_numbers(numbers), m_words(words) {}

const BoundPhrase* AmountReader::phrase_at(const std::vector<BoundPhrase>* list, std::size_t at) const {
  if (list == nullptr) {
    return nullptr;
  }
  for (const BoundPhrase& phrase : *list) {
    std::size_t i = 0;
    while (i < phrase.words.size() && form(at + i, phrase.words[i])) {
      ++i;
    }
    if (i == phrase.words.size()) {
      return &phrase;
    }
  }
  return nullptr;
}

/// "hundreds of thousands", "several hundred", "a few dozen": a vague word times a scale.
void AmountReader::add_vague_scale(Core& core) const {
  std::size_t at = core.end;
  at = form(at, k_of) ? at + 1 : at;
  const NumberWord* scale = at < m_limit ? m_numbers.find(m_pieces[at]) : nullptr;
  if (scale == nullptr || !core.number.min) {
    return;
  }
  const bool plural = scale->kind == NumberKind::vague && at > core.end && scale->min && *scale->min >= 2000;
  const bool singular = (scale->kind == NumberKind::scale || scale->kind == NumberKind::group) && at == core.end;
  if (plural || singular) {
    core.number.min = *core.number.min * (plural ? *scale->min / 2 : scale->value);
    if (core.number.max) {
      core.number.max = *core.number.max * scale->value;
    }
    core.end = at + 1;
  }
}

/// "20 to 30", "20-30", "two or three": the number behind a number, when it is the greater.
void AmountReader::add_upper(Core& core) const {
  std::size_t at = core.end;
  const bool hyphen = sign(at, '-') && glued(at) && glued(at + 1);
  if (!hyphen && !form(at, k_to) && !form(at, k_or)) {
    return;
  }
  const auto upper = read_number(m_pieces, at + 1, m_numbers);
  if (!upper || upper->end > m_limit || upper->ordinal || upper->vague || m_taken[at + 1]) {
    return;
  }
  const double low = scaled_as(core.number, *upper);
  if (upper->value > low) {
    core.number.value = low;
    core.upper = upper->value;
    core.end = upper->end;
  }
}

std::optional<AmountReader::Core> AmountReader::between(std::size_t at) const {
  if (!form(at, k_between) && !form(at, k_from)) {
    return std::nullopt;
  }
  const auto low = read_number(m_pieces, at + 1, m_numbers);
  const std::uint64_t joint = form(at, k_between) ? k_and : k_to;
  if (!low || low->vague || low->ordinal || !form(low->end, joint) || m_taken[at + 1]) {
    return std::nullopt;
  }
  const auto high = read_number(m_pieces, low->end + 1, m_numbers);
  if (!high || high->vague || high->ordinal || high->end > m_limit || high->value <= low->value) {
    return std::nullopt;
  }
  Core core{*low, high->value, high->end};
  core.number.value = scaled_as(*low, *high);
  return core;
}

std::optional<AmountReader::Core> AmountReader::core(std::size_t at) const {
  if (at >= m_limit || m_taken[at]) {
    return std::nullopt;
  }
  if (auto range = between(at)) {
    return range;
  }
  const auto number = read_number(m_pieces, at, m_numbers);
  if (!number || number->end > m_limit || number->ordinal) {
    return std::nullopt;
  }
  Core core{*number, std::nullopt, number->end};
  if (number->vague) {
    add_vague_scale(core);
    return core.number.min || core.number.max ? std::optional(core) : std::nullopt;
  }
  add_upper(core);
  return core;
}

/// "F-15", "Shahed 129", "Resolution 2254", "10:30", "24/7", "+963 11 ...": numbers that name and do not count.
bool AmountReader::is_name_number(std::size_t at, const Core& core) const {
  const Piece& first = m_pieces[at];
  if (first.kind != PieceKind::digits) {
    return false;
  }
  const std::size_t end = core.end;
  const bool open_paren = at > m_first && m_pieces[at - 1].sign == '(';
  if (first.glued && at > m_first && !open_paren && m_pieces[at - 1].sign != '$' && m_pieces[at - 1].sign != '"' &&
      m_pieces[at - 1].sign != '\'' && m_pieces[at - 1].sign != '~' && m_pieces[at - 1].sign != '[' &&
      m_pieces[at - 1].sign != '>') {
    return true;
  }
  if (sign(end, '/') || (sign(end, ':') && glued(end) && glued(end + 1))) {
    return glued(end);
  }
  if (end < m_limit && glued(end) && m_pieces[end].kind == PieceKind::word && m_words.unit(m_pieces[end]) == nullptr) {
    return true;  // "3D", "5th" is read as an ordinal before
  }
  if (sign(end, '-') && glued(end) && end + 1 < m_limit && glued(end + 1) &&
      m_pieces[end + 1].kind == PieceKind::digits) {
    return true;
  }
  if (core.number.digits && first.span.size() >= 7) {
    return true;
  }
  return false;
}

/// Years, "Brigade 47", "Article 5", "one of them": numbers that no noun is counted by.
bool AmountReader::counts_nothing(std::size_t at, const Core& core) const {
  const std::size_t end = core.end;
  const bool after_name = core.number.digits && at > m_first && m_pieces[at - 1].kind == PieceKind::word &&
                          m_pieces[at - 1].capital && !m_pieces[at - 1].sentence_start &&
                          m_words.before(m_pieces[at - 1]) == nullptr;
  const std::size_t noun = sign(end, '-') && glued(end) ? end + 1 : end;
  const bool noun_follows = noun < m_limit && m_pieces[noun].kind == PieceKind::word &&
                            (m_words.counted(m_pieces[noun]) != nullptr || m_words.unit(m_pieces[noun]) != nullptr);
  if (noun_follows && !after_name) {
    return false;
  }
  const Piece& first = m_pieces[at];
  if (core.number.digits && first.kind == PieceKind::digits && at + 1 == end && first.span.size() == 4 &&
      first.value >= 1900 && first.value <= 2100) {
    return true;
  }
  if (form(at, k_one)) {  // "one soldier", but not "one of them", "at one point"
    const std::size_t second = end + 1;
    return !(end < m_limit && m_pieces[end].kind == PieceKind::word && !form(end, k_of) && second < m_limit &&
             m_words.counted(m_pieces[second]) != nullptr && m_words.counted(m_pieces[second])->noun);
  }
  if (first.value == 0 && ((at > m_first && m_pieces[at - 1].kind == PieceKind::digits) ||
                           (end < m_limit && m_pieces[end].kind == PieceKind::digits))) {
    return true;  // counters of a web page: "0 0 0"
  }
  if (core.number.digits && sign(end, '"') && at > m_first && m_pieces[at - 1].kind == PieceKind::word) {
    return true;  // a title in quotation marks that ends in its number
  }
  if (sign(end, '-') && glued(end) && glued(end + 1)) {  // "60-vote majority", "six-year-old"
    return true;
  }
  if (after_name) {
    const Token& name = token(at - 1);
    const std::int32_t head = token(at).head;
    const bool plural = end < m_limit && text(end).ends_with('s');  // "Shahed 129 drone" names one
    const bool counts = plural && token(at).deprel == Deprel::nummod && head > static_cast<std::int32_t>(first.token);
    return (name.upos == Upos::propn || name.upos == Upos::x || name.upos == Upos::noun) && !counts;
  }
  return false;
}

/// "no soldiers", "no casualties": none at all.
std::optional<Amount> AmountReader::none_of(std::size_t at) const {
  if (!form(at, k_no)) {
    return std::nullopt;
  }
  for (std::size_t i = at + 1; i < m_limit && i <= at + 4 && m_pieces[i].kind == PieceKind::word; ++i) {
    const CountedWord* word = m_words.counted(m_pieces[i]);
    const bool far = word != nullptr && !word->noun && i > at + 1;
    if (word != nullptr && !far && (word->unit == "person" || word->unit == "vehicle" || word->unit == "aircraft")) {
      return exactly(0, at, at + 1);
    }
  }
  return std::nullopt;
}

/// "for the third time", "the 40th consecutive day": an ordinal that says how many there were.
std::optional<Amount> AmountReader::nth_time(std::size_t at) const {
  if (m_taken[at]) {
    return std::nullopt;
  }
  const auto number = read_number(m_pieces, at, m_numbers);
  if (!number || !number->ordinal || number->end >= m_limit) {
    return std::nullopt;
  }
  const bool row = form(number->end, k_consecutive) || form(number->end, k_straight);
  if (!row && (!form(number->end, k_time) || number->value < 2)) {
    return std::nullopt;
  }
  Amount amount = exactly(number->value, at, number->end);
  amount.counted = number->end + (row ? 1 : 0);
  amount.counted = *amount.counted < m_limit ? amount.counted : std::nullopt;
  if (amount.counted) {
    amount.quantity.what = text(*amount.counted);
  }
  return amount;
}

/// "Took over two fields": nobody counts over two; the word belongs to the verb before it.
bool AmountReader::is_particle(std::size_t at) const {
  if (!form(at, k_over) || at == m_first || token(at - 1).upos != Upos::verb) {
    return false;
  }
  const auto number = read_number(m_pieces, at + 1, m_numbers);
  return number && !number->vague && number->value < 10;
}

/// "The only base": one.
std::optional<Amount> AmountReader::only_one(std::size_t at) const {
  if (!form(at, k_only) || at == m_first || !(form(at - 1, k_the) || form(at - 1, k_their) || form(at - 1, k_its))) {
    return std::nullopt;
  }
  for (std::size_t i = at + 1; i < m_limit && i <= at + 3 && m_pieces[i].kind == PieceKind::word; ++i) {
    const bool modifies = i + 1 < m_limit && universal(token(i).deprel) == Deprel::compound &&
                          token(i).head > static_cast<std::int32_t>(m_pieces[i].token);
    if (token(i).upos == Upos::noun && !modifies) {
      if (token(i).feats.number == ud::Number::plur || form(i, k_way) || form(i, k_one)) {
        return std::nullopt;
      }
      return exactly(1, at, at + 1);
    }
  }
  return std::nullopt;
}

/// "A woman was killed", "the lives of a man and a woman": people who came to harm, each with an article.
std::optional<Amount> AmountReader::each_of(std::size_t at) const {
  std::size_t count = 0, end = at, next = at;
  while (next + 1 < m_limit && (form(next, k_a) || form(next, k_an)) && !m_taken[next]) {
    std::size_t noun = next + 1;
    while (noun < m_limit && noun <= next + 3 && token(noun).upos == Upos::adj) {
      ++noun;
    }
    const CountedWord* word = noun < m_limit ? m_words.counted(m_pieces[noun]) : nullptr;
    if (word == nullptr || !word->noun || word->unit != "person" || token(noun).feats.number != ud::Number::sing ||
        universal(token(noun).deprel) == Deprel::compound) {
      break;
    }
    ++count;
    end = noun + 1;
    next = form(end, k_and) ? end + 1 : m_limit;
  }
  if (count == 0) {
    return std::nullopt;
  }
  Amount amount = exactly(static_cast<double>(count), at, end);
  amount.counted = end - 1;
  amount.person = amount.needs_outcome = true;
  amount.quantity.unit = "person";
  return amount;
}

std::optional<Amount> AmountReader::read_at(std::size_t at) const {
  if (auto none = none_of(at)) {
    return none;
  }
  if (auto nth = nth_time(at)) {
    return nth;
  }
  if (auto only = only_one(at)) {
    return only;
  }
  if (auto people = each_of(at)) {
    return people;
  }
  std::size_t start = at;
  Bound bound = Bound::exact, second = Bound::exact;
  const BoundPhrase* phrase = is_particle(at) ? nullptr : phrase_at(m_words.before(m_pieces[at]), at);
  if (phrase != nullptr) {
    bound = phrase->bound;
    start += phrase->words.size();
    if (start < m_limit) {
      if (const BoundPhrase* inner = phrase_at(m_words.before(m_pieces[start]), start)) {  // "at least about 30"
        second = inner->bound;
        start += inner->words.size();
      }
    }
  }
  start = start < m_limit && sign(start, '$') ? start + 1 : start;
  const auto found = core(start);
  if (!found || is_name_number(start, *found) || (start == at && counts_nothing(start, *found))) {
    return std::nullopt;
  }
  Amount amount;
  amount.begin = at;
  amount.end = found->end;
  const Number& number = found->number;
  const double low = number.vague ? number.min.value_or(0) : number.value;
  const double high = number.vague ? number.max.value_or(low) : found->upper.value_or(number.value);
  const bool open = number.vague && !number.max;
  set_bounds(amount.quantity, bound, low, high, open);
  amount.quantity.approximate = amount.quantity.approximate || second == Bound::about;
  if (start > at && sign(start - 1, '$')) {
    amount.quantity.unit = k_dollar;
  }
  if (amount.end < m_limit && sign(amount.end, '+') && glued(amount.end)) {
    set_bounds(amount.quantity, Bound::least, low, high, true);
    ++amount.end;
  } else if (amount.end < m_limit) {
    const std::size_t behind = sign(amount.end, '-') && glued(amount.end) ? amount.end + 1 : amount.end;
    const BoundPhrase* after = behind < m_limit ? phrase_at(m_words.after(m_pieces[behind]), behind) : nullptr;
    if (after != nullptr) {
      set_bounds(amount.quantity, after->bound, low, high, open);
      amount.end = behind + after->words.size();
    }
  }
  add_unit(amount);
  return amount;
}

void AmountReader::add_unit(Amount& amount) const {
  const std::size_t at = sign(amount.end, '-') && glued(amount.end) ? amount.end + 1 : amount.end;
  if (at >= m_limit) {
    return;
  }
  if (sign(at, '%')) {
    amount.quantity.unit = k_per_cent;
    amount.end = at + 1;
  } else if (const std::string* unit = m_words.unit(m_pieces[at])) {
    amount.quantity.unit = *unit;
    amount.end = at + 1;
  }
  if (!amount.quantity.unit.empty()) {
    amount.quantity.what = amount.quantity.unit;
  }
}

/// "the 3000 Housing Project": digits before a capital and nothing that is counted.
bool AmountReader::is_named(const Amount& amount) const {
  const bool known = amount.counted && m_words.counted(m_pieces[*amount.counted]) != nullptr;
  const std::size_t end = amount.end;
  return !known && amount.quantity.unit.empty() && amount.begin > m_first && amount.end == amount.begin + 1 &&
         m_pieces[amount.begin].kind == PieceKind::digits && form(amount.begin - 1, k_the) && end < m_limit &&
         m_pieces[end].capital;
}

std::vector<Amount> AmountReader::read_all() {
  std::vector<Amount> amounts;
  std::size_t at = 0;
  while (at < m_pieces.size()) {
    if (m_limit <= at || m_pieces[m_limit - 1].sentence != m_pieces[at].sentence) {
      m_first = m_limit = at;
      while (m_limit < m_pieces.size() && m_pieces[m_limit].sentence == m_pieces[at].sentence) {
        ++m_limit;
      }
    }
    const Piece& piece = m_pieces[at];
    const bool starts = piece.kind == PieceKind::digits || piece.sign == '$' ||
                        (piece.kind == PieceKind::word &&
                         (m_numbers.find(piece) != nullptr || m_words.before(piece) != nullptr || piece.hash == k_no ||
                          piece.hash == k_between || piece.hash == k_from || piece.hash == k_only));
    auto found = starts && !m_taken[at] ? read_at(at) : std::nullopt;
    if (!found) {
      ++at;
      continue;
    }
    find_counted(*found);
    if (is_named(*found)) {
      at = found->end;
      continue;
    }
    const bool neighbour = !amounts.empty() && amounts.back().begin >= m_first;
    find_outcome(*found, neighbour ? &amounts.back() : nullptr);
    if (found->needs_outcome && !found->outcome) {
      ++at;
      continue;
    }
    at = std::max(found->end, at + 1);
    amounts.push_back(std::move(*found));
  }
  find_parts(amounts);
  return amounts;
}

}  // namespace hearsay::link::detail
