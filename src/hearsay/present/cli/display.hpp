// SPDX-License-Identifier: Apache-2.0
// Text of any script in the columns of a terminal: how wide it is, cut and wrapped to a width, safe to print.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::present {

/// One line that does nothing to a terminal but show: white space of every kind is a blank, other control characters
/// (escape sequences begin with one), direction overrides and soft hyphens are gone, bytes that are no UTF-8 are
/// U+FFFD.
std::string printable(std::string_view text);

/// How many columns of a terminal the text takes. East Asian wide characters, flags and emoji take two, combining marks
/// and format characters none, a sequence joined by U+200D what its first character takes.
/// Source: UAX #11 (East Asian Width), UAX #29 (what stays together), UTS #51 (emoji).
std::size_t display_width(std::string_view text);

/// At most `width` columns; a longer text ends in "…". Never cuts between a character and its marks.
std::string fit(std::string_view text, std::size_t width);

struct WrapOptions {
  std::size_t width = 80;
  std::size_t indent = 0;  // blanks before every line
  std::size_t hang = 0;    // further blanks before all lines but the first
};

/// Lines of at most `width` columns, broken at spaces and line breaks, inside a word only where it is longer than a
/// line. Indents give way where less than eight columns would be left. No line break at the end.
std::string wrap(std::string_view text, const WrapOptions& options);
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

/// The text in a column of its own, `hang` columns right of the label: "  who         Syrian government". On a narrow
/// screen "who: Syrian government".
std::string labelled(std::string_view label, std::string_view text, const WrapOptions& options);

/// The line with every run of right-to-left words between U+2068 and U+2069 (first strong isolate, its end), so that it
/// does not move what stands beside it; both take no column. Lines without such words stay as they are.
std::string isolated(std::string_view line);

}  // namespace hearsay::present
