// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/pack_verbs.hpp>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

#include <set>
#include <vector>

namespace hearsay::analyse::detail {

namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// "stop", "hit": one short syllable at the end, whose last letter is doubled before -ed and -ing.
bool may_double(const std::string& verb) {
  const std::size_t n = verb.size();
  return n >= 3 && !is_vowel(verb[n - 1]) && verb[n - 1] != 'w' && verb[n - 1] != 'x' && verb[n - 1] != 'y' &&
         is_vowel(verb[n - 2]) && !is_vowel(verb[n - 3]);
}

bool ends_in_hiss(const std::string& verb) {
  return verb.ends_with('s') || verb.ends_with('x') || verb.ends_with('z') || verb.ends_with("ch") ||
         verb.ends_with("sh");
}

std::vector<std::string> regular_forms(const std::string& verb) {
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (verb.ends_with('e')) {
    return {verb + "s", verb + "d", stem + "ing"};
  }
  if (verb.ends_with('y') && verb.size() > 2 && !is_vowel(verb[verb.size() - 2])) {
    return {stem + "ies", stem + "ied", verb + "ing"};
  }
  std::vector<std::string> forms = {verb + (ends_in_hiss(verb) ? "es" : "s"), verb + "ed", verb + "ing"};
  if (may_double(verb)) {
    const std::string doubled = verb + verb.back();
    forms.insert(forms.end(), {doubled + "ed", doubled + "ing"});
  }
  return forms;
}

std::set<std::string> verbs_of(const Pack& pack) {
  std::set<std::string> verbs;
  for (const packs::Table* table : pack.tables_under("lang-")) {
    if (table->path.find("/triggers/") == std::string::npos) {
      continue;
    }
    for (const packs::Row& row : table->rows) {
      std::string_view lemmas = table->cell(row, "lemma");
      while (!lemmas.empty() && table->cell(row, "pos").find("VERB") != std::string::npos) {
        const std::string_view one = lemmas.substr(0, lemmas.find('|'));
        lemmas.remove_prefix(std::min(lemmas.size(), one.size() + 1));
        if (one.size() >= 3 && one.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) {
          verbs.emplace(one);
        }
      }
    }
  }
  return verbs;
}

}  // namespace

PackVerbs::PackVerbs(const Pack& pack) {
  for (const std::string& verb : verbs_of(pack)) {
    for (const std::string& form : regular_forms(verb)) {
      m_lemma.emplace(hash_bytes(form), verb);
    }
  }
}

const std::string* PackVerbs::lemma_of(std::string_view form) const {
  const auto found = m_lemma.find(hash_bytes(lower_form(form)));
  return found == m_lemma.end() ? nullptr : &found->second;
}

}  // namespace hearsay::analyse::detail
