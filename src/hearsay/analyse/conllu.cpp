// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/conllu.hpp>

#include <array>
#include <charconv>

#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::analyse {

namespace {

using Columns = std::array<std::string_view, 10>;

std::size_t split_columns(std::string_view line, Columns& out) {
  std::size_t count = 0;
  while (count < out.size()) {
    const auto tab = line.find('\t');
    out[count++] = line.substr(0, tab);
    if (tab == std::string_view::npos) {
      break;
    }
    line.remove_prefix(tab + 1);
  }
  return count;
}

std::int32_t number_of(std::string_view text) {
  std::int32_t value = -1;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size() ? value : -1;
}

class Reader {
 public:
  /// False when the line is not CoNLL-U.
  bool line(std::string_view line) {
    if (line.empty()) {
      return end_sentence();
    }
    if (line.front() == '#') {
      m_paragraph = m_paragraph || line.starts_with("# newpar") || line.starts_with("# newdoc");
      return true;
    }
    Columns columns;
    if (split_columns(line, columns) != columns.size() || columns[1].empty()) {
      return false;
    }
    if (columns[0].find('.') != std::string_view::npos) {
      return true;
    }
    return columns[0].find('-') != std::string_view::npos ? range(columns) : word(columns);
  }
  bool end_sentence() {
    auto& tokens = m_out.analysis.tokens;
    if (m_first == tokens.size()) {
      return true;
    }
    for (std::size_t i = m_first; i < tokens.size(); ++i) {
      const std::int32_t head = tokens[i].head;
      if (head >= static_cast<std::int32_t>(tokens.size() - m_first)) {
        return false;
      }
      tokens[i].head = head < 0 ? -1 : head + static_cast<std::int32_t>(m_first);
    }
    Sentence sentence;
    sentence.span = {tokens[m_first].span.begin, tokens.back().span.end};
    sentence.first_token = static_cast<std::uint32_t>(m_first);
    sentence.end_token = static_cast<std::uint32_t>(tokens.size());
    sentence.paragraph = m_paragraph_count;
    m_out.analysis.sentences.push_back(sentence);
    m_first = tokens.size();
    m_left = 0;
    return true;
  }
  GivenTokens take() { return std::move(m_out); }

 private:
  void separate() {
    if (m_paragraph && !m_out.text.empty()) {
      m_out.text += "\n\n";
      ++m_paragraph_count;
    } else if (m_space) {
      m_out.text += " ";
    }
    m_paragraph = false;
    m_space = false;
  }
  bool range(const Columns& columns) {
    const auto dash = columns[0].find('-');
    const std::int32_t from = number_of(columns[0].substr(0, dash)), to = number_of(columns[0].substr(dash + 1));
    if (from < 1 || to <= from || to - from > 20 || m_left != 0) {
      return false;
    }
    m_left = m_words = to - from + 1;
    m_range_space = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    return true;
  }
  bool word(const Columns& columns) {
    auto& tokens = m_out.analysis.tokens;
    if (number_of(columns[0]) != static_cast<std::int32_t>(tokens.size() - m_first) + 1) {
      return false;
    }
    const bool inside = m_left > 0;
    const bool begins = !inside || m_left == m_words;
    if (begins) {
      separate();
    }
    Token token;
    token.span.begin = static_cast<std::uint32_t>(m_out.text.size());
    m_out.text += columns[1];
    token.span.end = static_cast<std::uint32_t>(m_out.text.size());
    token.words = static_cast<std::uint8_t>(!inside ? 1 : begins ? m_words : 0);
    token.space_after = inside ? m_range_space : columns[9].find("SpaceAfter=No") == std::string_view::npos;
    m_left -= inside ? 1 : 0;
    m_space = m_left == 0 && token.space_after;
    annotate(columns, token);
    tokens.push_back(std::move(token));
    return true;
  }
  static void annotate(const Columns& columns, Token& token) {
    token.lemma = columns[2];
    token.upos = parse_upos(columns[3]).value_or(Upos::x);
    token.xpos = detail::k_penn[detail::penn_index(columns[4])];
    token.feats = parse_feats(columns[5]);
    token.head = number_of(columns[6]) - 1;
    token.head = token.head < 0 ? -1 : token.head;
    token.deprel = parse_deprel(columns[7]).value_or(Deprel::dep);
  }

  GivenTokens m_out;
  std::size_t m_first = 0;
  std::int32_t m_left = 0, m_words = 0;
  std::uint32_t m_paragraph_count = 0;
  bool m_paragraph = false, m_space = false, m_range_space = true;
};

}  // namespace

Expected<GivenTokens> read_conllu(std::string_view text) {
  Reader reader;
  std::size_t number = 0;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    ++number;
    if (!line.empty() && line.back() == '\r') {
      line.remove_suffix(1);
    }
    if (!reader.line(line)) {
      return fail(ErrorKind::bad_input, "line " + std::to_string(number) + " is not CoNLL-U");
    }
  }
  if (!reader.end_sentence()) {
    return fail(ErrorKind::bad_input, "line " + std::to_string(number) + ": a head lies outside its sentence");
  }
  return reader.take();
}

}  // namespace hearsay::analyse
