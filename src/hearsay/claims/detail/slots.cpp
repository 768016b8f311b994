// SPDX-License-Identifier: Apache-2.0
// The places that conditions and roles of rules name, found around verbs and event nouns.
#include <algorithm>

#include <hearsay/claims/detail/arguments.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr TokenIndex k_reach = 16;  // words between the two sides of "clashes between ... and ..."

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

}  // namespace hearsay::claims::detail
