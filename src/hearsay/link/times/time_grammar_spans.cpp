// SPDX-License-Identifier: Apache-2.0
// Clock times, amounts of time, sets and references; and the walk over the text.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include <hearsay/link/times/time_grammar.hpp>

namespace hearsay::link::detail {

namespace {

using Kind = Step::Kind;

const std::uint64_t k_of = word_hash("of"), k_the = word_hash("the"), k_on = word_hash("on"), k_a = word_hash("a"),
                    k_an = word_hash("an"), k_m = word_hash("m"), k_p = word_hash("p"), k_old = word_hash("old"),
                    k_long = word_hash("long"), k_and = word_hash("and"), k_half = word_hash("half"),
                    k_more = word_hash("more"), k_less = word_hash("less"), k_than = word_hash("than"),
                    k_at = word_hash("at"), k_least = word_hash("least"), k_most = word_hash("most"),
                    k_up = word_hash("up"), k_to = word_hash("to"), k_no = word_hash("no"), k_or = word_hash("or"),
                    k_so = word_hash("so"), k_recent = word_hash("recent"), k_first = word_hash("first"),
                    k_additional = word_hash("additional"), k_another = word_hash("another"),
                    k_consecutive = word_hash("consecutive"), k_full = word_hash("full"), k_few = word_hash("few"),
                    k_percent = word_hash("percent"), k_times = word_hash("times"), k_oclock = word_hash("o"),
                    k_once = word_hash("once"), k_twice = word_hash("twice"), k_time = word_hash("time"),
                    k_straight = word_hash("straight"), k_odd = word_hash("odd"), k_other = word_hash("other"),
                    k_age = word_hash("age"), k_many = word_hash("many"), k_in = word_hash("in"),
                    k_under = word_hash("under"), k_just = word_hash("just"), k_only = word_hash("only"),
                    k_before = word_hash("before"), k_over = word_hash("over"), k_final = word_hash("final"), k_since = word_hash("since"), k_until = word_hash("until"),
                    k_till = word_hash("till"), k_by = word_hash("by"), k_from = word_hash("from"),
                    k_between = word_hash("between"), k_through = word_hash("through"), k_future = word_hash("future"), k_former = word_hash("former"), k_period = word_hash("period"), k_after = word_hash("after"), k_per = word_hash("per");

constexpr std::uint64_t bit(WordClass c) { return std::uint64_t{1} << static_cast<unsigned>(c); }
/// Words of these classes alone begin no phrase; articles only where the next word can go on.
constexpr std::uint64_t k_only_inside = bit(WordClass::preposition) | bit(WordClass::future) | bit(WordClass::zone) |
                                        bit(WordClass::era) | bit(WordClass::meridiem) | bit(WordClass::period);
constexpr std::uint64_t k_articles = bit(WordClass::determiner);

const char* daypart_code(int value) {
  static constexpr const char* k_codes[] = {"MO", "MI", "AF", "EV", "NI", "12:00", "24:00"};
  return k_codes[std::clamp(value, 0, 6)];
}

std::string_view unit_letter(Unit unit) {
  static constexpr std::string_view k_letters[] = {"S", "M", "H", "D", "WE", "W", "W", "M", "S", "Q", "H", "Y", "E",
                                                   "C", "L"};
  return k_letters[static_cast<std::size_t>(unit)];
}

Step clock_step(std::string clock) {
  Step step;
  step.kind = Kind::clock;
  step.clock = std::move(clock);
  return step;
}

}  // namespace

std::string duration_value(std::optional<double> count, Unit unit) {
  const std::string_view prefix = unit < Unit::day ? "PT" : "P";
  if (!count) {
    return fmt::format("{}X{}", prefix, unit_letter(unit));
  }
  if (unit == Unit::fortnight) {
    return duration_value(*count * 2, Unit::week);
  }
  if (unit == Unit::decade) {
    return duration_value(*count * 10, Unit::year);
  }
  if (unit == Unit::century) {
    return duration_value(*count * 100, Unit::year);
  }
  if (unit == Unit::weekend) {
    return duration_value(*count * 2, Unit::day);
  }
  const double whole = std::floor(*count);
  if (whole == *count) {
    return fmt::format("{}{}{}", prefix, static_cast<long long>(whole), unit_letter(unit));
  }
  if (*count - whole == 0.5 && (unit == Unit::year || unit == Unit::hour || unit == Unit::minute)) {
    const std::string first = whole > 0 ? fmt::format("{}{}", static_cast<long long>(whole), unit_letter(unit)) : "";
    return fmt::format("{}{}{}", prefix, first, unit == Unit::year ? "6M" : unit == Unit::hour ? "30M" : "30S");
  }
  return fmt::format("{}{:g}{}", prefix, *count, unit_letter(unit));
}

// ---- clock -----------------------------------------------------------------------------------------------------

/// "am", "p.m.", "a.m": value 0 before noon, 1 after.
TimeGrammar::Read TimeGrammar::meridiem(std::size_t at) const {
  if (is(at, WordClass::meridiem)) {
    return Value{val(at, WordClass::meridiem), at + 1};
  }
  if ((form(at, k_a) || form(at, k_p)) && glued_sign(at + 1, '.') && form(at + 2, k_m) && glued(at + 2)) {
    return Value{form(at, k_p) ? 1 : 0, glued_sign(at + 3, '.') ? at + 4 : at + 3};
  }
  return std::nullopt;
}

/// "10 p.m. Wednesday", "5 p.m. EST, Nov. 9", "noon on 3 May": the day behind a clock time.
void TimeGrammar::add_date_of_clock(Phrase& phrase) const {
  std::size_t at = past_comma(phrase.end);
  const bool apart = form(at, k_on);    // "10 a.m. on Wednesday" is two phrases, the hour of that day
  at = apart ? at + 1 : at;
  Found day = calendar_date(at);
  if (!day) {
    day = weekday_alone(at);
  }
  if (!day) {
    day = deictic(at);
  }
  if (!day && at == phrase.end) {
    day = relative(at);
  }
  const bool whole_day = day && day->type == TimexType::date &&
                         !(day->when.steps.empty() && day->when.point.grain != Unit::day) &&
                         (day->when.steps.empty() || day->when.steps.back().unit <= Unit::day);
  const Step clock = phrase.when.steps.back();
  if (whole_day) {
    const std::size_t begin = phrase.begin, end = apart ? phrase.end : day->end;
    phrase = *day;
    phrase.begin = begin;
    phrase.end = end;
    phrase.when.steps.push_back(clock);
    phrase.type = TimexType::time;
  }
}

TimeGrammar::Found TimeGrammar::clock(std::size_t at) const {
  Phrase phrase = phrase_at(at, at);
  phrase.type = TimexType::time;
  phrase.when.base = Expression::Base::said;
  phrase.when.steps = {Step{}};
  int hour = -1, minute = -1;
  if (is(at, WordClass::daypart) && val(at, WordClass::daypart) >= 5) {
    phrase.when.steps.push_back(clock_step(daypart_code(val(at, WordClass::daypart))));
    phrase.end = at + 1;
    add_date_of_clock(phrase);
    return phrase;
  }
  if (at >= m_limit || m_pieces[at].kind != PieceKind::digits || m_pieces[at].value < 0) {
    return std::nullopt;
  }
  const auto value = m_pieces[at].value;
  std::size_t end = at + 1;
  if ((glued_sign(end, ':') || glued_sign(end, '.')) && end + 1 < m_limit && glued(end + 1) && value < 25 &&
      m_pieces[end + 1].kind == PieceKind::digits && m_pieces[end + 1].span.size() == 2 &&
      m_pieces[end + 1].value < 60 && (m_pieces[end].sign == ':' || meridiem(end + 2))) {
    hour = static_cast<int>(value);
    minute = static_cast<int>(m_pieces[end + 1].value);
    end += 2;
    if (glued_sign(end, ':') && end + 1 < m_limit && m_pieces[end + 1].kind == PieceKind::digits) {
      end += 2;
    }
  } else if (m_pieces[at].span.size() == 4 && value < 2400 && value % 100 < 60 &&
             (is(end, WordClass::zone) || (at > 1 && form(at - 1, k_at) && m_pieces[at - 2].span.size() == 4 &&
                                           m_pieces[at - 2].kind == PieceKind::digits))) {
    hour = static_cast<int>(value / 100);
    minute = static_cast<int>(value % 100);
  } else if (value > 0 && value < 13 && m_pieces[at].span.size() <= 2 && form(end, k_in) && form(end + 1, k_the) &&
             is(end + 2, WordClass::daypart) && val(end + 2, WordClass::daypart) < 5) {
    hour = static_cast<int>(value) % 12 + (val(end + 2, WordClass::daypart) == 0 ? 0 : 12);
    minute = 0;
    end += 3;
  } else if (value > 0 && value < 13 && (meridiem(end) || (form(end, k_oclock) && glued_sign(end + 1, '\'')))) {
    hour = static_cast<int>(value);
    minute = 0;
    end = form(end, k_oclock) ? end + 3 : end;
  } else {
    return std::nullopt;
  }
  if (const auto half = meridiem(end)) {
    hour = hour % 12 + (half->value == 1 ? 12 : 0);
    end = half->end;
  }
  phrase.end = std::min(end, m_limit);
  std::string text = fmt::format("{:02}:{:02}", hour, minute);
  if (is(phrase.end, WordClass::zone)) {
    text += val(phrase.end, WordClass::zone) == 1 ? "Z" : "";
    ++phrase.end;
  }
  phrase.when.steps.push_back(clock_step(std::move(text)));
  add_date_of_clock(phrase);
  return phrase;
}

/// "the morning of 31 January", "this morning" is read elsewhere; "the morning" alone is that of the day spoken of.
TimeGrammar::Found TimeGrammar::morning_of(std::size_t at) const {
  const std::size_t start = past_article(at);
  const bool mid = is(start, WordClass::part) && is(past_hyphen(start + 1), WordClass::daypart);
  const std::size_t noun = mid ? past_hyphen(start + 1) : start;
  if (!is(noun, WordClass::daypart) || val(noun, WordClass::daypart) >= 5 || (start == at && !mid)) {
    return std::nullopt;
  }
  const Step clock = clock_step(daypart_code(val(noun, WordClass::daypart)));
  Phrase phrase = phrase_at(at, noun + 1);
  phrase.type = TimexType::time;
  const std::size_t day_at = form(noun + 1, k_of) || form(noun + 1, k_on) ? noun + 2 : noun + 1;
  Found day = calendar_date(day_at);
  day = day ? day : weekday_alone(day_at);
  day = day ? day : deictic(day_at);
  if (day && day->type == TimexType::date) {
    phrase.when = day->when;
    phrase.floating = day->floating;
    phrase.end = day->end;
  } else {
    if (!form(at, k_the) && !mid) {
      return std::nullopt;
    }
    phrase.when.base = Expression::Base::said;
    phrase.when.steps = {Step{}};
    phrase.weak = true;
  }
  phrase.when.steps.push_back(clock);
  return phrase;
}

// ---- amounts of time -------------------------------------------------------------------------------------------

/// Past "nearly", "more than", "at least", "no more than", "up to", "about": they belong to the extent.
std::size_t TimeGrammar::past_approximation(std::size_t at) const {
  std::size_t start = form(at, k_no) ? at + 1 : at;
  if ((form(start, k_more) || form(start, k_less)) && form(start + 1, k_than)) {
    return start + 2;
  }
  if (form(at, k_at) && (form(at + 1, k_least) || form(at + 1, k_most))) {
    return at + 2;
  }
  if (form(at, k_up) && form(at + 1, k_to)) {
    return at + 2;
  }
  if (form(at, k_over)) {         // "over a week" is more than one, "over the next weeks" is when
    const auto count = number(at + 1);
    return form(at + 1, k_a) || form(at + 1, k_an) || (count && !count->vague) ? at + 1 : at;
  }
  return is(at, WordClass::approximate) || form(at, k_under) ? at + 1 : at;
}

/// The amount with what stands behind it: "ago", "later", a duration else.
TimeGrammar::Found TimeGrammar::shifted(Phrase amount, const Number& number, Unit unit) const {
  std::size_t at = amount.end;
  if (form(at, k_or) && form(at + 1, k_so)) {
    amount.end = at += 2;
  }
  if (!is(at, WordClass::shift)) {
    return amount;
  }
  const bool loose = form(at, k_before) || form(at, k_after);   // "two days before the vote" is a duration
  if (loose && !(at + 1 >= m_limit || m_pieces[at + 1].kind == PieceKind::mark)) {
    return amount;
  }
  const int direction = val(at, WordClass::shift);
  static const std::uint64_t k_ago = word_hash("ago");
  amount.end = at + 1;
  amount.type = TimexType::date;
  amount.value.clear();
  amount.reach = Reach::none;
  amount.when.base = form(at, k_ago) ? Expression::Base::publication : Expression::Base::said;
  Step step;
  step.n = direction * static_cast<int>(std::clamp(number.value, 0.0, 100000.0)) * (unit == Unit::fortnight ? 2 : 1);
  step.unit = unit == Unit::fortnight ? Unit::week : unit;
  if (number.vague) {
    amount.value = direction < 0 ? "PAST_REF" : "FUTURE_REF";
    amount.when = {};
  } else {
    amount.when.steps = {step};
    if (unit < Unit::day) {
      amount.type = TimexType::time;
    }
  }
  return amount;
}

/// A number and a unit: "two years", "two-year", "several weeks", "a month", "an hour and a half", "10 to 12 days".
TimeGrammar::Found TimeGrammar::amount(std::size_t at) const {
  const std::size_t start = past_approximation(at);
  auto count = number(start);
  if (form(start, k_another) && number(start + 1)) {
    count = number(start + 1);
  }
  if (!count && (form(start, k_a) || form(start, k_an) || form(start, k_another))) {
    count = number_at(1, start + 1);
  }
  if (!count || count->ordinal || (count->vague && start > at)) {
    return std::nullopt;
  }
  std::size_t next = count->end;
  const std::size_t half_at = form(next, k_and) ? (form(next + 1, k_a) ? next + 2 : next + 1) : next;
  if (half_at > next && form(half_at, k_half)) {
    count->value += 0.5;
    next = half_at + 1;
  }
  if ((form(next, k_to) || form(next, k_or) || sign(next, '-')) && next + 1 < m_limit) {
    const auto upper = number(next + 1);
    if (upper && !upper->ordinal && (is(upper->end, WordClass::units) || is(past_hyphen(upper->end), WordClass::unit))) {
      next = upper->end;
      count->vague = form(count->end, k_to) && upper->value - count->value > 3;
    }
  }
  for (const std::uint64_t adjective : {k_more, k_additional, k_consecutive, k_full, k_straight, k_odd, k_other, k_of}) {
    next = form(next, adjective) && (adjective != k_of || count->vague) ? next + 1 : next;
  }
  std::size_t noun = past_hyphen(next);
  if (noun < m_limit && m_time[noun] == nullptr && token(noun).upos == Upos::adj && is(noun + 1, WordClass::units)) {
    next = ++noun;                   // "ten brutal months"
  }
  if (!is(noun, WordClass::unit) && !is(noun, WordClass::units)) {
    return std::nullopt;
  }
  const auto unit = static_cast<Unit>(is(noun, WordClass::unit) ? val(noun, WordClass::unit) : val(noun, WordClass::units));
  const bool fraction = unit == Unit::quarter && (noun > next || form(noun + 1, k_of));   // "three-quarters of"
  const bool nth = count->value == 1 && !count->digits && (unit == Unit::second || unit == Unit::quarter);
  if (fraction || nth) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, noun + 1);
  if (noun > next && form(phrase.end, k_period) && is(at, WordClass::determiner)) {
    ++phrase.end;
  } else if (noun > next && start > at && is(at, WordClass::determiner)) {
    return std::nullopt;
  }
  const std::size_t behind = past_hyphen(phrase.end);
  if (form(behind, k_old) || (form(phrase.end, k_of) && form(phrase.end + 1, k_age))) {
    return std::nullopt;
  }
  if (form(phrase.end, k_and) && (form(phrase.end + 1, k_a)) && form(phrase.end + 2, k_half)) {
    count->value += 0.5;
    phrase.end += 3;
  }
  const bool article = count->end == start + 1 && !count->digits && count->value == 1 && is(start, WordClass::determiner);
  if (form(behind, k_long) && behind > phrase.end) {
    phrase.begin = article ? start + 1 : phrase.begin;
    phrase.end = behind + 1;
  }
  if (past_hyphen(phrase.end) > phrase.end && m_pieces[phrase.end + 1].kind == PieceKind::word) {
    return std::nullopt;             // "a year-end review", "a week-old truce"
  }
  phrase.type = TimexType::duration;
  phrase.value = duration_value(count->vague && !count->max ? std::nullopt : std::optional(count->value), unit);
  return shifted(phrase, *count, unit);
}

/// "the past three months", "the next few days", "the first nine months", "the last week" is a date.
TimeGrammar::Found TimeGrammar::ranged_duration(std::size_t at) const {
  std::size_t start = past_approximation(at);
  start = form(start, k_the) ? start + 1 : start;
  const bool first = form(start, k_first);
  const bool relative_word = is(start, WordClass::relative);
  if (relative_word && start > at && !form(at, k_the)) {
    return std::nullopt;
  }
  if (!first && !relative_word && start == at) {
    return std::nullopt;
  }
  const std::size_t count_at = first || relative_word ? start + 1 : start;
  Found inner;
  bool few = form(count_at, k_few);
  if (count_at < m_limit && (m_pieces[count_at].kind == PieceKind::digits || m_numbers.find(m_pieces[count_at]) != nullptr) &&
      !form(count_at, k_a)) {
    inner = amount(count_at);
  } else if (relative_word && is(count_at, WordClass::units)) {
    Phrase bare = phrase_at(count_at, count_at + 1);
    bare.type = TimexType::duration;
    bare.value = duration_value(std::nullopt, static_cast<Unit>(val(count_at, WordClass::units)));
    few = true;
    inner = bare;
  }
  if (!inner || inner->type != TimexType::duration) {
    return std::nullopt;
  }
  inner->begin = at;
  const bool singular = !is(inner->end - 1, WordClass::units);
  if (!first && !relative_word && singular) {
    return std::nullopt;          // "the two-week war", "the 46-day battle": the article is the noun's
  }
  if (relative_word && val(start, WordClass::relative) != 0 && !is(start, WordClass::anaphor)) {
    inner->reach = val(start, WordClass::relative) < 0 ? Reach::back : Reach::ahead;
    const std::size_t noun = inner->end - 1;
    inner->reach_unit = static_cast<Unit>(is(noun, WordClass::units) ? val(noun, WordClass::units)
                                          : is(noun, WordClass::unit) ? val(noun, WordClass::unit)
                                                                      : static_cast<int>(Unit::day));
    const auto count = number(count_at);
    inner->reach_count = !few && count && !count->vague ? static_cast<int>(std::min(count->value, 10000.0)) : 0;
  }
  return inner;
}

/// "years", "weeks", "decades" with no number; "recent weeks", "coming months".
TimeGrammar::Found TimeGrammar::bare_units(std::size_t at) const {
  const bool recent = form(at, k_recent);
  const std::size_t noun = recent || form(at, k_the) ? at + 1 : at;
  if (!is(noun, WordClass::units)) {
    return std::nullopt;
  }
  const auto unit = static_cast<Unit>(val(noun, WordClass::units));
  if (!recent && (unit < Unit::hour || unit == Unit::quarter || unit == Unit::weekend)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, noun + 1);
  phrase.type = TimexType::duration;
  phrase.value = duration_value(std::nullopt, unit);
  if (noun == at && past_hyphen(phrase.end) > phrase.end) {
    phrase.end = past_hyphen(phrase.end) + 1;
    return form(phrase.end - 1, k_long) ? Found(phrase) : std::nullopt;
  }
  if ((form(phrase.end, k_and) || form(phrase.end, k_or)) && is(phrase.end + 1, WordClass::units)) {
    phrase.end += 2;
  }
  if (recent) {
    phrase.reach = Reach::back;
    phrase.reach_unit = unit;
    return phrase;
  }
  if (form(past_hyphen(phrase.end), k_old)) {
    return std::nullopt;
  }
  Number unknown = number_at(0, phrase.end);
  unknown.vague = true;
  return shifted(phrase, unknown, unit);
}

/// "the first days", "the early years", "the last hours", "future quarters", "coming weeks".
TimeGrammar::Found TimeGrammar::first_units(std::size_t at) const {
  const std::size_t start = form(at, k_the) ? at + 1 : at;
  const bool edge = start > at && (form(start, k_first) || is(start, WordClass::part) || form(start, k_final));
  const bool future = form(at, k_future);
  if ((!edge && !future) || !is(start + 1, WordClass::units)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, start + 2);
  phrase.type = future ? TimexType::date : TimexType::duration;
  phrase.value = future ? "FUTURE_REF"
                        : duration_value(std::nullopt, static_cast<Unit>(val(start + 1, WordClass::units)));
  return phrase;
}

TimeGrammar::Found TimeGrammar::duration(std::size_t at) const {
  Found best = amount(at);
  for (Found found : {ranged_duration(at), bare_units(at), first_units(at)}) {
    if (found && (!best || found->end > best->end)) {
      best = std::move(found);
    }
  }
  if (best && best->type == TimexType::duration && best->end == at + 2 && form(at, k_a) && counts_per(at)) {
    best->type = TimexType::set;
  }
  return best;
}

/// Whether "a year" stands behind what is counted each year: "$5 a year", "twice a week", "2 percent a month".
bool TimeGrammar::counts_per(std::size_t at) const {
  if (at == 0 || m_pieces[at - 1].sentence != m_pieces[at].sentence) {
    return false;
  }
  const Piece& before = m_pieces[at - 1];
  return before.kind == PieceKind::digits || before.sign == '%' || before.hash == k_percent || before.hash == k_times ||
         before.hash == k_once || before.hash == k_twice || m_numbers.find(before) != nullptr;
}

// ---- sets and references ---------------------------------------------------------------------------------------

TimeGrammar::Found TimeGrammar::set(std::size_t at) const {
  if (is(at, WordClass::set)) {
    Phrase phrase = phrase_at(at, at + 1);
    phrase.type = TimexType::set;
    phrase.value = m_words.set_value(val(at, WordClass::set));
    return phrase;
  }
  if (is(at, WordClass::weekdays) && !is_attributive(at + 1)) {
    Phrase phrase = phrase_at(at, at + 1);
    phrase.type = TimexType::set;
    phrase.value = fmt::format("XXXX-WXX-{}", val(at, WordClass::weekdays));
    return phrase;
  }
  if (!is(at, WordClass::each)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, at + 2);
  phrase.type = TimexType::set;
  std::size_t noun = at + 1;
  double count = 1;
  if (const auto found = number(noun); found && !found->ordinal && !found->vague) {
    count = found->value;
    noun = found->end;
    phrase.end = noun + 1;
  } else if (form(noun, k_other)) {
    count = 2;
    phrase.end = ++noun + 1;
  }
  if (is(noun, WordClass::unit) || is(noun, WordClass::units)) {
    const int unit = is(noun, WordClass::unit) ? val(noun, WordClass::unit) : val(noun, WordClass::units);
    phrase.value = duration_value(count, static_cast<Unit>(unit));
  } else if (const auto day = weekday(noun)) {
    phrase.value = fmt::format("XXXX-WXX-{}", day->value);
  } else if (const auto found_month = month(noun)) {
    phrase.value = fmt::format("XXXX-{:02}", found_month->value);
  } else if (is(noun, WordClass::daypart) && val(noun, WordClass::daypart) < 5) {
    phrase.value = fmt::format("XXXX-XX-XXT{}", daypart_code(val(noun, WordClass::daypart)));
  } else {
    return std::nullopt;
  }
  return phrase;
}

TimeGrammar::Found TimeGrammar::reference(std::size_t at) const {
  static constexpr const char* k_values[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  if (is(at, WordClass::reference)) {
    Phrase phrase = phrase_at(at, at + 1);
    phrase.value = k_values[std::clamp(val(at, WordClass::reference) + 1, 0, 2)];
    return phrase;
  }
  if (m_history && form(at, k_former)) {
    Phrase phrase = phrase_at(at, at + 1);
    phrase.value = "PAST_REF";
    return phrase;
  }
  if (is(at, WordClass::reference_adjective)) {
    Phrase phrase = phrase_at(at, at + 1);
    phrase.value = k_values[std::clamp(val(at, WordClass::reference_adjective) + 1, 0, 2)];
    return phrase;
  }
  return std::nullopt;
}

TimeGrammar::Found TimeGrammar::fixed(std::size_t at) const {
  const auto* list = m_words.phrases(m_pieces[at]);
  if (list == nullptr) {
    return std::nullopt;
  }
  for (const TimePhrase& phrase : *list) {
    std::size_t i = 0;
    for (; i < phrase.words.size() && at + i < m_limit; ++i) {
      const Piece& piece = m_pieces[at + i];
      const std::uint64_t key = piece.kind == PieceKind::mark ? static_cast<unsigned char>(piece.sign) : piece.hash;
      if (key != phrase.words[i]) {
        break;
      }
    }
    if (i == phrase.words.size()) {
      Phrase found = phrase_at(at, at + i);
      found.type = phrase.type;
      found.value = phrase.value;
      return found;
    }
  }
  return std::nullopt;
}

// ---- the walk --------------------------------------------------------------------------------------------------

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

std::size_t TimeGrammar::past_article(std::size_t at) const { return is(at, WordClass::determiner) ? at + 1 : at; }

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
    return m_words.phrases(piece) != nullptr;      // "in", "of", "to"
  }
  if (time != nullptr && (time->classes & ~k_articles) == 0 && at + 1 < m_limit) {
    const Piece& next = m_pieces[at + 1];          // most articles stand before no word of time
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
  const bool from = lead == k_from && (joint.hash == k_to || joint.hash == k_until || joint.hash == k_till ||
                                       joint.hash == k_through);
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
  first.when.point.first = make_day(year_of(last) - (month > month_of(last) ? 1 : 0), month,
                                    static_cast<unsigned>(day ? n % 100 : 1));
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
