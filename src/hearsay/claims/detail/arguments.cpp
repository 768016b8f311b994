// SPDX-License-Identifier: Apache-2.0
// Arguments of verbs and event nouns in Universal Dependencies.
#include <hearsay/claims/detail/arguments.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

TokenIndex by_agent(const Reading& in, TokenIndex verb) {
  for (const TokenIndex c : in.children(verb)) {
    if (in.deprel(c) == Deprel::obl_agent ||
        (universal(in.deprel(c)) == Deprel::obl && in.preposition(c) == in.book.w_by)) {
      return c;
    }
  }
  for (const TokenIndex c : in.children(verb)) {  // "trained and equipped by Ankara"
    if (in.deprel(c) == Deprel::conj && in.token(c).xpos == "VBN" && c - verb <= 3 && in.child(c, Deprel::obj) < 0) {
      return by_agent(in, c);
    }
  }
  return -1;
}

/// The noun that ends the phrase beginning at `t`, over amounts ("at least 38"), articles and adjectives; -1 when
/// another word comes first. What a weak parse hangs elsewhere still stands next to its verb.
TokenIndex phrase_head_from(const Reading& in, TokenIndex t) {
  const std::uint32_t sentence = in.word(t - 1).sentence;
  TokenIndex head = -1;
  for (int steps = 0; steps < 9 && t < in.count() && in.word(t).sentence == sentence; ++steps, ++t) {
    const Upos upos = in.token(t).upos;
    if (upos == Upos::noun || upos == Upos::propn || in.word(t).actor >= 0) {
      head = in.word(t).time >= 0 ? head : t;
      if (in.word(t).time >= 0) {
        return head;
      }
      continue;
    }
    const bool hyphened = in.form(t) == "-" || in.form(t - 1) == "-";  // "the US-backed force"
    if (hyphened) {
      continue;
    }
    const bool inside = upos == Upos::det || upos == Upos::adj || upos == Upos::num ||
                        (upos == Upos::adv && head < 0) || in.word(t).quantity >= 0;
    if (head >= 0 || !inside) {
      return head;
    }
  }
  return head;
}

namespace {

constexpr int k_climb = 6;  // control chains longer than this do not occur in readable prose

/// Whether a noun phrase begins right after the verb: then it is not a passive participle.
bool noun_phrase_follows(const Reading& in, TokenIndex verb) {
  for (TokenIndex t = verb + 1; t < in.count() && t <= verb + 4 && in.word(t).sentence == in.word(verb).sentence; ++t) {
    if (in.word(t).quantity >= 0) {
      return true;  // "killed at least nine"
    }
    switch (in.token(t).upos) {
      case Upos::noun:
      case Upos::propn:
      case Upos::num:
      case Upos::det:
      case Upos::pron:
        return true;
      case Upos::adj:
      case Upos::adv:
        continue;
      default:
        return false;
    }
  }
  return false;
}

/// What a verb of saying says: "the men left, she said, adding ..." hangs its free adjuncts on what is said.
TokenIndex content_of(const Reading& in, TokenIndex verb) {
  if (!in.in_class(verb, in.book.bit_saying)) {
    return -1;
  }
  const TokenIndex clause = in.child(verb, Deprel::ccomp);
  if (clause >= 0 && clause < verb) {
    return clause;
  }
  return in.deprel(verb) == Deprel::parataxis && in.head(verb) >= 0 && in.head(verb) < verb ? in.head(verb) : -1;
}

bool is_relative_pronoun(const Reading& in, TokenIndex t) {
  return in.in_class(t, in.book.bit_relative);
}

bool is_subject(Deprel deprel) {
  return deprel == Deprel::nsubj || deprel == Deprel::nsubj_pass || deprel == Deprel::csubj;
}

/// Of several, which only a bent tree has, the last before the verb.
TokenIndex own_subject(const Reading& in, TokenIndex verb) {
  TokenIndex subject = -1;
  for (const TokenIndex c : in.children(verb)) {
    const bool next_clause = c > verb && in.child(c, Deprel::cc) >= 0;
    const bool day = in.word(c).time >= 0 && subject >= 0;  // "jets on Sunday pounded"
    if (is_subject(in.deprel(c)) && !next_clause && !day && (subject < 0 || c < verb)) {
      subject = c;
    }
  }
  if (subject < 0 && in.token(verb).upos == Upos::noun && in.word(verb).verb && in.child(verb, Deprel::obj) > verb) {
    return in.child(verb, Deprel::compound);  // "fighters control the desert" with a tagger's slip
  }
  const bool relative = subject >= 0 && in.deprel(verb) == Deprel::acl_relcl && is_relative_pronoun(in, subject);
  return relative && in.head(verb) >= 0 ? in.head(verb) : subject;
}

/// "Deter the militia from attacking", "accuse the army of using gas": the object does it.
bool controls_by_preposition(const Reading& in, TokenIndex governor, TokenIndex verb) {
  const WordId preposition = in.preposition(verb);
  if (preposition == in.book.w_from) {
    return in.in_class(governor, in.book.bit_object_control);
  }
  return preposition != k_unknown && in.in_class(governor, in.book.bit_blaming);
}

/// Who a noun's infinitive is done by: "Ankara's plan to", "plans by the army to", the subject of "has a plan to".
TokenIndex controller_of_noun(const Reading& in, TokenIndex noun, int depth);

TokenIndex surface_subject_at(const Reading& in, TokenIndex verb, int depth) {
  if (verb < 0 || depth > k_climb) {
    return -1;
  }
  if (const TokenIndex own = own_subject(in, verb); own >= 0) {
    return own;
  }
  if (const TokenIndex aim = in.child(verb, Deprel::nsubj_outer); aim >= 0 && in.in_class(aim, in.book.bit_aim)) {
    return controller_of_noun(in, aim, depth + 1);  // "the goal of the army is to retake"
  }
  const TokenIndex head = in.head(verb);
  if (head < 0) {
    return -1;
  }
  switch (universal(in.deprel(verb))) {
    case Deprel::acl:
      if (in.head(head) >= 0 && in.deprel(head) == Deprel::obj && controls_by_preposition(in, in.head(head), verb)) {
        return head;  // "accuse the president's forces of launching"
      }
      if (in.has_child_word(verb, in.book.w_to) || !in.word(verb).verb) {
        return controller_of_noun(in, head, depth + 1);
      }
      if (in.deprel(verb) == Deprel::acl_relcl) {
        return -1;
      }
      return in.preposition(verb) != k_unknown ? controller_of_noun(in, head, depth + 1) : head;
    case Deprel::xcomp: {
      const TokenIndex object = in.child(head, Deprel::obj);
      if (object >= 0 && in.in_class(head, in.book.bit_object_control)) {
        return object;
      }
      return surface_subject_at(in, head, depth + 1);
    }
    case Deprel::advcl:
      if (in.in_class(verb, in.book.bit_deed_noun) && in.preposition(verb) != k_unknown &&
          in.child(verb, Deprel::obj) < 0) {
        return -1;  // "died in rebel shelling", tagged as a verb
      }
      if (const TokenIndex object = in.child(head, Deprel::obj);
          object >= 0 && controls_by_preposition(in, head, verb)) {
        return object;
      }
      if (in.in_class(verb, in.book.bit_casualty) && is_passive(in, head) && by_agent(in, head) < 0) {
        return -1;  // "was shot down, killing two": not the craft killed them
      }
      if (!in.word(head).verb && own_subject(in, head) < 0 && in.word(head).noun) {
        return controller_of_noun(in, head, depth + 1);
      }
      if (const TokenIndex agent = is_passive(in, head) ? by_agent(in, head) : -1;
          agent >= 0 && !in.has_child_word(verb, in.book.words.find("while"))) {
        return agent;
      }
      if (const TokenIndex said = content_of(in, head); said >= 0 && said != verb) {
        return surface_subject_at(in, said, depth + 1);
      }
      return surface_subject_at(in, head, depth + 1);
    case Deprel::conj:
    case Deprel::ccomp:
    case Deprel::parataxis:
      return surface_subject_at(in, head, depth + 1);
    default:
      return -1;
  }
}

TokenIndex controller_of_noun(const Reading& in, TokenIndex noun, int depth) {
  if (depth > k_climb) {
    return -1;
  }
  TokenIndex modifier = -1;
  for (const TokenIndex c : in.children(noun)) {
    const Deprel deprel = in.deprel(c);
    if (deprel == Deprel::nmod_poss || (universal(deprel) == Deprel::nmod &&
                                        (in.preposition(c) == in.book.w_by || in.preposition(c) == in.book.w_of))) {
      return c;
    }
    if ((deprel == Deprel::compound || deprel == Deprel::amod) && is_somebody(in, c)) {
      modifier = c;
    }
  }
  if (modifier >= 0) {
    return modifier;
  }
  const TokenIndex head = in.head(noun);
  if (head < 0) {
    return own_subject(in, noun);
  }
  if (in.word(head).verb) {
    const Deprel deprel = universal(in.deprel(noun));
    if (deprel == Deprel::nsubj) {
      return -1;
    }
    const TokenIndex receiver = in.child(head, Deprel::iobj);
    return receiver >= 0 ? receiver : surface_subject_at(in, head, depth + 1);
  }
  return own_subject(in, noun) >= 0 ? own_subject(in, noun) : controller_of_noun(in, head, depth + 1);
}

bool takes_object(const Reading& in, TokenIndex verb) {
  const std::string_view xpos = in.token(verb).xpos;
  return xpos != "VBN" || in.child(verb, Deprel::aux) >= 0;
}

/// A finite verb without a subject in the tree: the name or the people just before it, time phrases left out.
TokenIndex noun_before(const Reading& in, TokenIndex verb) {
  const std::string_view xpos = in.token(verb).xpos;
  const TokenIndex auxiliary = in.child(verb, Deprel::aux);
  if (xpos != "VBD" && xpos != "VBZ" && xpos != "VBP" && auxiliary < 0) {
    return -1;
  }
  verb = auxiliary >= 0 && auxiliary < verb ? auxiliary : verb;
  for (TokenIndex t = verb - 1; t >= 0 && t >= verb - 6 && in.word(t).sentence == in.word(verb).sentence; --t) {
    const Upos upos = in.token(t).upos;
    if (in.word(t).actor >= 0) {
      return t;
    }
    if (in.word(t).time >= 0 || upos == Upos::adv || upos == Upos::aux ||
        (upos == Upos::adp && in.word(t + 1).time >= 0)) {
      continue;
    }
    return (upos == Upos::noun || upos == Upos::propn) && is_somebody(in, t) ? t : -1;
  }
  return -1;
}

/// "Killed at least nine villagers": an amount that begins with a preposition is no oblique.
TokenIndex counted_object(const Reading& in, TokenIndex verb) {
  for (const TokenIndex c : in.children(verb)) {
    const TokenIndex first = c > verb && in.deprel(c) == Deprel::obl ? in.child(c, Deprel::case_) : -1;
    if (first == verb + 1 && in.word(first).quantity >= 0) {
      return c;
    }
  }
  return -1;
}

TokenIndex shared_object(const Reading& in, TokenIndex verb) {
  for (const TokenIndex c : in.children(verb)) {
    if (in.deprel(c) == Deprel::conj && in.word(c).verb) {
      const TokenIndex object = in.child(c, Deprel::obj);
      if (object >= 0 && own_subject(in, c) < 0 && object - c <= 4 && c - verb <= 4) {
        return object;
      }
    }
  }
  return -1;
}

TokenIndex relative_gap(const Reading& in, TokenIndex verb) {
  if (in.deprel(verb) != Deprel::acl_relcl || in.head(verb) < 0) {
    return -1;
  }
  const TokenIndex subject = own_subject(in, verb);
  const bool adverbial = std::any_of(in.children(verb).begin(), in.children(verb).end(), [&](TokenIndex c) {
    return in.deprel(c) == Deprel::advmod && in.token(c).feats.pron_type == ud::PronType::rel;
  });
  return subject >= 0 && subject != in.head(verb) && !adverbial ? in.head(verb) : -1;
}

}  // namespace

void TokenList::add(TokenIndex t) {
  if (t >= 0 && size < at.size() && std::find(begin(), end(), t) == end()) {
    at[size++] = t;
  }
}

/// "Eight villagers killed, others hurt": a headline's passive without its auxiliary.
static bool counted_victims(const Reading& in, TokenIndex verb) {
  const TokenIndex subject = in.in_class(verb, in.book.bit_casualty) ? in.child(verb, Deprel::nsubj) : -1;
  return subject >= 0 && subject < verb && in.child(subject, Deprel::nummod) >= 0 &&
         in.in_class(meaning_head(in, subject), in.book.bit_person);
}

bool is_passive(const Reading& in, TokenIndex verb) {
  bool active_subject = false, object = false, auxiliary = false;
  for (const TokenIndex c : in.children(verb)) {
    switch (in.deprel(c)) {
      case Deprel::aux_pass:
      case Deprel::nsubj_pass:
      case Deprel::obl_agent:
        return true;
      case Deprel::nsubj:
        active_subject = true;
        break;
      case Deprel::obj:
        object = true;
        break;
      case Deprel::aux:
        auxiliary = true;
        break;
      default:
        break;
    }
  }
  if (in.token(verb).xpos == "VBN" && active_subject && !auxiliary && counted_victims(in, verb)) {
    return true;
  }
  if (in.token(verb).xpos != "VBN" || object || auxiliary) {
    return false;
  }
  if (in.deprel(verb) == Deprel::conj && !active_subject && in.head(verb) >= 0 && in.word(in.head(verb)).verb) {
    return is_passive(in, in.head(verb));
  }
  return !active_subject || !noun_phrase_follows(in, verb);
}

TokenIndex surface_subject(const Reading& in, TokenIndex verb) {
  return surface_subject_at(in, verb, 0);
}

TokenIndex agent_of(const Reading& in, TokenIndex verb) {
  if (is_passive(in, verb)) {
    return by_agent(in, verb);
  }
  const bool finite_modifier = in.deprel(verb) == Deprel::amod || in.deprel(verb) == Deprel::compound;
  const TokenIndex subject = finite_modifier ? -1 : surface_subject_at(in, verb, 0);
  return subject >= 0 ? subject : noun_before(in, verb);
}

TokenIndex verb_above(const Reading& in, TokenIndex verb) {
  const std::string_view xpos = in.token(verb).xpos;
  const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" || in.child(verb, Deprel::aux) >= 0;
  if (finite || own_subject(in, verb) >= 0 || is_passive(in, verb)) {
    return -1;
  }
  for (TokenIndex t = in.head(verb); t >= 0; t = in.head(t)) {
    if (in.word(t).verb) {
      return in.in_class(t, in.book.bit_saying) ? -1 : t;
    }
  }
  return -1;
}

TokenIndex patient_of(const Reading& in, TokenIndex verb) {
  if (is_passive(in, verb)) {
    const TokenIndex own = own_subject(in, verb);
    if (own >= 0) {
      return own;
    }
    if (universal(in.deprel(verb)) == Deprel::acl && in.deprel(verb) != Deprel::acl_relcl) {
      return in.head(verb);
    }
    return in.deprel(verb) == Deprel::amod ? in.head(verb) : surface_subject_at(in, verb, 0);
  }
  if (const TokenIndex object = in.child(verb, Deprel::obj); object >= 0) {
    return is_relative_pronoun(in, object) && in.deprel(verb) == Deprel::acl_relcl ? in.head(verb) : object;
  }
  if (const TokenIndex gap = relative_gap(in, verb); gap >= 0) {
    return gap;
  }
  if (const TokenIndex counted = counted_object(in, verb); counted >= 0) {
    return counted;
  }
  if (const TokenIndex shared = shared_object(in, verb); shared >= 0) {
    return shared;
  }
  return takes_object(in, verb) && verb + 1 < in.count() ? phrase_head_from(in, verb + 1) : -1;
}

}  // namespace hearsay::claims::detail
