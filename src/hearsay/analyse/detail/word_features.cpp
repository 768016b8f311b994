// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/word_features.hpp>

#include <algorithm>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::analyse::detail {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char class_of(char c) {
  if (c >= 'A' && c <= 'Z') {
    return 'X';
  }
  if (c >= '0' && c <= '9') {
    return 'd';
  }
  if ((c >= 'a' && c <= 'z')) {
    return 'x';
  }
  return static_cast<unsigned char>(c) >= 0x80 ? 'u' : c;
}

std::uint64_t shape_of(std::string_view form) {
  std::uint64_t hash = 7;
  char last = 0;
  std::size_t length = 0;
  for (const char c : form) {
    const char cls = class_of(c);
    if (cls != last && ++length < 12) {
      hash = join(hash, static_cast<unsigned char>(cls));
      last = cls;
    }
  }
  return hash;
}

}  // namespace

std::string lower_form(std::string_view form) {
  if (!is_ascii(form)) {
    return to_lower(form);
  }
  std::string out(form);
  for (char& c : out) {
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return out;
}

WordFeatures word_features(std::string_view form) {
  const std::string lower = lower_form(form);
  const std::string_view view = lower;
  const auto suffix = [&](std::size_t n) { return hash_bytes(view.substr(view.size() - std::min(n, view.size()))); };
  WordFeatures out;
  out.form = hash_bytes(form);
  out.lower = hash_bytes(view);
  out.suffix1 = suffix(1);
  out.suffix2 = suffix(2);
  out.suffix3 = suffix(3);
  out.suffix4 = suffix(4);
  out.prefix1 = hash_bytes(view.substr(0, 1));
  out.prefix2 = hash_bytes(view.substr(0, 2));
  out.prefix3 = hash_bytes(view.substr(0, 3));
  out.shape = shape_of(form);
  return out;
}

std::vector<WordFeatures> sentence_features(std::string_view text, std::span<const Token> tokens) {
  std::vector<WordFeatures> out;
  out.reserve(tokens.size());
  for (const Token& token : tokens) {
    out.push_back(word_features(text_of(text, token.span)));
  }
  return out;
}

}  // namespace hearsay::analyse::detail
