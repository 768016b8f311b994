// SPDX-License-Identifier: Apache-2.0
// Cues that are marks: the colon of headlines and transcripts, the dash before a signature.
#include <algorithm>
#include <array>

#include <hearsay/claims/attribution/detail/clauses.hpp>

namespace hearsay::claims::attribution {

namespace {

bool has_verb(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first; i < range.end; ++i) {
    if (tree.token(i).upos == Upos::verb || tree.token(i).upos == Upos::aux) {
      return true;
    }
  }
  return false;
}

bool is_alpha_free(std::string_view form) {
  return std::none_of(form.begin(), form.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::int32_t head_of_range(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first; i < range.end; ++i) {
    if (!range.contains(tree.token(i).head) && tree.token(i).upos != Upos::punct && tree.token(i).upos != Upos::det) {
      return i;
    }
  }
  return range.end - 1;
}

constexpr std::array<std::string_view, 5> k_dashes{"\u2014", "\u2013", "\u2015", "--", "-"};

/// The first byte that is no blank, no-break space or end of line.
std::size_t after_blanks(std::string_view text, std::size_t at) {
  constexpr std::string_view k_no_break = "\u00A0";
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text.substr(at).starts_with(k_no_break))) {
    at += text.substr(at).starts_with(k_no_break) ? k_no_break.size() : 1;
  }
  return at < text.size() ? at : std::string_view::npos;
}

/// Bytes of the dash that `text` begins with; 0 when it begins with none.
std::size_t dash_length(std::string_view text) {
  for (const std::string_view dash : k_dashes) {
    if (text.starts_with(dash)) {
      return dash.size();
    }
  }
  return 0;
}

/// The token that holds the byte, or the first one behind it.
std::int32_t token_at(const Tree& tree, std::uint32_t byte) {
  const auto& tokens = tree.analysis().tokens;
  return static_cast<std::int32_t>(
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= byte; }) -
      tokens.begin());
}

/// Whether the tokens look like a name alone: capitals, no verb, at most six words.
bool is_name(const Tree& tree, TokenRange range) {
  if (range.empty() || range.end - range.first > 6) {
    return false;
  }
  for (std::int32_t i = range.first; i < range.end; ++i) {
    const std::string_view form = tree.form(i);
    const bool small =
        form[0] >= 'a' && form[0] <= 'z' && tree.token(i).upos != Upos::adp && form != "al" && form != "bin";
    if (tree.token(i).upos == Upos::verb || tree.token(i).upos == Upos::aux || small || is_alpha_free(form)) {
      return false;
    }
  }
  return true;
}

Draft mark_draft(const Reading& reading, std::int32_t mark, TokenRange speaker, TokenRange content) {
  Draft draft;
  draft.cue = &reading.lexicon.colon;
  draft.cue_token = mark;
  draft.cue_range = {mark, mark + 1};
  draft.source_range = speaker;
  draft.source_token = head_of_range(reading.tree, speaker);
  draft.parenthetical = true;
  add_content(reading, draft, content);
  return draft;
}

std::int32_t find_colon(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first + 1; i + 1 < range.end; ++i) {
    if (tree.form(i) == ":") {
      return i;
    }
  }
  return -1;
}

}  // namespace

namespace {

bool is_capitals(std::string_view form) {
  return form.size() > 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The first token that is no opening quotation mark.
std::int32_t first_word(const Tree& tree, TokenRange range) {
  return tree.token(range.first).upos == Upos::punct ? std::min(range.first + 1, range.end - 1) : range.first;
}

/// "PIKE:" before what is said, as a transcript does: one or two words in capitals, then a colon.
/// The colon behind them; -1 when the sentence does not open so.
std::int32_t speakers_colon(const Tree& tree, std::uint32_t number) {
  const TokenRange range = tree.sentence_range(number);
  const std::int32_t first = first_word(tree, range);
  for (std::int32_t i = first; i < std::min(range.end, first + 3); ++i) {
    if (tree.form(i) == ":") {
      return i > first ? i : -1;
    }
    if (!is_capitals(tree.form(i))) {
      return -1;
    }
  }
  return -1;
}

/// A transcript has more than one line that opens with a speaker; one alone is a dateline or "UPDATE:".
bool is_transcript(const Tree& tree, std::uint32_t number) {
  constexpr std::uint32_t k_reach = 12;  // sentences of one turn
  const auto count = static_cast<std::uint32_t>(tree.analysis().sentences.size());
  if (speakers_colon(tree, number) < 0) {
    return false;
  }
  for (std::uint32_t other = number < k_reach ? 0 : number - k_reach; other < std::min(count, number + k_reach);
       ++other) {
    const std::string_view form = tree.form(first_word(tree, tree.sentence_range(other)));
    if (other != number && speakers_colon(tree, other) >= 0 &&
        form != tree.form(first_word(tree, tree.sentence_range(number)))) {
      return true;
    }
  }
  return false;
}

/// The last token of the paragraph that the sentence opens.
std::int32_t end_of_turn(const Tree& tree, std::uint32_t number) {
  const auto& sentences = tree.analysis().sentences;
  std::uint32_t last = number;
  while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[number].paragraph &&
         speakers_colon(tree, last + 1) < 0) {
    ++last;
  }
  return tree.sentence_range(last).end;
}

}  // namespace

Draft draft_headline(const Reading& reading, std::uint32_t number) {
  const Tree& tree = reading.tree;
  if (is_transcript(tree, number)) {
    const std::int32_t mark = speakers_colon(tree, number);
    return mark_draft(reading, mark, {first_word(tree, tree.sentence_range(number)), mark},
                      {mark + 1, end_of_turn(tree, number)});
  }
  const Sentence& sentence = tree.analysis().sentences[number];
  const TokenRange range = tree.sentence_range(number);
  const std::int32_t colon = find_colon(tree, range);
  if (colon < 0) {
    return {};
  }
  const bool title = sentence.marked && sentence.mark == MarkKind::title;
  const TokenRange before{range.first, colon}, after{colon + 1, range.end};
  const bool name = is_name(tree, before) && (tree.token(colon - 1).upos == Upos::propn);
  if (before.end - before.first <= 6 && (name || may_speak(reading, before, head_of_range(tree, before))) &&
      after.end - after.first >= 3 && !has_verb(tree, before)) {
    return mark_draft(reading, colon, before, after);
  }
  if (title && after.end - after.first <= 5 && may_speak(reading, after, head_of_range(tree, after))) {
    return mark_draft(reading, colon, after, before);
  }
  return {};
}

Draft draft_signed(const Reading& reading, const Quotation& quotation) {
  const Tree& tree = reading.tree;
  const std::string_view text = tree.text();
  const std::size_t dash = after_blanks(text, quotation.span.end);
  const std::size_t length = dash == std::string_view::npos ? 0 : dash_length(text.substr(dash));
  if (length == 0 || !quotation.at_begin || !quotation.closed) {
    return {};
  }
  const std::size_t line_end = std::min(text.find('\n', dash), text.size());
  const auto at = static_cast<std::uint32_t>(dash);
  TokenRange speaker{token_at(tree, at + static_cast<std::uint32_t>(length)),
                     token_at(tree, static_cast<std::uint32_t>(line_end))};
  while (speaker.end > speaker.first && tree.token(speaker.end - 1).upos == Upos::punct) {
    --speaker.end;
  }
  const std::int32_t mark = token_at(tree, at);
  if (speaker.empty() || mark >= speaker.first || !is_name(tree, speaker)) {
    return {};
  }
  Draft draft = mark_draft(reading, mark, speaker, {mark, mark});
  draft.content.push_back(quotation.span);
  return draft;
}

}  // namespace hearsay::claims::attribution
