// SPDX-License-Identifier: Apache-2.0
// Matching lines against the table of phrases.
#include <hearsay/clean/detail/phrases.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_longest_prefix_line = 45;  // words; a longer line that begins like furniture is prose
constexpr std::string_view k_number = "<number>";
constexpr std::size_t k_star_words = 6;
constexpr std::uint32_t k_shortest_with_tail = 400;  // bytes
constexpr std::size_t k_longest_edge = 40;           // bytes

constexpr std::array<std::pair<std::string_view, Match>, 9> k_matches{{{"line", Match::line},
                                                                       {"prefix", Match::prefix},
                                                                       {"suffix", Match::suffix},
                                                                       {"has", Match::has},
                                                                       {"lead", Match::lead},
                                                                       {"close", Match::close},
                                                                       {"run", Match::run},
                                                                       {"end", Match::end},
                                                                       {"tail", Match::tail}}};
constexpr std::array<std::pair<std::string_view, MarkKind>, 5> k_kinds{{{"boilerplate", MarkKind::boilerplate},
                                                                        {"caption", MarkKind::caption},
                                                                        {"byline", MarkKind::byline},
                                                                        {"comment", MarkKind::comment},
                                                                        {"dateline", MarkKind::dateline}}};

template <class T, std::size_t N>
std::optional<T> value_of(std::string_view name, const std::array<std::pair<std::string_view, T>, N>& names) {
  const auto* found = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == name; });
  return found == names.end() ? std::nullopt : std::optional<T>(found->second);
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_number(const std::string& word) {
  return word[0] >= '0' && word[0] <= '9';
}

using WordIt = std::vector<Word>::const_iterator;
using PatternIt = std::vector<std::string>::const_iterator;

/// Whether the pattern takes words from the first one on; where it ends is told by `whole`.
bool takes(PatternIt pattern, PatternIt pattern_end, WordIt word, WordIt word_end, bool whole) {
  if (pattern == pattern_end) {
    return !whole || word == word_end;
  }
  if (*pattern == "*") {
    if (pattern + 1 == pattern_end) {
      return true;
    }
    for (std::size_t skipped = 0; skipped <= k_star_words; ++skipped) {
      if (takes(pattern + 1, pattern_end, word, word_end, whole)) {
        return true;
      }
      if (word == word_end) {
        return false;
      }
      ++word;
    }
    return false;
  }
  if (word == word_end || (*pattern == k_number ? !is_number(word->folded) : *pattern != word->folded)) {
    return false;
  }
  return takes(pattern + 1, pattern_end, word + 1, word_end, whole);
}

std::vector<std::string> pattern_words(const std::string& phrase) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::size_t space = std::min(phrase.find(' ', at), phrase.size());
    const std::string piece = phrase.substr(at, space - at);
    at = space + 1;
    if (piece == k_number || piece == "*") {
      words.push_back(piece);
      continue;
    }
    for (Word& word : fold_words(piece, {0, static_cast<std::uint32_t>(piece.size())})) {
      words.push_back(std::move(word.folded));
    }
  }
  return words;
}

/// Whether a sentence ends here, but for counters and dots: "said. ... 85 ".
bool is_behind_stop(std::string_view before) {
  const auto last = before.find_last_not_of(" 0123456789");
  return last != std::string_view::npos && ends_like_sentence(before.substr(0, last + 1));
}

}  // namespace

PhraseTable::PhraseTable(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    const std::string& phrase = table.cell(row, "phrase");
    const auto match = value_of(table.cell(row, "match"), k_matches);
    const auto kind = value_of(table.cell(row, "kind"), k_kinds);
    if (phrase.empty() || !match || !kind) {
      continue;
    }
    if (*match == Match::run || *match == Match::end || *match == Match::tail) {
      m_runs.push_back({phrase, *match, *kind});
    } else if (*match == Match::lead || *match == Match::close) {
      m_edges.push_back({to_lower(phrase), *match, *kind});
    } else {
      add_words(phrase, *match, *kind);
    }
  }
}

void PhraseTable::add_words(const std::string& phrase, Match match, MarkKind kind) {
  Phrase made{pattern_words(phrase), match, kind};
  if (made.words.empty()) {
    return;
  }
  const auto index = static_cast<std::uint32_t>(m_phrases.size());
  const std::string& first = made.words.front();
  if (kind == MarkKind::comment) {
    m_comments.push_back(index);
  } else if (match == Match::suffix) {
    m_by_last[made.words.back()].push_back(index);
  } else if (match == Match::has) {
    m_anywhere[first].push_back(index);
  } else if (first == k_number || first == "*") {
    m_open.push_back(index);
  } else {
    m_by_first[first].push_back(index);
  }
  m_phrases.push_back(std::move(made));
}

bool PhraseTable::matches_at(std::uint32_t index, const std::vector<Word>& words, std::size_t first) const {
  const Phrase& phrase = m_phrases[index];
  const bool whole = phrase.match == Match::line || phrase.match == Match::suffix;
  return takes(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
               words.end(), whole);
}

std::optional<MarkKind> PhraseTable::first_match(const Index& index, const std::string& key,
                                                 const std::vector<Word>& words, std::size_t first) const {
  const auto found = index.find(key);
  if (found == index.end()) {
    return std::nullopt;
  }
  for (const std::uint32_t candidate : found->second) {
    if (matches_at(candidate, words, first)) {
      return m_phrases[candidate].kind;
    }
  }
  return std::nullopt;
}

std::optional<MarkKind> PhraseTable::match_edges(std::string_view line) const {
  const std::string begin = to_lower(line.substr(0, std::min<std::size_t>(line.size(), k_longest_edge)));
  const std::string_view tail = line.substr(line.size() - std::min<std::size_t>(line.size(), k_longest_edge));
  for (const Run& edge : m_edges) {
    const bool leads = edge.match == Match::lead && std::string_view(begin).starts_with(edge.characters);
    const bool closes = edge.match == Match::close && tail.size() >= edge.characters.size() &&
                        std::equal(edge.characters.rbegin(), edge.characters.rend(), tail.rbegin(), [](char a, char b) {
                          return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
                        });
    if (leads || closes) {
      return edge.kind;
    }
  }
  return std::nullopt;
}

bool PhraseTable::opens_comment(std::string_view line, const std::vector<Word>& words) const {
  return match_edges(line) == MarkKind::comment ||
         std::any_of(m_comments.begin(), m_comments.end(),
                     [&](std::uint32_t index) { return matches_at(index, words, 0); });
}

std::optional<MarkKind> PhraseTable::match_line(std::string_view line, const std::vector<Word>& words) const {
  if (words.empty() || words.size() > k_longest_prefix_line) {
    return std::nullopt;
  }
  if (const auto kind = match_edges(line)) {
    return kind;
  }
  if (const auto kind = first_match(m_by_first, words.front().folded, words, 0)) {
    return kind;
  }
  if (const auto found = m_by_last.find(words.back().folded); found != m_by_last.end()) {
    for (const std::uint32_t index : found->second) {
      const std::size_t length = m_phrases[index].words.size();
      if (length <= words.size() && matches_at(index, words, words.size() - length)) {
        return m_phrases[index].kind;
      }
    }
  }
  for (std::size_t i = 0; i < words.size() && !m_anywhere.empty(); ++i) {
    if (const auto kind = first_match(m_anywhere, words[i].folded, words, i)) {
      return kind;
    }
  }
  const auto open =
      std::find_if(m_open.begin(), m_open.end(), [&](std::uint32_t index) { return matches_at(index, words, 0); });
  return open == m_open.end() ? std::nullopt : std::optional(m_phrases[*open].kind);
}

std::optional<Found> PhraseTable::find_tail(std::string_view text, Span span) const {
  if (span.size() < k_shortest_with_tail) {
    return std::nullopt;
  }
  const std::string_view inside = text_of(text, span);
  std::size_t first = inside.size();
  MarkKind kind = MarkKind::boilerplate;
  for (const Run& run : m_runs) {
    if (run.match != Match::tail) {
      continue;
    }
    for (std::size_t at = inside.find(run.characters, inside.size() / 2); at < first;
         at = inside.find(run.characters, at + 1)) {
      // Two words and more ("Related News") are furniture wherever they stand.
      const bool speaks_for_itself = run.characters.find(' ') != std::string::npos;
      const std::size_t behind = at + run.characters.size();
      const bool whole_word = behind == inside.size() || inside[behind] == ' ' || !is_ascii_letter(inside[behind - 1]);
      if (whole_word && (speaks_for_itself || is_behind_stop(inside.substr(0, at)))) {
        first = at;
        kind = run.kind;
      }
    }
  }
  return first < inside.size() ? std::optional(Found{{span.begin + static_cast<std::uint32_t>(first), span.end}, kind})
                               : std::nullopt;
}

std::vector<Found> PhraseTable::find_runs(std::string_view text, Span span) const {
  std::vector<Found> found;
  if (const auto tail = find_tail(text, span)) {
    found.push_back(*tail);
    span = trim(text, {span.begin, tail->span.begin});
  }
  const std::string_view inside = text_of(text, span);
  for (const Run& run : m_runs) {
    if (run.match != Match::run) {
      continue;
    }
    for (std::size_t at = inside.find(run.characters); at != std::string_view::npos;
         at = inside.find(run.characters, at + run.characters.size())) {
      const auto begin = span.begin + static_cast<std::uint32_t>(at);
      found.push_back({trim(text, {begin, begin + static_cast<std::uint32_t>(run.characters.size())}), run.kind});
    }
  }
  // What is at the end is peeled off like an onion: "...(Source: X) Twitter".
  for (bool again = true; again;) {
    again = false;
    span = trim(text, span);
    for (const Run& run : m_runs) {
      if (run.match != Match::tail && span.size() > run.characters.size() &&
          text_of(text, span).ends_with(run.characters)) {
        const auto begin = span.end - static_cast<std::uint32_t>(run.characters.size());
        if (run.match == Match::end) {
          found.push_back({{begin, span.end}, run.kind});
        }
        span.end = begin;
        again = true;
        break;
      }
    }
  }
  return found;
}

}  // namespace hearsay::clean::detail
