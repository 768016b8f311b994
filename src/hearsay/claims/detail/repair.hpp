// SPDX-License-Identifier: Apache-2.0
// Trees bent by words the parser does not know, or by lost commas, put right around trigger words before rules read
// them.
#pragma once
#include <cstdint>
#include <vector>

#include <hearsay/claims/detail/rule_book.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::claims::detail {

class Reading;

/// One word that gets another place or another class in the tree. Classes are kept where `upos` is that of the token.
struct TreeEdit {
  std::int32_t token = -1, head = -1;
  Deprel deprel = Deprel::dep;
  Upos upos = Upos::x;
  const char* xpos = "";  // "" keeps the tag
  const char* why = "";   // for `why`; "" where the word only followed another
};

/// What to change, in the order of the text. The reading must have its words, children and mentions. Constructions:
/// - "a and b": a clause with its own "and" is a further conjunct, not a complement;
/// - "said on Monday that": the clause belongs to the verb of saying, not to the word before it;
/// - "said a coalition had fired": the noun before the verb is its subject;
/// - "Intense regime shelling": a deed hung on its owner is the head of the two;
/// - "... and government forces took ground": a noun after "and" before a verb without subject is that subject;
/// - "Jets on Sunday pounded the hills", "In the north army units inflicted losses": a subject lost to a day, or to a
///   preposition that opens the sentence;
/// - "Gunmen positioned in the suburb fired": the first of two past forms is the epithet;
/// - "Jets on Friday raided towns", "The blast killed soldiers": a past form between two nouns is the verb;
/// - "attack injures three": so is a third person that no noun is spelt like;
/// - "Strikes on the capital killed nine, a monitor said": a clause hung on its own subject is the main one;
/// - "Fierce battles between the two": so is a deed spelt like a third person;
/// - "Shelling by the army killed": a deed with its doer is a noun, and the subject of the verb that has none.
std::vector<TreeEdit> find_repairs(const Reading& in);

}  // namespace hearsay::claims::detail
