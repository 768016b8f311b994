// SPDX-License-Identifier: Apache-2.0
// Calendar arithmetic of time phrases, values and ranges.
#include <hearsay/link/times/time_point.hpp>

#include <fmt/format.h>
#include <unicode/calendar.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace hearsay::link::detail {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int floor_div(int a, int b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// ISO weekday, Monday 1 to Sunday 7.
int iso_weekday(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

int season_of_month(unsigned month) {
  return month < 3 || month == 12 ? 3 : static_cast<int>(month / 3) - 1;
}

/// Months from year 0, for arithmetic.
int month_count(Day day) {
  return year_of(day) * 12 + static_cast<int>(month_of(day)) - 1;
}

Day month_from_count(int months) {
  const int year = floor_div(months, 12);
  return make_day(year, static_cast<unsigned>(months - year * 12) + 1, 1);
}

int months_of(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::season:
    case Unit::quarter:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    case Unit::millennium:
      return 12000;
    default:
      return 0;
  }
}

int days_of(Unit unit) {
  switch (unit) {
    case Unit::week:
    case Unit::weekend:
      return 7;
    case Unit::fortnight:
      return 14;
    default:
      return 1;
  }
}

std::string iso_week(Day monday) {
  const Day thursday = monday + days(3);
  const int year = year_of(thursday);
  const auto week = (thursday - make_day(year, 1, 1)).count() / 7 + 1;
  return fmt::format("{:04}-W{:02}", year, week);
}

std::string year_value(int year) {
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::optional<Day> day_in_calendar(const char* locale, const Feast& feast, int gregorian_year) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status) || !calendar) {
    return std::nullopt;
  }
  constexpr double k_ms_per_day = 86400000.0;
  const Day new_year = make_day(gregorian_year, 1, 1);
  calendar->setTime(static_cast<double>(new_year.time_since_epoch().count()) * k_ms_per_day, status);
  const int first_year = calendar->get(UCAL_YEAR, status);
  for (int year = first_year; year <= first_year + 1 && U_SUCCESS(status); ++year) {
    calendar->clear();
    calendar->set(UCAL_YEAR, year);
    calendar->set(UCAL_MONTH, feast.month - 1);
    calendar->set(UCAL_DATE, feast.day);
    const auto count = static_cast<int>(calendar->getTime(status) / k_ms_per_day);
    const Day day{days(count)};
    if (U_SUCCESS(status) && year_of(day) == gregorian_year) {
      return day;
    }
  }
  return std::nullopt;
}

/// Anonymous Gregorian computus, as in J. Meeus, Astronomical Algorithms (1991), chapter 8.
Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
  const int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Day nth_weekday(int year, const Feast& feast) {
  const auto month = static_cast<unsigned>(feast.month);
  if (feast.day == 0) {
    const Day last = make_day(year, month, 31);
    return last - days((iso_weekday(last) - feast.weekday + 7) % 7);
  }
  const Day first = make_day(year, month, 1);
  return first + days((feast.weekday - iso_weekday(first) + 7) % 7 + 7 * (feast.day - 1));
}

/// The third of a year in months, of a decade and more in years: 1990-1993, 1994-1996, 1997-1999.
DateRange part_of_years(Day first, Day last, Part part, Unit grain) {
  const Unit unit = grain == Unit::year ? Unit::month : Unit::year;
  const int count = grain == Unit::year ? 12 : grain == Unit::decade ? 10 : grain == Unit::century ? 100 : 1000;
  const int third = count / 3, early = count - 2 * third;
  switch (part) {
    case Part::start:
      return {first, shift_by(first, unit, early) - days(1)};
    case Part::mid:
      return {shift_by(first, unit, early), shift_by(first, unit, early + third) - days(1)};
    default:
      return {shift_by(first, unit, early + third), last};
  }
}

/// The third of a range that `part` names; months go by tens, as the gold coding has it.
DateRange part_of(Day first, Day last, Part part, Unit grain) {
  const int length = static_cast<int>((last - first).count()) + 1;
  if (part == Part::whole || length < 3) {
    return {first, last};
  }
  if (grain >= Unit::year) {
    return part_of_years(first, last, part, grain);
  }
  const int third = grain == Unit::month ? 10 : length / 3;
  switch (part) {
    case Part::start:
      return {first, first + days(third - 1)};
    case Part::mid:
      return {first + days(third), grain == Unit::month ? first + days(19) : last - days(third)};
    default:
      return {grain == Unit::month ? first + days(20) : last - days(third - 1), last};
  }
}

}  // namespace

int year_of(Day day) {
  return static_cast<int>(year_month_day(day).year());
}
unsigned month_of(Day day) {
  return static_cast<unsigned>(year_month_day(day).month());
}
unsigned day_of(Day day) {
  return static_cast<unsigned>(year_month_day(day).day());
}

Day make_day(int year, unsigned month, unsigned day) {
  const auto y = std::chrono::year(std::clamp(year, -9999, 9999));
  const auto m = std::chrono::month(std::clamp(month, 1U, 12U));
  const auto last = static_cast<unsigned>(std::chrono::year_month_day_last(y, std::chrono::month_day_last(m)).day());
  return Day(year_month_day(y, m, std::chrono::day(std::clamp(day, 1U, last))));
}

Day floor_to(Day day, Unit unit) {
  const int year = year_of(day);
  switch (unit) {
    case Unit::week:
    case Unit::fortnight:
      return day - days(iso_weekday(day) - 1);
    case Unit::weekend:
      return day - days(iso_weekday(day) - 6);
    case Unit::month:
      return make_day(year, month_of(day), 1);
    case Unit::season: {
      const unsigned month = month_of(day);
      return make_day(month < 3 ? year - 1 : year, month < 3 ? 12 : month / 3 * 3, 1);
    }
    case Unit::quarter:
      return make_day(year, (month_of(day) - 1) / 3 * 3 + 1, 1);
    case Unit::half:
      return make_day(year, month_of(day) < 7 ? 1 : 7, 1);
    case Unit::year:
      return make_day(year, 1, 1);
    case Unit::decade:
      return make_day(floor_div(year, 10) * 10, 1, 1);
    case Unit::century:
      return make_day(floor_div(year, 100) * 100, 1, 1);
    case Unit::millennium:
      return make_day(floor_div(year, 1000) * 1000, 1, 1);
    default:
      return day;
  }
}

Day shift_by(Day day, Unit unit, int n) {
  n = std::clamp(n, -100000, 100000);
  const Day base = floor_to(day, unit);
  const int months = months_of(unit);
  if (months == 0) {
    return base + days(unit < Unit::day ? 0 : days_of(unit) * n);
  }
  return month_from_count(std::clamp(month_count(base) + months * std::clamp(n, -9000, 9000), -9000 * 12, 9000 * 12));
}

DateRange range_of(const Point& point, std::optional<Day> publication) {
  Day last = point.first;
  if (point.grain == Unit::weekend) {
    last = point.first + days(1);
  } else if (point.grain > Unit::day) {
    last = shift_by(point.first, point.grain, 1) - days(1);
  }
  if (point.length > 0) {
    last = point.first + days(point.length - 1);
  }
  DateRange range = part_of(point.first, last, point.part, point.grain);
  if (point.open == Point::Open::since) {
    range.to = publication && *publication >= *range.to ? publication : std::nullopt;
  } else if (point.open == Point::Open::until) {
    range.from.reset();
  }
  return range;
}

std::string value_of(const Point& point) {
  static constexpr const char* k_seasons[] = {"SP", "SU", "FA", "WI"};
  const int year = year_of(point.first);
  const unsigned month = month_of(point.first);
  std::string value = year_value(year);
  switch (point.grain) {
    case Unit::week:
    case Unit::fortnight:
      value = iso_week(point.first);
      break;
    case Unit::weekend:
      value = iso_week(floor_to(point.first, Unit::week)) + "-WE";
      break;
    case Unit::month:
      value += fmt::format("-{:02}", month);
      break;
    case Unit::season:
      value += fmt::format("-{}", k_seasons[season_of_month(month)]);
      break;
    case Unit::quarter:
      value += fmt::format("-Q{}", (month - 1) / 3 + 1);
      break;
    case Unit::half:
      value += month < 7 ? "-H1" : "-H2";
      break;
    case Unit::year:
      break;
    case Unit::decade:
      value.pop_back();
      break;
    case Unit::century:
      value.erase(value.size() - 2);
      break;
    case Unit::millennium:
      value.erase(value.size() - 3);
      break;
    default:
      value += fmt::format("-{:02}-{:02}", month, day_of(point.first));
      break;
  }
  return point.clock.empty() ? value : value + "T" + point.clock;
}

std::optional<Day> feast_day(const Feast& feast, int year) {
  switch (feast.calendar) {
    case Feast::Calendar::islamic:
      return day_in_calendar("en@calendar=islamic-umalqura", feast, year);
    case Feast::Calendar::persian:
      return day_in_calendar("en@calendar=persian", feast, year);
    case Feast::Calendar::easter:
      return year > 1582 ? std::optional(easter_sunday(year) + days(feast.day)) : std::nullopt;
    case Feast::Calendar::weekday:
      return nth_weekday(year, feast);
    default:
      break;
  }
  return make_day(year, static_cast<unsigned>(feast.month), static_cast<unsigned>(feast.day));
}

}  // namespace hearsay::link::detail
