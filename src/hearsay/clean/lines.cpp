// SPDX-License-Identifier: Apache-2.0
// Lines, words and rough sentences.
#include <hearsay/clean/detail/lines.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>

namespace hearsay::clean::detail {

namespace {

/// Bytes of the white space or line end at `at`; 0 when there is none.
std::uint32_t space_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) {
    return 1;
  }
  constexpr std::array<std::string_view, 5> k_wide{"\u00A0", "\uFEFF", "\u200B", "\u2028", "\u2029"};
  if (static_cast<unsigned char>(c) >= 0xC2) {
    for (const std::string_view wide : k_wide) {
      if (text.substr(at, wide.size()) == wide) {
        return static_cast<std::uint32_t>(wide.size());
      }
    }
  }
  return 0;
}

/// Bytes of white space that ends just before `end`; 0 when there is none.
std::uint32_t space_before(std::string_view text, std::size_t end) {
  for (std::uint32_t length = 1; length <= 3 && length <= end; ++length) {
    if (space_at(text, end - length) == length) {
      return length;
    }
  }
  return 0;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char c = text[at];
    if (c == '\n' || c == '\r' || (c == '\xE2' && (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029"))) {
      return at;
    }
    ++at;
  }
  return at;
}

std::size_t next_line(std::string_view text, std::size_t end) {
  if (end >= text.size()) {
    return text.size();
  }
  if (text[end] == '\xE2') {
    return end + 3;
  }
  return end + (text.substr(end, 2) == "\r\n" ? 2U : 1U);
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string fold(std::string_view word) {
  std::string kept;
  kept.reserve(word.size());
  bool wide = false;
  for (std::size_t at = 0; at < word.size();) {
    if (static_cast<unsigned char>(word[at]) < 0x80) {
      const char c = word[at++];
      if (is_ascii_alnum(c)) {
        kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
      continue;
    }
    const Decoded code = decode_at(word, at);
    if (is_alpha(code.code) || is_digit(code.code)) {
      kept += word.substr(at, code.length);
      wide = true;
    }
    at += code.length;
  }
  return wide ? to_lower(kept) : kept;
}

}  // namespace

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const std::uint32_t length = space_at(text, span.begin);
    if (length == 0) {
      break;
    }
    span.begin = std::min(span.begin + length, span.end);
  }
  while (span.begin < span.end) {
    const std::uint32_t length = space_before(text, span.end);
    if (length == 0) {
      break;
    }
    span.end = std::max(span.end - length, span.begin);
  }
  return span;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t blank = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(text, begin);
    const Span span = trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (span.empty()) {
      ++blank;
    } else {
      lines.push_back({span, blank});
      blank = 0;
    }
    begin = next_line(text, end);
  }
  return lines;
}

std::vector<Word> fold_words(std::string_view text, Span span) {
  std::vector<Word> words;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (const std::uint32_t space = space_at(text, at); space > 0) {
      at += space;
      continue;
    }
    const std::uint32_t begin = at;
    while (at < span.end && space_at(text, at) == 0) {
      ++at;
    }
    std::string folded = fold(text.substr(begin, at - begin));
    if (!folded.empty()) {
      words.push_back({{begin, at}, std::move(folded)});
    }
  }
  return words;
}

std::string join_folded(const std::vector<Word>& words, std::size_t first, std::size_t count) {
  std::string joined;
  const std::size_t end = first + std::min(count, words.size() - std::min(first, words.size()));
  for (std::size_t i = first; i < end; ++i) {
    joined += i == first ? "" : " ";
    joined += words[i].folded;
  }
  return joined;
}

bool ends_like_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> k_closers{"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", " "};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : k_closers) {
      if (text.ends_with(closer)) {
        text.remove_suffix(closer.size());
        again = true;
      }
    }
  }
  constexpr std::array<std::string_view, 6> k_stops{".", "!", "?", "\u2026", "\u061F", "\u3002"};
  return std::any_of(k_stops.begin(), k_stops.end(), [&](std::string_view stop) { return text.ends_with(stop); });
}

std::vector<Span> rough_sentences(std::string_view text, Span line) {
  std::vector<Span> sentences;
  std::uint32_t begin = line.begin;
  for (std::uint32_t at = line.begin; at + 2 < line.end; ++at) {
    const char c = text[at];
    if (c != '.' && c != '!' && c != '?') {
      continue;
    }
    std::uint32_t next = at + 1;
    while (next < line.end && (text[next] == '"' || text[next] == ')' || text[next] == '\'')) {
      ++next;
    }
    const bool border = next + 1 < line.end && text[next] == ' ' &&
                        ((text[next + 1] >= 'A' && text[next + 1] <= 'Z') || text[next + 1] == '"');
    if (border) {
      sentences.push_back({begin, next});
      begin = next + 1;
    }
  }
  sentences.push_back({begin, line.end});
  return sentences;
}

}  // namespace hearsay::clean::detail
