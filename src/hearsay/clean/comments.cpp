// SPDX-License-Identifier: Apache-2.0
// A reposter's own words inside a report that he copied.
#include <hearsay/clean/detail/steps.hpp>

namespace hearsay::clean::detail {

void mark_comments(Draft& draft, const RulesData& rules) {
  bool inside = false;
  std::uint32_t usual_gap = 0;
  for (DraftLine& line : draft.lines) {
    const bool opens =
        !line.words.empty() && !line.kind && rules.phrases.opens_comment(text_of(draft.text, line.span), line.words);
    if (opens) {
      inside = true;
      usual_gap = line.blank_before;
    } else if (inside && ((line.kind && *line.kind != MarkKind::caption && *line.kind != MarkKind::duplicate) ||
                          line.blank_before > usual_gap + 1)) {
      inside = false;
    }
    if (inside && !line.kind) {
      line.kind = MarkKind::comment;
    }
  }
}

}  // namespace hearsay::clean::detail
