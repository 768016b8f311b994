// SPDX-License-Identifier: Apache-2.0
// Tables of CoNLL-U spellings.
#include <hearsay/types/ud.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace hearsay {

namespace {

constexpr std::array<std::string_view, k_upos_count> k_upos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                               "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                               "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, k_deprel_count> k_deprel = {
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp"};

template <std::size_t N>
std::optional<std::size_t> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

// One row a feature, in the alphabetical order that CoNLL-U asks for; values in the order of the enums, from 1.
struct FeatureRow {
  std::string_view name;
  std::uint8_t (*get)(const Feats&);
  void (*set)(Feats&, std::uint8_t);
  std::array<std::string_view, 11> values;
};

#define HEARSAY_FEATURE(name, member, ...)                                                 \
  FeatureRow {                                                                             \
    name, [](const Feats& f) { return static_cast<std::uint8_t>(f.member); },              \
        [](Feats& f, std::uint8_t v) { f.member = static_cast<decltype(f.member)>(v); }, { \
      "", __VA_ARGS__                                                                      \
    }                                                                                      \
  }

const std::array<FeatureRow, 17> k_features = {
    HEARSAY_FEATURE("Abbr", abbr, "Yes"),
    HEARSAY_FEATURE("Case", case_, "Nom", "Acc", "Gen"),
    HEARSAY_FEATURE("Definite", definite, "Def", "Ind"),
    HEARSAY_FEATURE("Degree", degree, "Pos", "Cmp", "Sup"),
    HEARSAY_FEATURE("Gender", gender, "Masc", "Fem", "Neut"),
    HEARSAY_FEATURE("Mood", mood, "Ind", "Imp", "Sub"),
    HEARSAY_FEATURE("NumForm", num_form, "Digit", "Word", "Roman", "Combi"),
    HEARSAY_FEATURE("NumType", num_type, "Card", "Ord", "Frac", "Mult"),
    HEARSAY_FEATURE("Number", number, "Sing", "Plur", "Ptan"),
    HEARSAY_FEATURE("Person", person, "1", "2", "3"),
    HEARSAY_FEATURE("Polarity", polarity, "Neg", "Pos"),
    HEARSAY_FEATURE("Poss", poss, "Yes"),
    HEARSAY_FEATURE("PronType", pron_type, "Prs", "Art", "Dem", "Rel", "Ind", "Int", "Tot", "Neg", "Emp", "Rcp"),
    HEARSAY_FEATURE("Reflex", reflex, "Yes"),
    HEARSAY_FEATURE("Tense", tense, "Past", "Pres"),
    HEARSAY_FEATURE("VerbForm", verb_form, "Fin", "Inf", "Part", "Ger"),
    HEARSAY_FEATURE("Voice", voice, "Pass")};
#undef HEARSAY_FEATURE

}  // namespace

std::string_view to_string(Upos upos) {
  return k_upos[static_cast<std::size_t>(upos)];
}
std::string_view to_string(Deprel deprel) {
  return k_deprel[static_cast<std::size_t>(deprel)];
}

std::optional<Upos> parse_upos(std::string_view text) {
  const auto index = index_of(k_upos, text);
  return index ? std::optional(static_cast<Upos>(*index)) : std::nullopt;
}

std::optional<Deprel> parse_deprel(std::string_view text) {
  auto index = index_of(k_deprel, text);
  if (!index) {
    index = index_of(k_deprel, text.substr(0, text.find(':')));
  }
  return index ? std::optional(static_cast<Deprel>(*index)) : std::nullopt;
}

Deprel universal(Deprel deprel) {
  const std::string_view name = to_string(deprel);
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? deprel : *parse_deprel(name.substr(0, colon));
}

std::string to_string(const Feats& feats) {
  std::string out;
  for (const FeatureRow& row : k_features) {
    if (const std::uint8_t value = row.get(feats); value != 0) {
      out.append(out.empty() ? "" : "|").append(row.name).append("=").append(row.values[value]);
    }
  }
  return out.empty() ? "_" : out;
}

Feats parse_feats(std::string_view text) {
  Feats feats;
  while (!text.empty() && text != "_") {
    const std::string_view one = text.substr(0, text.find('|'));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const auto equals = one.find('=');
    if (equals == std::string_view::npos) {
      continue;
    }
    for (const FeatureRow& row : k_features) {
      if (row.name != one.substr(0, equals)) {
        continue;
      }
      for (std::uint8_t value = 1; value < row.values.size(); ++value) {
        if (row.values[value] == one.substr(equals + 1) && !row.values[value].empty()) {
          row.set(feats, value);
        }
      }
    }
  }
  return feats;
}

}  // namespace hearsay
