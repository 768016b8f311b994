// SPDX-License-Identifier: Apache-2.0
// ISO 8601 days.
#include <hearsay/base/time/date.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace hearsay {

bool intersects(const DateRange& a, const DateRange& b) {
  const bool a_before_b = a.to && b.from && *a.to < *b.from;
  const bool b_before_a = b.to && a.from && *b.to < *a.from;
  return !a_before_b && !b_before_a;
}

std::string to_iso(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') {
    return std::nullopt;
  }
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ' && text[10] != 'Z' && text[10] != '+') {
    return std::nullopt;
  }
  const auto number = [&](std::size_t at, std::size_t length) -> std::optional<unsigned> {
    unsigned value = 0;
    const char* end = text.data() + at + length;
    const auto result = std::from_chars(text.data() + at, end, value);
    return result.ec == std::errc{} && result.ptr == end ? std::optional(value) : std::nullopt;
  };
  const auto year = number(0, 4);
  const auto month = number(5, 2);
  const auto day = number(8, 2);
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

namespace {

// Two digits, and before them `mark` where one is asked for; steps over them.
std::optional<int> take_two_digits(std::string_view& text, char mark) {
  const std::size_t at = mark == '\0' ? 0 : 1;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < at + 2 || (at == 1 && text[0] != mark) || !is_digit(text[at]) || !is_digit(text[at + 1])) {
    return std::nullopt;
  }
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  text.remove_prefix(at + 2);
  return value;
}

// "Z", "+03:00", "+0300", "+03"; nothing: UTC. Empty where something else stands.
std::optional<std::chrono::minutes> offset_from_utc(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") {
    return std::chrono::minutes(0);
  }
  if (text[0] != '+' && text[0] != '-') {
    return std::nullopt;
  }
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  const auto hours = take_two_digits(text, '\0');
  const auto minutes = text.empty() ? std::optional(0) : take_two_digits(text, text[0] == ':' ? ':' : '\0');
  return hours && minutes && text.empty() ? std::optional(std::chrono::minutes(sign * (*hours * 60 + *minutes)))
                                          : std::nullopt;
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_iso_instant(std::string_view text) {
  const auto day = parse_iso_day(text);
  if (!day || text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) {
    return std::nullopt;
  }
  text.remove_prefix(11);
  const auto hours = take_two_digits(text, '\0'), minutes = take_two_digits(text, ':');
  const auto seconds = text.starts_with(':') ? take_two_digits(text, ':') : std::optional(0);
  if (text.starts_with('.')) {
    text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  }
  const auto offset = offset_from_utc(text);
  if (!hours || !minutes || !seconds || !offset || *hours > 24 || *minutes > 59 || *seconds > 60) {
    return std::nullopt;
  }
  return *day + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds) - *offset;
}

}  // namespace hearsay
