// SPDX-License-Identifier: Apache-2.0
// The walk over a text: where phrases begin, the longest at each place, and how neighbours belong together.
#include <hearsay/link/times/time_grammar.hpp>

#include <algorithm>

namespace hearsay::link::detail {

namespace {

using Kind = Step::Kind;

const std::uint64_t k_the = word_hash("the"), k_and = word_hash("and"), k_more = word_hash("more"),
                    k_less = word_hash("less"), k_at = word_hash("at"), k_up = word_hash("up"), k_to = word_hash("to"),
                    k_no = word_hash("no"), k_first = word_hash("first"), k_another = word_hash("another"),
                    k_under = word_hash("under"), k_final = word_hash("final"), k_since = word_hash("since"),
                    k_until = word_hash("until"), k_till = word_hash("till"), k_by = word_hash("by"),
                    k_from = word_hash("from"), k_between = word_hash("between"), k_through = word_hash("through"),
                    k_former = word_hash("former");

constexpr std::uint64_t bit(WordClass c) {
  return std::uint64_t{1} << static_cast<unsigned>(c);
}
/// Words of these classes alone begin no phrase; articles only where the next word can go on.
constexpr std::uint64_t k_only_inside = bit(WordClass::preposition) | bit(WordClass::future) | bit(WordClass::zone) |
                                        bit(WordClass::era) | bit(WordClass::meridiem) | bit(WordClass::period);
constexpr std::uint64_t k_articles = bit(WordClass::determiner);

}  // namespace

const char* daypart_code(int value) {
  static constexpr const char* k_codes[] = {"MO", "MI", "AF", "EV", "NI", "12:00", "24:00"};
  return k_codes[std::clamp(value, 0, 6)];
}

TimeGrammar::TimeGrammar(const Analysis& analysis, const std::vector<Piece>& pieces, const TimeWords& words,
                         const NumberWords& numbers)
    : m_analysis(analysis), m_pieces(pieces), m_words(words), m_numbers(numbers) {
  m_time.reserve(pieces.size());
  for (const Piece& piece : pieces) {
    m_time.push_back(words.find(piece));
  }
}

std::size_t TimeGrammar::deictic_words() const {
  std::size_t count = 0;
  for (const TimeWord* time : m_time) {
    count += time != nullptr && (time->is(WordClass::weekday) || time->is(WordClass::deictic)) ? 1 : 0;
  }
  return count;
}

/// Whether a preposition of time stands before, perhaps with "the" or a comma, a bracket or a hyphen between.
bool TimeGrammar::after_preposition(std::size_t at) const {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    const Piece& piece = m_pieces[at - back];
    if (piece.sentence != m_pieces[at].sentence) {
      return false;
    }
    if (m_time[at - back] != nullptr && m_time[at - back]->is(WordClass::preposition)) {
      return true;
    }
    if (piece.sign == '(' || piece.sign == ',' || piece.sign == '-') {
      return true;
    }
    if (piece.hash != k_the) {
      return false;
    }
  }
  return false;
}

/// Whether what ends here stands before the noun it belongs to ("third-quarter results").
bool TimeGrammar::is_attributive(std::size_t end) const {
  if (end >= m_limit || m_pieces[end].kind != PieceKind::word || m_time[end] != nullptr) {
    return false;
  }
  const Upos next = token(end).upos;
  return next == Upos::noun || next == Upos::propn || next == Upos::adj;
}

bool TimeGrammar::sign(std::size_t at, char c) const {
  return at < m_limit && m_pieces[at].kind == PieceKind::mark && m_pieces[at].sign == c;
}

std::size_t TimeGrammar::past_hyphen(std::size_t at) const {
  return glued_sign(at, '-') && glued(at + 1) ? at + 1 : at;
}

std::size_t TimeGrammar::past_article(std::size_t at) const {
  return is(at, WordClass::determiner) ? at + 1 : at;
}

std::optional<Number> TimeGrammar::number(std::size_t at) const {
  if (at >= m_limit) {
    return std::nullopt;
  }
  auto found = read_number(m_pieces, at, m_numbers);
  return found && found->end <= m_limit ? found : std::nullopt;
}

bool TimeGrammar::can_begin(std::size_t at) const {
  const Piece& piece = m_pieces[at];
  if (piece.kind == PieceKind::digits) {
    return true;
  }
  if (piece.kind == PieceKind::mark) {
    return piece.sign == '\'';
  }
  const TimeWord* time = m_time[at];
  if (time != nullptr && (time->classes & ~k_only_inside) == 0) {
    return m_words.phrases(piece) != nullptr;  // "in", "of", "to"
  }
  if (time != nullptr && (time->classes & ~k_articles) == 0 && at + 1 < m_limit) {
    const Piece& next = m_pieces[at + 1];  // most articles stand before no word of time
    return next.kind != PieceKind::word || m_time[at + 1] != nullptr || m_numbers.find(next) != nullptr ||
           next.hash == k_final || m_words.phrases(piece) != nullptr;
  }
  return time != nullptr || m_numbers.find(piece) != nullptr || m_words.phrases(piece) != nullptr ||
         (piece.capital && m_words.feasts(piece) != nullptr) || piece.hash == k_at || piece.hash == k_more ||
         piece.hash == k_less || piece.hash == k_no || piece.hash == k_up || piece.hash == k_first ||
         piece.hash == k_another || piece.hash == k_under || (m_history && piece.hash == k_former);
}

TimeGrammar::Found TimeGrammar::longest_at(std::size_t at) const {
  Found best;
  for (Found found : {fixed(at), clock(at), date(at), first_day_of_range(at), duration(at), set(at), reference(at)}) {
    if (found && found->end <= m_limit && (!best || found->end > best->end)) {
      best = std::move(found);
    }
  }
  return best;
}

/// 1 behind "since", 2 behind "until" and "by": how far the days reach; 0 else, and for days that own a noun
/// ("since Tuesday's attack" is no since).
int TimeGrammar::openness(const Phrase& phrase) const {
  if (phrase.begin == 0 || phrase.type == TimexType::duration || !phrase.value.empty() ||
      m_pieces[phrase.begin - 1].sentence != m_pieces[phrase.begin].sentence ||
      (phrase.end < m_limit && sign(phrase.end, '\'') && glued(phrase.end))) {
    return 0;
  }
  const std::uint64_t before = m_pieces[phrase.begin - 1].hash;
  return before == k_since ? 1 : (before == k_until || before == k_till || before == k_by) ? 2 : 0;
}

/// Whether two phrases are the ends of one stretch: "from 3 to 5 May", "between March and June", "1914-1918".
bool TimeGrammar::joins(const Phrase& first, const Phrase& second) const {
  if (first.type != TimexType::date || second.type != TimexType::date || second.begin != first.end + 1 ||
      !first.value.empty() || !second.value.empty() || first.when.steps.size() > 4) {
    return false;
  }
  const std::uint64_t lead = first.begin > 0 ? m_pieces[first.begin - 1].hash : 0;
  const Piece& joint = m_pieces[first.end];
  const bool from = lead == k_from &&
                    (joint.hash == k_to || joint.hash == k_until || joint.hash == k_till || joint.hash == k_through);
  const bool bare = m_pieces[first.end].hash == k_to && m_pieces[first.end - 1].kind == PieceKind::digits;
  return from || bare || (lead == k_between && joint.hash == k_and) || joint.sign == '-';
}

/// "between March and June 2016": the first takes the year of the second.
void TimeGrammar::share_year(Phrase& first, const Phrase& second) {
  const bool bare = first.floating && first.when.steps.size() == 1 &&
                    (first.when.steps[0].kind == Kind::month || first.when.steps[0].kind == Kind::month_day);
  if (!bare || second.when.base != Expression::Base::absolute) {
    return;
  }
  const Day last = second.when.point.first;
  const int n = first.when.steps[0].n;
  const bool day = first.when.steps[0].kind == Kind::month_day;
  const auto month = static_cast<unsigned>(day ? n / 100 : n);
  first.when.base = Expression::Base::absolute;
  first.when.point.grain = day ? Unit::day : Unit::month;
  first.when.point.first =
      make_day(year_of(last) - (month > month_of(last) ? 1 : 0), month, static_cast<unsigned>(day ? n % 100 : 1));
  first.when.steps.clear();
  first.floating = false;
}

std::vector<Phrase> TimeGrammar::read_all() {
  std::vector<Phrase> phrases;
  std::size_t at = 0;
  while (at < m_pieces.size()) {
    if (m_limit <= at || m_pieces[m_limit - 1].sentence != m_pieces[at].sentence) {
      m_limit = at;
      while (m_limit < m_pieces.size() && m_pieces[m_limit].sentence == m_pieces[at].sentence) {
        ++m_limit;
      }
    }
    Found found = can_begin(at) ? longest_at(at) : std::nullopt;
    if (found) {
      if (const int open = openness(*found); open != 0) {
        Step step;
        step.kind = Kind::open;
        step.n = open;
        found->when.steps.push_back(step);
      }
      if (!phrases.empty() && joins(phrases.back(), *found)) {
        phrases.back().joint = 1;
        share_year(phrases.back(), *found);
      }
      phrases.push_back(*found);
      if (const auto second = other_day(*found)) {
        phrases.back().joint = joins(phrases.back(), *second) ? 1 : 0;
        phrases.push_back(*second);
        found = second;
      }
    }
    at = found ? std::max(found->end, at + 1) : at + 1;
  }
  return phrases;
}

}  // namespace hearsay::link::detail
