// SPDX-License-Identifier: Apache-2.0
// An attribution while it is being made, and the steps that make it.
#pragma once
#include <cstdint>
#include <vector>

#include <hearsay/claims/attribution/detail/cue_lexicon.hpp>
#include <hearsay/claims/attribution/detail/quotation_marks.hpp>
#include <hearsay/claims/attribution/detail/tree.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::claims::attribution {

struct Draft {
  const Cue* cue = nullptr;
  std::int32_t cue_token = -1;     // head of the cue
  TokenRange cue_range;            // auxiliaries, particle and preposition included
  std::int32_t source_token = -1;  // head of the source, -1: nobody is named
  TokenRange source_range;
  std::vector<Span> content;
  std::int32_t hearer = -1;        // who is told ("told Reuters")
  std::int32_t outer = -1;         // who hands it on ("the agency quoted X as saying")
  TokenRange outer_range;          // his words where the order of words gave them
  std::int32_t handed_on_by = -1;  // the verb that quotes
  std::int32_t inner = -1;         // who is cited ("said, citing X")
  bool inverted = false;           // "CLAUSE said NP" whose comma was lost
  bool parenthetical = false;      // the cue stands beside or inside its content
  bool direct = false, hearsay = false, carried = false;
  bool done = false;     // a deed after all: "residents discovered a grave"
  bool vouches = false;  // claims in the content are the source's although the cue alone does not say so
};

/// What every step reads.
struct Reading {
  const Tree& tree;
  const CueLexicon& lexicon;
  const std::vector<Quotation>& quotations;
  const Links& links;
  std::vector<const Linked*> organisations;  // groups and outlets with an entity: the first mention of each name
};

/// What Reading::organisations holds.
std::vector<const Linked*> named_organisations(const Links& links);

// ---- extents ------------------------------------------------------------------------------------------------------
/// The noun phrase of a source: appositions and short relative clauses in, relative clauses after a comma out.
TokenRange source_extent(const Tree& tree, std::int32_t head, std::int32_t cue_token);
/// Whether the token lies in a time phrase ("Monday").
bool is_time(const Reading& reading, std::int32_t token);
/// A source without the time that the parse hung on it ("the army on Sunday").
TokenRange without_time(const Reading& reading, std::int32_t head, TokenRange range);
/// The cue with auxiliaries, adverbs between them and particle; `first` may be a verb further up ("went on to say").
TokenRange cue_extent(const Tree& tree, std::int32_t verb, std::int32_t first);
/// The cue as annotators mark it, once source and content are known: with the adverb and the colon behind a verb, with
/// article and adjectives before a noun.
void finish_cue(const Reading& reading, Draft& draft);
/// Bytes of the tokens without punctuation at the ends; quotations that are cut are made whole.
/// The result is empty when nothing is left.
Span content_span(const Reading& reading, TokenRange range, std::int32_t cue_token);
/// Make whole the quotations that the span cuts, except the one in which the cue itself stands (byte `cue_at`).
Span fit_quotations(const Reading& reading, Span span, std::uint32_t cue_at);

/// Where the content that begins with `clause` ends: the sentence, "according to", or another clause of saying.
std::int32_t content_end(const Reading& reading, const Draft& draft, TokenRange clause);
/// "..., adding that": a participle of saying begins here.
bool is_cue_clause(const Reading& reading, std::int32_t token);
/// "according to" begins here.
bool is_phrase_cue(const Reading& reading, std::int32_t token);
/// Content by the order of words: "X, he said (, Y)"; "said (to the press on Monday) that X".
bool beside_content(const Reading& reading, Draft& draft);
/// Whether a noun phrase may speak: its head is a source noun, or a linked actor, outlet or person fills it.
bool may_speak(const Reading& reading, TokenRange range, std::int32_t head);
/// Puts right a source that the parse got wrong: the noun phrase next to the cue. True when it changed something.
bool speaker_by_order(const Reading& reading, Draft& draft);
/// "Six fighters who held the post were killed said a medic.": the speaker behind a final cue that has no comma.
bool speaker_behind(const Reading& reading, Draft& draft);
/// "CLAUSE the army was quoted as saying by the agency.", "CLAUSE the agency reported the army as saying.": content
/// too.
bool quoted_at_end(const Reading& reading, Draft& draft);
/// "According to local sources two houses burned": the noun phrase behind the preposition ends where another begins.
bool phrase_source_by_order(const Reading& reading, Draft& draft);
/// "... local media reported.", "... news agency reports.": a verb at the end of the sentence, behind a noun that can
/// speak, whatever its tag.
bool is_final_participle(const Reading& reading, std::int32_t verb);
bool that_content(const Reading& reading, Draft& draft);
bool linear_content(const Reading& reading, Draft& draft);

// ---- finding --------------------------------------------------------------------------------------------------------
/// The attribution of one verb, noun, adjective, adverb or preposition, or nothing: content stays empty.
Draft draft_verb(const Reading& reading, std::int32_t verb);
/// "The agency, citing officials, speaks of ...": the cited speak, the agency hands it on.
Draft draft_citing(const Reading& reading, std::int32_t verb);
/// "Video shows that", where the tagger takes the verb for a plural and the parse for the head of the sentence.
Draft draft_misread(const Reading& reading, std::int32_t token);
Draft draft_noun(const Reading& reading, std::int32_t noun);
Draft draft_adjective(const Reading& reading, std::int32_t adjective);
Draft draft_adverb(const Reading& reading, std::int32_t adverb);
Draft draft_phrase(const Reading& reading, std::int32_t first);
/// "Pentagon: no troops at the border", "Raids kill 29 in north: monitor" in a title or a line of its own.
Draft draft_headline(const Reading& reading, std::uint32_t sentence);

/// A quotation that opens its paragraph and is signed with a dash and a name.
Draft draft_signed(const Reading& reading, const Quotation& quotation);
/// Quotations that no draft covers: given to the speaker before, by the signs of running quotation.
void give_open_quotations(const Reading& reading, std::vector<Draft>& drafts);

/// The subject of a verb, also over coordination, control and participles; -1 when there is none.
struct Subject {
  std::int32_t token = -1;
  std::int32_t first_verb = -1;  // the uppermost verb that shares it without a conjunction ("went" of "went on to say")
  bool passive = false;          // token is what is said about, not who says
};
Subject find_subject(const Tree& tree, std::int32_t verb);

// ---- voices ---------------------------------------------------------------------------------------------------------
/// The source noun of a token by lemma or form; nullptr when it is none.
const SourceNoun* source_noun(const Reading& reading, std::int32_t token);
/// The organisation that "a monitoring group" turns out to be in the next sentences; nullptr when none follows.
const Linked* named_later(const Reading& reading, std::int32_t head, TokenRange extent);
/// Whether a name stands in the source itself, not only a noun that may stand for one.
bool is_named(const Reading& reading, std::int32_t head, TokenRange extent);
/// Who speaks: kind, canonical or short name, entity where a name is linked.
Voice make_voice(const Reading& reading, std::int32_t head, TokenRange extent);
/// The named voice that coreference found behind "he" or "the group"; nothing where nobody is named.
std::optional<Voice> voice_behind(const Reading& reading, std::int32_t head);

}  // namespace hearsay::claims::attribution
