// SPDX-License-Identifier: Apache-2.0
// Reading calendar dates.
#include <hearsay/clean/detail/dates.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace hearsay::clean::detail {

namespace {

constexpr unsigned k_first_year = 1990;
constexpr unsigned k_last_year = 2099;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}
bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'));
}

std::optional<Day> make_day(unsigned year, unsigned month, unsigned day) {
  if (year < k_first_year || year > k_last_year) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

struct Number {
  unsigned value = 0;
  std::uint32_t digits = 0;
  std::uint32_t end = 0;
};

std::optional<Number> number_at(std::string_view text, std::uint32_t at) {
  Number number;
  number.end = at;
  while (is_digit_at(text, number.end) && number.digits < 9) {
    ++number.end;
    ++number.digits;
  }
  if (number.digits == 0 || is_digit_at(text, number.end)) {
    return std::nullopt;
  }
  std::from_chars(text.data() + at, text.data() + number.end, number.value);
  return number;
}

std::uint32_t skip(std::string_view text, std::uint32_t at, std::string_view signs) {
  while (at < text.size() && signs.find(text[at]) != std::string_view::npos) {
    ++at;
  }
  return at;
}

std::string_view word_at(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (is_letter_at(text, end)) {
    ++end;
  }
  return text.substr(at, end - at);
}

/// Behind "1st", "23rd".
std::uint32_t skip_ordinal(std::string_view text, std::uint32_t at) {
  const std::string word = to_lower(word_at(text, at));
  return word == "st" || word == "nd" || word == "rd" || word == "th" ? at + 2 : at;
}

struct Partial {
  Day day;
  std::uint32_t end = 0;
};

/// 2017-06-16, 2017/06/16, 16-06-2017, 16.06.2017, 20170616.
std::optional<Partial> read_numeric(std::string_view text, std::uint32_t at) {
  const auto first = number_at(text, at);
  if (!first) {
    return std::nullopt;
  }
  if (first->digits == 8) {
    const auto day = make_day(first->value / 10000, first->value / 100 % 100, first->value % 100);
    return day ? std::optional(Partial{*day, first->end}) : std::nullopt;
  }
  const char sign = first->end < text.size() ? text[first->end] : ' ';
  if (sign != '-' && sign != '.' && sign != '/') {
    return std::nullopt;
  }
  const auto second = number_at(text, first->end + 1);
  if (!second || second->end >= text.size() || text[second->end] != sign || second->digits > 2) {
    return std::nullopt;
  }
  const auto third = number_at(text, second->end + 1);
  if (!third) {
    return std::nullopt;
  }
  std::optional<Day> day;
  if (first->digits == 4 && third->digits <= 2) {
    day = make_day(first->value, second->value, third->value);
  } else if (third->digits == 4 && first->digits <= 2) {
    // With slashes the American order is as likely; only a number above 12 tells.
    const bool american = sign == '/' && second->value > 12;
    if (sign != '/' || american || first->value > 12 || first->value == second->value) {
      day = american ? make_day(third->value, first->value, second->value)
                     : make_day(third->value, second->value, first->value);
    }
  }
  return day ? std::optional(Partial{*day, third->end}) : std::nullopt;
}

constexpr std::string_view k_between = " ,.-/\t\n\r";

std::optional<unsigned> month_at(const std::unordered_map<std::string, unsigned>& months, std::string_view text,
                                 std::uint32_t at) {
  const auto found = months.find(to_lower(word_at(text, at)));
  return found == months.end() ? std::nullopt : std::optional(found->second);
}

/// "19 April 2017", "19th of April, 2017".
std::optional<Partial> read_day_first(const std::unordered_map<std::string, unsigned>& months, std::string_view text,
                                      std::uint32_t at) {
  const auto day = number_at(text, at);
  if (!day || day->digits > 2) {
    return std::nullopt;
  }
  std::uint32_t next = skip(text, skip_ordinal(text, day->end), k_between);
  if (word_at(text, next) == "of") {
    next = skip(text, next + 2, " ");
  }
  const auto month = month_at(months, text, next);
  if (!month || next - day->end > 8) {
    return std::nullopt;
  }
  next += static_cast<std::uint32_t>(word_at(text, next).size());
  const std::uint32_t year_at = skip(text, next, k_between);
  const auto year = number_at(text, year_at);
  if (!year || year->digits != 4 || year_at - next > 3) {
    return std::nullopt;
  }
  const auto made = make_day(year->value, *month, day->value);
  return made ? std::optional(Partial{*made, year->end}) : std::nullopt;
}

/// "April 19, 2017", "Apr 192017".
std::optional<Partial> read_month_first(const std::unordered_map<std::string, unsigned>& months, std::string_view text,
                                        std::uint32_t at) {
  const auto month = month_at(months, text, at);
  if (!month) {
    return std::nullopt;
  }
  const auto name_end = at + static_cast<std::uint32_t>(word_at(text, at).size());
  const std::uint32_t day_at = skip(text, name_end, k_between);
  const auto day = number_at(text, day_at);
  if (!day || day_at - name_end > 3) {
    return std::nullopt;
  }
  if (day->digits == 5 || day->digits == 6) {
    const auto made = make_day(day->value % 10000, *month, day->value / 10000);
    return made ? std::optional(Partial{*made, day->end}) : std::nullopt;
  }
  const std::uint32_t day_end = skip_ordinal(text, day->end);
  const std::uint32_t year_at = skip(text, day_end, k_between);
  const auto year = number_at(text, year_at);
  if (day->digits > 2 || !year || year->digits != 4 || year_at - day_end > 3) {
    return std::nullopt;
  }
  const auto made = make_day(year->value, *month, day->value);
  return made ? std::optional(Partial{*made, year->end}) : std::nullopt;
}

/// Behind a time of day that follows a date: " 10:13", ", at 7:05 PM GMT", "T10:13:05+02:00"; `at` when there is none.
std::uint32_t skip_time(std::string_view text, std::uint32_t at) {
  std::uint32_t next = skip(text, at, " ,-|T");
  if (text.substr(next, 3) == "at ") {
    next += 3;
  }
  const auto hour = number_at(text, next);
  if (!hour || hour->digits > 2 || hour->value > 24 || hour->end >= text.size() || text[hour->end] != ':') {
    return at;
  }
  std::uint32_t end = hour->end;
  while (end < text.size() && (is_digit_at(text, end) || text[end] == ':')) {
    ++end;
  }
  constexpr std::array<std::string_view, 10> k_marks{"AM",   "PM",  "am",  "pm",  "a.m.",
                                                     "p.m.", "GMT", "UTC", "EST", "EDT"};
  for (bool again = true; again;) {
    again = false;
    const std::uint32_t mark = skip(text, end, " ");
    for (const std::string_view sign : k_marks) {
      if (text.substr(mark, sign.size()) == sign && !is_letter_at(text, mark + sign.size())) {
        end = mark + static_cast<std::uint32_t>(sign.size());
        again = true;
        break;
      }
    }
  }
  return end;
}

}  // namespace

DateReader::DateReader(const packs::Table* calendar) {
  if (calendar == nullptr) {
    return;
  }
  for (const packs::Row& row : calendar->rows) {
    const std::string& number = calendar->cell(row, "number");
    unsigned value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    auto& names = calendar->cell(row, "kind") == "month" ? m_months : m_weekdays;
    if (value >= 1 && value <= 12) {
      names[to_lower(calendar->cell(row, "name"))] = value;
    }
  }
}

std::optional<FoundDate> DateReader::read_at(std::string_view text, std::uint32_t at) const {
  std::uint32_t begin = at;
  if (const std::string_view word = word_at(text, at); !word.empty() && m_weekdays.contains(to_lower(word))) {
    begin = skip(text, at + static_cast<std::uint32_t>(word.size()), " ,.|-\t");
  }
  auto found = read_numeric(text, begin);
  if (!found) {
    found = read_day_first(m_months, text, begin);
  }
  if (!found) {
    found = read_month_first(m_months, text, begin);
  }
  if (!found) {
    return std::nullopt;
  }
  return FoundDate{found->day, {at, skip_time(text, found->end)}};
}

std::vector<FoundDate> DateReader::find_all(std::string_view text, Span span) const {
  std::vector<FoundDate> dates;
  text = text.substr(0, span.end);
  for (std::uint32_t at = span.begin; at < span.end;) {
    const bool starts = (is_digit_at(text, at) || is_letter_at(text, at)) &&
                        (at == 0 || (!is_digit_at(text, at - 1) && !is_letter_at(text, at - 1)));
    const auto date = starts ? read_at(text, at) : std::nullopt;
    if (date) {
      dates.push_back(*date);
      at = std::max(date->span.end, at + 1);
    } else {
      ++at;
    }
  }
  return dates;
}

std::optional<Day> DateReader::read_value(std::string_view value) const {
  value = value.substr(0, 100);
  const auto dates = find_all(value, {0, static_cast<std::uint32_t>(value.size())});
  return dates.empty() ? std::nullopt : std::optional(dates.front().day);
}

std::optional<DateRange> date_of_url(std::string_view url) {
  const auto scheme = url.find("://");
  const auto path_at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path_at == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view path = url.substr(path_at, url.find_first_of("?#", path_at) - path_at);
  std::optional<DateRange> month_only;
  for (std::uint32_t at = 1; at < path.size(); ++at) {
    if (!is_digit_at(path, at) || is_digit_at(path, at - 1)) {
      continue;
    }
    if (const auto date = read_numeric(path, at)) {
      return DateRange{date->day, date->day};
    }
    const auto year = path[at - 1] == '/' ? number_at(path, at) : std::nullopt;
    if (!year || year->digits != 4 || year->end >= path.size() || path[year->end] != '/') {
      continue;
    }
    const auto month = number_at(path, year->end + 1);
    if (month && month->digits <= 2 && month->end < path.size() && path[month->end] == '/') {
      if (const auto first = make_day(year->value, month->value, 1)) {
        const std::chrono::year_month_day_last last{std::chrono::year(static_cast<int>(year->value)),
                                                    std::chrono::month_day_last(std::chrono::month(month->value))};
        month_only = DateRange{*first, Day(last)};
      }
    }
  }
  return month_only;
}

}  // namespace hearsay::clean::detail
