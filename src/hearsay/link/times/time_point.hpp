// SPDX-License-Identifier: Apache-2.0
// A point of the calendar with the grain it was told in, and the steps that lead from one to another.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/time/date.hpp>

namespace hearsay::link::detail {

/// Units of time and grains of dates, from fine to coarse.
enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

/// TIMEX3 "mod" of a date: early, mid, late.
enum class Part : std::uint8_t { whole, start, mid, end };

/// How a feast's day is found; see feasts.tsv.
struct Feast {
  enum class Calendar : std::uint8_t { gregorian, islamic, persian, easter, weekday };
  Calendar calendar = Calendar::gregorian;
  int month = 0, day = 0, weekday = 0, length = 1;
};

/// First day of a feast in a Gregorian year; a moving feast can be missing or stand twice (the earlier is given).
std::optional<Day> feast_day(const Feast& feast, int year);

/// A year, a month, a day... `first` is its first day, so a month is the 1st, a week its Monday. Seasons are those of
/// the northern half: spring begins 1 March, winter 1 December of the year it is named after.
struct Point {
  Unit grain = Unit::day;
  Day first{};
  Part part = Part::whole;
  std::string clock;  // behind the "T" of the value: "NI", "10:30"
  enum class Open : std::uint8_t { none, since, until } open = Open::none;  // "since 2014", "by Friday"
  int length = 0;  // days, where it is not the grain's (feasts); else 0
};

int year_of(Day day);
unsigned month_of(Day day);
unsigned day_of(Day day);
Day make_day(int year, unsigned month, unsigned day);  // the day is clamped to the month's length

/// The first day of the unit that holds `day`.
Day floor_to(Day day, Unit unit);
/// n units on from the unit that holds `day`: first day of that unit (days of a month are clamped for `day` grains).
Day shift_by(Day day, Unit unit, int n);
/// First and last day; "since" a day reaches to `publication`, "until" a day has no begin.
DateRange range_of(const Point& point, std::optional<Day> publication = std::nullopt);
/// TIMEX3 value: "2017-06-14TNI", "2017-W24", "2017-SU", "199", "BC0264".
std::string value_of(const Point& point);

/// One step of a relative date. `direction`: -1 before or at, +1 after or at, 0 left open (tense decides, or nearest).
struct Step {
  enum class Kind : std::uint8_t {
    shift,
    into,
    weekday,
    month,
    month_day,
    season,
    quarter,
    half,
    feast,
    part,
    clock,
    nth,
    open
  };
  Kind kind = Kind::shift;
  Unit unit = Unit::day;
  int n = 0;  // shift: units; weekday 1-7; month 1-12; month_day month*100+day; quarter; nth;
              // open: 1 since, 2 until
  int direction = 0;
  bool strict = false;  // the base's own day or month does not count
  Feast feast;          // kind feast
  std::string clock;    // kind clock
};

/// Where a date phrase starts from, and the steps from there.
struct Expression {
  enum class Base : std::uint8_t { none, absolute, publication, said };
  Base base = Base::none;
  Point point;  // absolute
  std::vector<Step> steps;
};

/// The point that an expression means. Empty where its base is not known (`publication` absent, base `said` or none).
std::optional<Point> evaluate(const Expression& expression, std::optional<Day> publication);

/// "DCT-1W", "DCT:WEEKDAY-3", "DCT-1Y:MONTH10:END"; "" for absolute dates.
std::string to_symbolic(const Expression& expression);
/// Reads what to_symbolic writes; nothing for anything else.
std::optional<Expression> parse_symbolic(std::string_view text);

}  // namespace hearsay::link::detail
