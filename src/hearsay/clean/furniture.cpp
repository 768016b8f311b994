// SPDX-License-Identifier: Apache-2.0
// Lines that belong to the page: by the table of phrases, and by their look.
#include <hearsay/clean/detail/steps.hpp>

#include <algorithm>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_prose_words = 12;  // a line of so many words is a paragraph
constexpr std::size_t k_menu_words = 4;
constexpr std::size_t k_menu_lines = 4;  // so many short lines in a row before or after all paragraphs are a menu

bool is_address(std::string_view line) {
  const bool one_word = line.find_first_of(" \t") == std::string_view::npos;
  return one_word && (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
                      (line.find('@') != std::string_view::npos && line.find('.') != std::string_view::npos));
}

/// Marks runs of short lines in [first, last) as a menu when they are long enough.
void mark_menu(Draft& draft, std::size_t first, std::size_t last) {
  const auto is_item = [&](const DraftLine& line) {
    return line.kind == MarkKind::boilerplate ||
           (!line.kind && line.words.size() <= k_menu_words && !ends_like_sentence(text_of(draft.text, line.span)));
  };
  std::size_t begin = first;
  while (begin < last) {
    std::size_t end = begin;
    while (end < last && is_item(draft.lines[end])) {
      ++end;
    }
    if (end - begin >= k_menu_lines) {
      std::for_each(draft.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                    draft.lines.begin() + static_cast<std::ptrdiff_t>(end),
                    [](DraftLine& line) { line.kind = MarkKind::boilerplate; });
    }
    begin = std::max(end, begin + 1);
  }
}

void mark_menus(Draft& draft) {
  const auto is_prose = [](const DraftLine& line) { return line.words.size() >= k_prose_words && !line.kind; };
  const auto first = std::find_if(draft.lines.begin(), draft.lines.end(), is_prose);
  if (first == draft.lines.end()) {
    return;
  }
  const auto last = std::find_if(draft.lines.rbegin(), draft.lines.rend(), is_prose).base();
  mark_menu(draft, 0, static_cast<std::size_t>(first - draft.lines.begin()));
  mark_menu(draft, static_cast<std::size_t>(last - draft.lines.begin()), draft.lines.size());
}

}  // namespace

void mark_furniture(Draft& draft, const RulesData& rules) {
  for (DraftLine& line : draft.lines) {
    if (line.words.empty() || is_address(text_of(draft.text, line.span))) {
      line.kind = MarkKind::boilerplate;
      continue;
    }
    const auto kind = rules.phrases.match_line(text_of(draft.text, line.span), line.words);
    if (kind && *kind != MarkKind::comment) {
      line.kind = kind;
      continue;
    }
    for (const Found& found : rules.phrases.find_runs(draft.text, line.span)) {
      draft.parts.push_back({found.span, found.kind});
    }
  }
  mark_menus(draft);
}

}  // namespace hearsay::clean::detail
