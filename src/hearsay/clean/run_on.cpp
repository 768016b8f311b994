// SPDX-License-Identifier: Apache-2.0
// Furniture inside one long line: scrapers that join all of a page leave tag lists, link lists and counters in the
// text.
#include <hearsay/clean/detail/steps.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_run_on_words = 60;      // a line of so many words may be a whole page
constexpr std::size_t k_longest_tag_list = 30;  // words
constexpr std::size_t k_longest_residue = 4;    // words

bool starts_upper(std::string_view word) {
  return is_upper(decode_at(word, 0).code);
}

bool is_number(std::string_view word) {
  return word[0] >= '0' && word[0] <= '9';
}

/// Words that tags hardly hold and sentences hardly lack.
bool is_sentence_word(const std::string& word) {
  constexpr std::array<std::string_view, 34> k_words{
      "have", "has", "had",    "was",  "were",    "been",   "is",     "are",  "in",      "on",       "of",  "by",
      "to",   "at",  "from",   "with", "after",   "as",     "that",   "said", "least",   "than",     "and", "a",
      "the",  "an",  "killed", "hit",  "carried", "struck", "during", "when", "against", "including"};
  return std::find(k_words.begin(), k_words.end(), word) != k_words.end();
}

bool opens_sentence(const std::string& word) {
  constexpr std::array<std::string_view, 22> k_words{
      "a",     "an",    "the",  "at",  "more",   "one",    "two",     "three", "four",     "five",      "six",
      "seven", "eight", "nine", "ten", "dozens", "scores", "several", "some",  "hundreds", "thousands", "fresh"};
  return std::find(k_words.begin(), k_words.end(), word) != k_words.end();
}

/// Where the sentence behind a tag list begins: back from its first small word to a word that opens sentences, or else
/// to the nearest capital. words[first] is the first tag.
std::size_t sentence_behind_tags(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  const std::size_t last = std::min(words.size(), first + k_longest_tag_list);
  for (std::size_t i = first + 1; i < last; ++i) {
    const std::string_view written = text_of(text, words[i].span);
    if (written.ends_with('.') && written.size() > 3 && i + 1 < words.size()) {
      return i + 1;  // the list has its own full stop
    }
    // "Observatory for Human Rights" is a name.
    const bool inside_name = i + 1 < last && starts_upper(text_of(text, words[i - 1].span)) &&
                             starts_upper(text_of(text, words[i + 1].span));
    const bool small = !starts_upper(written) || opens_sentence(words[i].folded);
    if (!small || !is_sentence_word(words[i].folded) || (inside_name && !starts_upper(written))) {
      continue;
    }
    std::size_t nearest = first;
    for (std::size_t back = i + 1; back-- > first && i - back <= 5;) {
      if (!starts_upper(text_of(text, words[back].span))) {
        continue;
      }
      if (opens_sentence(words[back].folded)) {
        return back;
      }
      nearest = nearest == first ? back : nearest;
    }
    return nearest;
  }
  return first;
}

/// "... said. Tags Syria Aleppo airstrikes Two civilians were..."
void mark_tag_list(Draft& draft, const DraftLine& line) {
  for (std::size_t i = 1; i + 3 < line.words.size(); ++i) {
    if (text_of(draft.text, line.words[i].span) != "Tags" ||
        !starts_upper(text_of(draft.text, line.words[i + 1].span))) {
      continue;
    }
    const std::size_t end = sentence_behind_tags(draft.text, line.words, i + 1);
    if (end > i + 1) {
      draft.parts.push_back({{line.words[i].span.begin, line.words[end - 1].span.end}, MarkKind::boilerplate});
    }
    return;
  }
}

/// The last words behind the last full stop, when they are initials, numbers or a name: "SSH 11", "Jane Doe".
void mark_residue(Draft& draft, const DraftLine& line) {
  std::size_t first = line.words.size();
  bool code = false;
  while (first > 0 && line.words.size() - first <= k_longest_residue) {
    const std::string_view word = text_of(draft.text, line.words[first - 1].span);
    if (ends_like_sentence(word) || (!starts_upper(word) && !is_number(word))) {
      break;
    }
    const bool all_caps = std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    code = code || is_number(word) || all_caps;
    --first;
  }
  const std::size_t count = line.words.size() - first;
  const bool behind_stop = first > 0 && ends_like_sentence(text_of(draft.text, line.words[first - 1].span));
  if (!behind_stop || count == 0 || count > k_longest_residue || (!code && count < 2)) {
    return;
  }
  const Span span{line.words[first].span.begin, line.span.end};
  const bool taken =
      std::any_of(draft.parts.begin(), draft.parts.end(), [&](const Mark& mark) { return mark.span.overlaps(span); });
  if (!taken) {
    draft.parts.push_back({span, code ? MarkKind::boilerplate : MarkKind::byline});
  }
}

}  // namespace

void mark_run_on(Draft& draft) {
  for (const DraftLine& line : draft.lines) {
    if (!line.kind && line.words.size() >= k_run_on_words) {
      mark_tag_list(draft, line);
      if (&line == &draft.lines.back()) {
        mark_residue(draft, line);
      }
    }
  }
}

}  // namespace hearsay::clean::detail
