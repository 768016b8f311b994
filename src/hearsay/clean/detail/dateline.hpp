// SPDX-License-Identifier: Apache-2.0
// "BEIRUT, June 16 (Reuters) -" at the beginning of a paragraph.
#pragma once
#include <optional>

#include <hearsay/clean/detail/rules_data.hpp>

namespace hearsay::clean::detail {

struct Dateline {
  Span span;  // with its colon or dash
  std::optional<Day> day;
  std::string credit;  // the agency named in it, as written
};

/// The dateline that begins at `at` and lies inside `line`; empty when there is none. It is one or more place names (in
/// capitals, or known to the pack), optionally a date and an agency, and a colon, a dash or a closing bracket; a known
/// place in capitals before a capitalised word is one too, as texts that lost their punctuation have it ("BEIRUT A
/// convoy...").
std::optional<Dateline> read_dateline(std::string_view text, std::uint32_t at, Span line, const RulesData& rules);

}  // namespace hearsay::clean::detail
