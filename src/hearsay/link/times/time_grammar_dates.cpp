// SPDX-License-Identifier: Apache-2.0
// Dates that lean on another: weekdays, seasons, quarters, feasts, "last week", "the end of the month".
#include <hearsay/link/times/time_grammar.hpp>

#include <algorithm>

namespace hearsay::link::detail {

namespace {

using Kind = Step::Kind;

const std::uint64_t k_of = word_hash("of"), k_the = word_hash("the"), k_in = word_hash("in"), k_s = word_hash("s"),
                    k_this = word_hash("this"), k_quarter = word_hash("quarter"), k_period = word_hash("period"),
                    k_year = word_hash("year"), k_ago = word_hash("ago"), k_earlier = word_hash("earlier"),
                    k_half = word_hash("half"), k_fiscal = word_hash("fiscal"), k_next = word_hash("next"),
                    k_mid = word_hash("mid"), k_fall = word_hash("fall"), k_spring = word_hash("spring"),
                    k_last = word_hash("last"), k_latest = word_hash("latest"), k_or = word_hash("or"),
                    k_so = word_hash("so"), k_end = word_hash("end"), k_early = word_hash("early"),
                    k_later = word_hash("later"), k_time = word_hash("time"), k_same = word_hash("same"),
                    k_that = word_hash("that"), k_latter = word_hash("latter"), k_late = word_hash("late");

}  // namespace

/// "Friday" + "night": the part of the day behind a day.
void TimeGrammar::add_daypart(Phrase& phrase) const {
  if (!is(phrase.end, WordClass::daypart)) {
    return;
  }
  Step step;
  step.kind = Kind::clock;
  step.clock = daypart_code(val(phrase.end, WordClass::daypart));
  phrase.when.steps.push_back(step);
  phrase.type = TimexType::time;
  ++phrase.end;
}

TimeGrammar::Found TimeGrammar::weekday_alone(std::size_t at) const {
  auto found = weekday(at);
  if (is(at, WordClass::weekdays) && is_attributive(at + 1)) {  // "Tuesdays attack", its apostrophe lost
    found = Value{val(at, WordClass::weekdays), at + 1};
  }
  if (!found || (found->end > at + 1 && !m_pieces[at].capital)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, found->end);
  phrase.floating = true;
  phrase.when.base = Expression::Base::publication;
  phrase.when.steps = {make_step(Kind::weekday, found->value)};
  add_daypart(phrase);
  return phrase;
}

TimeGrammar::Found TimeGrammar::season(std::size_t at) const {
  const std::size_t start = past_article(at);
  if (!is(start, WordClass::season) || (start > at && form(at, word_hash("a")))) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, start + 1);
  const Step step = make_step(Kind::season, val(start, WordClass::season), Unit::season);
  std::size_t year_at = past_comma(phrase.end);
  year_at = form(year_at, k_of) ? year_at + 1 : year_at;
  if (const auto found = year(year_at)) {
    put_absolute(phrase, Unit::year, make_day(found->value, 1, 1));
    phrase.when.steps = {step};
    phrase.end = found->end;
    return phrase;
  }
  if (const auto tail = relative(year_at); tail && tail->type == TimexType::date && !tail->when.steps.empty() &&
                                           tail->when.steps.back().unit == Unit::year) {
    phrase.when = tail->when;
    phrase.when.steps.push_back(step);
    phrase.end = tail->end;
    return phrase;
  }
  const bool verb = token(start).upos == Upos::verb || token(start).upos == Upos::adv;
  const bool modifier = start == at && m_history && is_attributive(start + 1);  // "the summer offensive"
  const bool noun_of = (form(start, k_fall) || form(start, k_spring)) && (start == at || form(start + 1, k_of));
  if (verb || (!modifier && (noun_of || (start == at && !after_preposition(at)))) ||
      (start > at && m_history && is_attributive(start + 1))) {
    return std::nullopt;
  }
  phrase.floating = true;
  phrase.when.base = Expression::Base::publication;
  phrase.when.steps = {step};
  return phrase;
}

/// "the third quarter", "third-quarter", "the 1988 second quarter", "the third quarter of 1984", "the last half of
/// 1989".
TimeGrammar::Found TimeGrammar::quarter(std::size_t at) const {
  std::size_t start = past_article(at);
  const auto own_year = start < m_limit && m_pieces[start].kind == PieceKind::digits ? year(start) : std::nullopt;
  start = own_year ? own_year->end : start;
  start = form(start, k_fiscal) ? past_hyphen(start + 1) : start;
  auto n = ordinal(start);
  if (!n && (form(start, k_last) || form(start, k_latter))) {
    n = Value{4, start + 1};
  }
  if (!n && own_year && form(at, k_the) && (form(start, k_period) || form(start, k_quarter))) {
    Phrase phrase = phrase_at(at, start + 1);  // "the 1988 period"
    phrase.same_quarter = true;
    put_absolute(phrase, Unit::year, make_day(own_year->value, 1, 1));
    return phrase;
  }
  if (!n || n->value > 4) {
    return std::nullopt;
  }
  const std::size_t noun = past_hyphen(n->end);
  const bool latter = form(start, k_last) || form(start, k_latter);
  const bool half = form(noun, k_half) && (n->value <= 2 || latter);
  if (!half && (!form(noun, k_quarter) || latter)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, noun + 1);
  if (m_pieces[at].kind == PieceKind::word && is(at, WordClass::determiner) &&
      (!form(at, k_the) || noun > n->end || is_attributive(phrase.end))) {
    return std::nullopt;  // "its third-quarter loss": the determiner is the noun's
  }
  const Step step = half ? make_step(Kind::half, std::min(n->value, 2), Unit::half)
                         : make_step(Kind::quarter, n->value, Unit::quarter);
  const std::size_t tail_at = form(phrase.end, k_of) ? phrase.end + 1 : phrase.end;
  const auto tail_year = own_year ? own_year : year(tail_at);
  if (tail_year) {
    phrase.end = own_year ? phrase.end : tail_year->end;
    put_absolute(phrase, Unit::year, make_day(tail_year->value, 1, 1));
  } else if (const auto tail = relative(tail_at); tail && tail->type == TimexType::date && !tail->when.steps.empty() &&
                                                  tail->when.steps.back().unit == Unit::year) {
    phrase.when = tail->when;
    phrase.end = tail->end;
  } else if (half) {
    return std::nullopt;
  } else {
    phrase.floating = true;
    phrase.when.base = Expression::Base::publication;
  }
  phrase.when.steps.push_back(step);
  return phrase;
}

/// "the first day of the war" is no date we know; "the first week of May" is.
TimeGrammar::Found TimeGrammar::nth_unit(std::size_t at) const {
  const std::size_t start = past_article(at);
  const auto n = form(start, k_last) ? Read(Value{-1, start + 1}) : ordinal(start);
  if (!n || !is(n->end, WordClass::unit) || !form(n->end + 1, k_of)) {
    return std::nullopt;
  }
  auto inner = plain_date(n->end + 2);
  const auto unit = static_cast<Unit>(val(n->end, WordClass::unit));
  if (!inner || unit < Unit::day || unit > Unit::month || inner->type != TimexType::date) {
    return std::nullopt;
  }
  inner->begin = at;
  inner->when.steps.push_back(make_step(Kind::nth, n->value, unit));
  return inner;
}

TimeGrammar::Found TimeGrammar::deictic(std::size_t at) const {
  if (!is(at, WordClass::deictic)) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, at + 1);
  const int n = val(at, WordClass::deictic);
  phrase.when.base = Expression::Base::publication;
  phrase.when.steps = {make_step(Kind::shift, n == 10 ? 0 : n)};
  if (n == 10) {
    Step step;
    step.kind = Kind::clock;
    step.clock = "NI";
    phrase.when.steps.push_back(step);
    phrase.type = TimexType::time;
  }
  add_daypart(phrase);
  return phrase;
}

TimeGrammar::Found TimeGrammar::feast(std::size_t at) const {
  const auto* list = at < m_limit && m_pieces[at].capital ? m_words.feasts(m_pieces[at]) : nullptr;
  if (list == nullptr) {
    return std::nullopt;
  }
  for (const NamedFeast& named : *list) {
    std::size_t i = 0;
    for (; i < named.words.size() && at + i < m_limit; ++i) {
      const Piece& piece = m_pieces[at + i];
      const std::uint64_t key = piece.kind == PieceKind::mark ? static_cast<unsigned char>(piece.sign) : piece.hash;
      if (key != named.words[i]) {
        break;
      }
    }
    if (i < named.words.size()) {
      continue;
    }
    const bool in_name = at > 0 && m_pieces[at - 1].kind == PieceKind::word && m_pieces[at - 1].capital &&
                         m_pieces[at - 1].sentence == m_pieces[at].sentence && !m_pieces[at - 1].sentence_start;
    if (in_name && m_time[at - 1] == nullptr) {
      return std::nullopt;  // "Operation Ramadan"
    }
    Phrase phrase = phrase_at(at, at + i);
    Step step = make_step(Kind::feast, 0);
    step.feast = named.feast;
    const std::size_t year_at = form(phrase.end, k_of) ? phrase.end + 1 : past_comma(phrase.end);
    if (const auto found = year(year_at)) {
      put_absolute(phrase, Unit::year, make_day(found->value, 1, 1));
      phrase.end = found->end;
    } else {
      phrase.floating = true;
      phrase.when.base = Expression::Base::publication;
    }
    phrase.when.steps.push_back(step);
    return phrase;
  }
  return std::nullopt;
}

/// "early this week", "mid-November", "the end of the month", "early in 1914", "later that year".
TimeGrammar::Found TimeGrammar::part_of(std::size_t at) const {
  const std::size_t start = past_article(at);
  if (!is(start, WordClass::part)) {
    return std::nullopt;
  }
  std::size_t next = past_hyphen(start + 1);
  const bool adverb = form(start, k_early) || form(start, k_late) || form(start, k_earlier) || form(start, k_later);
  const bool noun = form(next, k_of) || (adverb && form(next, k_in));
  next += noun ? 1 : 0;
  if (!noun && !adverb && !form(start, k_mid)) {
    return std::nullopt;  // "the end of May", but "should end next May"
  }
  const std::size_t inner_at = form(start, k_mid) || noun ? next : past_hyphen(start + 1);
  Found inner = plain_date(inner_at);
  if (!inner && noun) {
    inner = the_unit(inner_at);
  }
  if (!inner || inner->value.ends_with("_REF") || inner->type == TimexType::duration ||
      (start > at && !noun && inner->when.base != Expression::Base::absolute && !inner->floating)) {
    return std::nullopt;
  }
  inner->begin = at;
  inner->when.steps.push_back(make_step(Kind::part, val(start, WordClass::part)));
  return inner;
}

/// Starts a phrase that stands in this relation to the publication date or the date last said.
Phrase TimeGrammar::relative_phrase(const Relation& relation, std::size_t end) {
  Phrase phrase = phrase_at(relation.at, end);
  phrase.when.base = relation.said ? Expression::Base::said : Expression::Base::publication;
  return phrase;
}

TimeGrammar::Found TimeGrammar::relative_unit(const Relation& relation) const {
  Phrase phrase = relative_phrase(relation, relation.target + 1);
  const auto unit = static_cast<Unit>(val(relation.target, WordClass::unit));
  if (unit < Unit::day) {
    return std::nullopt;
  }
  const bool fortnight = unit == Unit::fortnight;
  const bool today = unit == Unit::day && relation.direction == 0 && !relation.said;
  phrase.when.steps = {
      relation.direction != 0 || today
          ? make_step(Kind::shift, relation.direction * (fortnight ? 2 : 1), fortnight ? Unit::week : unit)
          : make_step(Kind::into, 0, unit)};
  return phrase;
}

TimeGrammar::Found TimeGrammar::relative_daypart(const Relation& relation) const {
  Phrase phrase = relative_phrase(relation, relation.target + 1);
  Step clock;
  clock.kind = Kind::clock;
  clock.clock = daypart_code(val(relation.target, WordClass::daypart));
  phrase.when.steps = {make_step(Kind::shift, relation.direction), clock};
  phrase.type = TimexType::time;
  return phrase;
}

TimeGrammar::Found TimeGrammar::relative_weekday(const Relation& relation, Value day) const {
  Phrase phrase = relative_phrase(relation, day.end);
  phrase.when.steps = {make_step(Kind::weekday, day.value, Unit::day, relation.direction, relation.strict)};
  phrase.floating = relation.direction == 0;
  const std::size_t comma = past_comma(phrase.end);
  if (const auto date_behind = comma > phrase.end ? calendar_date(comma) : std::nullopt) {
    phrase.when = date_behind->when;  // "this coming Sunday, March eighth"
    phrase.end = date_behind->end;
    phrase.floating = date_behind->floating;
    return phrase;
  }
  add_daypart(phrase);
  return phrase;
}

TimeGrammar::Found TimeGrammar::relative_month(const Relation& relation, Value month_found) const {
  Phrase phrase = relative_phrase(relation, month_found.end);
  auto& steps = phrase.when.steps;
  steps = {make_step(Kind::month, month_found.value, Unit::month, relation.direction, relation.strict)};
  if (relation.direction == 0) {
    steps.insert(steps.begin(), make_step(Kind::into, 0, Unit::year));
  }
  if (const auto day = day_number(phrase.end)) {
    phrase.end = day->end;
    steps.back() = make_step(Kind::month_day, month_found.value * 100 + day->value, Unit::day, relation.direction,
                             relation.strict);
  }
  return phrase;
}

TimeGrammar::Found TimeGrammar::relative_season(const Relation& relation) const {
  Phrase phrase = relative_phrase(relation, relation.target + 1);
  auto& steps = phrase.when.steps;
  steps = {make_step(Kind::season, val(relation.target, WordClass::season), Unit::season, relation.direction,
                     relation.strict)};
  if (relation.direction == 0) {
    steps.insert(steps.begin(), make_step(Kind::into, 0, Unit::year));
  }
  return phrase;
}

/// The target behind "last", "this", "next", "that": a unit, weekday, month, season, part of the day or feast.
TimeGrammar::Found TimeGrammar::relative_target(const Relation& relation) const {
  if (is(relation.target, WordClass::unit)) {
    return relative_unit(relation);
  }
  if (is(relation.target, WordClass::daypart)) {
    return relative_daypart(relation);
  }
  if (const auto day = weekday(relation.target)) {
    return relative_weekday(relation, *day);
  }
  if (const auto month_found = month(relation.target)) {
    return relative_month(relation, *month_found);
  }
  if (is(relation.target, WordClass::season)) {
    return relative_season(relation);
  }
  if (auto found = feast(relation.target); found && found->floating) {
    found->begin = relation.at;
    found->when.steps.back().direction = relation.direction;
    found->when.steps.back().strict = relation.strict;
    found->floating = relation.direction == 0;
    return found;
  }
  return std::nullopt;
}

TimeGrammar::Found TimeGrammar::relative(std::size_t at) const {
  const bool article = form(at, k_the);
  std::size_t start = article ? at + 1 : at;
  if (!is(start, WordClass::relative)) {
    return std::nullopt;
  }
  int direction = val(start, WordClass::relative);
  bool said = is(start, WordClass::anaphor) || (article && form(start, k_next));
  bool strict = direction != 0;
  std::size_t target = start + 1;
  if (form(start, k_this) && is(target, WordClass::relative)) {  // "this past spring", "this coming Sunday"
    direction = val(target, WordClass::relative);
    strict = false;
    ++target;
  } else if (is(target, WordClass::anaphor) && direction == 0) {  // "that same day"
    said = true;
    ++target;
  }
  target = form(target, k_fiscal) ? target + 1 : target;
  if (form(start, k_latest)) {
    direction = -1;
    if (article && form(target, k_period)) {  // "the latest period" of a business report
      Phrase phrase = phrase_at(at, target + 1);
      phrase.when.base = Expression::Base::publication;
      phrase.when.steps = {make_step(Kind::into, 0, Unit::quarter)};
      phrase.floating = true;
      return phrase;
    }
  }
  auto found = relative_target({at, target, direction, said, strict});
  if (!found) {
    return std::nullopt;
  }
  if (form(found->end, k_or) && form(found->end + 1, k_so)) {
    found->end += 2;
  }
  const bool year_of_quarter = is(target, WordClass::unit) && sign(found->end, '\'') && form(found->end + 1, k_s);
  if (year_of_quarter) {
    if (const auto inner = quarter(found->end + 2); inner && inner->floating) {
      found->end = inner->end;
      found->when.steps.push_back(inner->when.steps.back());
    }
  }
  return found;
}

/// "this time", "the same period", "at the time" in a history: the date last said.
TimeGrammar::Found TimeGrammar::this_time(std::size_t at) const {
  if (!m_history) {
    return std::nullopt;
  }
  std::size_t noun = at + 1;
  noun += form(at, k_the) && form(noun, k_same) ? 1 : 0;
  const bool lead = form(at, k_this) || form(at, k_that) || form(at, k_the);
  const bool bare = form(at, k_the) && noun == at + 1;
  if (!lead || !(form(noun, k_time) || (form(noun, k_period) && !bare))) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, noun + 1);
  phrase.when.base = Expression::Base::said;
  phrase.when.steps = {};
  return phrase;
}

/// "the year", "the week", "the quarter": the one that is spoken of.
TimeGrammar::Found TimeGrammar::the_unit(std::size_t at) const {
  if (!form(at, k_the) || !is(at + 1, WordClass::unit)) {
    return std::nullopt;
  }
  const auto unit = static_cast<Unit>(val(at + 1, WordClass::unit));
  if (unit < Unit::day || unit == Unit::decade) {
    return std::nullopt;
  }
  if (past_hyphen(at + 2) > at + 2) {
    return std::nullopt;  // "the year-earlier loss"
  }
  if (form(at + 2, k_of)) {  // "the week of March 6"
    auto inner = unit == Unit::week || unit == Unit::weekend ? calendar_date(at + 3) : std::nullopt;
    if (inner) {
      inner->begin = at;
      inner->when.steps.push_back(make_step(Kind::into, 0, unit));
      return inner;
    }
  }
  Phrase phrase = phrase_at(at, at + 2);
  phrase.floating = true;
  phrase.weak = true;
  phrase.when.base = Expression::Base::publication;
  phrase.when.steps = {make_step(Kind::into, 0, unit)};
  return phrase;
}

/// "year-earlier", "the year-ago quarter", "the year-earlier period".
TimeGrammar::Found TimeGrammar::year_earlier(std::size_t at) const {
  const std::size_t start = past_article(at);
  const std::size_t second = past_hyphen(start + 1);
  if (form(start, k_year) && start == at && form(second, k_end)) {  // "year-end", "year end"
    Phrase phrase = phrase_at(at, second + 1);
    phrase.when.base = Expression::Base::publication;
    phrase.when.steps = {make_step(Kind::into, 0, Unit::year), make_step(Kind::part, static_cast<int>(Part::end))};
    return phrase;
  }
  if (!form(start, k_year) || second == start + 1 || (!form(second, k_ago) && !form(second, k_earlier))) {
    return std::nullopt;
  }
  Phrase phrase = phrase_at(at, second + 1);
  phrase.when.base = Expression::Base::said;
  phrase.when.steps = {make_step(Kind::shift, -1, Unit::year)};
  if (const auto inner = quarter(phrase.end); inner && inner->floating && start > at) {
    phrase.end = inner->end;
    phrase.when.steps.push_back(make_step(Kind::into, 0, Unit::year));
    phrase.when.steps.push_back(inner->when.steps.back());
  } else if (start > at && (form(phrase.end, k_quarter) || form(phrase.end, k_period))) {
    ++phrase.end;
  } else if (start > at) {
    return std::nullopt;
  }
  if (start > at && !form(at, k_the)) {
    return std::nullopt;
  }
  return phrase;
}

TimeGrammar::Found TimeGrammar::plain_date(std::size_t at) const {
  Found best;
  const auto take = [&](Found found) {
    if (found && (!best || found->end > best->end)) {
      best = std::move(found);
    }
  };
  take(calendar_date(at));
  take(weekday_alone(at));
  take(decade(at));
  take(century(at));
  take(quarter(at));
  take(season(at));
  take(relative(at));
  take(deictic(at));
  take(feast(at));
  take(year_earlier(at));
  take(year_alone(at));
  take(nth_unit(at));
  return best;
}

TimeGrammar::Found TimeGrammar::date(std::size_t at) const {
  Found best = plain_date(at);
  Found unit = the_unit(at);
  if (unit && unit->weak && unit->when.steps.front().unit == Unit::day) {
    unit.reset();  // "the day" alone is any day
  }
  for (Found found : {part_of(at), morning_of(at), unit, this_time(at)}) {
    if (found && (!best || found->end > best->end)) {
      best = std::move(found);
    }
  }
  return best;
}

}  // namespace hearsay::link::detail
