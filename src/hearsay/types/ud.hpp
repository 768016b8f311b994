// SPDX-License-Identifier: Apache-2.0
// Universal Dependencies v2, English: word classes, features, relations, and their spellings in CoNLL-U.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

/// Relations with the subtypes that the English treebanks (EWT, GUM, UD 2.16) use, in alphabetical order.
enum class Deprel : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
inline constexpr std::size_t k_upos_count = 17;
inline constexpr std::size_t k_deprel_count = 51;

/// "NOUN", "nsubj:pass"
std::string_view to_string(Upos upos);
std::string_view to_string(Deprel deprel);
std::optional<Upos> parse_upos(std::string_view text);
/// Unknown subtypes fall back to their universal relation; unknown relations are nothing.
std::optional<Deprel> parse_deprel(std::string_view text);
/// The universal relation without subtype: nsubj for nsubj:pass.
Deprel universal(Deprel deprel);

namespace ud {
/// The features later stages ask for; 0 means absent. Values are in the order of the enums below.
enum class Number : std::uint8_t { none, sing, plur, ptan };
enum class Tense : std::uint8_t { none, past, pres };
enum class VerbForm : std::uint8_t { none, fin, inf, part, ger };
enum class Voice : std::uint8_t { none, pass };
enum class Mood : std::uint8_t { none, ind, imp, sub };
enum class Polarity : std::uint8_t { none, neg, pos };
enum class Degree : std::uint8_t { none, pos, cmp, sup };
enum class Person : std::uint8_t { none, first, second, third };
enum class Case : std::uint8_t { none, nom, acc, gen };
enum class Definite : std::uint8_t { none, def, ind };
enum class PronType : std::uint8_t { none, prs, art, dem, rel, ind, int_, tot, neg, emp, rcp };
enum class Gender : std::uint8_t { none, masc, fem, neut };
enum class NumType : std::uint8_t { none, card, ord, frac, mult };
enum class NumForm : std::uint8_t { none, digit, word, roman, combi };
}  // namespace ud

struct Feats {
  ud::Number number{};
  ud::Tense tense{};
  ud::VerbForm verb_form{};
  ud::Voice voice{};
  ud::Mood mood{};
  ud::Polarity polarity{};
  ud::Degree degree{};
  ud::Person person{};
  ud::Case case_{};
  ud::Definite definite{};
  ud::PronType pron_type{};
  ud::Gender gender{};
  ud::NumType num_type{};
  ud::NumForm num_form{};
  bool poss = false;
  bool reflex = false;
  bool abbr = false;
  auto operator<=>(const Feats&) const = default;
};

/// FEATS column: names in alphabetical order, "_" when empty.
std::string to_string(const Feats& feats);
/// Reads a FEATS column; features that Feats does not hold are skipped.
Feats parse_feats(std::string_view text);

}  // namespace hearsay
