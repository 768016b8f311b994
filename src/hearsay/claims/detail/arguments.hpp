// SPDX-License-Identifier: Apache-2.0
// Who and what an event word governs: voice undone, control and raising followed, shared arguments found.
#pragma once
#include <array>
#include <cstddef>

#include <hearsay/claims/detail/reading.hpp>

namespace hearsay::claims::detail {

/// A few words, in order of finding; more than twelve are dropped.
struct TokenList {
  std::array<TokenIndex, 12> at{};
  std::size_t size = 0;
  void add(TokenIndex t);
  bool empty() const { return size == 0; }
  const TokenIndex* begin() const { return at.data(); }
  const TokenIndex* end() const { return at.data() + size; }
};

bool is_passive(const Reading& in, TokenIndex verb);
/// The by-phrase of a passive verb, also one that a second verb shares ("trained and equipped by"); -1 without one.
TokenIndex by_agent(const Reading& in, TokenIndex verb);
/// The noun that ends the phrase beginning at `t` (not the sentence's first word), -1 when another word comes first.
TokenIndex phrase_head_from(const Reading& in, TokenIndex t);
/// The one who acts: subject of an active verb, by-agent of a passive one; also across control and conjunction.
TokenIndex agent_of(const Reading& in, TokenIndex verb);
/// The verb whose subject a participle or infinitive without one may share, wherever a weak parse hung it; -1 for
/// finite verbs and below verbs of saying.
TokenIndex verb_above(const Reading& in, TokenIndex verb);
/// The subject as it stands, active or passive.
TokenIndex surface_subject(const Reading& in, TokenIndex verb);
/// What it is done to: object of an active verb, subject of a passive one.
TokenIndex patient_of(const Reading& in, TokenIndex verb);
/// The light verb an event noun hangs on ("launched an attack", "an attack carried out by"), or -1.
TokenIndex light_verb_of(const Reading& in, TokenIndex noun);
/// Whether the noun is what somebody came under ("came under fire", "was hit by").
TokenIndex undergoing_verb_of(const Reading& in, TokenIndex noun);

/// The heads that stand in a slot of the trigger, without further conjuncts.
TokenList slot_of(const Reading& in, TokenIndex trigger, Slot slot, const std::vector<WordId>& preps);
/// The head and its conjuncts.
TokenList conjuncts(const Reading& in, TokenIndex head);
/// The noun that means the thing: "most of the city" -> city, "a convoy of militiamen" -> militiamen.
TokenIndex meaning_head(const Reading& in, TokenIndex t);

/// Whether the word can fill a rule's condition.
bool fills(const Reading& in, TokenIndex t, const std::vector<Filler>& any_of);
bool is_somebody(const Reading& in, TokenIndex t);
bool is_armed(const Reading& in, TokenIndex t);
bool is_place(const Reading& in, TokenIndex t);

}  // namespace hearsay::claims::detail
