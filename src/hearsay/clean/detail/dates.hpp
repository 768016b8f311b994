// SPDX-License-Identifier: Apache-2.0
// Calendar dates as pages and datelines write them. (What "Monday" means is no question of this room.)
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/base/time/date.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::clean::detail {

struct FoundDate {
  Day day;
  Span span;  // weekday and time of day included
};

/// Reads full dates: "Wed 19 Apr 2017", "April 19, 2017 10:13", "19-04-2017", "19.04.2017", "2017-04-19",
/// "20170419"; also "Apr 192017" as left by a scraper that lost the comma. With slashes the day is told only where one
/// number is above 12. Years from 1990 to 2099; years without a century are not read.
class DateReader {
 public:
  DateReader() = default;
  /// Names of months and weekdays: lang-en/calendar.tsv. A null table leaves the numeric forms.
  explicit DateReader(const packs::Table* calendar);

  /// The date that begins at `at`, or behind at most a weekday that begins there.
  std::optional<FoundDate> read_at(std::string_view text, std::uint32_t at) const;

  /// All dates in the span, left to right.
  std::vector<FoundDate> find_all(std::string_view text, Span span) const;

  /// The first date of a metadata value (ISO 8601, RFC 5322, or words), its day as written there.
  std::optional<Day> read_value(std::string_view value) const;

  bool is_month(const std::string& folded) const { return m_months.contains(folded); }
  bool is_weekday(const std::string& folded) const { return m_weekdays.contains(folded); }

 private:
  std::unordered_map<std::string, unsigned> m_months;  // lower case; 1..12
  std::unordered_map<std::string, unsigned> m_weekdays;
};

/// The date in the path of an address: /2017/06/16/, /2017-06-16, /20170616. A month alone (/2017/06/) gives its days
/// as a range. Empty when there is none or when it is impossible.
std::optional<DateRange> date_of_url(std::string_view url);

}  // namespace hearsay::clean::detail
