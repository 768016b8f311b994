// SPDX-License-Identifier: Apache-2.0
// The end of a report: who wrote, who edited, whose material it is.
#include <hearsay/clean/detail/steps.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>

namespace hearsay::clean::detail {

namespace {

constexpr std::size_t k_last_lines = 4;
constexpr std::size_t k_longest_line = 30;    // words of a sign-off on its own line
constexpr std::uint32_t k_longest_run = 220;  // bytes of one at the end of a paragraph

void take_credit(Draft& draft, const RulesData& rules, Span span) {
  if (draft.credit.empty()) {
    draft.credit = first_agency(text_of(draft.text, span), rules);
  }
}

/// The end of the line's own text: furniture at its end does not count.
std::uint32_t own_end(const Draft& draft, Span line) {
  std::uint32_t end = line.end;
  for (bool again = true; again;) {
    again = false;
    for (const Mark& mark : draft.parts) {
      if (mark.kind == MarkKind::boilerplate && mark.span.end == end && mark.span.begin > line.begin) {
        end = trim(draft.text, {line.begin, mark.span.begin}).end;
        again = true;
      }
    }
  }
  return end;
}

/// "(Reporting by Jane Doe; Editing by John Roe)": the last brackets, when what they hold begins like a sign-off or
/// names an agency.
std::uint32_t bracket_start(const Draft& draft, const RulesData& rules, Span tail) {
  if (draft.text[tail.end - 1] != ')' && draft.text[tail.end - 1] != ']') {
    return tail.end;
  }
  const std::size_t open = draft.text.substr(0, tail.end).find_last_of("([");
  if (open == std::string_view::npos || open < tail.begin) {
    return tail.end;
  }
  const auto begin = static_cast<std::uint32_t>(open);
  const std::vector<Word> words = fold_words(draft.text, {begin, tail.end});
  const bool opens = match_opener(rules.sign_off_openers, words, 0) > 0;
  const bool is_agency = !words.empty() && rules.agencies.match(words, 0) == words.size();
  return opens || is_agency ? begin : tail.end;
}

/// "--Reuters", "—AFP": dashes and an agency, nothing else.
std::uint32_t dash_start(const Draft& draft, const RulesData& rules, Span tail) {
  const std::string_view inside = text_of(draft.text, tail);
  std::size_t at = std::string_view::npos;
  for (const std::string_view dash : {"--", "\u2014", "\u2013", " - "}) {
    const auto found = inside.rfind(dash);
    if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
      at = found;
    }
  }
  if (at == std::string_view::npos) {
    return tail.end;
  }
  const auto begin = tail.begin + static_cast<std::uint32_t>(at);
  const std::vector<Word> words = fold_words(draft.text, {begin, tail.end});
  return !words.empty() && rules.agencies.match(words, 0) == words.size() ? begin : tail.end;
}

/// "Reporting by ...", "Source: ...", "Agencies contributed to this report": from such an opener behind a full stop.
std::uint32_t opener_start(const Draft& draft, const RulesData& rules, Span tail) {
  const std::vector<Word> words = fold_words(draft.text, tail);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool capital =
        is_upper(decode_at(draft.text, words[i].span.begin).code) || draft.text[words[i].span.begin] == '(';
    const bool behind_stop = i > 0 ? ends_like_sentence(text_of(draft.text, words[i - 1].span)) : tail.begin == 0;
    if (capital && behind_stop && match_opener(rules.sign_off_openers, words, i) > 0) {
      return words[i].span.begin;
    }
  }
  return tail.end;
}

/// "Manar/Mazen", "R.J/H.Said": initials and names joined by slashes behind the last full stop.
std::uint32_t slash_start(const Draft& draft, Span tail) {
  const std::vector<Word> words = fold_words(draft.text, tail);
  std::size_t first = words.size();
  bool slashed = false;
  while (first > 0 && words.size() - first < 5) {
    const std::string_view word = text_of(draft.text, words[first - 1].span);
    const bool has_slash = word.find('/') != std::string_view::npos;
    if (!is_upper(decode_at(word, 0).code) || word.size() > 24 ||
        (!has_slash && word.ends_with('.') && word.size() > 3)) {
      break;
    }
    slashed = slashed || has_slash;
    --first;
  }
  const bool behind_stop =
      first > 0 && first < words.size() && ends_like_sentence(text_of(draft.text, words[first - 1].span));
  return slashed && behind_stop ? words[first].span.begin : tail.end;
}

void mark(Draft& draft, const RulesData& rules, Span span) {
  draft.parts.push_back({span, MarkKind::byline});
  take_credit(draft, rules, span);
}

/// At the end of a line; several may follow each other.
void mark_end_of_line(Draft& draft, const RulesData& rules, DraftLine& line) {
  Span own{line.span.begin, own_end(draft, line.span)};
  for (int i = 0; i < 3 && own.size() > 2; ++i) {
    std::uint32_t from = own.size() > k_longest_run ? own.end - k_longest_run : own.begin;
    while (from < own.end && (static_cast<unsigned char>(draft.text[from]) & 0xC0U) == 0x80U) {
      ++from;
    }
    const Span tail{from, own.end};
    const std::uint32_t begin = std::min({bracket_start(draft, rules, tail), dash_start(draft, rules, tail),
                                          opener_start(draft, rules, tail), slash_start(draft, tail)});
    if (begin >= own.end) {
      return;
    }
    mark(draft, rules, {begin, own.end});
    own = trim(draft.text, {own.begin, begin});
  }
}

bool is_sign_off_line(const RulesData& rules, const DraftLine& line) {
  return line.words.size() <= k_longest_line && (match_opener(rules.sign_off_openers, line.words, 0) > 0 ||
                                                 rules.agencies.match(line.words, 0) == line.words.size());
}

}  // namespace

void mark_sign_off(Draft& draft, const RulesData& rules) {
  std::size_t looked_at = 0;
  for (auto line = draft.lines.rbegin(); line != draft.lines.rend() && looked_at < k_last_lines; ++line) {
    if (line->kind && *line->kind != MarkKind::duplicate) {
      continue;
    }
    ++looked_at;
    if (draft.lines.size() > 1 && is_sign_off_line(rules, *line)) {
      line->kind = MarkKind::byline;
      take_credit(draft, rules, line->span);
      continue;
    }
    mark_end_of_line(draft, rules, *line);
  }
}

}  // namespace hearsay::clean::detail
