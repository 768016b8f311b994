// SPDX-License-Identifier: Apache-2.0
// A text on its way through the marking steps.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/clean/detail/lines.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::clean::detail {

struct DraftLine {
  Span span;
  std::uint32_t blank_before = 0;
  std::vector<Word> words;
  std::optional<MarkKind> kind;  // of the whole line; empty: the article's own text, as far as we know
};

/// What the steps know of the document, and what they found.
struct Draft {
  std::string_view text;
  std::vector<DraftLine> lines;
  std::vector<Mark> parts;       // marks on parts of lines
  std::string title;             // as given or found
  std::string byline;            // who wrote it, as written
  std::string credit;            // agency credited, as written
  std::optional<Day> head_date;  // the date in byline or dateline
  DateBasis head_date_basis = DateBasis::none;
};

Draft make_draft(std::string_view text);

/// Marks of lines and parts together: sorted, non-empty, and of two overlapping marks of one kind only the longer.
std::vector<Mark> collect_marks(const Draft& draft);

}  // namespace hearsay::clean::detail
