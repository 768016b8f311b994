// SPDX-License-Identifier: Apache-2.0
// What a document says twice, for its layout's sake and not for the reader's.
#include <hearsay/clean/detail/steps.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_min_words = 4;  // shorter lines may come twice on purpose ("Yes.")
constexpr std::size_t k_min_sentence_words = 8;
constexpr std::size_t k_min_teaser_words = 5;
constexpr std::ptrdiff_t k_teaser_candidates = 32;  // lines of the same beginning that are compared

/// Without the sign that says "cut here"; empty when the line has none.
std::string_view before_ellipsis(std::string_view line) {
  constexpr std::array<std::string_view, 6> k_signs{"[\u2026]", "[...]", "(...)", "(\u2026)", "\u2026", "..."};
  for (const std::string_view sign : k_signs) {
    if (line.ends_with(sign)) {
      return line.substr(0, line.size() - sign.size());
    }
  }
  return {};
}

bool starts_with_words(const std::vector<Word>& words, const std::vector<Word>& start) {
  return words.size() >= start.size() && std::equal(start.begin(), start.end(), words.begin(),
                                                    [](const Word& a, const Word& b) { return a.folded == b.folded; });
}

/// A teaser stands before the paragraph that it is the beginning of; with an ellipsis it may be short.
bool is_teaser(const Draft& draft, std::size_t index,
               const std::unordered_map<std::string, std::vector<std::size_t>>& by_start) {
  const DraftLine& line = draft.lines[index];
  std::string_view text = text_of(draft.text, line.span);
  const std::string_view kept = before_ellipsis(text);
  std::vector<Word> words = line.words;
  if (!kept.empty()) {
    words = fold_words(draft.text, {line.span.begin, line.span.begin + static_cast<std::uint32_t>(kept.size())});
    // The word before the sign may itself be cut.
    if (words.size() > k_min_teaser_words && !kept.ends_with(' ')) {
      words.pop_back();
    }
  }
  if (words.size() < (kept.empty() ? k_min_sentence_words : k_min_teaser_words)) {
    return false;
  }
  const auto found = by_start.find(join_folded(words, 0, k_min_teaser_words));
  if (found == by_start.end()) {
    return false;
  }
  const auto behind = std::upper_bound(found->second.begin(), found->second.end(), index);
  const auto last = behind + std::min<std::ptrdiff_t>(found->second.end() - behind, k_teaser_candidates);
  return std::any_of(behind, last, [&](std::size_t other) {
    const DraftLine& candidate = draft.lines[other];
    return candidate.words.size() > words.size() && starts_with_words(candidate.words, words);
  });
}

void mark_repeated_sentences(Draft& draft, const DraftLine& line, std::unordered_set<std::string>& seen) {
  const std::vector<Span> sentences = rough_sentences(draft.text, line.span);
  for (const Span sentence : sentences) {
    const Span span = trim(draft.text, sentence);
    const std::vector<Word> words = fold_words(draft.text, span);
    if (words.size() < k_min_sentence_words) {
      continue;
    }
    if (!seen.insert(join_folded(words)).second) {
      draft.parts.push_back({span, MarkKind::duplicate});
    }
  }
}

}  // namespace

void mark_duplicates(Draft& draft) {
  std::unordered_map<std::string, std::vector<std::size_t>> by_start;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const DraftLine& line = draft.lines[i];
    if ((!line.kind || *line.kind == MarkKind::title) && line.words.size() >= k_min_teaser_words) {
      by_start[join_folded(line.words, 0, k_min_teaser_words)].push_back(i);
    }
  }
  std::unordered_set<std::string> lines;
  std::unordered_set<std::string> sentences;
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    DraftLine& line = draft.lines[i];
    const bool counts = !line.kind || *line.kind == MarkKind::title || *line.kind == MarkKind::caption;
    if (!counts || line.words.size() < k_min_words) {
      continue;
    }
    if (!lines.insert(join_folded(line.words)).second || (!line.kind && is_teaser(draft, i, by_start))) {
      line.kind = MarkKind::duplicate;
      continue;
    }
    mark_repeated_sentences(draft, line, sentences);
  }
}

}  // namespace hearsay::clean::detail
