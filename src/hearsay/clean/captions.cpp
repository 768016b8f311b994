// SPDX-License-Identifier: Apache-2.0
// Captions that the table of phrases does not tell: a picture's text stands twice, as its caption and in its place.
#include <hearsay/clean/detail/steps.hpp>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_longest_caption = 40;  // words

}  // namespace

void mark_captions(Draft& draft, const RulesData&) {
  for (std::size_t i = 0; i + 1 < draft.lines.size(); ++i) {
    DraftLine& first = draft.lines[i];
    DraftLine& second = draft.lines[i + 1];
    const bool short_and_bare = !first.kind && !second.kind && first.words.size() <= k_longest_caption &&
                                !ends_like_sentence(text_of(draft.text, first.span));
    if (short_and_bare && i > 0 && join_folded(first.words) == join_folded(second.words)) {
      first.kind = MarkKind::caption;
      second.kind = MarkKind::duplicate;
    }
  }
}

}  // namespace hearsay::clean::detail
