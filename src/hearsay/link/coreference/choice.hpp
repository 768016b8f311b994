// SPDX-License-Identifier: Apache-2.0
// One decision of coreference: a pronoun or noun phrase, whom it may stand for, and what speaks for each.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <hearsay/packs/pack.hpp>

namespace hearsay::link {

/// What takes something up: "he, she", "it", "they", "the group".
enum class Taking : std::uint8_t { he, it, they, nominal };
inline constexpr std::size_t k_takings = 4;

/// What is seen of an anaphor and of one candidate; the words are those of coreference.tsv.
enum class Trait : std::uint8_t {
  // where the candidate was last spoken of
  same_sentence,
  sentence_before,
  two_before,
  three_before,
  far,
  farther,
  nearest,
  second_nearest,
  third_nearest,
  less_near,
  // in which role, and how
  subject,
  object,
  oblique,
  embedded,
  possessor,
  modifier,
  other_role,
  root_subject,
  subject_before,
  same_role,
  said_pronoun,
  said_name,
  said_definite,
  said_possessed,
  said_indefinite,
  said_bare,
  said_coordination,
  // what it is
  person,
  people,
  body,
  place,
  thing,
  event,
  abstract,
  time,
  unknown,
  told_once,
  told_twice,
  told_often,
  told_most,
  gender_known,
  named,
  // how both hang together
  subject_above,
  speaker_above,
  own_subject,
  body_subject,
  body_speaks,
  body_owns,
  place_subject,
  place_owns,
  thing_subject,
  same_pronoun,
  into_quotation,
  out_of_quotation,
  body_speaker_above,
  only_one,
  // a noun phrase and a candidate
  same_noun,
  same_words,
  fits_person,
  fits_body,
  fits_place,
  noun_in_name,
  new_words,
  // nobody: the anaphor alone
  none,
  none_subject,
  none_object,
  none_possessor,
  none_quoted,
  none_this,
  none_modified,
  none_restricted,
  none_first,
  none_nobody_here,
  none_clause,
  count
};
inline constexpr std::size_t k_traits = static_cast<std::size_t>(Trait::count);

/// "same_sentence"
std::string_view to_string(Trait trait);

/// Traits that hold, at most as many as fit.
struct Traits {
  std::array<Trait, 24> list{};
  std::uint32_t size = 0;
  void add(Trait trait) {
    if (size < list.size()) {
      list[size++] = trait;
    }
  }
  bool has(Trait trait) const { return std::find(list.begin(), list.begin() + size, trait) != list.begin() + size; }
  void add_if(bool holds, Trait trait) {
    if (holds) {
      add(trait);
    }
  }
};

/// `phrase`: into the phrases of the text.
struct Option {
  std::uint32_t phrase = 0;
  Traits traits;
};

struct Choice {
  Taking taking = Taking::he;
  std::uint32_t phrase = 0;
  Traits none;  // what speaks for "unknown"
  std::vector<Option> options;
};

/// Log-linear weights, lang-en/coreference.tsv: a row a trait, a column a kind of anaphor.
class ChoiceWeights {
 public:
  ChoiceWeights() = default;
  /// Throws Fatal naming file and line where a trait is not known or a weight no number. Without a table nothing is
  /// ever resolved.
  explicit ChoiceWeights(const Pack& pack);

  /// Index of the chosen option; -1: unknown, also where the best one is not sure enough.
  std::int32_t choose(const Choice& choice) const;
  /// Probabilities of the options; what is missing to 1 is "unknown".
  std::vector<double> probabilities(const Choice& choice) const;

  using Column = std::array<double, k_traits>;
  std::array<Column, k_takings> weights{};
  /// Probability from which an option is taken, of candidates without a name and with one; 2: never.
  std::array<std::array<double, 2>, k_takings> least = {{{2, 2}, {2, 2}, {2, 2}, {2, 2}}};

 private:
  double sum(const Traits& traits, Taking taking) const;
};

}  // namespace hearsay::link
