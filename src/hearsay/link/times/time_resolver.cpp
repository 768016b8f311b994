// SPDX-License-Identifier: Apache-2.0
// Tense, anchors and ranges of time phrases.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include <hearsay/link/times/time_resolver.hpp>

namespace hearsay::link::detail {

namespace {

using Base = Expression::Base;
using Kind = Step::Kind;
using std::chrono::days;

/// Days that "recent" and "the past few" reach over; weeks as the gold coding has it, the others in proportion.
int recent_days(Unit unit) {
  switch (unit) {
    case Unit::hour:
      return 1;
    case Unit::day:
      return 7;
    case Unit::week:
      return 30;
    case Unit::month:
    case Unit::quarter:
      return 120;
    case Unit::year:
      return 5 * 365;
    default:
      return unit < Unit::day ? 1 : 30 * 365;
  }
}

DateRange reach_range(Reach reach, Unit unit, int count, Day publication) {
  const int sign = reach == Reach::back ? -1 : 1;
  Day other = publication;
  if (count == 0) {
    other = publication + days(sign * recent_days(unit));
  } else if (unit >= Unit::month) {
    const int months = unit == Unit::month ? 1 : unit == Unit::quarter ? 3 : unit == Unit::year ? 12 : 120;
    const Day month = shift_by(publication, Unit::month, sign * count * months);
    other = make_day(year_of(month), month_of(month), day_of(publication));
  } else {
    const int length = unit == Unit::week ? 7 : unit == Unit::fortnight ? 14 : 1;
    const int whole_days = unit == Unit::hour ? (count + 23) / 24 : unit < Unit::day ? 1 : count * length;
    other = publication + days(sign * whole_days);
  }
  return reach == Reach::back ? DateRange{other, publication} : DateRange{publication, other};
}

std::string reach_symbol(const Phrase& phrase) {
  static constexpr const char* k_letters[] = {"TS", "TM", "TH", "D", "WE", "W", "W", "M",
                                              "S",  "Q",  "H",  "Y", "E",  "C", "L"};
  const char sign = phrase.reach == Reach::back ? '-' : '+';
  return fmt::format("DCT..DCT{}{}{}", sign, phrase.reach_count,
                     k_letters[static_cast<std::size_t>(phrase.reach_unit)]);
}

/// What a date can mean when publication is only bounded.
DateRange hull(const Expression& expression, const DateRange& bounds) {
  DateRange range;
  if (const auto first = evaluate(expression, bounds.from)) {
    range.from = range_of(*first, bounds.from).from;
  }
  if (const auto last = evaluate(expression, bounds.to)) {
    range.to = range_of(*last, bounds.to).to;
  }
  if (range.from && range.to && *range.from > *range.to) {
    std::swap(range.from, range.to);
  }
  return range;
}

/// Value of a date whose year hangs on an unknown publication date.
std::string open_value(const Expression& expression) {
  const Step* pick = nullptr;
  std::string clock;
  for (const Step& step : expression.steps) {
    if (step.kind == Kind::clock) {
      clock = "T" + step.clock;
    } else if (step.kind != Kind::part && step.kind != Kind::open) {
      pick = &step;
    }
  }
  static constexpr const char* k_seasons[] = {"SP", "SU", "FA", "WI"};
  if (pick == nullptr) {
    return "XXXX-XX-XX" + clock;
  }
  switch (pick->kind) {
    case Kind::weekday:
      return fmt::format("XXXX-WXX-{}{}", pick->n, clock);
    case Kind::month:
      return fmt::format("XXXX-{:02}", pick->n);
    case Kind::month_day:
      return fmt::format("XXXX-{:02}-{:02}{}", pick->n / 100, pick->n % 100, clock);
    case Kind::season:
      return fmt::format("XXXX-{}", k_seasons[pick->n & 3]);
    case Kind::quarter:
      return fmt::format("XXXX-Q{}", pick->n);
    case Kind::half:
      return fmt::format("XXXX-H{}", pick->n);
    case Kind::shift:
    case Kind::into:
      break;
    default:
      return "XXXX-XX-XX" + clock;
  }
  switch (pick->unit) {
    case Unit::week:
      return "XXXX-WXX";
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::year:
      return "XXXX";
    case Unit::decade:
      return "XXX";
    case Unit::century:
      return "XX";
    default:
      return "XXXX-XX-XX" + clock;
  }
}

}  // namespace

/// History: years named in plenty, most of them well before publication, and hardly a weekday or "yesterday".
TimeResolver::TimeResolver(const CleanText& text, const Analysis& analysis, const std::vector<Piece>& pieces,
                           std::size_t deictic_words)
    : m_text(text), m_analysis(analysis), m_pieces(pieces) {
  if (text.published.range.exact()) {
    m_published = text.published.range.from;
  }
  std::vector<std::int64_t> years;
  std::size_t away = 0;
  for (const Piece& piece : pieces) {
    if (piece.kind == PieceKind::digits && piece.span.size() == 4 && piece.value >= 1400 && piece.value <= 2100) {
      years.push_back(piece.value);
      away += !m_published || year_of(*m_published) - piece.value >= 2 ? 1 : 0;
    }
  }
  std::int64_t before_christ = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    static const std::uint64_t k_bc = word_hash("bc");
    before_christ += pieces[i].hash == k_bc && pieces[i - 1].kind == PieceKind::digits ? 1 : 0;
  }
  away += static_cast<std::size_t>(before_christ);
  m_history = away >= 8 && away * 300 > pieces.size() && away * 2 > years.size() && deictic_words * 3 < away;
  if (m_history && !years.empty()) {
    m_said.base = Base::absolute;  // what leans before any date is said leans on the first year named
    m_said.point = {Unit::year, make_day(static_cast<int>(years.front()), 1, 1), Part::whole, "", {}, 0};
    std::nth_element(years.begin(), years.begin() + static_cast<std::ptrdiff_t>(years.size() / 2), years.end());
    m_center_year = static_cast<int>(years[years.size() / 2]);
  }
}

/// -1 the governing verb is past, 1 future, 0 neither.
int TimeResolver::tense_at(std::uint32_t token) const {
  std::int32_t at = static_cast<std::int32_t>(token);
  static const std::uint64_t k_will[] = {word_hash("will"), word_hash("'ll"), word_hash("wo"), word_hash("shall"),
                                         word_hash("ll")};
  for (int climb = 0; climb < 6 && at >= 0 && static_cast<std::size_t>(at) < m_analysis.tokens.size(); ++climb) {
    const Token& word = m_analysis.tokens[static_cast<std::size_t>(at)];
    if (word.upos == Upos::verb || word.upos == Upos::aux) {
      const std::size_t low = at > 12 ? static_cast<std::size_t>(at) - 12 : 0;
      const std::size_t high = std::min(m_analysis.tokens.size(), static_cast<std::size_t>(at) + 2);
      bool to = false, past_aux = false;
      for (std::size_t i = low; i < high; ++i) {
        const Token& child = m_analysis.tokens[i];
        if (child.head != at) {
          continue;
        }
        const std::uint64_t form = word_hash(text_of(m_text.text, child.span));
        if (child.upos == Upos::aux && std::find(std::begin(k_will), std::end(k_will), form) != std::end(k_will)) {
          return 1;
        }
        past_aux = past_aux || (child.upos == Upos::aux && child.feats.tense == ud::Tense::past);
        to = to || child.upos == Upos::part;
      }
      if (past_aux || (word.feats.tense == ud::Tense::past)) {
        return -1;
      }
      if (word.feats.verb_form == ud::VerbForm::inf && to) {
        return is_pluperfect(word.head) ? -1 : 1;
      }
      return 0;
    }
    at = word.head;
  }
  return 0;
}

/// "had been due to": what follows lies in the past of the report too.
bool TimeResolver::is_pluperfect(std::int32_t verb) const {
  if (verb < 0 || static_cast<std::size_t>(verb) >= m_analysis.tokens.size()) {
    return false;
  }
  static const std::uint64_t k_had = word_hash("had");
  const std::size_t low = verb > 6 ? static_cast<std::size_t>(verb) - 6 : 0;
  for (std::size_t i = low; i < static_cast<std::size_t>(verb); ++i) {
    const Token& child = m_analysis.tokens[i];
    if (child.head == verb && word_hash(text_of(m_text.text, child.span)) == k_had) {
      return true;
    }
  }
  return false;
}

/// The phrase's expression with its base settled and open directions decided.
Expression TimeResolver::placed(const Phrase& phrase) const {
  Expression expression = phrase.when;
  if (expression.base == Base::absolute && !phrase.same_quarter) {
    return expression;
  }
  const bool have_said = m_said.base != Base::none;
  const bool quarter = !expression.steps.empty() && expression.steps.front().kind == Kind::into &&
                       expression.steps.front().unit == Unit::quarter && phrase.floating;
  if (expression.base == Base::absolute && (!m_quarter || m_quarter->steps.empty())) {
    return expression;
  }
  const bool deictic = !phrase.floating && expression.base == Base::publication;
  const bool lean = have_said && (expression.base == Base::said || (m_history && !deictic));
  expression.base = Base::publication;
  if (const auto business = year_before_quarter(phrase)) {
    return *business;
  }
  if (quarter && m_quarter) {
    return *m_quarter;
  }
  if (phrase.same_quarter && m_quarter && !m_quarter->steps.empty() && m_quarter->steps.back().kind == Kind::quarter) {
    expression = phrase.when;
    expression.steps.push_back(m_quarter->steps.back());
    return expression;
  }
  if (quarter) {
    expression.steps = {Step{}};
    expression.steps.front().n = -1;
    expression.steps.front().unit = Unit::quarter;
    return expression;
  }
  const int tense = phrase.floating && !lean ? tense_at(m_pieces[phrase.end - 1].token) : 0;
  for (Step& step : expression.steps) {
    const bool pick = step.kind >= Kind::weekday && step.kind <= Kind::feast;
    const bool weekend = step.kind == Kind::into && step.unit == Unit::weekend && !lean;
    if (step.direction == 0 && (pick || weekend)) {
      const bool nearest = step.kind == Kind::month || step.kind == Kind::month_day;
      const int unknown = nearest ? 0 : -1;
      step.direction = lean ? (step.kind == Kind::weekday ? -1 : 0) : (tense != 0 ? tense : unknown);
    }
  }
  if (lean) {
    const bool inside = !expression.steps.empty() && expression.steps.front().kind == Kind::into &&
                        expression.steps.front().unit < Unit::year && m_said_day.base != Base::none;
    Expression chained = inside ? m_said_day : m_said;  // "that month" after "that year" is the month before
    chained.steps.insert(chained.steps.end(), expression.steps.begin(), expression.steps.end());
    return chained;
  }
  return expression;
}

/// "a year ago", "a year earlier" beside a business quarter: the same quarter of the year before.
std::optional<Expression> TimeResolver::year_before_quarter(const Phrase& phrase) const {
  const auto& steps = phrase.when.steps;
  const bool year_back = !steps.empty() && steps.front().kind == Kind::shift && steps.front().unit == Unit::year &&
                         steps.front().n == -1 && phrase.type == TimexType::date && steps.size() == 1;
  if (!year_back || !m_quarter || m_pieces[phrase.begin].sentence > m_quarter_sentence + 4 || is_last_year(phrase)) {
    return std::nullopt;
  }
  Expression expression = *m_quarter;
  expression.steps.push_back(steps.front());
  return expression;
}

/// "last year" is told as a year even where quarters are spoken of.
bool TimeResolver::is_last_year(const Phrase& phrase) const {
  return phrase.end - phrase.begin == 2;
}

/// Keeps the date for the next one that leans on it: not decades, nor (in a history) what lies far from its time.
void TimeResolver::remember(const Phrase& phrase, const Expression& expression) {
  if (year_before_quarter(phrase)) {
    return;
  }
  if (m_history) {
    const auto point = evaluate(expression, m_published);
    const bool deictic = phrase.when.base == Base::publication && !phrase.floating;
    if (!point || point->grain > Unit::year || deictic ||
        (m_center_year > 0 && std::abs(year_of(point->first) - m_center_year) > 25)) {
      return;
    }
  }
  m_said = expression;
  auto& steps = m_said.steps;
  steps.erase(std::remove_if(steps.begin(), steps.end(),
                             [](const Step& step) {
                               return step.kind == Kind::part || step.kind == Kind::clock || step.kind == Kind::open;
                             }),
              steps.end());
  const auto point = evaluate(m_said, m_published.value_or(Day{}));
  if (point && point->grain <= Unit::month) {
    m_said_day = m_said;
  }
  if (steps.size() > 12) {  // a long chain is worth its point only
    if (const auto fixed = evaluate(m_said, m_published)) {
      m_said = {Base::absolute, *fixed, {}};
    } else {
      steps.erase(steps.begin(), steps.end() - 12);
    }
  }
  if (!steps.empty() && steps.back().kind == Kind::quarter) {
    m_quarter = m_said;
    m_quarter_sentence = m_pieces[phrase.begin].sentence;
  }
}

TimeRef TimeResolver::fixed_value(const Phrase& phrase) const {
  TimeRef time;
  time.type = phrase.type;
  time.value = phrase.value;
  if (phrase.value == "PRESENT_REF" && m_published) {
    time.range = {m_published, m_published};
  } else if (phrase.value == "PRESENT_REF") {
    time.range = m_text.published.range;
  }
  if (phrase.value == "PRESENT_REF") {
    time.symbolic = "DCT";
  }
  if (phrase.reach != Reach::none) {
    time.symbolic = reach_symbol(phrase);
    if (m_published) {
      time.range = reach_range(phrase.reach, phrase.reach_unit, phrase.reach_count, *m_published);
    }
  }
  if (const auto day = parse_iso_day(phrase.value)) {
    time.range = {day, day};
  }
  return time;
}

std::optional<TimeRef> TimeResolver::resolve(const Phrase& phrase) {
  if (!phrase.value.empty()) {
    return fixed_value(phrase);
  }
  const Expression expression = placed(phrase);
  TimeRef time;
  time.type = phrase.type;
  time.symbolic = to_symbolic(expression);
  if (const auto point = evaluate(expression, m_published)) {
    time.value = value_of(*point);
    time.range = range_of(*point, m_text.published.range.to);
  } else {
    time.value = open_value(expression);
    time.range = hull(expression, m_text.published.range);
  }
  remember(phrase, expression);
  return time;
}

TimeRef resolve_symbolic(TimeRef time, Day publication) {
  constexpr std::string_view k_reach = "DCT..DCT";
  if (std::string_view(time.symbolic).starts_with(k_reach)) {
    const auto step = parse_symbolic("DCT" + time.symbolic.substr(k_reach.size()));
    if (step && step->steps.size() == 1) {
      const bool back = time.symbolic[k_reach.size()] == '-';
      time.range =
          reach_range(back ? Reach::back : Reach::ahead, step->steps[0].unit, std::abs(step->steps[0].n), publication);
    }
    return time;
  }
  const auto expression = time.symbolic.empty() ? std::nullopt : parse_symbolic(time.symbolic);
  const auto point = expression ? evaluate(*expression, publication) : std::nullopt;
  if (point) {
    time.value = time.value.ends_with("_REF") ? time.value : value_of(*point);
    time.range = range_of(*point, publication);
  }
  return time;
}

}  // namespace hearsay::link::detail
