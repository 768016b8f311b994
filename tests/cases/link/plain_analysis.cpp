// SPDX-License-Identifier: Apache-2.0
// A tokeniser for tests.
#include "plain_analysis.hpp"

#include <cctype>
#include <fstream>
#include <iterator>

namespace hearsay::tests {

namespace {

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}
bool is_upper(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}

bool is_abbreviation(std::string_view word) {
  for (const std::string_view known : {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",
                                       "Dec", "Gen", "Lt",  "Col", "Mr",  "Mrs", "Dr",  "U.S", "a.m",  "p.m", "B.C"}) {
    if (word == known) {
      return true;
    }
  }
  return false;
}

bool ends_sentence(const std::string& text, std::uint32_t word_begin, std::uint32_t stop) {
  if (text[stop] == '!' || text[stop] == '?') {
    return true;
  }
  std::size_t next = stop + 1;
  while (next < text.size() && (is_space(text[next]) || text[next] == '"')) {
    ++next;
  }
  const bool capital = next >= text.size() || is_upper(text[next]);
  return text[stop] == '.' && capital && !is_abbreviation(std::string_view(text).substr(word_begin, stop - word_begin));
}

Token make_token(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  Token token;
  token.span = {begin, end};
  token.lemma = text.substr(begin, end - begin);
  const char first = text[begin];
  token.upos = std::isdigit(static_cast<unsigned char>(first))                     ? Upos::num
               : std::isalpha(static_cast<unsigned char>(first)) || (first & 0x80) ? Upos::x
                                                                                   : Upos::punct;
  return token;
}

/// "third-quarter", "1861-1863": hyphens are tokens, as in the treebanks.
void add_parts(Analysis& analysis, const std::string& text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t start = begin;
  for (std::uint32_t at = begin; at < end; ++at) {
    const std::uint32_t width = text[at] == '-' ? 1 : text.compare(at, 3, "\xE2\x80\x93") == 0 ? 3 : 0;
    if (width == 0 || at == begin || at + width >= end) {
      continue;
    }
    analysis.tokens.push_back(make_token(text, start, at));
    analysis.tokens.push_back(make_token(text, at, at + width));
    start = at + width;
    at += width - 1;
  }
  analysis.tokens.push_back(make_token(text, start, end));
}

void close_sentence(Analysis& analysis) {
  const auto first = analysis.sentences.empty() ? 0U : analysis.sentences.back().end_token;
  const auto end = static_cast<std::uint32_t>(analysis.tokens.size());
  if (end > first) {
    Sentence sentence;
    sentence.first_token = first;
    sentence.end_token = end;
    sentence.span = {analysis.tokens[first].span.begin, analysis.tokens[end - 1].span.end};
    analysis.sentences.push_back(sentence);
  }
}

}  // namespace

Analysis plain_analysis(const std::string& text) {
  Analysis analysis;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    if (is_space(text[at])) {
      if (text[at] == '\n') {
        close_sentence(analysis);
      }
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < size && !is_space(text[end])) {
      ++end;
    }
    std::uint32_t begin = at;
    at = end;
    while (begin < end && std::string_view("\"'`([{$").find(text[begin]) != std::string_view::npos) {
      analysis.tokens.push_back(make_token(text, begin, begin + 1));
      ++begin;
    }
    std::uint32_t stop = end;
    while (stop > begin && std::string_view("\"').,;:!?]}%").find(text[stop - 1]) != std::string_view::npos &&
           !(text[stop - 1] == '.' && is_abbreviation(std::string_view(text).substr(begin, stop - 1 - begin)))) {
      --stop;
    }
    const bool genitive = stop > begin + 2 && text.compare(stop - 2, 2, "'s") == 0;
    if (genitive) {
      analysis.tokens.push_back(make_token(text, begin, stop - 2));
      analysis.tokens.push_back(make_token(text, stop - 2, stop));
    } else if (stop > begin) {
      add_parts(analysis, text, begin, stop);
    }
    bool closes = false;
    for (std::uint32_t sign = stop; sign < end; ++sign) {
      analysis.tokens.push_back(make_token(text, sign, sign + 1));
      closes = closes || ends_sentence(text, begin, sign);
    }
    if (closes) {
      close_sentence(analysis);
    }
  }
  close_sentence(analysis);
  return analysis;
}

Pack language_pack(const std::filesystem::path& packs_folder) {
  Pack pack;
  std::vector<packs::Problem> problems;
  for (const auto& entry : std::filesystem::directory_iterator(packs_folder / "lang-en")) {
    if (entry.path().extension() == ".tsv") {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      const std::string path = "lang-en/" + entry.path().filename().string();
      pack.tables[path] = packs::parse_table(bytes, path, problems);
    }
  }
  return pack;
}

}  // namespace hearsay::tests
