// SPDX-License-Identifier: Apache-2.0
// Cuts a text into name words.
#include <hearsay/link/names/words.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/link/names/spelling.hpp>

namespace hearsay::link {

namespace {

constexpr std::string_view k_curly = "\xE2\x80\x99";  // right single quotation mark, the usual apostrophe

bool is_apostrophe(char32_t code) {
  return code == U'\'' || code == 0x2019 || code == 0x2018 || code == 0x02BF || code == 0x02BE || code == 0x02BC ||
         code == U'`';
}

bool is_word_char(char32_t code) {
  if (code < 0x80) {
    const auto c = static_cast<char>(code);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  return is_alpha(code) || is_digit(code) || (code >= 0x0300 && code <= 0x036F) || (code >= 0x064B && code <= 0x0652);
}

Casing casing_of(std::string_view word) {
  std::size_t upper = 0, letters = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto decoded = decode_at(word, at);
    if (is_alpha(decoded.code)) {
      const bool is_up = is_upper(decoded.code);
      first_upper = letters == 0 ? is_up : first_upper;
      upper += is_up ? 1U : 0U;
      ++letters;
    }
    at += decoded.length;
  }
  if (letters == 0 || static_cast<unsigned char>(word[0]) >= 0xD8) {
    return Casing::other;
  }
  if (upper == letters && letters > 1) {
    return Casing::upper;
  }
  return first_upper ? Casing::capital : (upper > 0 ? Casing::capital : Casing::lower);
}

/// Reads the words of one sentence.
class Cutter {
 public:
  Cutter(std::string_view text, const Analysis& analysis, Words& out)
      : m_text(text), m_analysis(analysis), m_out(out) {}

  void cut(std::uint32_t sentence) {
    const auto& s = m_analysis.sentences[sentence];
    m_sentence = sentence;
    m_token = s.first_token;
    m_first = m_out.words.size();
    m_end = s.span.end;
    for (m_at = s.span.begin; m_at < m_end;) {
      const auto decoded = decode_at(m_text, m_at);
      if (is_word_char(decoded.code)) {
        take_word();
      } else {
        pass(decoded);
      }
    }
    if (m_out.words.size() > m_first) {
      m_out.words.back().breaks = true;
      mark_articles();
    }
  }

 private:
  /// What stands between two words: blanks leave a name whole, a hyphen joins, the rest breaks it.
  void pass(Decoded decoded) {
    if (m_out.words.size() > m_first) {
      auto& before = m_out.words.back();
      const bool hyphen = decoded.code == U'-' || decoded.code == 0x2010 || decoded.code == 0x2011;
      if (hyphen && m_at == m_word_end) {
        before.joined = true;
      } else if (!is_space(decoded.code) && !is_apostrophe(decoded.code)) {
        before.breaks = true;
        before.joined = false;
      } else if (before.joined) {
        before.joined = false;  // "al- Tanf": a hyphen at a line end parts
      }
    }
    m_at += decoded.length;
  }

  void take_word() {
    const std::uint32_t begin = m_at;
    std::uint32_t end = begin;
    std::uint32_t letters = 0;
    while (m_at < m_end) {
      const auto decoded = decode_at(m_text, m_at);
      if (is_word_char(decoded.code)) {
        m_at += decoded.length;
        end = m_at;
        ++letters;
      } else if (is_apostrophe(decoded.code) && is_inner_apostrophe(m_at + decoded.length)) {
        m_at += decoded.length;
      } else if (decoded.code == U'.' && letters == 1 && is_initials(m_at)) {
        ++m_at;
        end = m_at;
        letters = 0;
      } else {
        break;
      }
    }
    add(begin, end);
  }

  /// An apostrophe goes on inside a word, except before a possessive s or n't.
  bool is_inner_apostrophe(std::uint32_t after) const {
    if (after >= m_end || !is_word_char(decode_at(m_text, after).code)) {
      return false;
    }
    const bool s = m_text[after] == 's' && (after + 1 >= m_end || !is_word_char(decode_at(m_text, after + 1).code));
    return !s && m_text[after] != 't';
  }

  /// "U.S.", "B.C.": a full stop after one letter that is followed by another letter and full stop, or ends such a run.
  bool is_initials(std::uint32_t dot) const {
    const auto single = [&](std::uint32_t at) {
      return at < m_end && is_word_char(decode_at(m_text, at).code) && at + 1 < m_end && m_text[at + 1] == '.';
    };
    return single(dot + 1) || (dot >= 2 && m_text[dot - 2] == '.');
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    NameWord word;
    word.span = {begin, end};
    word.sentence = m_sentence;
    word.token = token_at(begin);
    const auto form = m_text.substr(begin, end - begin);
    const std::string folded = fold_word(form);
    word.fold_begin = static_cast<std::uint32_t>(m_out.folds.size());
    word.fold_size = static_cast<std::uint32_t>(folded.size());
    m_out.folds += folded;
    word.hash = hash_word(folded);
    word.casing = casing_of(form);
    m_word_end = end;
    if (is_possessive_tail(begin, end)) {
      m_out.words.back().possessive = true;
      m_out.words.back().breaks = true;
      return;
    }
    m_out.words.push_back(word);
  }

  /// The lone "s" of "Syria's", after a word that ends at the apostrophe.
  bool is_possessive_tail(std::uint32_t begin, std::uint32_t end) const {
    if (m_out.words.size() <= m_first || end - begin != 1 || m_text[begin] != 's') {
      return false;
    }
    const auto between = m_text.substr(m_out.words.back().span.end, begin - m_out.words.back().span.end);
    return between == "'" || between == k_curly;
  }

  std::uint32_t token_at(std::uint32_t byte) {
    const auto& tokens = m_analysis.tokens;
    const std::uint32_t end = m_analysis.sentences[m_sentence].end_token;
    while (m_token + 1 < end && tokens[m_token].span.end <= byte) {
      ++m_token;
    }
    return m_token;
  }

  /// "al-Tanf" always; "al Tanf" where the next word is a name; "Ash Shaddadi" not at the head of a sentence, where
  /// "As" and "At" are English.
  void mark_articles() {
    auto& words = m_out.words;
    for (std::size_t i = m_first; i + 1 < words.size(); ++i) {
      auto& word = words[i];
      const auto folded = m_out.folded(word);
      if (word.fold_size > 3 || word.breaks || !is_article(folded)) {
        continue;
      }
      const bool name_next = words[i + 1].casing != Casing::lower;
      const bool plain = folded == "al" || folded == "el";
      const bool capital = word.casing == Casing::capital && i > m_first && folded.size() > 1;
      word.article = word.joined || (name_next && (plain || capital));
    }
  }

  std::string_view m_text;
  const Analysis& m_analysis;
  Words& m_out;
  std::uint32_t m_sentence = 0, m_token = 0, m_at = 0, m_end = 0, m_word_end = 0;
  std::size_t m_first = 0;
};

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : folded) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

Words name_words(const CleanText& text, const Analysis& analysis) {
  Words out;
  out.words.reserve(analysis.tokens.size() + analysis.tokens.size() / 8);
  out.folds.reserve(text.text.size());
  out.has_apostrophes = text.text.find('\'') != std::string::npos || text.text.find(k_curly) != std::string::npos;
  Cutter cutter(text.text, analysis, out);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    cutter.cut(s);
  }
  return out;
}

}  // namespace hearsay::link
