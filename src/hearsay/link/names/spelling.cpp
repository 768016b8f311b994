// SPDX-License-Identifier: Apache-2.0
// Folding and sound keys of names.
#include <hearsay/link/names/spelling.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::link {

namespace {

/// Letters that do not decompose, or whose plain letter would mislead.
constexpr std::array<std::pair<char32_t, std::string_view>, 22> k_letters = {{
    {U'\u015F', "sh"}, {U'\u015E', "sh"}, {U'\u00E7', "ch"}, {U'\u00C7', "ch"}, {U'\u011F', "gh"}, {U'\u011E', "gh"},
    {U'\u0131', "i"},  {U'\u0161', "sh"}, {U'\u0160', "sh"}, {U'\u010D', "ch"}, {U'\u010C', "ch"}, {U'\u00DF', "ss"},
    {U'\u00F8', "o"},  {U'\u00D8', "o"},  {U'\u0142', "l"},  {U'\u0141', "l"},  {U'\u0111', "d"},  {U'\u0110', "d"},
    {U'\u00E6', "ae"}, {U'\u00C6', "ae"}, {U'\u0153', "oe"}, {U'\u00FE', "th"},
}};

constexpr std::array<std::string_view, 24> k_articles = {"al", "el",  "ul",  "il", "a",   "e",   "ad",  "ar",
                                                         "as", "ash", "at",  "az", "ath", "adh", "an",  "ed",
                                                         "er", "es",  "esh", "et", "ez",  "en",  "edh", "eth"};

constexpr std::string_view k_alef = "\u0627", k_lam = "\u0644", k_ya = "\u064A", k_ha = "\u0647", k_waw = "\u0648",
                           k_kaf = "\u0643";

/// The unified Arabic letter; "" for marks that go; nothing for other characters.
const std::string_view* fold_arabic(char32_t code) {
  static constexpr std::string_view k_nothing = "";
  switch (code) {
    case U'\u0622':
    case U'\u0623':
    case U'\u0625':
    case U'\u0671':
      return &k_alef;
    case U'\u0649':
    case U'\u06CC':
    case U'\u0626':
      return &k_ya;
    case U'\u0629':
    case U'\u06C0':
    case U'\u06D5':
      return &k_ha;
    case U'\u0624':
      return &k_waw;
    case U'\u06A9':
      return &k_kaf;
    case U'\u0640':
    case U'\u0621':
    case U'\u0670':
      return &k_nothing;
    default:
      break;
  }
  const bool vowel_sign = code >= 0x064B && code <= 0x065F;
  const bool modifier = code >= 0x02B0 && code <= 0x02FF;  // the half rings of transliterations
  return vowel_sign || modifier ? &k_nothing : nullptr;
}

void append_decomposed(std::string& out, char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || nfkd->getDecomposition(static_cast<UChar32>(code), parts) == 0) {
    append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(code))));
    return;
  }
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) != U_NON_SPACING_MARK && u_isalnum(part) != 0) {
      append_utf8(out, static_cast<char32_t>(u_tolower(part)));
    }
  }
}

void append_folded(std::string& out, char32_t code) {
  if (const auto* arabic = fold_arabic(code)) {
    out += *arabic;
    return;
  }
  const auto letter =
      std::find_if(k_letters.begin(), k_letters.end(), [&](const auto& row) { return row.first == code; });
  if (letter != k_letters.end()) {
    out += letter->second;
  } else if (u_isalnum(static_cast<UChar32>(code)) != 0) {
    append_decomposed(out, code);
  }
}

/// "st" and its like are written out, so that "St. Louis" and "Saint Louis" meet.
void write_out_short(std::string& word) {
  if (word == "st") {
    word = "saint";
  } else if (word == "ft") {
    word = "fort";
  } else if (word == "mt") {
    word = "mount";
  }
}

bool parts_words(char32_t code) {
  return code == U'-' || code == U'/' || code == U'_' || (code >= 0x2010 && code <= 0x2015) || is_space(code);
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
}

/// A digraph at `at` as one letter; 0 when there is none.
char digraph(std::string_view word, std::size_t at) {
  const std::string_view two = word.substr(at, 2);
  if (two == "kh" || two == "ch") {
    return two == "kh" ? 'h' : 'S';
  }
  if (two == "gh" || two == "ck") {
    return 'k';
  }
  if (two == "dh") {
    return 'z';
  }
  if (two == "th" || two == "dt") {
    return 't';
  }
  if (two == "dj") {
    return 'j';
  }
  if (two == "ph") {
    return 'f';
  }
  return two == "sh" ? 'S' : '\0';
}

char sound(char c) {
  switch (c) {
    case 'q':
    case 'g':
    case 'c':
      return 'k';
    case 'x':
      return 'h';
    case 'v':
      return 'f';
    case 'p':
      return 'b';
    default:
      return c;
  }
}

/// One run of vowels as one sound: 'u' when it has o, u or w; 'i' when it has i or y; 'a' else (also e alone).
char vowel_sound(std::string_view run) {
  if (run.find_first_of("ouw") != std::string_view::npos) {
    return 'u';
  }
  return run.find_first_of("iy") != std::string_view::npos || run == "ee" || run == "ei" ? 'i' : 'a';
}

/// With `vowels`, long vowels stay as u or i; without, only a leading one, as a.
void append_key(std::string& key, std::string_view word, bool vowels) {
  if (word.ends_with("ah") || word.ends_with("eh")) {
    word.remove_suffix(1);
  }
  char before = '\0';  // doubled letters are one, but not letters that a dropped vowel parts ("Hmeimim")
  for (std::size_t at = 0; at < word.size();) {
    if (is_vowel(word[at]) && !((word[at] == 'w' || word[at] == 'y') && at == 0)) {
      std::size_t end = at;
      while (end < word.size() && is_vowel(word[end])) {
        ++end;
      }
      const char vowel = vowel_sound(word.substr(at, end - at));
      // Short a and e come and go between consonants ("Tadmur", "Tadmor", "Hasake", "Haseke").
      if (at == 0 || (vowels && vowel != 'a')) {
        key += vowels ? vowel : 'a';
      }
      before = '\0';
      at = end;
      continue;
    }
    const char two = digraph(word, at);
    const char one = two != '\0' ? two : sound(word[at]);
    if (before != one) {
      key += one;
    }
    before = one;
    at += two != '\0' ? 2 : 1;
  }
}

bool enough_consonants(std::string_view key) {
  return std::count_if(key.begin(), key.end(), [](char c) { return !is_vowel(c); }) >= 2;
}

template <class Visit>
void for_each_word(std::string_view folded, Visit visit) {
  while (!folded.empty()) {
    const auto blank = std::min(folded.find(' '), folded.size());
    if (blank > 0) {
      visit(folded.substr(0, blank));
    }
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string key_of(std::string_view folded, bool vowels) {
  std::string key;
  key.reserve(folded.size());
  if (is_ascii(folded)) {
    const auto add = [&](std::string_view word) { append_key(key, word, vowels); };
    bool only_articles = true;
    for_each_word(folded, [&](std::string_view word) {
      if (!is_article(word)) {
        add(word);
        only_articles = false;
      }
    });
    if (only_articles) {
      for_each_word(folded, add);
    }
  }
  return enough_consonants(key) ? key : "";
}

/// What follows an article that is written on to a single word; "" when there is none.
std::string_view without_glued_article(std::string_view folded) {
  static constexpr std::array<std::string_view, 4> k_plain = {"al", "el", "il", "ul"};
  if (folded.size() < 6 || folded.find(' ') != std::string_view::npos) {
    return {};
  }
  const bool plain = std::any_of(k_plain.begin(), k_plain.end(), [&](auto a) { return folded.starts_with(a); });
  // Assimilated: the article's consonant is the word's first ("arraqqa", "attanf").
  const bool doubled = (folded[0] == 'a' || folded[0] == 'e') && folded[1] == folded[2];
  return plain || doubled ? folded.substr(2) : std::string_view{};
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < 0x80) {
      const bool upper = byte >= 'A' && byte <= 'Z';
      const bool kept = upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
      if (kept) {
        out += static_cast<char>(upper ? byte + 32 : byte);
      }
      ++at;
      continue;
    }
    const auto decoded = decode_at(word, at);
    append_folded(out, decoded.code);
    at += decoded.length;
  }
  write_out_short(out);
  return out;
}

std::string fold_name(std::string_view name) {
  std::string out;
  const auto add = [&out](std::string_view word) {
    const std::string folded = fold_word(word);
    if (!folded.empty()) {
      if (!out.empty()) {
        out += ' ';
      }
      out += folded;
    }
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    if (const char c = name[at]; (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      ++at;
      continue;
    }
    const auto decoded = decode_at(name, at);
    if (parts_words(decoded.code)) {
      add(name.substr(begin, at - begin));
      begin = at + decoded.length;
    }
    at += decoded.length;
  }
  add(name.substr(begin));
  return out;
}

bool is_article(std::string_view folded) {
  return folded.size() <= 3 && std::find(k_articles.begin(), k_articles.end(), folded) != k_articles.end();
}

std::string without_articles(std::string_view folded) {
  static const std::string al = std::string(k_alef) + std::string(k_lam);
  std::string out;
  for_each_word(folded, [&out](std::string_view word) {
    if (is_article(word)) {
      return;
    }
    if (word.starts_with(al) && word.size() >= al.size() + 6) {
      word.remove_prefix(al.size());
    }
    out += out.empty() ? "" : " ";
    out += word;
  });
  return out.empty() ? std::string(folded) : out;
}

std::string sound_key(std::string_view folded) {
  return key_of(folded, true);
}
std::string coarse_key(std::string_view folded) {
  return key_of(folded, false);
}

std::string sound_key_glued(std::string_view folded) {
  const auto rest = without_glued_article(folded);
  return rest.empty() ? "" : sound_key(rest);
}

std::string coarse_key_glued(std::string_view folded) {
  const auto rest = without_glued_article(folded);
  return rest.empty() ? "" : coarse_key(rest);
}

}  // namespace hearsay::link
