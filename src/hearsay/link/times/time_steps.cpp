// SPDX-License-Identifier: Apache-2.0
// Walking the steps of a relative date, and writing and reading them as "DCT-1W:WEEKDAY-3".
#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <iterator>
#include <limits>

#include <hearsay/link/times/time_point.hpp>

namespace hearsay::link::detail {

namespace {

using std::chrono::days;
using Kind = Step::Kind;

int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

void set_grain(Point& point, Unit grain, Day first) {
  point.grain = grain;
  point.first = first;
  point.part = Part::whole;
  point.length = 0;
  point.clock.clear();
}

/// A year earlier than a quarter is a quarter; else the result has the grain of the unit, or the point's if coarser.
void take_shift(Point& point, const Step& step) {
  if (step.unit < Unit::day) {
    return set_grain(point, Unit::day, point.first);
  }
  const bool keeps_quarter = step.unit == Unit::year && (point.grain == Unit::quarter || point.grain == Unit::half);
  if (keeps_quarter) {
    const int quarters = point.grain == Unit::quarter ? 4 : 2;
    return set_grain(point, point.grain, shift_by(point.first, point.grain, step.n * quarters));
  }
  if (point.grain > step.unit && step.unit == Unit::day && point.grain != Unit::weekend) {
    return set_grain(point, point.grain, floor_to(point.first + days(step.n), point.grain));
  }
  set_grain(point, step.unit, shift_by(point.first, step.unit, step.n));
}

/// The unit that holds the point; of weekends, on a weekday, the one before or after.
void take_into(Point& point, const Step& step) {
  Day first = floor_to(point.first, step.unit);
  if (step.unit == Unit::weekend && step.direction < 0 && first > point.first) {
    first -= days(7);
  }
  set_grain(point, step.unit, first);
}

/// The weekday of the point's own week when it is one, else the nearest in the wanted direction.
void take_weekday(Point& point, const Step& step) {
  if (point.grain == Unit::week || point.grain == Unit::weekend) {
    return set_grain(point, Unit::day, floor_to(point.first, Unit::week) + days(step.n - 1));
  }
  const int back = (weekday_of(point.first) - step.n + 7) % 7;
  const int on = (7 - back) % 7;
  if (step.direction > 0) {
    return set_grain(point, Unit::day, point.first + days(on == 0 && step.strict ? 7 : on));
  }
  set_grain(point, Unit::day, point.first - days(back == 0 && step.strict ? 7 : back));
}

/// How much farther a day on the side that the verb's tense speaks against must be before it is believed.
constexpr long k_against_tense = 3;

/// Of the same day of the years about, the nearest to `base` (a day or a month's first). A strict direction excludes
/// the other side and the base itself; a plain one (from a verb's tense) makes the other side count as farther: verbs
/// err ("was extended to Nov. 20").
Day pick_year(Day base, int year, const Step& step, Day (*make)(int year, const Step&), Unit unit) {
  const Day from = floor_to(base, unit);
  Day best = make(year, step);
  long best_distance = std::numeric_limits<long>::max();
  for (int y = year - 1; y <= year + 1; ++y) {
    const Day day = make(y, step);
    const long gap = (day - from).count();
    const bool against = (step.direction < 0 && gap > 0) || (step.direction > 0 && gap < 0);
    const bool soft = step.kind == Kind::month || step.kind == Kind::month_day;
    const long distance = std::labs(gap) * (against ? k_against_tense : 1);
    const bool excluded = (against && (step.strict || !soft)) || (step.strict && gap == 0);
    if (!excluded && distance < best_distance) {
      best_distance = distance;
      best = day;
    }
  }
  return best;
}

Day make_month(int year, const Step& step) {
  return make_day(year, static_cast<unsigned>(step.n), 1);
}
Day make_month_day(int year, const Step& step) {
  return make_day(year, static_cast<unsigned>(step.n / 100), static_cast<unsigned>(step.n % 100));
}
Day make_season(int year, const Step& step) {
  return make_day(year, static_cast<unsigned>(step.n * 3 + 3), 1);
}
Day make_quarter(int year, const Step& step) {
  return make_day(year, static_cast<unsigned>(step.n * 3 - 2), 1);
}
Day make_half(int year, const Step& step) {
  return make_day(year, step.n == 1 ? 1 : 7, 1);
}
Day make_feast(int year, const Step& step) {
  return feast_day(step.feast, year).value_or(make_day(year, 1, 1));
}

/// Named parts of a year: inside the point when it is a year, else the one in the wanted direction.
void take_in_year(Point& point, const Step& step, Unit grain, Day (*make)(int, const Step&)) {
  const int year = year_of(point.first);
  const bool inside = point.grain == Unit::year;
  const Day day = inside ? make(year, step) : pick_year(point.first, year, step, make, grain);
  set_grain(point, grain, day);
  if (step.kind == Kind::feast && step.feast.length > 1) {
    point.length = step.feast.length;
  }
}

/// "the fifth day", "the first week" of a month, a year, a war: the n-th unit inside the point.
void take_nth(Point& point, const Step& step) {
  if (step.n < 0 && point.grain > step.unit) {
    const Day last = shift_by(point.first, point.grain, 1) - days(1);
    return set_grain(point, step.unit, floor_to(last, step.unit));
  }
  if (step.unit == Unit::day || point.grain <= step.unit) {
    return set_grain(point, step.unit, shift_by(point.first, step.unit, step.n - 1));
  }
  Day first = floor_to(point.first, step.unit);
  if (first < point.first && step.unit == Unit::week && point.first - first > days(3)) {
    first += days(7);
  }
  set_grain(point, step.unit, shift_by(first, step.unit, step.n - 1));
}

void take(Point& point, const Step& step) {
  switch (step.kind) {
    case Kind::shift:
      return take_shift(point, step);
    case Kind::into:
      return take_into(point, step);
    case Kind::weekday:
      return take_weekday(point, step);
    case Kind::month:
      return take_in_year(point, step, Unit::month, make_month);
    case Kind::month_day:
      return take_in_year(point, step, Unit::day, make_month_day);
    case Kind::season:
      return take_in_year(point, step, Unit::season, make_season);
    case Kind::quarter:
      return take_in_year(point, step, Unit::quarter, make_quarter);
    case Kind::half:
      return take_in_year(point, step, Unit::half, make_half);
    case Kind::feast:
      return take_in_year(point, step, Unit::day, make_feast);
    case Kind::part:
      point.part = static_cast<Part>(step.n);
      return;
    case Kind::clock:
      point.clock = step.clock;
      return;
    case Kind::nth:
      return take_nth(point, step);
    case Kind::open:
      point.open = step.n == 1 ? Point::Open::since : Point::Open::until;
      return;
  }
}

// ---- writing ---------------------------------------------------------------------------------------------------

struct UnitCode {
  Unit unit;
  std::string_view code;
};
constexpr UnitCode k_units[] = {
    {Unit::second, "TS"}, {Unit::minute, "TM"},    {Unit::hour, "TH"},  {Unit::day, "D"},     {Unit::weekend, "WE"},
    {Unit::week, "W"},    {Unit::fortnight, "2W"}, {Unit::month, "M"},  {Unit::season, "S"},  {Unit::quarter, "Q"},
    {Unit::half, "H"},    {Unit::year, "Y"},       {Unit::decade, "E"}, {Unit::century, "C"}, {Unit::millennium, "L"}};

std::string_view unit_code(Unit unit) {
  return k_units[static_cast<std::size_t>(unit)].code;
}

struct KindName {
  Kind kind;
  std::string_view name;
};
constexpr KindName k_picks[] = {{Kind::weekday, "WEEKDAY"}, {Kind::month, "MONTH"},     {Kind::month_day, "DATE"},
                                {Kind::season, "SEASON"},   {Kind::quarter, "QUARTER"}, {Kind::half, "HALF"},
                                {Kind::feast, "FEAST"}};

char direction_sign(const Step& step) {
  if (step.direction == 0) {
    return '~';
  }
  return step.direction < 0 ? (step.strict ? '<' : '-') : (step.strict ? '>' : '+');
}

std::string write_step(const Step& step) {
  static constexpr const char* k_parts[] = {"WHOLE", "START", "MID", "END"};
  switch (step.kind) {
    case Kind::shift:
      return fmt::format("{:+}{}", step.n, unit_code(step.unit));
    case Kind::into:
      return fmt::format(":IN{}{}", step.direction < 0 ? "-" : "", unit_code(step.unit));
    case Kind::part:
      return fmt::format(":{}", k_parts[step.n & 3]);
    case Kind::clock:
      return ":T" + step.clock;
    case Kind::nth:
      return fmt::format(":NTH{}{}", step.n, unit_code(step.unit));
    case Kind::open:
      return step.n == 1 ? ":SINCE" : ":UNTIL";
    default:
      break;
  }
  for (const KindName& pick : k_picks) {
    if (pick.kind == step.kind && step.kind == Kind::feast) {
      return fmt::format(":FEAST{}{}.{}.{}.{}.{}", direction_sign(step), static_cast<int>(step.feast.calendar),
                         step.feast.month, step.feast.day, step.feast.weekday, step.feast.length);
    }
    if (pick.kind == step.kind) {
      return fmt::format(":{}{}{}", pick.name, direction_sign(step), step.n);
    }
  }
  return "";
}

// ---- reading ---------------------------------------------------------------------------------------------------

std::optional<int> take_int(std::string_view& text) {
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc{}) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
  return value;
}

std::optional<Unit> take_unit(std::string_view& text) {
  const UnitCode* best = nullptr;
  for (const UnitCode& unit : k_units) {
    if (text.starts_with(unit.code) && (best == nullptr || unit.code.size() > best->code.size())) {
      best = &unit;
    }
  }
  if (best == nullptr) {
    return std::nullopt;
  }
  text.remove_prefix(best->code.size());
  return best->unit;
}

bool take_word(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

std::optional<Step> read_shift(std::string_view& text) {
  Step step;
  if (text.front() == '+') {
    text.remove_prefix(1);
  }
  const auto n = take_int(text);
  const auto unit = n ? take_unit(text) : std::nullopt;
  if (!unit) {
    return std::nullopt;
  }
  step.n = *n;
  step.unit = *unit;
  return step;
}

std::optional<Feast> read_feast(std::string_view& text) {
  int numbers[5] = {};
  for (int i = 0; i < 5; ++i) {
    const auto n = (i == 0 || take_word(text, ".")) ? take_int(text) : std::nullopt;
    if (!n) {
      return std::nullopt;
    }
    numbers[i] = *n;
  }
  const bool sane = numbers[0] >= 0 && numbers[0] <= 4 && numbers[1] >= 0 && numbers[1] <= 12;
  return sane ? std::optional(
                    Feast{static_cast<Feast::Calendar>(numbers[0]), numbers[1], numbers[2], numbers[3], numbers[4]})
              : std::nullopt;
}

std::optional<Step> read_pick(std::string_view& text) {
  for (const KindName& pick : k_picks) {
    if (!take_word(text, pick.name)) {
      continue;
    }
    const auto sign = text.empty() ? std::string_view::npos : std::string_view("~-+<>").find(text.front());
    if (sign == std::string_view::npos) {
      return std::nullopt;
    }
    text.remove_prefix(1);
    Step step;
    step.kind = pick.kind;
    step.direction = sign == 0 ? 0 : (sign == 1 || sign == 3 ? -1 : 1);
    step.strict = sign >= 3;
    if (pick.kind == Kind::feast) {
      const auto feast = read_feast(text);
      step.feast = feast.value_or(Feast{});
      return feast ? std::optional(step) : std::nullopt;
    }
    const auto n = take_int(text);
    step.n = n.value_or(0);
    return n ? std::optional(step) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Step> read_step(std::string_view& text) {
  if (text.front() == '+' || text.front() == '-') {
    return read_shift(text);
  }
  if (!take_word(text, ":")) {
    return std::nullopt;
  }
  Step step;
  static constexpr std::string_view k_parts[] = {"WHOLE", "START", "MID", "END"};
  for (int part = 0; part < 4; ++part) {
    if (take_word(text, k_parts[part])) {
      step.kind = Kind::part;
      step.n = part;
      return step;
    }
  }
  if (const bool since = take_word(text, "SINCE"); since || take_word(text, "UNTIL")) {
    step.kind = Kind::open;
    step.n = since ? 1 : 2;
    return step;
  }
  if (take_word(text, "IN")) {
    step.direction = take_word(text, "-") ? -1 : 0;
    const auto unit = take_unit(text);
    step.kind = Kind::into;
    step.unit = unit.value_or(Unit::day);
    return unit ? std::optional(step) : std::nullopt;
  }
  if (take_word(text, "NTH")) {
    const auto nth = read_shift(text);
    step = nth.value_or(Step{});
    step.kind = Kind::nth;
    return nth ? std::optional(step) : std::nullopt;
  }
  if (take_word(text, "T")) {
    step.kind = Kind::clock;
    std::size_t end = 0;  // "10:30" holds a colon; the next step begins with one and a capital
    while (end < text.size() && !(text[end] == ':' && end + 1 < text.size() && text[end + 1] >= 'A')) {
      ++end;
    }
    step.clock = std::string(text.substr(0, end));
    text.remove_prefix(end);
    return step;
  }
  return read_pick(text);
}

}  // namespace

std::optional<Point> evaluate(const Expression& expression, std::optional<Day> publication) {
  Point point;
  switch (expression.base) {
    case Expression::Base::absolute:
      point = expression.point;
      break;
    case Expression::Base::publication:
      if (!publication) {
        return std::nullopt;
      }
      point.first = *publication;
      break;
    default:
      return std::nullopt;
  }
  for (const Step& step : expression.steps) {
    take(point, step);
  }
  return point;
}

std::string to_symbolic(const Expression& expression) {
  if (expression.base != Expression::Base::publication) {
    return "";
  }
  std::string text = "DCT";
  for (const Step& step : expression.steps) {
    text += write_step(step);
  }
  return text;
}

std::optional<Expression> parse_symbolic(std::string_view text) {
  if (!take_word(text, "DCT")) {
    return std::nullopt;
  }
  Expression expression;
  expression.base = Expression::Base::publication;
  while (!text.empty()) {
    const auto step = read_step(text);
    if (!step) {
      return std::nullopt;
    }
    expression.steps.push_back(*step);
  }
  return expression;
}

}  // namespace hearsay::link::detail
