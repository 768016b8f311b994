// SPDX-License-Identifier: Apache-2.0
// Verbs of saying, thinking and wanting: who is their subject, and what hangs on them.
#include <algorithm>
#include <string>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

bool is_verbal(const Tree& tree, std::int32_t token) {
  return tree.token(token).upos == Upos::verb || tree.token(token).upos == Upos::aux;
}

std::int32_t own_subject(const Tree& tree, std::int32_t verb) {
  const bool passive = tree.has_child(verb, {Deprel::aux_pass});
  return passive ? -1 : tree.child(verb, {Deprel::nsubj, Deprel::nsubj_outer, Deprel::csubj, Deprel::nsubj_pass});
}

std::int32_t passive_subject(const Tree& tree, std::int32_t verb) {
  return tree.child(verb, {Deprel::nsubj_pass, Deprel::csubj_pass});
}

/// By its auxiliary or as a bare participle; a taggers' slip ("a witness told/VBN") with a subject and no auxiliary is
/// active.
bool is_passive(const Tree& tree, std::int32_t verb) {
  if (tree.has_child(verb, {Deprel::aux_pass})) {
    return true;
  }
  const Token& token = tree.token(verb);
  const bool modifies = token.deprel == Deprel::acl || token.deprel == Deprel::amod || token.deprel == Deprel::advcl;
  return modifies && token.xpos == "VBN" && own_subject(tree, verb) < 0 &&
         !tree.has_child(verb, {Deprel::aux, Deprel::obj, Deprel::iobj});
}

std::string_view case_of(const Tree& tree, std::int32_t noun) {
  const std::int32_t word = tree.child(noun, {Deprel::case_, Deprel::mark});
  return word < 0 ? std::string_view{} : std::string_view(tree.token(word).lemma);
}

/// "by the army" under a passive.
std::int32_t agent(const Tree& tree, std::int32_t verb) {
  for (const std::int32_t child : tree.children(verb)) {
    const Deprel relation = tree.token(child).deprel;
    if (relation == Deprel::obl_agent || (relation == Deprel::obl && child > verb && case_of(tree, child) == "by")) {
      return child;
    }
  }
  return -1;
}

const Cue* look_up(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  const std::int32_t particle = tree.child(verb, {Deprel::compound_prt});
  if (particle >= 0) {
    const std::string both = tree.token(verb).lemma + " " + tree.token(particle).lemma;
    if (const auto found = reading.lexicon.verbs.find(both); found != reading.lexicon.verbs.end()) {
      return &found->second;
    }
  }
  const auto found = reading.lexicon.verbs.find(tree.token(verb).lemma);
  return found == reading.lexicon.verbs.end() ? nullptr : &found->second;
}

/// "said ten were killed, adding": the participle belongs to the verb of saying, not to what is said.
std::int32_t over_complements(const Tree& tree, std::int32_t verb) {
  for (int steps = 0; steps < 4; ++steps) {
    const Token& token = tree.token(verb);
    const bool inside = token.deprel == Deprel::ccomp || token.deprel == Deprel::conj;
    if (!inside || token.head < 0 || token.head > verb || !is_verbal(tree, token.head)) {
      return verb;
    }
    verb = token.head;
  }
  return verb;
}

/// The subject over conjunction, control, participles and relative clauses; at most eight steps up.
Subject climb(const Tree& tree, std::int32_t verb) {
  Subject subject{-1, verb, false};
  std::int32_t at = verb;
  for (int steps = 0; steps < 8 && at >= 0; ++steps) {
    if (const std::int32_t own = own_subject(tree, at); own >= 0) {
      subject.token = own;
      return subject;
    }
    if (at != verb && is_passive(tree, at)) {
      subject.token = passive_subject(tree, at);
      return subject;
    }
    const Token& token = tree.token(at);
    const Deprel relation = universal(token.deprel);
    if (token.head < 0) {
      return subject;
    }
    if (at == verb && relation == Deprel::advcl && token.xpos == "VBG") {
      at = over_complements(tree, token.head);
      continue;
    }
    if (relation == Deprel::acl) {
      subject.token = token.head;
      return subject;
    }
    if (relation == Deprel::xcomp) {
      const std::int32_t object = tree.child(token.head, {Deprel::obj, Deprel::iobj});
      if (object >= 0 && object < at && object > token.head) {
        subject.token = object;
        return subject;
      }
      subject.first_verb = is_verbal(tree, token.head) && subject.first_verb == at ? token.head : subject.first_verb;
    } else if (relation != Deprel::conj && relation != Deprel::advcl && relation != Deprel::parataxis &&
               relation != Deprel::ccomp && relation != Deprel::dep) {
      return subject;
    }
    at = token.head;
  }
  return subject;
}

void add_content(const Reading& reading, Draft& draft, TokenRange range) {
  const Span span = content_span(reading, range, draft.cue_token);
  if (!span.empty()) {
    draft.content.push_back(span);
  }
}

/// [range) without what the cue and its source take: the larger piece on the content's side.
TokenRange without_cue(const Draft& draft, TokenRange range, std::int32_t content_head) {
  TokenRange taken = draft.cue_range;
  if (!draft.source_range.empty() && draft.source_token != content_head) {
    taken = {std::min(taken.first, draft.source_range.first), std::max(taken.end, draft.source_range.end)};
  }
  if (content_head >= taken.end) {
    range.first = std::max(range.first, taken.end);
  } else if (content_head < taken.first) {
    range.end = std::min(range.end, taken.first);
  }
  return range;
}

/// "told Northern Post on Sunday": a capital behind a name goes on with the hearer's name, whatever its tag.
bool is_hearers_name(const Tree& tree, const Draft& draft, std::int32_t token) {
  const char first = tree.form(token).front();
  return draft.cue->has(k_hearer) && token > draft.cue_range.end && first >= 'A' && first <= 'Z' &&
         tree.token(token - 1).upos == Upos::propn && token <= draft.cue_range.end + 2;
}

/// "said that ...", "..., he said" (parsed as a clause of the cue).
bool clause_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (!draft.cue->has(k_that) && !draft.cue->has(k_quote)) {
    return false;
  }
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    const bool beside = relation == Deprel::parataxis && draft.cue->has(k_quote);
    if (relation != Deprel::ccomp && !beside) {
      continue;
    }
    if ((child < draft.cue_token && !draft.cue->has(k_quote)) || is_hearers_name(tree, draft, child)) {
      continue;
    }
    draft.parenthetical = draft.parenthetical || child < draft.cue_token;
    TokenRange range = without_cue(draft, tree.subtree(child), child);
    if (child > draft.cue_token && draft.cue->voice) {
      range.end = content_end(reading, draft, range);
    }
    add_content(reading, draft, range);
    if (!beside && !draft.content.empty()) {
      return true;
    }
  }
  return !draft.content.empty();
}

/// "X, he said, Y": the cue hangs on its content.
bool parenthetical_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const Token& verb = tree.token(draft.cue_token);
  if (!draft.cue->has(k_quote) || verb.head < 0 || draft.source_token < 0 ||
      (verb.deprel != Deprel::parataxis && verb.deprel != Deprel::dep)) {
    return false;
  }
  TokenRange mine = tree.subtree(draft.cue_token);
  mine.first = std::min(mine.first, draft.source_range.first);
  const TokenRange clause = tree.subtree(verb.head);
  if (!mine.overlaps(clause)) {
    return false;
  }
  draft.parenthetical = true;
  add_content(reading, draft, {clause.first, mine.first});
  add_content(reading, draft, {mine.end, clause.end});
  return !draft.content.empty();
}

/// A quotation in the same sentence that stands beside the cue.
bool quotation_content(const Reading& reading, Draft& draft) {
  if (!draft.cue->has(k_quote) && !draft.cue->has(k_marks)) {
    return false;
  }
  const Tree& tree = reading.tree;
  const std::uint32_t cue_at = tree.token(draft.cue_token).span.begin;
  const Span sentence = tree.analysis().sentences[tree.sentence(draft.cue_token)].span;
  const Quotation* best = nullptr;
  std::uint32_t best_gap = 160;          // bytes between cue and quotation: role and apposition of the speaker fit in
  constexpr std::uint32_t k_before = 2;  // a mark before the sentence border still stands beside the cue
  auto at = first_ending_after(reading.quotations, sentence.begin > k_before ? sentence.begin - k_before : 0);
  for (; at != reading.quotations.end() && at->span.begin < sentence.end; ++at) {
    const Quotation& q = *at;
    const bool just_before = q.span.end <= sentence.begin && sentence.begin - q.span.end <= 1 &&
                             tree.text().substr(q.span.end, sentence.begin - q.span.end) != "\n";
    const bool here = q.span.begin < sentence.end && q.span.end > sentence.begin;
    if ((!here && !just_before) || (q.span.begin <= cue_at && cue_at < q.span.end)) {
      continue;
    }
    const std::uint32_t gap = q.span.begin > cue_at ? q.span.begin - cue_at : cue_at - q.span.end;
    if (gap < best_gap && q.inner.size() > 12) {
      best_gap = gap;
      best = &q;
    }
  }
  if (best == nullptr) {
    return false;
  }
  draft.parenthetical = best->span.begin < cue_at;
  draft.content.push_back(best->span);
  return true;
}

/// "wants to leave", "urged them to leave", "suggested leaving".
bool verbal_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    if (child < draft.cue_token ||
        (relation != Deprel::xcomp && relation != Deprel::advcl && relation != Deprel::ccomp)) {
      continue;
    }
    const std::int32_t mark = tree.child(child, {Deprel::mark});
    const bool infinitive = mark >= 0 && tree.token(mark).upos == Upos::part;
    const bool gerund = relation == Deprel::xcomp && tree.token(child).xpos == "VBG";
    if ((infinitive && draft.cue->has(k_to)) || (gerund && draft.cue->has(k_ing))) {
      add_content(reading, draft, without_cue(draft, tree.subtree(child), child));
      return !draft.content.empty();
    }
  }
  return false;
}

std::int32_t object_of(const Tree& tree, const Draft& draft) {
  const std::int32_t object = tree.child(draft.cue_token, {Deprel::obj});
  if (object >= 0) {
    return object;
  }
  return is_passive(tree, draft.cue_token) ? passive_subject(tree, draft.cue_token) : -1;
}

/// "called for a truce", "accused them of shelling": the phrase with its preposition, which joins the cue.
bool preposition_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const auto& wanted = draft.cue->prepositions;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    if (child < draft.cue_token ||
        (relation != Deprel::obl && relation != Deprel::advcl && relation != Deprel::xcomp)) {
      continue;
    }
    const std::int32_t word = tree.child(child, {Deprel::case_, Deprel::mark});
    if (word < 0 || std::find(wanted.begin(), wanted.end(), tree.token(word).lemma) == wanted.end()) {
      continue;
    }
    TokenRange range = tree.subtree(child);
    range.first = std::max(range.first, word + 1);
    add_content(reading, draft, range);
    const std::int32_t object = tree.child(draft.cue_token, {Deprel::obj, Deprel::iobj});
    if (word == draft.cue_range.end ||
        (object >= draft.cue_range.end && word - draft.cue_range.end <= 6 && tree.subtree(object).end <= word)) {
      draft.cue_range.end = word + 1;  // "accused him of"
    }
    return !draft.content.empty();
  }
  return false;
}

/// "called the raid a crime" where the parse has one noun phrase of both: all that follows the cue in its clause.
bool named_content(const Reading& reading, Draft& draft, std::int32_t object) {
  const Tree& tree = reading.tree;
  if (!draft.cue->has(k_obj_pred) || object < draft.cue_token) {
    return false;
  }
  std::int32_t end = tree.subtree(object).end;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = universal(tree.token(child).deprel);
    const bool inside = relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::xcomp ||
                        relation == Deprel::ccomp || relation == Deprel::obl;
    end = child > draft.cue_token && inside ? std::max(end, tree.subtree(child).end) : end;
  }
  const TokenRange range{tree.subtree(object).first, end};
  if (range.end - range.first < 3) {
    return false;
  }
  add_content(reading, draft, range);
  return !draft.content.empty();
}

/// "called it a mistake", "described X as Y", "criticised X".
bool object_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const Cue& cue = *draft.cue;
  if (!cue.has(k_obj) && !cue.has(k_obj_as) && !cue.has(k_obj_pred)) {
    return false;
  }
  const std::int32_t object = object_of(tree, draft);
  if (object < 0 || tree.token(object).feats.reflex) {
    return false;
  }
  std::int32_t complement = -1;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    const bool as = (relation == Deprel::obl || relation == Deprel::advcl || relation == Deprel::xcomp) &&
                    child > object && case_of(tree, child) == "as";
    if ((as && cue.has(k_obj_as)) || (relation == Deprel::xcomp && cue.has(k_obj_pred))) {
      complement = child;
    }
  }
  if (complement < 0 && !cue.has(k_obj)) {
    return named_content(reading, draft, object);
  }
  TokenRange first = without_cue(draft, tree.subtree(object), object);
  if (cue.stance == Stance::show && object > draft.cue_token) {
    first.end = content_end(reading, draft, first);  // "shows fighters laying mines along the road"
  }
  if (complement > object && object > draft.cue_token) {
    add_content(reading, draft, {first.first, std::max(first.end, tree.subtree(complement).end)});
  } else {
    add_content(reading, draft, first);
    if (complement >= 0) {
      add_content(reading, draft, without_cue(draft, tree.subtree(complement), complement));
    }
  }
  return !draft.content.empty();
}

/// Object content; the deed of a verb that also says is not said.
bool thing_content(const Reading& reading, Draft& draft) {
  const bool found = object_content(reading, draft);
  draft.done = found && draft.cue->has(k_acts);
  return found;
}

/// "gave a death toll of 12", "put the number of dead at 14".
bool count_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const bool speaks = draft.source_token >= 0 && (tree.token(draft.source_token).upos == Upos::pron ||
                                                  may_speak(reading, draft.source_range, draft.source_token));
  if (!draft.cue->has(k_counts) || !speaks) {
    return false;
  }
  constexpr std::int32_t k_reach = 8;
  const std::int32_t begin = draft.cue_range.end;
  const std::int32_t end = std::min(tree.sentence_range(tree.sentence(draft.cue_token)).end, begin + k_reach);
  const Cue* counted = nullptr;
  for (std::int32_t at = begin; at < end && tree.token(at).upos != Upos::punct && !is_verbal(tree, at); ++at) {
    const auto word = reading.lexicon.counts.find(tree.token(at).lemma);
    counted = counted == nullptr && word != reading.lexicon.counts.end() ? &word->second : counted;
    const auto& wanted = counted == nullptr ? draft.cue->prepositions : counted->prepositions;
    const bool put = std::find(wanted.begin(), wanted.end(), tree.token(at).lemma) != wanted.end();
    if (counted != nullptr && (counted->has(k_obj) || put)) {
      draft.vouches = true;
      add_content(reading, draft, {begin, content_end(reading, draft, {begin, at + 1})});
      return !draft.content.empty();
    }
  }
  return false;
}

/// "is said to have fled", "are believed to be": nobody is named, the subject belongs to the content.
bool raising_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (!is_passive(tree, draft.cue_token) || !draft.cue->voice) {
    return false;
  }
  const std::int32_t subject = passive_subject(tree, draft.cue_token);
  const std::int32_t open = tree.child(draft.cue_token, {Deprel::xcomp});
  if (subject < 0 || open < draft.cue_token || tree.child(open, {Deprel::mark}) < 0) {
    return false;
  }
  add_content(reading, draft, without_cue(draft, tree.subtree(subject), subject));
  add_content(reading, draft, without_cue(draft, tree.subtree(open), open));
  draft.hearsay = draft.source_token < 0;
  return true;
}

/// The nearest verb before `token` in its sentence that quotes ("quoted", "cited"), -1 when there is none.
std::int32_t quoting_verb(const Reading& reading, std::int32_t token) {
  const Tree& tree = reading.tree;
  const std::int32_t first = tree.sentence_range(tree.sentence(token)).first;
  for (std::int32_t at = token - 1; at >= std::max(first, token - 25); --at) {
    const auto cue = reading.lexicon.verbs.find(tree.token(at).lemma);
    if (is_verbal(tree, at) && cue != reading.lexicon.verbs.end() && cue->second.has(k_quotes_as)) {
      return at;
    }
  }
  return -1;
}

/// The first noun phrase head in a range.
std::int32_t first_noun(const Tree& tree, TokenRange range) {
  for (std::int32_t i = range.first; i < range.end; ++i) {
    const Token& token = tree.token(i);
    const bool last =
        i + 1 == range.end || (tree.token(i + 1).upos != Upos::noun && tree.token(i + 1).upos != Upos::propn);
    if ((token.upos == Upos::noun || token.upos == Upos::propn || token.xpos == "PRP") && last) {
      return i;
    }
  }
  return -1;
}

/// "In a video ..." at the beginning of the sentence: the document, -1 when there is none.
std::int32_t opening_document(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  const std::int32_t first = tree.sentence_range(tree.sentence(verb)).first;
  if (tree.token(first).lemma != "in" && tree.token(first).lemma != "on") {
    return -1;
  }
  for (std::int32_t at = first + 1; at < std::min(verb, first + 6); ++at) {
    const SourceNoun* noun = source_noun(reading, at);
    if (noun != nullptr && noun->kind == VoiceKind::document && tree.token(at).upos == Upos::noun) {
      return at;
    }
  }
  return -1;
}

/// "In a video soldiers are seen firing": the recording says so.
bool shown_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const bool shows = draft.cue->stance == Stance::perceive || draft.cue->stance == Stance::show;
  if (!shows || !is_passive(tree, draft.cue_token) || draft.source_token >= 0) {
    return false;
  }
  const std::int32_t document = opening_document(reading, draft.cue_token);
  if (document < 0) {
    return false;
  }
  draft.source_token = document;
  draft.source_range = source_extent(tree, document, draft.cue_token);
  draft.vouches = true;
  const std::int32_t subject = passive_subject(tree, draft.cue_token);
  if (subject >= 0) {
    add_content(reading, draft, without_cue(draft, tree.subtree(subject), subject));
  }
  const TokenRange rest{draft.cue_range.end, draft.cue_range.end + 1};
  add_content(reading, draft, {rest.first, content_end(reading, draft, rest)});
  return !draft.content.empty();
}

/// "quoted X as saying", "X was quoted by Y as saying": X speaks, Y hands it on.
bool quoted_as_saying(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t verb = draft.cue_token;
  if (verb == 0 || tree.token(verb - 1).lemma != "as" || tree.token(verb).xpos != "VBG") {
    return false;
  }
  const std::int32_t quoting = quoting_verb(reading, verb);
  if (quoting < 0) {
    return false;
  }
  if (is_passive(tree, quoting)) {
    const std::int32_t subject = passive_subject(tree, quoting);
    draft.source_token = subject >= 0 ? subject : climb(tree, quoting).token;
    draft.outer = agent(tree, quoting);
    if (draft.outer < 0 && tree.form(verb + 1 < tree.size() ? verb + 1 : verb) == "by") {
      draft.outer = agent(tree, verb);  // "was quoted as saying by the agency that"
    }
  } else {
    draft.source_token = first_noun(tree, {quoting + 1, verb - 1});
    draft.outer = climb(tree, quoting).token;
    draft.source_range = {quoting + 1, verb - 1};
  }
  draft.handed_on_by = quoting;
  return draft.source_token >= 0;
}

/// "told Reuters", "said to the agency".
std::int32_t find_hearer(const Tree& tree, const Draft& draft) {
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    const bool object = relation == Deprel::obj || relation == Deprel::iobj;
    const bool to = relation == Deprel::obl && child > draft.cue_token && case_of(tree, child) == "to";
    if ((object && draft.cue->has(k_hearer)) || (to && draft.cue->has(k_quote))) {
      return child;
    }
  }
  return -1;
}

/// "said, citing a military source": an adverbial clause whose verb is a cue with the frame `inner`.
std::int32_t find_inner(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(verb)) {
    const Deprel relation = tree.token(child).deprel;
    if (relation != Deprel::advcl && relation != Deprel::obl && relation != Deprel::xcomp) {
      continue;
    }
    const auto phrase = reading.lexicon.phrases.find(tree.form(child));
    if (phrase != reading.lexicon.phrases.end() && phrase->second.front().cue.has(k_inner)) {
      return tree.child(child, {Deprel::obj});
    }
  }
  return -1;
}

/// "issued a statement saying": the subject of the light verb speaks.
void speak_through_noun(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (draft.source_token < 0 || draft.source_token > draft.cue_token ||
      tree.token(draft.source_token).deprel != Deprel::obj) {
    return;
  }
  const std::int32_t verb = tree.token(draft.source_token).head;
  const auto light = verb < 0 ? reading.lexicon.verbs.end() : reading.lexicon.verbs.find(tree.token(verb).lemma);
  if (light == reading.lexicon.verbs.end() || !light->second.has(k_light)) {
    return;
  }
  if (const Subject subject = find_subject(tree, verb); subject.token >= 0) {
    draft.source_token = subject.token;
    draft.cue_range.first = cue_extent(tree, verb, subject.first_verb).first;
    draft.source_range = source_extent(tree, subject.token, draft.cue_range.first);
  }
}

void set_source(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  if (quoted_as_saying(reading, draft)) {
    if (draft.source_range.empty()) {
      draft.source_range = source_extent(tree, draft.source_token, draft.handed_on_by);
    }
    draft.cue_range = cue_extent(tree, draft.cue_token, draft.cue_token);
    return;
  }
  const Subject subject = find_subject(tree, draft.cue_token);
  draft.source_token = subject.token;
  draft.cue_range = cue_extent(tree, draft.cue_token, subject.first_verb);
  if (subject.token >= 0) {
    draft.source_range = source_extent(tree, subject.token,
                                       draft.cue_range.first > subject.token ? draft.cue_range.first : draft.cue_token);
  }
  if (speaker_behind(reading, draft)) {
    draft.inverted = true;
  } else if (!is_passive(tree, draft.cue_token) || is_final_participle(reading, draft.cue_token)) {
    speaker_by_order(reading, draft);
  }
  if (draft.source_token >= 0) {
    draft.source_range = without_time(reading, draft.source_token, draft.source_range);
  }
  speak_through_noun(reading, draft);
}

/// "Rodi Said": a past tense with a capital inside a sentence is a name.
bool is_name_like(const Tree& tree, std::int32_t verb) {
  const char first = tree.form(verb).front();
  const bool capital = first >= 'A' && first <= 'Z';
  return capital && verb > tree.sentence_range(tree.sentence(verb)).first && tree.token(verb).xpos == "VBD" &&
         tree.token(verb - 1).upos == Upos::propn;
}

/// "jets believed to be Russian": the jets believe nothing.
void drop_believed_subject(const Tree& tree, Draft& draft) {
  const std::int32_t next = draft.cue_token + 1;
  const std::string_view tag = tree.token(draft.cue_token).xpos;
  if (draft.cue->stance != Stance::believe || (tag != "VBD" && tag != "VBN") || next + 1 >= tree.size() ||
      tree.token(next).xpos != "TO" || (tree.token(next + 1).lemma != "be" && tree.token(next + 1).lemma != "have")) {
    return;
  }
  draft.source_token = -1;
  draft.source_range = {};
  draft.hearsay = true;
}

}  // namespace

Subject find_subject(const Tree& tree, std::int32_t verb) {
  if (is_passive(tree, verb)) {
    return {agent(tree, verb), verb, true};
  }
  Subject subject = climb(tree, verb);
  if (subject.token >= 0 && tree.token(subject.token).deprel == Deprel::expl) {
    subject.token = -1;
  }
  return subject;
}

Draft draft_citing(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  Draft draft;
  const auto phrase = reading.lexicon.phrases.find(tree.form(verb));
  const TokenRange sentence = tree.sentence_range(tree.sentence(verb));
  if (phrase == reading.lexicon.phrases.end() || !phrase->second.front().cue.has(k_inner) ||
      verb <= sentence.first + 1 || tree.form(verb - 1) != ",") {
    return draft;
  }
  const std::int32_t cited = tree.child(verb, {Deprel::obj});
  const TokenRange extent = cited < 0 ? TokenRange{} : source_extent(tree, cited, -1);
  const bool set_off = !extent.empty() && extent.end < sentence.end && tree.form(extent.end) == ",";
  if (!set_off || !may_speak(reading, extent, cited)) {
    return draft;
  }
  draft.cue = &phrase->second.front().cue;
  draft.cue_token = verb;
  draft.cue_range = {verb, verb + 1};
  draft.source_token = cited;
  draft.source_range = extent;
  draft.outer = first_noun(tree, {sentence.first, verb - 1});
  add_content(reading, draft, {extent.end + 1, sentence.end});
  return draft;
}

Draft draft_verb(const Reading& reading, std::int32_t verb) {
  Draft draft;
  draft.cue = look_up(reading, verb);
  if (draft.cue == nullptr) {
    return draft;
  }
  draft.cue_token = verb;
  if (is_name_like(reading.tree, verb)) {
    return {};
  }
  if (quoted_at_end(reading, draft)) {
    return draft;
  }
  set_source(reading, draft);
  drop_believed_subject(reading.tree, draft);
  draft.hearer = find_hearer(reading.tree, draft);
  draft.inner = find_inner(reading, verb);
  const bool found =
      shown_content(reading, draft) || raising_content(reading, draft) || beside_content(reading, draft) ||
      that_content(reading, draft) || clause_content(reading, draft) || linear_content(reading, draft) ||
      parenthetical_content(reading, draft) || verbal_content(reading, draft) || quotation_content(reading, draft) ||
      preposition_content(reading, draft) || count_content(reading, draft) || thing_content(reading, draft);
  if (!found) {
    draft.content.clear();
  }
  return draft;
}

}  // namespace hearsay::claims::attribution
