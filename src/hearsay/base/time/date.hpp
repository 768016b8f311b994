// SPDX-License-Identifier: Apache-2.0
// Days and ranges of days, the grain in which reports tell time.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

using Day = std::chrono::sys_days;

/// Both ends belong to it; an absent end is open. Both absent: nothing is known.
struct DateRange {
  std::optional<Day> from, to;
  bool operator==(const DateRange&) const = default;
  bool known() const { return from.has_value() || to.has_value(); }
  bool exact() const { return from && to && *from == *to; }
};

/// Whether two ranges can mean a common day; open ends reach everywhere.
bool intersects(const DateRange& a, const DateRange& b);

/// "2017-06-16"
std::string to_iso(Day day);

/// Reads YYYY-MM-DD, optionally followed by a time (ignored); empty for anything else or an impossible day.
std::optional<Day> parse_iso_day(std::string_view text);

/// The moment that an ISO 8601 date-time names: "2017-06-16T18:30:00+03:00", seconds, their fractions and zone may be
/// missing (UTC). Empty for a date alone and for anything else.
std::optional<std::chrono::sys_seconds> parse_iso_instant(std::string_view text);

}  // namespace hearsay
