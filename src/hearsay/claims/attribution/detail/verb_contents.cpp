// SPDX-License-Identifier: Apache-2.0
// What a verb of saying says: clauses, quotations, infinitives, objects and phrases that hang on it.
#include <algorithm>

#include <hearsay/claims/attribution/detail/clauses.hpp>

namespace hearsay::claims::attribution {

void add_content(const Reading& reading, Draft& draft, TokenRange range) {
  const Span span = content_span(reading, range, draft.cue_token);
  if (!span.empty()) {
    draft.content.push_back(span);
  }
}

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

namespace {

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
    const std::int32_t torn = tree.child(draft.cue_token, {Deprel::obj});
    if (!draft.cue->has(k_hearer) && torn == range.first - 1 && tree.subtree(torn).first == draft.cue_range.end) {
      range.first = draft.cue_range.end;  // "saying its strikes hit a depot": the subject taken for an object
    }
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

bool is_finite(const Token& token) {
  return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
}

bool has_finite(const Tree& tree, TokenRange range) {
  for (std::int32_t at = range.first; at < range.end; ++at) {
    if (is_finite(tree.token(at))) {
      return true;
    }
  }
  return false;
}

/// "Announcing the deal, the council called it fair", "When he wrote the book, Haddad said": the main clause begins
/// behind this comma, for what stands before it cannot hold the sentence's verb.
bool opens_main_clause(const Tree& tree, std::int32_t cue, std::int32_t comma) {
  constexpr std::int32_t k_reach = 12;  // words of a subject
  const TokenRange sentence = tree.sentence_range(tree.sentence(cue));
  const Token& opening = tree.token(sentence.first);
  const bool fronted =
      opening.upos == Upos::sconj || opening.xpos == "WRB" || !has_finite(tree, {sentence.first, comma});
  const TokenRange behind{comma + 1, std::min(sentence.end, comma + k_reach)};
  const bool nominal = !behind.empty() && tree.token(behind.first).upos != Upos::verb &&
                       tree.token(behind.first).upos != Upos::aux && tree.token(behind.first).xpos != "WDT" &&
                       tree.token(behind.first).xpos != "WP" && tree.token(behind.first).upos != Upos::cconj;
  return fronted && nominal && has_finite(tree, behind);
}

/// The range up to ", arguing that", for a participle of saying behind a comma goes on with the speaker's words, or up
/// to the main clause behind a fronted cue.
TokenRange before_cue_clause(const Reading& reading, const Draft& draft, TokenRange range) {
  for (std::int32_t at = range.first + 1; at < range.end; ++at) {
    if (reading.tree.form(at) == "," &&
        (is_cue_clause(reading, at + 1) || opens_main_clause(reading.tree, draft.cue_token, at))) {
      return {range.first, at};
    }
  }
  return range;
}

/// "wants to leave", "urged them to leave", "suggested leaving".
bool verbal_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    if (!follows_cue(tree, draft, child, {Deprel::xcomp, Deprel::advcl, Deprel::ccomp})) {
      continue;
    }
    const bool infinitive = is_infinitive(tree, child);
    const bool gerund = tree.token(child).deprel == Deprel::xcomp && tree.token(child).xpos == "VBG";
    if ((infinitive && draft.cue->has(k_to)) || (gerund && draft.cue->has(k_ing))) {
      TokenRange range = without_cue(draft, tree.subtree(child), child);
      const std::int32_t told = tree.child(draft.cue_token, {Deprel::obj, Deprel::iobj});
      if (infinitive && told >= draft.cue_range.end && tree.subtree(told).end <= range.first) {
        range.first = tree.subtree(told).first;  // "urged both sides to stop"
      }
      add_content(reading, draft, before_cue_clause(reading, draft, range));
      return !draft.content.empty();
    }
  }
  return false;
}

/// "called Haddad a champion" where the parse has two complements: the first of them, -1 when it does not follow the
/// cue.
std::int32_t named_thing(const Reading& reading, const Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const Deprel relation = tree.token(child).deprel;
    const bool nominal = tree.token(child).upos == Upos::noun || tree.token(child).upos == Upos::propn ||
                         tree.token(child).upos == Upos::pron;
    if (child > draft.cue_token && (relation == Deprel::xcomp || relation == Deprel::ccomp)) {
      return nominal && tree.subtree(child).first == draft.cue_range.end ? child : -1;
    }
  }
  return -1;
}

/// "called for a truce", "accused them of shelling": the phrase with its preposition, which joins the cue.
bool preposition_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    if (!follows_cue(tree, draft, child, {Deprel::obl, Deprel::advcl, Deprel::xcomp})) {
      continue;
    }
    auto [word, range] = cue_phrase(tree, *draft.cue, child);
    if (word < 0) {
      continue;
    }
    std::int32_t object = tree.child(draft.cue_token, {Deprel::obj, Deprel::iobj});
    object = object < 0 && draft.cue->has(k_obj_pred) ? named_thing(reading, draft) : object;
    const bool between = object >= draft.cue_range.end && tree.subtree(object).end <= word;
    if (between && draft.cue->has(k_obj_pred)) {
      continue;  // "called him a genius for it"
    }
    if (between && draft.cue->has(k_obj) && draft.cue->stance != Stance::accuse) {
      range.first = tree.subtree(object).first;  // "praised the protest for being calm"
    }
    add_content(reading, draft, before_cue_clause(reading, draft, range));
    if (word == draft.cue_range.end || (between && range.first > word && word - draft.cue_range.end <= 6)) {
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
  std::int32_t object = object_of(tree, draft.cue_token);
  if (object < 0 && cue.has(k_obj_pred)) {
    object = named_thing(reading, draft);
  } else if (object < 0 && cue.stance == Stance::show) {
    object = tree.child(draft.cue_token, {Deprel::iobj});  // "polls show the party with a lead"
  }
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
  TokenRange first = before_cue_clause(reading, draft, without_cue(draft, tree.subtree(object), object));
  if (cue.stance == Stance::show && object > draft.cue_token) {
    first.end = content_end(reading, draft, first);  // "shows fighters laying mines along the road"
  }
  if (complement > object && object > draft.cue_token) {
    add_content(reading, draft, {first.first, std::max(first.end, tree.subtree(complement).end)});
  } else {
    add_content(reading, draft, first);
    if (complement >= 0) {
      if (case_of(tree, complement) == "as" && tree.form(draft.cue_range.end) == "as") {
        ++draft.cue_range.end;  // "is described as"
      }
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

/// "released a letter", "sent a series of tweets": what is put out is words.
bool document_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t object = draft.cue->has(k_light) ? object_of(tree, draft.cue_token) : -1;
  if (object < 0 || object < draft.cue_token || draft.source_token < 0) {
    return false;
  }
  const TokenRange range = before_cue_clause(reading, draft, tree.subtree(object));
  for (std::int32_t at = range.first; at < std::min(range.end, object + 3); ++at) {
    const SourceNoun* noun = tree.token(at).upos == Upos::noun ? source_noun(reading, at) : nullptr;
    if (noun != nullptr && noun->kind == VoiceKind::document) {
      add_content(reading, draft, range);
      return !draft.content.empty();
    }
  }
  return false;
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

/// "hit what the ministry said was a command post": the relative word and what follows the cue.
bool free_relative_content(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t what = draft.source_range.first - 1;
  const TokenRange sentence = tree.sentence_range(tree.sentence(draft.cue_token));
  if (draft.source_token < 0 || draft.source_range.empty() || draft.source_range.end > draft.cue_range.first ||
      what < sentence.first || tree.token(what).lemma != "what" || !draft.cue->has(k_that) ||
      draft.cue_range.end >= sentence.end || !is_verbal(tree, draft.cue_range.end)) {
    return false;
  }
  std::int32_t end = draft.cue_range.end;
  while (end < sentence.end && tree.token(end).upos != Upos::punct) {
    ++end;
  }
  add_content(reading, draft, {what, what + 1});
  add_content(reading, draft, {draft.cue_range.end, end});
  return draft.content.size() == 2;
}

}  // namespace

bool find_verb_content(const Reading& reading, Draft& draft) {
  return shown_content(reading, draft) || free_relative_content(reading, draft) || raising_content(reading, draft) ||
         beside_content(reading, draft) || that_content(reading, draft) || clause_content(reading, draft) ||
         linear_content(reading, draft) || parenthetical_content(reading, draft) || verbal_content(reading, draft) ||
         quotation_content(reading, draft) || preposition_content(reading, draft) || count_content(reading, draft) ||
         thing_content(reading, draft) || document_content(reading, draft);
}

}  // namespace hearsay::claims::attribution
