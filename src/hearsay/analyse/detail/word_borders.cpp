// SPDX-License-Identifier: Apache-2.0
// Multi-word tokens of Universal Dependencies for English: where "don't" and "rebels'" are cut.
#include <algorithm>
#include <array>

#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

namespace {

struct WholeForm {
  std::string_view form;
  std::uint32_t border;
};

// Forms without an apostrophe that the treebanks write as two words.
constexpr std::array<WholeForm, 25> k_whole = {
    {{"cannot", 3}, {"gonna", 3},  {"wanna", 3}, {"gotta", 3},   {"dont", 2},    {"doesnt", 4},   {"didnt", 3},
     {"isnt", 2},   {"wasnt", 3},  {"arent", 3}, {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"havent", 4},
     {"hasnt", 3},  {"hadnt", 3},  {"wont", 2},  {"cant", 2},    {"im", 1},      {"ive", 1},      {"youre", 3},
     {"thats", 4},  {"theyre", 4}, {"hes", 2},   {"whats", 4}}};

// Clitics as they end a token, with the straight apostrophe; longest first.
constexpr std::array<std::string_view, 8> k_clitics = {"n't", "'re", "'ve", "'ll", "'s", "'m", "'d", "'"};

// The form with typographic apostrophes made straight, and for each of its bytes where it stood.
struct Straight {
  std::string text;
  std::vector<std::uint32_t> at;
};

Straight straighten(std::string_view form) {
  Straight out;
  const std::string lower = lower_form(form);
  if (lower.size() != form.size()) {
    return out;
  }
  for (std::uint32_t i = 0; i < lower.size();) {
    const bool curly = lower.compare(i, 3, "\u2019") == 0;
    const bool grave = lower[i] == '`';
    out.text.push_back(curly || grave ? '\'' : lower[i]);
    out.at.push_back(i);
    i += curly ? 3 : 1;
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> word_borders(std::string_view form) {
  if (form.size() < 2 || form.size() > 60) {
    return {};
  }
  const Straight straight = straighten(form);
  const std::string_view text = straight.text;
  for (const WholeForm& whole : k_whole) {
    if (text == whole.form) {
      return {whole.border};
    }
  }
  if (text.find('\'') == std::string_view::npos) {
    return {};
  }
  for (const std::string_view clitic : k_clitics) {
    const bool plural = clitic == "'";
    if (text.size() <= clitic.size() || !text.ends_with(clitic)) {
      continue;
    }
    const std::size_t border = text.size() - clitic.size();
    const char before = text[border - 1];
    const bool letter = static_cast<unsigned char>(before) >= 0x80 || (before >= 'a' && before <= 'z') ||
                        (before >= '0' && before <= '9') || before == '.';
    if (letter && (!plural || before == 's' || before == 'x' || before == 'z')) {
      return {straight.at[border]};
    }
  }
  return {};
}

}  // namespace hearsay::analyse::detail
