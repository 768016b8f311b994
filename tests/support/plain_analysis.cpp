// SPDX-License-Identifier: Apache-2.0
// Splits text by eye.
#include "plain_analysis.hpp"

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::tests {

namespace {

bool is_punctuation(char c) {
  return std::string_view(".,;:!?()[]\"'-").find(c) != std::string_view::npos;
}

void add_token(Analysis& out, std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Token token;
  token.span = {begin, end};
  token.lemma = to_lower(text.substr(begin, end - begin));
  const auto first = decode_at(text, begin).code;
  token.upos =
      is_digit(first) ? Upos::num : (is_upper(first) ? Upos::propn : (is_alpha(first) ? Upos::noun : Upos::punct));
  out.tokens.push_back(token);
}

}  // namespace

CleanText plain_text(std::string text) {
  CleanText out;
  out.text = std::move(text);
  return out;
}

Analysis plain_analysis(const CleanText& text) {
  Analysis out;
  const std::string& t = text.text;
  for (std::uint32_t line = 0; line < t.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(t.find('\n', line), t.size()));
    Sentence sentence;
    sentence.span = {line, end};
    sentence.first_token = static_cast<std::uint32_t>(out.tokens.size());
    std::uint32_t begin = line;
    for (std::uint32_t at = line; at <= end; ++at) {
      const bool stop = at == end || t[at] == ' ' || is_punctuation(t[at]);
      if (stop && begin < at) {
        add_token(out, t, begin, at);
      }
      if (at < end && is_punctuation(t[at])) {
        add_token(out, t, at, at + 1);
      }
      begin = stop ? at + 1 : begin;
    }
    sentence.end_token = static_cast<std::uint32_t>(out.tokens.size());
    out.sentences.push_back(sentence);
    line = end + 1;
  }
  return out;
}

}  // namespace hearsay::tests
