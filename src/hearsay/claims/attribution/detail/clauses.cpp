// SPDX-License-Identifier: Apache-2.0
// Voice and subjects: who a verb says it of, over passives, conjunction, control and participles.
#include <algorithm>

#include <hearsay/claims/attribution/detail/clauses.hpp>

namespace hearsay::claims::attribution {

namespace {

std::int32_t own_subject(const Tree& tree, std::int32_t verb) {
  const bool passive = tree.has_child(verb, {Deprel::aux_pass});
  return passive ? -1 : tree.child(verb, {Deprel::nsubj, Deprel::nsubj_outer, Deprel::csubj, Deprel::nsubj_pass});
}

}  // namespace

bool is_verbal(const Tree& tree, std::int32_t token) {
  return tree.token(token).upos == Upos::verb || tree.token(token).upos == Upos::aux;
}

std::int32_t passive_subject(const Tree& tree, std::int32_t verb) {
  return tree.child(verb, {Deprel::nsubj_pass, Deprel::csubj_pass});
}

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

std::int32_t agent(const Tree& tree, std::int32_t verb) {
  for (const std::int32_t child : tree.children(verb)) {
    const Deprel relation = tree.token(child).deprel;
    if (relation == Deprel::obl_agent || (relation == Deprel::obl && child > verb && case_of(tree, child) == "by")) {
      return child;
    }
  }
  return -1;
}

std::int32_t object_of(const Tree& tree, std::int32_t verb) {
  const std::int32_t object = tree.child(verb, {Deprel::obj});
  if (object >= 0) {
    return object;
  }
  return is_passive(tree, verb) ? passive_subject(tree, verb) : -1;
}

bool is_infinitive(const Tree& tree, std::int32_t clause) {
  const std::int32_t mark = tree.child(clause, {Deprel::mark});
  return mark >= 0 && tree.token(mark).upos == Upos::part;
}

bool follows_cue(const Tree& tree, const Draft& draft, std::int32_t child, std::initializer_list<Deprel> relations) {
  return child >= draft.cue_token &&
         std::find(relations.begin(), relations.end(), tree.token(child).deprel) != relations.end();
}

PrepositionPhrase cue_phrase(const Tree& tree, const Cue& cue, std::int32_t head) {
  const std::int32_t word = tree.child(head, {Deprel::case_, Deprel::mark});
  const auto& wanted = cue.prepositions;
  if (word < 0 || std::find(wanted.begin(), wanted.end(), tree.token(word).lemma) == wanted.end()) {
    return {};
  }
  const TokenRange all = tree.subtree(head);
  return {word, {std::max(all.first, word + 1), all.end}};
}

namespace {

/// "said ten were killed, adding": the participle belongs to the verb of saying, not to what is said.
std::int32_t over_complements(const Tree& tree, std::int32_t verb) {
  for (int steps = 0; steps < 4; ++steps) {
    const Token& token = tree.token(verb);
    const bool inside = token.deprel == Deprel::ccomp || token.deprel == Deprel::conj || token.deprel == Deprel::xcomp;
    if (!inside || token.head < 0 || token.head > verb || !is_verbal(tree, token.head)) {
      return verb;
    }
    verb = token.head;
  }
  return verb;
}

}  // namespace

Subject active_subject(const Tree& tree, std::int32_t verb) {
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
    } else if (at == verb && relation == Deprel::advcl && is_infinitive(tree, at) && is_verbal(tree, token.head) &&
               at - token.head <= 3 && tree.child(token.head, {Deprel::obj}) < 0) {
      subject.first_verb = token.head;  // "went on to explain"
    } else if (relation != Deprel::conj && relation != Deprel::advcl && relation != Deprel::parataxis &&
               relation != Deprel::ccomp && relation != Deprel::dep) {
      return subject;
    }
    at = token.head;
  }
  return subject;
}

Subject find_subject(const Tree& tree, std::int32_t verb) {
  if (is_passive(tree, verb)) {
    return {agent(tree, verb), verb, true};
  }
  Subject subject = active_subject(tree, verb);
  if (subject.token >= 0 && tree.token(subject.token).deprel == Deprel::expl) {
    subject.token = -1;
  }
  return subject;
}

}  // namespace hearsay::claims::attribution
