// SPDX-License-Identifier: Apache-2.0
// What hangs on a verb: its voice, its subject, its agent, the clauses and phrases below it.
#pragma once
#include <initializer_list>
#include <string_view>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

bool is_verbal(const Tree& tree, std::int32_t token);
/// By its auxiliary or as a bare participle; a tagger's slip ("a witness told/VBN") with a subject and no auxiliary is
/// active.
bool is_passive(const Tree& tree, std::int32_t verb);
std::int32_t passive_subject(const Tree& tree, std::int32_t verb);
/// "by the army" under a passive; -1 when there is none.
std::int32_t agent(const Tree& tree, std::int32_t verb);
/// The subject over conjunction, control, participles and relative clauses; at most eight steps up.
Subject active_subject(const Tree& tree, std::int32_t verb);
/// The preposition or mark of a phrase or clause; empty when it has none.
std::string_view case_of(const Tree& tree, std::int32_t head);
/// The object of an active verb, the subject of a passive one; -1 when there is none.
std::int32_t object_of(const Tree& tree, std::int32_t verb);

/// Whether the clause is an infinitive ("to leave").
bool is_infinitive(const Tree& tree, std::int32_t clause);

/// Whether a child of the cue stands behind it and hangs on it with one of the relations (exact, with subtype).
bool follows_cue(const Tree& tree, const Draft& draft, std::int32_t child, std::initializer_list<Deprel> relations);

/// A phrase behind a preposition that the cue goes with ("accused them of | shelling").
struct PrepositionPhrase {
  std::int32_t preposition = -1;  // -1: it has none, or not one of the cue's
  TokenRange behind;
};
PrepositionPhrase cue_phrase(const Tree& tree, const Cue& cue, std::int32_t head);

/// Adds the words to the content, trimmed; nothing when nothing is left.
void add_content(const Reading& reading, Draft& draft, TokenRange range);
/// [range) without what the cue and its source take: the larger piece on the side of `content_head`.
TokenRange without_cue(const Draft& draft, TokenRange range, std::int32_t content_head);

/// What a verb of saying says, by what hangs on it; the first way that finds something. False: it says nothing.
bool find_verb_content(const Reading& reading, Draft& draft);

}  // namespace hearsay::claims::attribution
