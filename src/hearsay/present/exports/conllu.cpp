// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/exports/conllu.hpp>

#include <array>
#include <charconv>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::present {

namespace {

void append_number(std::string& out, std::size_t value) {
  std::array<char, 24> digits;
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), result.ptr);
}

/// A form or a comment must not hold the format's own separators.
void append_plain(std::string& out, std::string_view text) {
  for (const char c : text) {
    out.push_back(c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
  }
}

void append_misc(std::string& out, Span span, bool space_after, const CodePoints& points) {
  out += space_after ? "TokenRange=" : "SpaceAfter=No|TokenRange=";
  append_number(out, points.at_byte(span.begin));
  out += ':';
  append_number(out, points.at_byte(span.end));
  out += '\n';
}

void append_word(std::string& out, std::string_view text, const Token& token, std::size_t first) {
  out += '\t';
  append_plain(out, text_of(text, token.span));
  out += '\t';
  append_plain(out, token.lemma.empty() ? std::string_view("_") : std::string_view(token.lemma));
  out += '\t';
  out += to_string(token.upos);
  out += '\t';
  out += token.xpos.empty() ? std::string_view("_") : token.xpos;
  out += '\t';
  out += to_string(token.feats);
  out += '\t';
  append_number(out, token.head < 0 ? 0 : static_cast<std::size_t>(token.head) - first + 1);
  out += '\t';
  out += to_string(token.deprel);
  out += "\t_\t";
}

void append_sentence(std::string& out, std::string_view text, const Analysis& analysis, const Sentence& sentence,
                     const CodePoints& points) {
  out += "# text = ";
  append_plain(out, text_of(text, sentence.span));
  out += '\n';
  bool inside = false;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = analysis.tokens[i];
    const std::size_t id = i - sentence.first_token + 1;
    if (token.words > 1 && i + token.words <= sentence.end_token) {
      const Token& last = analysis.tokens[i + token.words - 1U];
      append_number(out, id);
      out += '-';
      append_number(out, id + token.words - 1U);
      out += '\t';
      append_plain(out, text_of(text, {token.span.begin, last.span.end}));
      out += "\t_\t_\t_\t_\t_\t_\t_\t";
      append_misc(out, {token.span.begin, last.span.end}, token.space_after, points);
    }
    inside = token.words > 1 || (inside && token.words == 0);
    append_number(out, id);
    append_word(out, text, token, sentence.first_token);
    if (inside) {
      out += "_\n";
    } else {
      append_misc(out, token.span, token.space_after, points);
    }
  }
  out += '\n';
}

}  // namespace

void append_conllu(std::string& out, std::string_view text, const Analysis& analysis, const ConlluOptions& options) {
  const CodePoints points(text);
  bool first = true;
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (first && !options.doc_id.empty()) {
      out += "# newdoc id = ";
      append_plain(out, options.doc_id);
      out += '\n';
    }
    if (first || sentence.paragraph != paragraph) {
      out += "# newpar\n";
    }
    first = false;
    paragraph = sentence.paragraph;
    append_sentence(out, text, analysis, sentence, points);
  }
}

}  // namespace hearsay::present
