// SPDX-License-Identifier: Apache-2.0
// Arguments of verbs and event nouns in Universal Dependencies.
#include <hearsay/claims/detail/arguments.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

constexpr TokenIndex k_reach = 16;  // words between the two sides of "clashes between ... and ..."
constexpr int k_climb = 6;          // control chains longer than this do not occur in readable prose

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
    if (is_subject(in.deprel(c)) && !next_clause && (subject < 0 || c < verb)) {
      subject = c;
    }
  }
  if (subject < 0 && in.token(verb).upos == Upos::noun && in.word(verb).verb && in.child(verb, Deprel::obj) > verb) {
    return in.child(verb, Deprel::compound);  // "fighters control the desert" with a tagger's slip
  }
  const bool relative = subject >= 0 && in.deprel(verb) == Deprel::acl_relcl && is_relative_pronoun(in, subject);
  return relative && in.head(verb) >= 0 ? in.head(verb) : subject;
}

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
    const bool inside = upos == Upos::det || upos == Upos::adj || upos == Upos::num ||
                        (upos == Upos::adv && head < 0) || in.word(t).quantity >= 0;
    if (head >= 0 || !inside) {
      return head;
    }
  }
  return head;
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

void add_with_preps(const Reading& in, TokenIndex top, const std::vector<WordId>& preps, TokenList& out) {
  for (const TokenIndex c : in.children(top)) {
    const Deprel deprel = universal(in.deprel(c));
    if (deprel == Deprel::obl || deprel == Deprel::nmod || deprel == Deprel::advcl || deprel == Deprel::acl) {
      const WordId preposition = in.preposition(c);
      if (preposition != k_unknown &&
          (preps.empty() || std::find(preps.begin(), preps.end(), preposition) != preps.end())) {
        out.add(c);
      }
    }
  }
}

void prepositional(const Reading& in, TokenIndex trigger, const std::vector<WordId>& preps, TokenList& out) {
  add_with_preps(in, trigger, preps, out);
  if (in.word(trigger).verb) {
    if (const TokenIndex object = in.child(trigger, Deprel::obj); object >= 0) {
      add_with_preps(in, object, preps, out);
    }
    return;
  }
  if (out.empty()) {  // "bombardment by the army and its allies on the town": hung on the last noun
    for (const TokenIndex c : in.children(trigger)) {
      if (universal(in.deprel(c)) == Deprel::nmod && !preps.empty() && preps.front() != in.book.w_of) {
        for (const TokenIndex inner : conjuncts(in, c)) {
          add_with_preps(in, inner, preps, out);
        }
      }
    }
  }
  if (const TokenIndex light = light_verb_of(in, trigger);
      light >= 0 && light != in.head(in.head(trigger) < 0 ? trigger : in.head(trigger))) {
    add_with_preps(in, light, preps, out);
  }
}

/// "Clashed with the IS in the desert": the name after the preposition, where the tree has lost it.
TokenIndex name_after(const Reading& in, TokenIndex trigger, const std::vector<WordId>& preps) {
  const bool against = std::find(preps.begin(), preps.end(), in.book.w_against) != preps.end();
  const TokenIndex reach = against && !in.word(trigger).verb ? k_reach : 4;
  for (TokenIndex t = trigger + 1;
       t + 1 < in.count() && t <= trigger + reach && in.word(t).sentence == in.word(trigger).sentence; ++t) {
    if (t > trigger + 4 && (in.token(t).upos == Upos::verb || in.token(t).upos == Upos::aux)) {
      const std::string_view xpos = in.token(t).xpos;
      if (xpos != "VBN" && xpos != "VBG") {
        break;
      }
    }
    if (t > trigger + 4 && in.word(t).id != in.book.w_against) {
      continue;
    }
    if (in.word(t).id == k_unknown || std::find(preps.begin(), preps.end(), in.word(t).id) == preps.end()) {
      continue;
    }
    for (TokenIndex name = t + 1; name < in.count() && name <= t + 3; ++name) {
      if (in.word(name).actor >= 0) {
        return static_cast<TokenIndex>(in.linked(in.word(name).actor).head_token);
      }
      if (in.token(name).upos != Upos::det && in.token(name).upos != Upos::adj) {
        break;
      }
    }
  }
  return -1;
}

void modifiers(const Reading& in, TokenIndex trigger, TokenList& out) {
  for (const TokenIndex c : in.children(trigger)) {
    const Deprel deprel = in.deprel(c);
    if (deprel == Deprel::compound || deprel == Deprel::amod || deprel == Deprel::nmod ||
        deprel == Deprel::nmod_unmarked || deprel == Deprel::nmod_desc) {
      if (deprel == Deprel::nmod && in.preposition(c) != k_unknown) {
        continue;
      }
      out.add(c);
      for (const TokenIndex inner : in.children(c)) {
        if (in.deprel(inner) == Deprel::compound || in.deprel(inner) == Deprel::conj ||
            in.deprel(inner) == Deprel::amod) {
          out.add(inner);
        }
      }
    }
  }
}

/// "The group claimed (responsibility for) the attack": it did it.
TokenIndex claimed_by(const Reading& in, TokenIndex noun) {
  TokenIndex head = in.head(noun);
  if (head >= 0 && in.word(head).id == in.book.w_responsibility && in.preposition(noun) == in.book.w_for) {
    noun = head;
    head = in.head(head);
  }
  const bool claims = head >= 0 && in.word(head).verb && universal(in.deprel(noun)) == Deprel::obj &&
                      in.word(head).id == in.book.w_claim;
  return claims ? agent_of(in, head) : -1;
}

void noun_agents(const Reading& in, TokenIndex noun, TokenList& out) {
  for (const TokenIndex c : in.children(noun)) {
    if (universal(in.deprel(c)) == Deprel::nmod && in.preposition(c) == in.book.w_by) {
      out.add(c);
    } else if (universal(in.deprel(c)) == Deprel::nmod) {
      add_with_preps(in, c, {in.book.w_by}, out);  // "the visit to the town by the general"
    }
    if (universal(in.deprel(c)) == Deprel::acl && is_passive(in, c)) {
      if (const TokenIndex agent = by_agent(in, c); agent >= 0) {
        out.add(agent);
      }
    }
  }
  const TokenIndex head = in.head(noun);
  if (head >= 0 && in.in_class(head, in.book.bit_blaming) && in.preposition(noun) == in.book.w_for) {
    out.add(patient_of(in, head));  // "blamed the rebels for the attack"
  }
  if (const TokenIndex owner = claimed_by(in, noun); owner >= 0) {
    out.add(owner);
  }
  const TokenIndex light = light_verb_of(in, noun);
  const TokenIndex agent = light >= 0 && is_passive(in, light) ? by_agent(in, light) : -1;
  if (agent >= 0) {
    out.add(agent);
  }
  for (const TokenIndex c : in.children(noun)) {  // "killings, torture and displacement by the militia"
    if (out.empty() && in.deprel(c) == Deprel::conj && in.word(c).noun) {
      add_with_preps(in, c, {in.book.w_by}, out);
    }
  }
}

/// "Said on a visit", "are on patrol": the subject is who is at it.
TokenIndex who_is_at(const Reading& in, TokenIndex noun) {
  if (in.preposition(noun) != in.book.w_on) {
    return -1;
  }
  if (in.child(noun, Deprel::cop) >= 0) {
    return in.child(noun, Deprel::nsubj);
  }
  const TokenIndex head = in.head(noun);
  const bool place = head >= 0 && universal(in.deprel(noun)) == Deprel::obl && in.word(head).verb;
  return place && in.child(noun, Deprel::nmod_poss) < 0 ? surface_subject(in, head) : -1;
}

/// "The group's offensive aimed at the capture of": who makes the first makes the second.
void aimed_by(const Reading& in, TokenIndex noun, TokenList& out) {
  const TokenIndex verb = in.head(noun), above = verb >= 0 ? in.head(verb) : -1;
  if (above >= 0 && in.in_class(verb, in.book.bit_aim) && universal(in.deprel(verb)) == Deprel::acl &&
      in.book.event_noun[in.word(above).id]) {
    noun_agents(in, above, out);
    out.add(in.child(above, Deprel::nmod_poss));
    modifiers(in, above, out);
  }
}

/// "Between the army and the rebels broke out": the second name where the parse lost it.
TokenIndex second_side(const Reading& in, TokenIndex first) {
  for (TokenIndex t = first + 1;
       t + 1 < in.count() && t < first + k_reach && in.word(t).sentence == in.word(first).sentence; ++t) {
    if (in.word(t).id == in.book.w_and) {
      const TokenIndex head = phrase_head_from(in, t + 1);
      if (head >= 0 && is_somebody(in, head)) {
        return head;
      }
    }
  }
  return -1;
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

TokenIndex light_verb_of(const Reading& in, TokenIndex noun) {
  const TokenIndex head = in.head(noun);
  const Deprel deprel = universal(in.deprel(noun));
  if (head >= 0 && in.word(head).verb && in.in_class(head, in.book.bit_light)) {
    if (deprel == Deprel::obj || in.deprel(noun) == Deprel::nsubj_pass ||
        (deprel == Deprel::obl && !is_passive(in, head) && in.child(head, Deprel::obj) < 0)) {
      return head;
    }
  }
  if (head >= 0 && deprel == Deprel::obl && in.word(head).adjective && in.in_class(head, in.book.bit_culpable)) {
    return head;  // "is responsible for the attack"
  }
  if (head >= 0 && (deprel == Deprel::conj || (deprel == Deprel::nmod && in.in_class(head, in.book.bit_partitive)))) {
    return light_verb_of(in, head);  // "launched a series of attacks", "play a role in the fight"
  }
  if (head >= 0 && deprel == Deprel::nsubj) {  // "the attack appeared to have been carried out by"
    const TokenIndex raised = in.child(head, Deprel::xcomp);
    if (raised >= 0 && in.in_class(raised, in.book.bit_light) && is_passive(in, raised)) {
      return raised;
    }
  }
  for (const TokenIndex c : in.children(noun)) {
    if (universal(in.deprel(c)) == Deprel::acl && in.in_class(c, in.book.bit_light) && in.word(c).verb) {
      return c;
    }
  }
  return -1;
}

TokenIndex undergoing_verb_of(const Reading& in, TokenIndex noun) {
  const TokenIndex head = in.head(noun);
  if (head >= 0 && in.word(head).adjective && in.in_class(head, in.book.bit_under) &&
      in.preposition(noun) != k_unknown) {
    return head;  // "subject to shelling"
  }
  return head >= 0 && in.word(head).verb && universal(in.deprel(noun)) == Deprel::obl &&
                 in.in_class(head, in.book.bit_under)
             ? head
             : -1;
}

TokenList slot_of(const Reading& in, TokenIndex trigger, Slot slot, const std::vector<WordId>& preps) {
  TokenList out;
  const bool verb = in.word(trigger).verb;
  switch (slot) {
    case Slot::subj:
      if (verb) {
        out.add(agent_of(in, trigger));
      } else if (const TokenIndex light = light_verb_of(in, trigger); light >= 0) {
        out.add(agent_of(in, light));
      } else {
        out.add(who_is_at(in, trigger));
        aimed_by(in, trigger, out);
      }
      break;
    case Slot::obj:
      if (verb) {
        out.add(patient_of(in, trigger));
      } else if (const TokenIndex under = undergoing_verb_of(in, trigger); under >= 0) {
        out.add(surface_subject(in, under));
      }
      break;
    case Slot::iobj:
      out.add(in.child(trigger, Deprel::iobj));
      break;
    case Slot::prep:
      prepositional(in, trigger, preps, out);
      if (out.empty()) {
        out.add(name_after(in, trigger, preps));
      }
      break;
    case Slot::prt:
      for (const TokenIndex c : in.children(trigger)) {
        const bool close =
            c > trigger && c - trigger <= 3 &&
            (in.deprel(c) == Deprel::advmod || in.deprel(c) == Deprel::case_ || in.deprel(c) == Deprel::obl);
        if (in.deprel(c) == Deprel::compound_prt || close) {
          out.add(c);
        }
      }
      if (trigger + 1 < in.count() && in.token(trigger + 1).upos == Upos::adp) {
        out.add(trigger + 1);
      }
      break;
    case Slot::mod:
      modifiers(in, trigger, out);
      break;
    case Slot::poss:
      out.add(in.child(trigger, Deprel::nmod_poss));
      break;
    case Slot::by:
      if (verb) {
        out.add(by_agent(in, trigger));
      } else {
        noun_agents(in, trigger, out);
        if (out.empty()) {
          out.add(name_after(in, trigger, {in.book.w_by}));  // "an attack by IS near the town"
        }
      }
      break;
    case Slot::of:
      add_with_preps(in, trigger, {in.book.w_of}, out);
      break;
    case Slot::head:
      out.add(in.head(trigger));
      break;
    case Slot::xcomp:
      out.add(in.child(trigger, Deprel::xcomp));
      out.add(in.child(trigger, Deprel::ccomp));
      break;
    case Slot::near: {
      const Sentence& sentence = in.sentence(trigger);
      for (auto t = sentence.first_token; t < sentence.end_token && out.size < out.at.size(); ++t) {
        if (in.word(static_cast<TokenIndex>(t)).id != k_unknown) {
          out.add(static_cast<TokenIndex>(t));
        }
      }
      break;
    }
    case Slot::prev:
      if (trigger > 0 && in.word(trigger - 1).sentence == in.word(trigger).sentence) {
        out.add(trigger - 1);
      }
      break;
    case Slot::next:
      if (trigger + 1 < in.count() && in.word(trigger + 1).sentence == in.word(trigger).sentence) {
        out.add(trigger + 1);
      }
      break;
    case Slot::child:
      for (const TokenIndex c : in.children(trigger)) {
        out.add(c);
      }
      break;
    case Slot::light:
      out.add(light_verb_of(in, trigger));
      break;
    case Slot::sides:
      add_with_preps(in, trigger, {in.book.w_between}, out);
      if (out.size == 1 && conjuncts(in, out.at[0]).size == 1) {
        out.add(second_side(in, out.at[0]));
      }
      break;
  }
  return out;
}

TokenList conjuncts(const Reading& in, TokenIndex head) {
  TokenList out;
  out.add(head);
  for (const TokenIndex c : in.children(head)) {
    if (in.deprel(c) == Deprel::conj && !in.word(c).verb) {
      for (const TokenIndex inner : conjuncts(in, c)) {
        out.add(inner);
      }
    }
  }
  return out;
}

TokenIndex meaning_head(const Reading& in, TokenIndex t) {
  for (int steps = 0; steps < 3 && (in.in_class(t, in.book.bit_partitive) || in.token(t).upos == Upos::num); ++steps) {
    TokenIndex inner = -1;
    for (const TokenIndex c : in.children(t)) {
      if (universal(in.deprel(c)) == Deprel::nmod &&
          (in.preposition(c) == in.book.w_of || in.preposition(c) == in.book.w_from)) {
        inner = c;
        break;
      }
    }
    if (inner < 0) {
      break;
    }
    t = inner;
  }
  return t;
}

bool is_somebody(const Reading& in, TokenIndex t) {
  if (in.token(t).upos == Upos::pron &&
      (in.in_class(t, in.book.bit_pronoun) || in.in_class(t, in.book.bit_first_person))) {
    return true;
  }
  if (const std::int32_t place = in.word(t).place; place >= 0) {
    const Linked& mention = in.linked(place);
    return mention.metonym || (mention.place && mention.place->feature.starts_with("PCL")) || in.word(t).actor >= 0;
  }
  if (in.token(t).upos == Upos::propn && in.word(t).time < 0 && in.word(t).equipment < 0) {
    return true;
  }
  if (in.word(t).actor >= 0 || in.in_class(t, in.book.bit_actor) || in.in_class(t, in.book.bit_person)) {
    return true;
  }
  if (!in.word(t).noun || is_place(in, t)) {
    return false;
  }
  return std::any_of(in.children(t).begin(), in.children(t).end(), [&](TokenIndex c) {
    const Deprel deprel = in.deprel(c);
    return (deprel == Deprel::amod || deprel == Deprel::compound) && in.word(c).actor >= 0 &&
           in.in_class(t, in.book.bit_vehicle);
  });
}

bool is_armed(const Reading& in, TokenIndex t) {
  const std::int32_t actor = in.word(t).actor;
  return in.in_class(t, in.book.bit_armed) || (actor >= 0 && in.linked(actor).kind == MentionKind::armed_group);
}

bool is_place(const Reading& in, TokenIndex t) {
  const std::int32_t place = in.word(t).place;
  if (place >= 0 && !in.linked(place).metonym && !in.linked(place).attributive) {
    return true;
  }
  return in.in_class(t, in.book.bit_place);
}

namespace {

bool fills_one(const Reading& in, TokenIndex t, const Filler& filler) {
  const Word& word = in.word(t);
  switch (filler.kind) {
    case FillerKind::word:
      return word.id == filler.value;
    case FillerKind::word_class:
      return in.in_class(t, filler.value);
    case FillerKind::actor:
      return is_somebody(in, t);
    case FillerKind::armed:
      return is_armed(in, t);
    case FillerKind::place:
      return is_place(in, t);
    case FillerKind::person:
      return in.in_class(t, in.book.bit_person) ||
             (word.actor >= 0 && in.linked(word.actor).kind == MentionKind::person);
    case FillerKind::equipment:
      return word.equipment >= 0 || in.in_class(t, in.book.bit_weapon);
    case FillerKind::time:
      return word.time >= 0;
    case FillerKind::number:
      return in.token(t).upos == Upos::num || word.quantity >= 0;
    case FillerKind::event:
      return in.book.event_noun[word.id];
  }
  return false;
}

}  // namespace

bool fills(const Reading& in, TokenIndex t, const std::vector<Filler>& any_of) {
  if (any_of.empty()) {
    return true;
  }
  const TokenIndex inner = meaning_head(in, t);
  return std::any_of(any_of.begin(), any_of.end(), [&](const Filler& filler) {
    return fills_one(in, t, filler) || (inner != t && fills_one(in, inner, filler));
  });
}

}  // namespace hearsay::claims::detail
