// SPDX-License-Identifier: Apache-2.0
// Making a draft, and its marks at the end.
#include <hearsay/clean/detail/draft.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

Draft make_draft(std::string_view text) {
  Draft draft;
  draft.text = text;
  for (const Line& line : split_lines(text)) {
    draft.lines.push_back({line.span, line.blank_before, fold_words(text, line.span), std::nullopt});
  }
  return draft;
}

std::vector<Mark> collect_marks(const Draft& draft) {
  std::vector<Mark> all;
  for (const DraftLine& line : draft.lines) {
    if (line.kind) {
      all.push_back({line.span, *line.kind});
    }
  }
  all.insert(all.end(), draft.parts.begin(), draft.parts.end());
  // Longer first, so that a part inside a marked line of the same kind is dropped.
  std::sort(all.begin(), all.end(), [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin
           : a.span.end != b.span.end   ? a.span.end > b.span.end
                                        : a.kind < b.kind;
  });
  std::vector<Mark> kept;
  std::array<std::uint32_t, 8> end_of_kind{};  // where the last mark of each kind ended
  for (const Mark& mark : all) {
    std::uint32_t& end = end_of_kind.at(static_cast<std::size_t>(mark.kind));
    if (!mark.span.empty() && mark.span.begin >= end) {
      kept.push_back(mark);
      end = mark.span.end;
    }
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

}  // namespace hearsay::clean::detail
