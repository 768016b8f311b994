// SPDX-License-Identifier: Apache-2.0
// Verbs of saying, thinking and wanting: who is their subject, and what hangs on them.
#include <algorithm>
#include <string>

#include <hearsay/claims/attribution/detail/clauses.hpp>

namespace hearsay::claims::attribution {

namespace {

constexpr std::string_view k_put_it = "put it";

/// "As the memo put it, the road was closed": a cue of two words, where the packs list it.
bool is_put_it(const Reading& reading, std::int32_t verb) {
  const Tree& tree = reading.tree;
  return tree.token(verb).lemma == "put" && verb + 1 < tree.size() && tree.form(verb + 1) == "it" &&
         tree.sentence(verb) == tree.sentence(verb + 1) && reading.lexicon.verbs.contains(k_put_it);
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
  if (is_put_it(reading, verb)) {
    return &reading.lexicon.verbs.find(k_put_it)->second;
  }
  const auto found = reading.lexicon.verbs.find(tree.token(verb).lemma);
  return found == reading.lexicon.verbs.end() ? nullptr : &found->second;
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
    draft.source_token = subject >= 0 ? subject : active_subject(tree, quoting).token;
    draft.outer = agent(tree, quoting);
    if (draft.outer < 0 && tree.form(verb + 1 < tree.size() ? verb + 1 : verb) == "by") {
      draft.outer = agent(tree, verb);  // "was quoted as saying by the agency that"
    }
  } else {
    draft.source_token = first_noun(tree, {quoting + 1, verb - 1});
    draft.outer = active_subject(tree, quoting).token;
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
      const std::int32_t cited = tree.child(child, {Deprel::obj});
      return cited >= 0 && may_speak(reading, source_extent(tree, cited, -1), cited) ? cited : -1;
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
    constexpr std::int32_t k_longest = 8;  // words of "issued a short statement on Sunday saying"
    const std::int32_t first = cue_extent(tree, verb, subject.first_verb).first;
    draft.cue_range.first = draft.cue_token - first < k_longest ? first : draft.cue_range.first;
    draft.source_range = source_extent(tree, subject.token, first);
  }
}

/// "refuses" of "refuses to discuss": a cue of its own, whose content the infinitive is.
bool wants_infinitive(const Reading& reading, std::int32_t verb) {
  const Cue* cue = look_up(reading, verb);
  return cue != nullptr && cue->has(k_to);
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
  const bool own_cue = subject.first_verb != draft.cue_token && wants_infinitive(reading, subject.first_verb);
  draft.cue_range = cue_extent(tree, draft.cue_token, own_cue ? draft.cue_token : subject.first_verb);
  if (is_put_it(reading, draft.cue_token)) {
    ++draft.cue_range.end;
  }
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

Draft draft_misread(const Reading& reading, std::int32_t token) {
  const Tree& tree = reading.tree;
  const Token& noun = tree.token(token);
  const TokenRange sentence = tree.sentence_range(tree.sentence(token));
  const auto cue = reading.lexicon.verbs.find(noun.lemma);
  Draft draft;
  if (noun.xpos != "NNS" || noun.head >= 0 || token <= sentence.first || token + 2 >= sentence.end ||
      cue == reading.lexicon.verbs.end() || !cue->second.has(k_that) || tree.form(token + 1) != "that" ||
      !tree.has_child(token, {Deprel::ccomp, Deprel::acl, Deprel::acl_relcl})) {
    return draft;
  }
  const std::int32_t speaker = token - 1;
  if (tree.token(speaker).head != token ||
      (tree.token(speaker).upos != Upos::noun && tree.token(speaker).upos != Upos::propn)) {
    return draft;
  }
  std::int32_t first = speaker;
  while (first > sentence.first && tree.token(first - 1).upos != Upos::punct &&
         (tree.token(first - 1).head == token || tree.is_under(first - 1, speaker))) {
    --first;
  }
  draft.cue = &cue->second;
  draft.cue_token = token;
  draft.cue_range = {token, token + 1};
  draft.source_token = speaker;
  draft.source_range = {first, token};
  draft.vouches = cue->second.voice;
  that_content(reading, draft);
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
  if (!find_verb_content(reading, draft)) {
    draft.content.clear();
  }
  return draft;
}

}  // namespace hearsay::claims::attribution
