// SPDX-License-Identifier: Apache-2.0
// Cues that are no verbs: nouns ("claims by X that"), adjectives, hearsay adverbs, "according to".
#include <algorithm>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/claims/attribution/detail/clauses.hpp>

namespace hearsay::claims::attribution {

namespace {

template <class Map>
const Cue* find_in(const Map& map, std::string_view lemma) {
  const auto found = map.find(lemma);
  return found == map.end() ? nullptr : &found->second;
}

/// "the army's claim", "claims by the army".
std::int32_t noun_source(const Tree& tree, std::int32_t noun) {
  for (const std::int32_t child : tree.children(noun)) {
    const Deprel relation = tree.token(child).deprel;
    if (relation == Deprel::nmod_poss) {
      return child;
    }
    const std::string_view word = relation == Deprel::nmod && child > noun ? case_of(tree, child) : "";
    if (word == "by" || word == "from" || word == "among") {
      return child;
    }
  }
  return -1;
}

/// "issued a statement that", "made claims that": a verb that lends its subject to the noun.
bool is_light(const Reading& reading, std::int32_t verb) {
  const Cue* cue = verb < 0 ? nullptr : find_in(reading.lexicon.verbs, reading.tree.token(verb).lemma);
  return cue != nullptr && cue->has(k_light);
}

void set_noun_source(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t noun = draft.cue_token;
  draft.cue_range = {noun, noun + 1};
  draft.source_token = noun_source(tree, noun);
  const Token& token = tree.token(noun);
  if (draft.source_token < 0 && token.deprel == Deprel::obj && is_light(reading, token.head)) {
    draft.source_token = find_subject(tree, token.head).token;
    draft.cue_range = {cue_extent(tree, token.head, token.head).first, noun + 1};
  }
  if (const std::int32_t be = tree.child(noun, {Deprel::cop}); be >= 0 && draft.cue->has(k_agent)) {
    draft.source_token = tree.child(noun, {Deprel::nsubj});
    draft.cue_range = {cue_extent(tree, be, be).first, noun + 1};  // "is a supporter of"
    while (draft.cue_range.first > 0 && tree.token(draft.cue_range.first - 1).head == noun &&
           tree.token(draft.cue_range.first - 1).upos == Upos::aux) {
      --draft.cue_range.first;
    }
  }
  if (draft.source_token >= 0) {
    draft.source_range = source_extent(tree, draft.source_token,
                                       draft.cue_range.first > draft.source_token ? draft.cue_range.first : noun);
    for (std::int32_t i = std::max(draft.source_token, noun) + 1; i < draft.source_range.end; ++i) {
      if (tree.token(i).lemma == "that") {  // the claim's content, taken for a relative clause
        draft.source_range.end = i;
      }
    }
  }
}

bool noun_clause(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    const std::int32_t mark = tree.child(child, {Deprel::mark});
    if (mark < 0 || !follows_cue(tree, draft, child, {Deprel::acl, Deprel::ccomp, Deprel::advcl})) {
      continue;
    }
    const bool infinitive = is_infinitive(tree, child);
    const bool that = tree.token(mark).lemma == "that" || tree.token(mark).lemma == "whether";
    if ((infinitive && draft.cue->has(k_to)) || (that && draft.cue->has(k_that))) {
      add_content(reading, draft, tree.subtree(child));
      return !draft.content.empty();
    }
  }
  return false;
}

/// "claims (by X) that ..." by the order of words, where the parse took "that" for a relative pronoun.
bool noun_linear(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  const std::int32_t end = tree.sentence_range(tree.sentence(draft.cue_token)).end;
  const std::int32_t at =
      std::max(draft.cue_token + 1, draft.source_token > draft.cue_token ? draft.source_range.end : 0);
  if (!draft.cue->has(k_that) || at + 2 >= end || tree.token(at).lemma != "that" || tree.token(at).upos == Upos::det) {
    return false;
  }
  std::int32_t verb = at + 1;
  while (verb < end && tree.token(verb).upos != Upos::verb && tree.token(verb).upos != Upos::aux &&
         tree.token(verb).upos != Upos::punct) {
    ++verb;
  }
  const bool gap = tree.token(at).upos == Upos::pron && verb < end &&
                   !tree.has_child(verb, {Deprel::ccomp, Deprel::xcomp}) &&
                   (verb + 1 >= end || tree.token(verb + 1).upos == Upos::punct);
  if (verb == at + 1 || verb >= end || tree.token(verb).upos == Upos::punct || gap) {
    return false;
  }
  add_content(reading, draft, {at, content_end(reading, draft, {at, at + 1})});
  return !draft.content.empty();
}

bool noun_phrase(const Reading& reading, Draft& draft) {
  const Tree& tree = reading.tree;
  for (const std::int32_t child : tree.children(draft.cue_token)) {
    if (child == draft.source_token || !follows_cue(tree, draft, child, {Deprel::nmod, Deprel::acl})) {
      continue;
    }
    const auto [word, range] = cue_phrase(tree, *draft.cue, child);
    if (word < 0) {
      continue;
    }
    add_content(reading, draft, range);
    if (word == draft.cue_range.end) {
      draft.cue_range.end = word + 1;
    }
    return !draft.content.empty();
  }
  return false;
}

/// The clause a modifier belongs to: its head, climbed from nouns up to the verb.
std::int32_t clause_head(const Tree& tree, std::int32_t token) {
  for (int steps = 0; steps < 8; ++steps) {
    const Token& t = tree.token(token);
    if (t.upos == Upos::verb || t.head < 0 || tree.has_child(token, {Deprel::nsubj, Deprel::cop, Deprel::nsubj_pass})) {
      return token;
    }
    token = t.head;
  }
  return token;
}

/// Everything of `clause` beside `taken`, in at most two pieces.
void add_rest(const Reading& reading, Draft& draft, TokenRange clause, TokenRange taken) {
  add_content(reading, draft, {clause.first, std::min(clause.end, taken.first)});
  add_content(reading, draft, {std::max(clause.first, taken.end), clause.end});
}

/// Whether a form is `word` (lower-case ASCII), however it is written.
bool equals_word(std::string_view form, std::string_view word) {
  return form.size() == word.size() && std::equal(form.begin(), form.end(), word.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

/// Prepositions of several words that begin with this form.
const std::vector<PhraseCue>* phrases_at(const Reading& reading, std::string_view form) {
  if (form.empty() || form.size() > 16) {
    return nullptr;
  }
  char lower[16];
  std::transform(form.begin(), form.end(), lower,
                 [](char a) { return a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a; });
  const auto found = reading.lexicon.phrases.find(std::string_view(lower, form.size()));
  return found == reading.lexicon.phrases.end() ? nullptr : &found->second;
}

bool phrase_matches(const Tree& tree, std::int32_t first, const PhraseCue& phrase) {
  const TokenRange sentence = tree.sentence_range(tree.sentence(first));
  const auto count = static_cast<std::int32_t>(phrase.words.size());
  if (first + count > sentence.end) {
    return false;
  }
  for (std::int32_t i = 0; i < count; ++i) {
    if (!equals_word(tree.form(first + i), phrase.words[static_cast<std::size_t>(i)])) {
      return false;
    }
  }
  return true;
}

/// The noun that a preposition of several words governs: the first head after it.
std::int32_t governed_noun(const Tree& tree, TokenRange phrase) {
  for (std::int32_t i = phrase.first; i < phrase.end; ++i) {
    const Token& token = tree.token(i);
    if (token.head >= phrase.end && (token.deprel == Deprel::case_ || token.deprel == Deprel::mark)) {
      return token.head;
    }
  }
  const TokenRange sentence = tree.sentence_range(tree.sentence(phrase.first));
  std::int32_t at = phrase.end;
  while (at < sentence.end && tree.token(at).upos == Upos::det) {
    ++at;
  }
  for (int steps = 0; at < sentence.end && steps < 12; ++steps) {
    const std::int32_t head = tree.token(at).head;
    if (head <= at || tree.token(head).upos == Upos::verb) {
      break;
    }
    at = head;
  }
  return at < sentence.end ? at : -1;
}

/// Whether the sentence's main verb is one of saying.
bool is_said(const Reading& reading, TokenRange sentence) {
  for (std::int32_t i = sentence.first; i < sentence.end; ++i) {
    if (reading.tree.token(i).head < 0) {
      const Cue* cue = find_in(reading.lexicon.verbs, reading.tree.token(i).lemma);
      return cue != nullptr && cue->voice;
    }
  }
  return false;
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron || token.upos == Upos::num ||
         token.upos == Upos::adj;
}

}  // namespace

bool may_speak(const Reading& reading, TokenRange range, std::int32_t head) {
  const Tree& tree = reading.tree;
  if (reading.lexicon.sources.contains(to_lower(tree.token(head).lemma))) {
    return true;
  }
  const Span span = tree.span(range);
  const auto& all = reading.links.mentions;
  const auto first =
      std::partition_point(all.begin(), all.end(), [&](const Linked& m) { return m.span.begin < span.begin; });
  for (auto m = first; m != all.end() && m->span.begin < span.end; ++m) {
    const bool speaks = m->kind == MentionKind::person || m->kind == MentionKind::organisation ||
                        m->kind == MentionKind::armed_group || m->kind == MentionKind::outlet;
    if (speaks && span.contains(m->span) && 2 * m->span.size() >= span.size()) {
      return true;
    }
  }
  return false;
}

Draft draft_noun(const Reading& reading, std::int32_t noun) {
  Draft draft;
  draft.cue = find_in(reading.lexicon.nouns, reading.tree.token(noun).lemma);
  if (draft.cue == nullptr) {
    return draft;
  }
  draft.cue_token = noun;
  set_noun_source(reading, draft);
  if (draft.cue->has(k_agent) && draft.source_token < 0) {
    return {};
  }
  if (!noun_clause(reading, draft) && !noun_linear(reading, draft) && !noun_phrase(reading, draft)) {
    draft.content.clear();
  }
  draft.hearsay = draft.source_token < 0 && draft.cue->voice;
  return draft;
}

Draft draft_adjective(const Reading& reading, std::int32_t adjective) {
  const Tree& tree = reading.tree;
  Draft draft;
  draft.cue = find_in(reading.lexicon.adjectives,
                      tree.token(adjective).upos == Upos::verb ? tree.form(adjective) : tree.token(adjective).lemma);
  if (draft.cue == nullptr) {
    return draft;
  }
  draft.cue_token = adjective;
  draft.cue_range = cue_extent(tree, adjective, adjective);
  const Token& token = tree.token(adjective);
  if (draft.cue->has(k_noun)) {
    if (token.deprel == Deprel::amod && token.head > adjective) {
      draft.hearsay = true;
      add_content(reading, draft, {adjective + 1, token.head + 1});
    }
    return draft;
  }
  draft.source_token = find_subject(tree, adjective).token;
  const bool nobody = draft.source_token < 0 && draft.cue->stance == Stance::seem;  // "it is clear that"
  if ((draft.source_token < 0 && !nobody) || !tree.has_child(adjective, {Deprel::cop})) {
    return draft;
  }
  if (!nobody) {
    draft.source_range = source_extent(tree, draft.source_token, draft.cue_range.first);
  }
  for (const std::int32_t child : tree.children(adjective)) {
    const Deprel relation = tree.token(child).deprel;
    const std::int32_t mark = tree.child(child, {Deprel::mark, Deprel::case_});
    const bool infinitive = is_infinitive(tree, child);
    const bool clause = relation == Deprel::ccomp || relation == Deprel::advcl || relation == Deprel::xcomp;
    const auto& wanted = draft.cue->prepositions;
    if (child < adjective) {
      continue;
    }
    if (clause && (infinitive ? draft.cue->has(k_to) : draft.cue->has(k_that) && relation == Deprel::ccomp)) {
      add_content(reading, draft, tree.subtree(child));
      return draft;
    }
    if (mark >= 0 && (clause || relation == Deprel::obl) &&
        std::find(wanted.begin(), wanted.end(), tree.token(mark).lemma) != wanted.end()) {
      add_content(reading, draft, {mark + 1, tree.subtree(child).end});
      draft.cue_range.end = mark == draft.cue_range.end ? mark + 1 : draft.cue_range.end;
      return draft;
    }
  }
  return draft;
}

Draft draft_adverb(const Reading& reading, std::int32_t adverb) {
  const Tree& tree = reading.tree;
  Draft draft;
  draft.cue = find_in(reading.lexicon.adverbs, tree.token(adverb).lemma);
  if (draft.cue == nullptr || tree.token(adverb).head < 0) {
    return draft;
  }
  draft.cue_token = adverb;
  draft.cue_range = {adverb, adverb + 1};
  draft.hearsay = true;
  add_rest(reading, draft, tree.subtree(clause_head(tree, tree.token(adverb).head)), draft.cue_range);
  return draft;
}

bool is_phrase_cue(const Reading& reading, std::int32_t token) {
  const std::vector<PhraseCue>* phrases = phrases_at(reading, reading.tree.form(token));
  return phrases != nullptr && std::any_of(phrases->begin(), phrases->end(), [&](const PhraseCue& phrase) {
           return phrase.cue.has(k_source) && phrase_matches(reading.tree, token, phrase);
         });
}

namespace {

/// The nominal right before the next punctuation, at most eight words on; -1 when another word stands there.
std::int32_t last_before_punctuation(const Tree& tree, std::int32_t begin) {
  constexpr std::int32_t k_reach = 8;
  const TokenRange sentence = tree.sentence_range(tree.sentence(begin - 1));
  std::int32_t at = begin;
  while (at < std::min(sentence.end, begin + k_reach) && tree.token(at).upos != Upos::punct) {
    ++at;
  }
  return at > begin && is_nominal(tree.token(at - 1)) ? at - 1 : -1;
}

}  // namespace

Draft draft_phrase(const Reading& reading, std::int32_t first) {
  const Tree& tree = reading.tree;
  Draft draft;
  const std::vector<PhraseCue>* phrases = phrases_at(reading, tree.form(first));
  if (phrases == nullptr) {
    return draft;
  }
  for (const PhraseCue& phrase : *phrases) {
    if (!phrase.cue.has(k_source) || !phrase_matches(tree, first, phrase)) {
      continue;
    }
    const TokenRange words{first, first + static_cast<std::int32_t>(phrase.words.size())};
    std::int32_t noun = governed_noun(tree, words);
    const bool by_order = noun < 0 || !is_nominal(tree.token(noun));
    if (by_order) {
      noun = last_before_punctuation(tree, words.end);  // "according to show insiders", with a tagger's slip
    }
    if (noun < 0) {
      return draft;
    }
    draft.cue = &phrase.cue;
    draft.cue_token = first;
    draft.cue_range = words;
    draft.source_token = noun;
    draft.source_range = by_order ? TokenRange{words.end, noun + 1}
                                  : without_time(reading, noun, source_extent(tree, noun, words.end - 1));
    if (first == tree.sentence_range(tree.sentence(first)).first) {
      phrase_source_by_order(reading, draft);
    }
    draft.parenthetical = true;
    const TokenRange sentence = tree.sentence_range(tree.sentence(first));
    const std::int32_t above = tree.token(noun).head;
    TokenRange clause = above < 0 ? sentence : tree.subtree(clause_head(tree, above));
    const bool last = draft.source_range.end + 1 >= sentence.end;
    if (first <= clause.first) {
      clause = {first, std::max(clause.end, sentence.end)};
    } else if (last && (tree.form(first - 1) == "," || !is_said(reading, sentence))) {
      clause = sentence;  // at the end: all before it, also "X said" when set off by a comma
    }
    add_rest(reading, draft, clause, {words.first, draft.source_range.end});
    return draft;
  }
  return draft;
}

}  // namespace hearsay::claims::attribution
