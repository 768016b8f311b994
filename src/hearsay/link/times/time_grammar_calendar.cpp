// SPDX-License-Identifier: Apache-2.0
// Calendar dates: days, months, years, decades, centuries, and ranges of days.
#include <hearsay/link/times/time_grammar.hpp>

#include <algorithm>

namespace hearsay::link::detail {

namespace {

using Kind = Step::Kind;

const std::uint64_t k_in = word_hash("in"), k_at = word_hash("at"), k_than = word_hash("than"),
                    k_least = word_hash("least"), k_since = word_hash("since"), k_until = word_hash("until"),
                    k_during = word_hash("during"), k_of = word_hash("of"), k_the = word_hash("the"),
                    k_s = word_hash("s"), k_century = word_hash("century"), k_year = word_hash("year"),
                    k_may = word_hash("may"), k_march = word_hash("march"), k_fiscal = word_hash("fiscal"),
                    k_b = word_hash("b"), k_c = word_hash("c"), k_and = word_hash("and"), k_two = word_hash("two"),
                    k_to = word_hash("to");

}  // namespace

// ---- parts -----------------------------------------------------------------------------------------------------

TimeGrammar::Read TimeGrammar::month(std::size_t at) const {
  if (is(at, WordClass::month)) {
    if (!m_pieces[at].capital && (form(at, k_may) || form(at, k_march))) {
      return std::nullopt;
    }
    return Value{val(at, WordClass::month), at + 1};
  }
  if (!is(at, WordClass::month_short) || !m_pieces[at].capital) {
    return std::nullopt;
  }
  const bool dot = glued_sign(at + 1, '.');
  const std::size_t end = dot ? at + 2 : at + 1;
  const bool digits_follow = end < m_limit && m_pieces[end].kind == PieceKind::digits;
  const bool digits_before = at > 0 && m_pieces[at - 1].kind == PieceKind::digits;
  return dot || digits_follow || digits_before ? Read(Value{val(at, WordClass::month_short), end}) : std::nullopt;
}

TimeGrammar::Read TimeGrammar::weekday(std::size_t at) const {
  if (is(at, WordClass::weekday)) {
    return Value{val(at, WordClass::weekday), at + 1};
  }
  if (is(at, WordClass::weekday_short) && m_pieces[at].capital && glued_sign(at + 1, '.') && at + 2 < m_limit &&
      !m_pieces[at].sentence_start) {
    return Value{val(at, WordClass::weekday_short), at + 2};
  }
  if (is(at, WordClass::weekday_short) && m_pieces[at].capital && sign(at + 1, ',') && at + 2 < m_limit &&
      (is(at + 2, WordClass::month) || is(at + 2, WordClass::month_short) ||
       m_pieces[at + 2].kind == PieceKind::digits)) {
    return Value{val(at, WordClass::weekday_short), at + 1};
  }
  return std::nullopt;
}

TimeGrammar::Read TimeGrammar::ordinal(std::size_t at) const {
  const auto found = number(at);
  return found && found->ordinal ? Read(Value{static_cast<int>(found->value), found->end}) : std::nullopt;
}

TimeGrammar::Read TimeGrammar::day_number(std::size_t at) const {
  if (at >= m_limit) {
    return std::nullopt;
  }
  if (m_pieces[at].kind == PieceKind::digits && m_pieces[at].span.size() > 2) {
    return std::nullopt;
  }
  const auto found = number(at);
  if (!found || found->vague || found->value < 1 || found->value > 31 ||
      found->value != static_cast<int>(found->value)) {
    return std::nullopt;
  }
  if (!found->digits && !found->ordinal) {
    return std::nullopt;
  }
  const bool clock = (glued_sign(found->end, ':') && glued(found->end + 1)) || glued_sign(found->end, '%');
  return clock || meridiem(found->end) ? std::nullopt : Read(Value{static_cast<int>(found->value), found->end});
}

TimeGrammar::Read TimeGrammar::era(std::size_t at, int year) const {
  if (is(at, WordClass::era) && m_pieces[at].span.size() <= 3 && m_pieces[at].capital) {
    return Value{val(at, WordClass::era) < 0 ? 1 - year : year, at + 1};
  }
  if (form(at, k_b) && glued_sign(at + 1, '.') && form(at + 2, k_c)) {
    return Value{1 - year, glued_sign(at + 3, '.') ? at + 4 : at + 3};
  }
  return std::nullopt;
}

TimeGrammar::Read TimeGrammar::spelled_year(std::size_t at) const {
  if (at >= m_limit || m_pieces[at].kind != PieceKind::word) {
    return std::nullopt;
  }
  const auto first = number(at);
  if (!first || first->ordinal || first->vague) {
    return std::nullopt;
  }
  if (first->value >= 1900 && first->value <= 2099 && form(at, k_two)) {
    return Value{static_cast<int>(first->value), first->end};
  }
  if (first->value < 10 || first->value > 20) {
    return std::nullopt;
  }
  const std::size_t next = past_hyphen(first->end);
  const auto second = number(next);
  const bool year =
      second && !second->ordinal && !second->digits && !second->vague && second->value >= 10 && second->value <= 99;
  return year ? Read(Value{static_cast<int>(first->value * 100 + second->value), second->end}) : std::nullopt;
}

TimeGrammar::Read TimeGrammar::short_year(std::size_t at) const {
  const bool two = sign(at, '\'') && at + 1 < m_limit && glued(at + 1) && m_pieces[at + 1].kind == PieceKind::digits &&
                   m_pieces[at + 1].span.size() == 2;
  if (!two) {
    return std::nullopt;
  }
  const auto value = static_cast<int>(m_pieces[at + 1].value);
  return Value{value + (value < 40 ? 2000 : 1900), at + 2};
}

/// "17" of "1915-17": the end of a range of years.
TimeGrammar::Read TimeGrammar::second_of_years(std::size_t at) const {
  if (at < 2 || m_pieces[at].span.size() != 2 || !glued_sign(at - 1, '-') || !glued(at) || glued_sign(at + 1, '-') ||
      m_pieces[at - 2].kind != PieceKind::digits || m_pieces[at - 2].span.size() != 4) {
    return std::nullopt;
  }
  const auto first = static_cast<int>(m_pieces[at - 2].value), second = static_cast<int>(m_pieces[at].value);
  const bool follows = first >= 1000 && first <= 2100 && second > first % 100;
  return follows ? Read(Value{first / 100 * 100 + second, at + 1}) : std::nullopt;
}

TimeGrammar::Read TimeGrammar::year(std::size_t at) const {
  if (at >= m_limit) {
    return std::nullopt;
  }
  if (const auto short_one = short_year(at)) {
    return short_one;
  }
  if (m_pieces[at].kind != PieceKind::digits) {
    return spelled_year(at);
  }
  const auto value = static_cast<int>(std::min<std::int64_t>(m_pieces[at].value, 99999));
  const std::size_t next = at + 1;
  if (const auto second = second_of_years(at)) {
    return second;
  }
  if (const auto with_era = era(next, value); with_era && value > 0) {
    return with_era;
  }
  const bool decimals = (glued_sign(next, '.') || glued_sign(next, ',')) && next + 1 < m_limit && glued(next + 1) &&
                        m_pieces[next + 1].kind == PieceKind::digits;
  const bool part_of_word = glued(next) && m_pieces[next].kind == PieceKind::word && !form(next, k_s);
  const bool fits = m_pieces[at].span.size() == 4 && value >= 1000 && value <= 2100;
  return fits && !decimals && !part_of_word ? Read(Value{value, next}) : std::nullopt;
}

// ---- calendar dates --------------------------------------------------------------------------------------------

/// Reads what tells the year of a month (and day) behind phrase.end, and sets phrase.when.
void TimeGrammar::add_year(Phrase& phrase, int month, int day) const {
  const Unit grain = day > 0 ? Unit::day : Unit::month;
  std::size_t at = past_comma(phrase.end);
  at = form(at, k_of) ? at + 1 : at;
  if (const auto found = year(at)) {
    const int days_in = day > 0 ? day : 1;
    put_absolute(phrase, grain, make_day(found->value, static_cast<unsigned>(month), static_cast<unsigned>(days_in)));
    phrase.end = found->end;
    return;
  }
  const Step step =
      day > 0 ? make_step(Kind::month_day, month * 100 + day, Unit::day) : make_step(Kind::month, month, Unit::month);
  const std::size_t relative_at = at == past_comma(phrase.end) ? phrase.end : at;
  if (const auto tail = relative(relative_at); tail && !tail->when.steps.empty() &&
                                               tail->when.steps.back().unit == Unit::year &&
                                               tail->type == TimexType::date) {
    phrase.when = tail->when;
    phrase.when.steps.push_back(step);
    phrase.end = tail->end;
    return;
  }
  phrase.floating = true;
  phrase.when.base = Expression::Base::publication;
  phrase.when.steps = {step};
}

TimeGrammar::Found TimeGrammar::month_first(std::size_t at, std::size_t month_end, int month) const {
  Phrase phrase = phrase_at(at, month_end);
  std::size_t day_at = form(month_end, k_the) ? month_end + 1 : month_end;
  const auto day = day_number(day_at);
  if (day) {
    phrase.end = day->end;
    add_year(phrase, month, day->value);
    return phrase;
  }
  add_year(phrase, month, 0);
  const bool weak_month = form(at, k_may) || form(at, k_march);
  if (phrase.floating && weak_month && (token(at).upos == Upos::verb || !after_preposition(at))) {
    return std::nullopt;
  }
  if (phrase.floating && token(at).upos == Upos::aux) {
    return std::nullopt;
  }
  return phrase;
}

TimeGrammar::Found TimeGrammar::day_first(std::size_t at) const {
  const std::size_t day_at = form(at, k_the) ? at + 1 : at;
  const auto day = day_number(day_at);
  if (!day) {
    return std::nullopt;
  }
  const std::size_t month_at = form(day->end, k_of) ? day->end + 1 : past_hyphen(day->end);
  const auto found = month(month_at);
  if (!found) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, found->end);
  if (glued_sign(found->end, '-') && year(found->end + 1)) {
    phrase.end = found->end + 1;
  }
  add_year(phrase, found->value, day->value);
  return phrase;
}

/// "2017-06-14", "14/06/2017", "14.06.2017".
TimeGrammar::Found TimeGrammar::numeric_date(std::size_t at) const {
  if (at + 4 >= m_limit || m_pieces[at].kind != PieceKind::digits || !glued(at + 1) || !glued(at + 2) ||
      !glued(at + 3) || !glued(at + 4) || m_pieces[at + 2].value < 1 || m_pieces[at + 4].kind != PieceKind::digits) {
    return std::nullopt;
  }
  const char separator = m_pieces[at + 1].sign;
  if ((separator != '-' && separator != '/' && separator != '.') || m_pieces[at + 3].sign != separator) {
    return std::nullopt;
  }
  auto first = m_pieces[at].value, second = m_pieces[at + 2].value, third = m_pieces[at + 4].value;
  if (m_pieces[at].span.size() == 4) {
    std::swap(first, third);
  } else if (m_pieces[at + 4].span.size() == 2 && third >= 0) {
    third += third < 40 ? 2000 : 1900;
  }
  if (second > 12 && first <= 12) {
    std::swap(first, second);
  }
  if (first < 1 || first > 31 || second < 1 || second > 12 || third < 1000 || third > 2100) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, at + 5);
  put_absolute(phrase, Unit::day,
               make_day(static_cast<int>(third), static_cast<unsigned>(second), static_cast<unsigned>(first)));
  return phrase;
}

TimeGrammar::Found TimeGrammar::calendar_date(std::size_t at) const {
  std::size_t start = at;
  if (const auto found = weekday(at)) {
    start = past_comma(found->end);
    if (is(start, WordClass::relative) || start >= m_limit) {
      return std::nullopt;
    }
  }
  Found phrase = numeric_date(start);
  if (!phrase) {
    phrase = day_first(start);
  }
  if (const auto found = month(start); !phrase && found) {
    phrase = month_first(start, found->end, found->value);
    if (start != at && phrase && phrase->floating && phrase->when.steps.front().kind == Kind::month) {
      return std::nullopt;  // "Monday, August" with no day
    }
  }
  if (phrase) {
    phrase->begin = at;
  }
  return phrase;
}

/// Whether four digits that stand alone read as a year: not before what they could count.
bool TimeGrammar::year_fits(std::size_t at, std::size_t end) const {
  if (m_pieces[at].kind != PieceKind::digits) {
    return false;
  }
  if (at > 0 && m_pieces[at].glued && m_pieces[at - 1].kind == PieceKind::mark && m_pieces[at - 1].sign != '-' &&
      m_pieces[at - 1].sign != '(' && m_pieces[at - 1].sign != '/' && m_pieces[at - 1].sign != '\'' &&
      m_pieces[at - 1].sign != '"' && m_pieces[at - 1].sign != '[') {
    return false;
  }
  if (at > 0 && glued_sign(at - 1, '-') && at > 1 && m_pieces[at - 2].kind == PieceKind::word) {
    return m_pieces[at - 2].span.size() > 2;  // "mid-1996", not "U-2010"
  }
  if (is(end, WordClass::units) || is(end, WordClass::unit) || glued_sign(end, '%') ||
      (glued_sign(end, ':') && glued(end + 1))) {
    return false;
  }
  const bool same = at > 0 && m_pieces[at].sentence == m_pieces[at - 1].sentence;
  const bool when =
      same && (form(at - 1, k_in) || form(at - 1, k_since) || form(at - 1, k_until) || form(at - 1, k_during));
  const bool loose = same && (m_time[at - 1] == nullptr || !m_time[at - 1]->is(WordClass::preposition) ||
                              m_time[at - 1]->is(WordClass::approximate) || form(at - 1, k_than));
  if (m_pieces[at].value < 1500) {
    return same && !loose && (end >= m_limit || token(end).upos == Upos::punct);
  }
  if (end < m_limit && m_pieces[end].kind == PieceKind::word && !m_pieces[end].glued && !when) {
    const bool counting = same && (form(at - 1, k_than) || form(at - 1, k_least) || form(at - 1, k_at) ||
                                   (m_time[at - 1] != nullptr && m_time[at - 1]->is(WordClass::approximate)));
    if (counting && m_time[end] == nullptr) {
      return false;  // "more than 2000 oil tankers", "about 1900 people", "at 2000 feet"
    }
    const Token& next = token(end);
    return !(next.upos == Upos::noun && next.feats.number == ud::Number::plur);
  }
  return true;
}

TimeGrammar::Found TimeGrammar::year_alone(std::size_t at) const {
  const std::size_t start = form(at, k_fiscal) ? at + 1 : at;
  const std::size_t the_year = form(start, k_the) && form(start + 1, k_year) ? start + 2 : start;
  const auto found = year(the_year);
  if (!found || (the_year == start && start == at && !second_of_years(at) && m_pieces[at].kind == PieceKind::digits &&
                 !era(at + 1, 1) && !year_fits(at, found->end))) {
    return std::nullopt;
  }
  if (m_pieces[the_year].kind == PieceKind::mark && the_year == at) {
    const bool told = at > 0 && m_time[at - 1] != nullptr && m_time[at - 1]->is(WordClass::preposition);
    if (!told) {
      return std::nullopt;  // "'99" needs a preposition
    }
  }
  Phrase phrase = phrase_at(at, found->end);
  put_absolute(phrase, Unit::year, make_day(found->value, 1, 1));
  return phrase;
}

TimeGrammar::Found TimeGrammar::decade(std::size_t at) const {
  const std::size_t start = past_article(at);
  std::size_t end = start;
  int first = 0;
  if (start < m_limit && m_pieces[start].kind == PieceKind::digits && m_pieces[start].span.size() == 4 &&
      m_pieces[start].value % 10 == 0) {
    end = start + 1;
    first = static_cast<int>(m_pieces[start].value);
  } else if (const auto two = short_year(start); two && two->value % 10 == 0) {
    end = two->end;
    first = two->value;
  } else if (is(start, WordClass::decade)) {
    Phrase phrase = phrase_at(at, start + 1);
    put_absolute(phrase, Unit::decade, make_day(1900 + val(start, WordClass::decade), 1, 1));
    return start > at ? Found(phrase) : std::nullopt;
  } else {
    return std::nullopt;
  }
  end = glued_sign(end, '\'') ? end + 1 : end;
  if (!form(end, k_s) || !glued(end)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, end + 1);
  put_absolute(phrase, Unit::decade, make_day(first, 1, 1));
  return phrase;
}

TimeGrammar::Found TimeGrammar::century(std::size_t at) const {
  const std::size_t start = past_article(at);
  const auto n = ordinal(start);
  if (!n || (start > at && !form(at, k_the)) || !form(past_hyphen(n->end), k_century) || n->value < 1 ||
      n->value > 30) {
    return std::nullopt;
  }
  const bool own = start == at || form(at, k_the);  // "a 20th century democrat": the article is the noun's
  Phrase phrase = phrase_at(own ? at : start, past_hyphen(n->end) + 1);
  int year = (n->value - 1) * 100;
  if (const auto with_era = era(phrase.end, 1); with_era) {
    phrase.end = with_era->end;
    year = with_era->value < 1 ? -n->value * 100 + 1 : year;
  }
  put_absolute(phrase, Unit::century, make_day(year, 1, 1));
  return phrase;
}

// ---- the other day of a range -----------------------------------------------------------------------------------

/// The second day of "May 4 and 5", "March 5-9, 1918"; the date itself keeps its extent.
std::optional<Phrase> TimeGrammar::other_day(const Phrase& date) const {
  const bool month_day =
      (!date.when.steps.empty() && date.when.steps.back().kind == Kind::month_day) ||
      (date.when.steps.empty() && date.when.base == Expression::Base::absolute && date.when.point.grain == Unit::day);
  const std::size_t joint = date.end;
  const bool range = sign(joint, '-') || form(joint, k_to);
  if (!month_day || date.type != TimexType::date || (!range && !form(joint, k_and)) ||
      m_pieces[date.end - 1].kind == PieceKind::word) {
    return std::nullopt;
  }
  const auto day = day_number(joint + 1);
  const bool noun_behind = day && day->end < m_limit && m_pieces[day->end].kind == PieceKind::word &&
                           (m_time[day->end] == nullptr || !is(day->end, WordClass::preposition));
  if (!day || noun_behind || m_pieces[date.end - 1].span.size() > 2) {
    return std::nullopt;
  }
  Phrase second = phrase_at(joint + 1, day->end);
  second.floating = date.floating;
  second.when = date.when;
  const int month =
      date.when.steps.empty() ? static_cast<int>(month_of(date.when.point.first)) : date.when.steps.back().n / 100;
  if (date.when.steps.empty()) {
    const Day first = date.when.point.first;
    second.when.point.first = make_day(year_of(first), month_of(first), static_cast<unsigned>(day->value));
  } else {
    second.when.steps.back().n = month * 100 + day->value;
    if (const auto told = year(past_comma(day->end))) {
      put_absolute(second, Unit::day,
                   make_day(told->value, static_cast<unsigned>(month), static_cast<unsigned>(day->value)));
      second.when.steps.clear();
      second.end = told->end;
    }
  }
  return second;
}

/// The first day of "6-7 January", "from 15 to 22 February", "the 28 and 29 August".
TimeGrammar::Found TimeGrammar::first_day_of_range(std::size_t at) const {
  const std::size_t start = form(at, k_the) ? at + 1 : at;
  const auto day = day_number(start);
  if (!day || !(sign(day->end, '-') || form(day->end, k_to) || form(day->end, k_and))) {
    return std::nullopt;
  }
  auto second = day_first(day->end + 1);
  if (!second || second->when.base == Expression::Base::none) {
    return std::nullopt;
  }
  if (second->when.steps.empty()) {
    const Day last = second->when.point.first;
    second->when.point.first = make_day(year_of(last), month_of(last), static_cast<unsigned>(day->value));
  } else if (second->when.steps.back().kind == Kind::month_day) {
    second->when.steps.back().n = second->when.steps.back().n / 100 * 100 + day->value;
  } else {
    return std::nullopt;
  }
  second->begin = at;
  second->end = day->end;
  return second;
}

}  // namespace hearsay::link::detail
