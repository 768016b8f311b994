// SPDX-License-Identifier: Apache-2.0
// Clock times, amounts of time, sets and references.
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
                    k_once = word_hash("once"), k_twice = word_hash("twice"), k_straight = word_hash("straight"),
                    k_odd = word_hash("odd"), k_other = word_hash("other"), k_age = word_hash("age"),
                    k_in = word_hash("in"), k_under = word_hash("under"), k_before = word_hash("before"),
                    k_over = word_hash("over"), k_final = word_hash("final"), k_future = word_hash("future"),
                    k_former = word_hash("former"), k_after = word_hash("after");

std::string_view unit_letter(Unit unit) {
  static constexpr std::string_view k_letters[] = {"S", "M", "H", "D", "WE", "W", "W", "M",
                                                   "S", "Q", "H", "Y", "E",  "C", "L"};
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
  const bool apart = form(at, k_on);  // "10 a.m. on Wednesday" is two phrases, the hour of that day
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

/// Hour and minute at a digit run: "10:35", "10.35 p.m.", "0735 GMT", "2014 at 1459", "4 in the morning", "9 o'clock".
std::optional<TimeGrammar::Hour> TimeGrammar::hour(std::size_t at) const {
  if (at >= m_limit || m_pieces[at].kind != PieceKind::digits || m_pieces[at].value < 0 || m_pieces[at].value > 9999) {
    return std::nullopt;
  }
  const int value = static_cast<int>(m_pieces[at].value);
  const std::size_t size = m_pieces[at].span.size(), end = at + 1;
  const bool parted = (glued_sign(end, ':') || glued_sign(end, '.')) && end + 1 < m_limit && glued(end + 1) &&
                      m_pieces[end + 1].kind == PieceKind::digits && m_pieces[end + 1].span.size() == 2;
  if (parted && value < 25 && m_pieces[end + 1].value < 60 && (m_pieces[end].sign == ':' || meridiem(end + 2))) {
    const bool seconds = glued_sign(end + 2, ':') && end + 3 < m_limit && m_pieces[end + 3].kind == PieceKind::digits;
    return Hour{value, static_cast<int>(m_pieces[end + 1].value), seconds ? end + 4 : end + 2};
  }
  const bool counts = end < m_limit && m_pieces[end].kind == PieceKind::word && !is(end, WordClass::preposition);
  const bool after_at = at > 0 && form(at - 1, k_at) && (!counts || m_pieces[end].capital);  // "at 1459"
  if (size == 4 && value < 2400 && value % 100 < 60 &&
      (is(end, WordClass::zone) || after_at || (end < m_limit && !glued(end) && numeric_date(end)))) {
    return Hour{value / 100, value % 100, end};
  }
  if (value < 1 || value > 12 || size > 2) {
    return std::nullopt;
  }
  if (form(end, k_in) && form(end + 1, k_the) && is(end + 2, WordClass::daypart) &&
      val(end + 2, WordClass::daypart) < 5) {
    return Hour{value % 12 + (val(end + 2, WordClass::daypart) == 0 ? 0 : 12), 0, end + 3};
  }
  const bool oclock = form(end, k_oclock) && glued_sign(end + 1, '\'');
  return oclock || meridiem(end) ? std::optional(Hour{value, 0, oclock ? end + 3 : end}) : std::nullopt;
}

TimeGrammar::Found TimeGrammar::clock(std::size_t at) const {
  Phrase phrase = phrase_at(at, at + 1);
  phrase.type = TimexType::time;
  phrase.when.base = Expression::Base::said;
  phrase.when.steps = {Step{}};
  if (is(at, WordClass::daypart) && val(at, WordClass::daypart) >= 5) {  // noon, midnight
    phrase.when.steps.push_back(clock_step(daypart_code(val(at, WordClass::daypart))));
    add_date_of_clock(phrase);
    return phrase;
  }
  auto told = hour(at);
  if (!told) {
    return std::nullopt;
  }
  if (const auto half = meridiem(told->end)) {
    told->hour = told->hour % 12 + (half->value == 1 ? 12 : 0);
    told->end = half->end;
  }
  phrase.end = std::min(told->end, m_limit);
  std::string text = fmt::format("{:02}:{:02}", told->hour, told->minute);
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
  if (form(at, k_over)) {  // "over a week" is more than one, "over the next weeks" is when
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
  const bool loose = form(at, k_before) || form(at, k_after);  // "two days before the vote" is a duration
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

/// The number before a unit with what may stand between: "another seven", "two and a half", "10 to 12", "20 more".
std::optional<TimeGrammar::Count> TimeGrammar::count_of_units(std::size_t at) const {
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
    if (upper && !upper->ordinal &&
        (is(upper->end, WordClass::units) || is(past_hyphen(upper->end), WordClass::unit))) {
      next = upper->end;
      count->vague = form(count->end, k_to) && upper->value - count->value > 3;
    }
  }
  for (const std::uint64_t adjective :
       {k_more, k_additional, k_consecutive, k_full, k_straight, k_odd, k_other, k_of}) {
    next = form(next, adjective) && (adjective != k_of || count->vague) ? next + 1 : next;
  }
  return Count{*count, start, next};
}

/// "25 years old", "26 years of age", "a year-end review", "a week-old truce": not the amount it begins like.
bool TimeGrammar::is_age_or_compound(const Phrase& phrase) const {
  const std::size_t behind = past_hyphen(phrase.end);
  const bool compound = behind > phrase.end && behind < m_limit && m_pieces[behind].kind == PieceKind::word;
  return form(behind, k_old) || (form(phrase.end, k_of) && form(phrase.end + 1, k_age)) ||
         (compound && !form(behind, k_long));
}

/// A number and a unit: "two years", "two-year", "several weeks", "a month", "an hour and a half", "10 to 12 days".
TimeGrammar::Found TimeGrammar::amount(std::size_t at) const {
  auto counted = count_of_units(at);
  if (!counted) {
    return std::nullopt;
  }
  Number& count = counted->number;
  std::size_t next = counted->next, noun = past_hyphen(next);
  if (noun < m_limit && m_time[noun] == nullptr && token(noun).upos == Upos::adj && is(noun + 1, WordClass::units)) {
    next = ++noun;  // "ten brutal months"
  }
  if (!is(noun, WordClass::unit) && !is(noun, WordClass::units)) {
    return std::nullopt;
  }
  const auto unit =
      static_cast<Unit>(is(noun, WordClass::unit) ? val(noun, WordClass::unit) : val(noun, WordClass::units));
  const bool hyphen = noun > next, article = is(counted->start, WordClass::determiner) && count.value == 1;
  const bool fraction = unit == Unit::quarter && (hyphen || form(noun + 1, k_of));  // "three-quarters of"
  const bool nth = count.value == 1 && !count.digits && (unit == Unit::second || unit == Unit::quarter);
  Phrase phrase = phrase_at(at, noun + 1);
  if (fraction || nth || is_age_or_compound(phrase)) {
    return std::nullopt;
  }
  if (form(phrase.end, k_and) && form(phrase.end + 1, k_a) && form(phrase.end + 2, k_half)) {
    count.value += 0.5;
    phrase.end += 3;
  }
  if (past_hyphen(phrase.end) > phrase.end) {  // "year-long"
    phrase.begin = article ? counted->start + 1 : phrase.begin;
    phrase.end += 2;
  }
  phrase.type = TimexType::duration;
  phrase.value = duration_value(count.vague && !count.max ? std::nullopt : std::optional(count.value), unit);
  return shifted(phrase, count, unit);
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
  if (count_at < m_limit &&
      (m_pieces[count_at].kind == PieceKind::digits || m_numbers.find(m_pieces[count_at]) != nullptr) &&
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
    return std::nullopt;  // "the two-week war", "the 46-day battle": the article is the noun's
  }
  if (relative_word && val(start, WordClass::relative) != 0 && !is(start, WordClass::anaphor)) {
    inner->reach = val(start, WordClass::relative) < 0 ? Reach::back : Reach::ahead;
    const std::size_t noun = inner->end - 1;
    inner->reach_unit = static_cast<Unit>(is(noun, WordClass::units)  ? val(noun, WordClass::units)
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
  phrase.value =
      future ? "FUTURE_REF" : duration_value(std::nullopt, static_cast<Unit>(val(start + 1, WordClass::units)));
  return phrase;
}

TimeGrammar::Found TimeGrammar::duration(std::size_t at) const {
  Found best = amount(at);
  for (Found found : {ranged_duration(at), bare_units(at), first_units(at)}) {
    if (found && (!best || found->end > best->end)) {
      best = std::move(found);
    }
  }
  if (best && best->type == TimexType::duration && best->end == at + 2 && form(at, k_a) && counts_per(at) &&
      !is(best->end, WordClass::shift)) {
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

}  // namespace hearsay::link::detail
