// SPDX-License-Identifier: Apache-2.0
// Status by climbing the tree; the words' effects are in lang-en/factuality.tsv.
#include <hearsay/claims/detail/factuality.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

constexpr int k_climb = 8;

struct Climb {
  const Reading& in;
  Factuality result;
  bool negated = false;

  const FactualityEntry& entry(TokenIndex t) const { return in.book.factuality[in.word(t).id]; }

  void decide(Status status, TokenIndex by) {
    if (result.status == Status::asserted) {
      result.status = status;
      result.why.assign(in.form(by));
    }
  }

  /// Returns false when climbing must end.
  bool apply(Effect effect, TokenIndex by) {
    switch (effect) {
      case Effect::none:
        return true;
      case Effect::through:
        return true;
      case Effect::asserted:
        return false;
      case Effect::denied:
        decide(Status::denied, by);
        result.averted = in.in_class(by, in.book.bit_averting);
        return false;
      case Effect::planned:
        decide(Status::planned, by);
        return false;
      case Effect::possible:
        decide(Status::possible, by);
        return false;
      case Effect::negate:
        negated = !negated;
        result.why.assign(in.form(by));
        return true;
    }
    return true;
  }

  /// Negation, modals and adverbs on the node itself.
  void look_at(TokenIndex node) {
    bool no = false;
    for (const TokenIndex c : in.children(node)) {
      const Deprel deprel = universal(in.deprel(c));
      if (deprel != Deprel::advmod && deprel != Deprel::aux && deprel != Deprel::det && deprel != Deprel::mark &&
          deprel != Deprel::cc && deprel != Deprel::amod) {
        continue;
      }
      const auto inner = in.children(c);
      const bool no_longer = deprel == Deprel::advmod && std::any_of(inner.begin(), inner.end(), [&](TokenIndex x) {
                               return in.in_class(x, in.book.bit_negation);
                             });
      if (no_longer || in.in_class(c, in.book.bit_negation)) {
        no = true;
        result.why.assign(in.form(c));
        continue;
      }
      if (in.in_class(c, in.book.bit_future) && deprel == Deprel::aux) {
        result.future = true;
      }
      apply(entry(c).attached, c);
    }
    if (no) {
      negated = !negated;
    }
    if (const TokenIndex should = counterfactual(node); should >= 0) {
      result.status = Status::denied;
      result.why.assign(in.form(should)).append(" have");
    }
    if (const TokenIndex aim = stated_aim(node); aim >= 0) {
      decide(Status::planned, aim);
    }
  }

  /// "They should have let them in": they did not.
  TokenIndex counterfactual(TokenIndex node) const {
    TokenIndex should = -1;
    bool have = false;
    for (const TokenIndex c : in.children(node)) {
      if (in.deprel(c) == Deprel::aux) {
        should = in.form(c) == "should" || in.form(c) == "ought" ? c : should;
        have = have || in.form(c) == "have";
      }
    }
    return have ? should : -1;
  }

  /// "The goal is to retake the town": the subject that makes the infinitive an aim.
  TokenIndex stated_aim(TokenIndex node) const {
    bool infinitive = false;
    TokenIndex aim = -1;
    for (const TokenIndex c : in.children(node)) {
      const Deprel deprel = in.deprel(c);
      infinitive = infinitive || (deprel == Deprel::mark && in.word(c).id == in.book.w_to);
      const bool subject = deprel == Deprel::nsubj || deprel == Deprel::nsubj_outer;
      aim = subject && in.in_class(c, in.book.bit_aim) ? c : aim;
    }
    return infinitive ? aim : -1;
  }

  /// "No soldiers were killed": the subject is denied, and the event with it.
  void look_at_arguments(TokenIndex verb) {
    for (const TokenIndex argument : {surface_subject(in, verb), patient_of(in, verb)}) {
      if (argument < 0) {
        continue;
      }
      if (in.in_class(argument, in.book.bit_negation)) {
        negated = true;
        result.why.assign(in.form(argument));
      }
      for (const TokenIndex c : in.children(argument)) {
        if (in.deprel(c) == Deprel::det && in.in_class(c, in.book.bit_negation)) {
          negated = true;
          result.why.assign(in.form(c));
        }
      }
    }
  }
};

bool is_question(const Reading& in, TokenIndex t) {
  const Sentence& sentence = in.sentence(t);
  for (auto last = sentence.end_token; last > sentence.first_token && sentence.end_token - last < 3; --last) {
    if (in.form(static_cast<TokenIndex>(last - 1)) == "?") {
      return true;
    }
  }
  return false;
}

bool has_to(const Reading& in, TokenIndex verb) {
  return std::any_of(in.children(verb).begin(), in.children(verb).end(),
                     [&](TokenIndex c) { return in.deprel(c) == Deprel::mark && in.word(c).id == in.book.w_to; });
}

bool has_own_auxiliary(const Reading& in, TokenIndex verb) {
  return in.child(verb, Deprel::aux) >= 0 || in.child(verb, Deprel::aux_pass) >= 0;
}

/// Effect of the governor on the node below it.
Effect effect_of_governor(const Climb& climb, TokenIndex node, TokenIndex head) {
  const Reading& in = climb.in;
  const FactualityEntry& entry = climb.entry(head);
  const Deprel deprel = universal(in.deprel(node));
  if (in.word(node).verb) {
    if (entry.complement != Effect::none && deprel != Deprel::conj && in.deprel(node) != Deprel::acl_relcl &&
        deprel != Deprel::parataxis) {
      if (deprel != Deprel::advcl || has_to(in, node) || in.preposition(node) != k_unknown) {
        return entry.complement;
      }
    }
    if (has_to(in, node) && deprel == Deprel::advcl) {
      return Effect::planned;  // purpose: "to retake the town"
    }
    return Effect::none;
  }
  if (deprel == Deprel::nsubj && in.deprel(node) != Deprel::nsubj_pass && in.word(head).verb) {
    return Effect::none;  // who acts is not what is feared or planned
  }
  return deprel == Deprel::conj || deprel == Deprel::appos ? Effect::none : entry.object;
}

bool climbs_further(const Reading& in, TokenIndex node, TokenIndex head) {
  const Deprel deprel = in.deprel(node);
  switch (universal(deprel)) {
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::csubj:
      return true;
    case Deprel::conj:
      return in.child(node, Deprel::nsubj) < 0 && in.child(node, Deprel::nsubj_pass) < 0;
    case Deprel::advcl:
      return has_to(in, node) || in.word(node).noun || in.preposition(node) != k_unknown;
    case Deprel::acl:
      return deprel != Deprel::acl_relcl && (has_to(in, node) || in.preposition(node) != k_unknown);
    case Deprel::obj:
    case Deprel::nsubj:
      return in.word(head).verb || in.word(head).noun || in.word(head).adjective;
    case Deprel::obl:
    case Deprel::nmod:
      return true;
    default:
      return false;
  }
}

}  // namespace

Factuality read_factuality(const Reading& in, const Trigger& trigger) {
  Climb climb{in, {}, false};
  const TriggerRule& rule = in.book.rules[trigger.rule];
  if (rule.status) {
    climb.decide(*rule.status, trigger.token);
  }
  TokenIndex node = trigger.frame;
  climb.look_at(trigger.token);
  if (node != trigger.token) {
    climb.look_at(node);
  }
  if (in.word(node).verb) {
    climb.look_at_arguments(node);
  }
  for (int steps = 0; steps < k_climb && climb.result.status == Status::asserted; ++steps) {
    const TokenIndex head = in.head(node);
    if (head < 0 || !climbs_further(in, node, head)) {
      break;
    }
    const Effect effect = effect_of_governor(climb, node, head);
    const Deprel deprel = universal(in.deprel(node));
    if (!climb.apply(effect, head)) {
      climb.look_at(head);
      break;
    }
    if (effect == Effect::none && deprel == Deprel::acl && has_to(in, node)) {
      break;  // "a base to train them": no aim is stated by the noun
    }
    const bool opaque =
        effect == Effect::none && deprel != Deprel::xcomp && deprel != Deprel::conj && deprel != Deprel::acl;
    if (opaque) {
      break;
    }
    const bool own = climb.negated;
    climb.look_at(head);
    if (deprel == Deprel::conj) {  // "did not and will not": each no is its own
      climb.negated = own || (climb.negated && !has_own_auxiliary(in, node));
    }
    node = head;
  }
  if (climb.negated) {
    climb.result.refused = climb.result.future;
    climb.result.status = Status::denied;
  } else if (climb.result.status == Status::asserted && climb.result.future) {
    climb.result.status = Status::planned;
  }
  if ((climb.result.status == Status::asserted || climb.result.status == Status::planned) &&
      is_question(in, trigger.token)) {
    climb.result.status = Status::possible;
    climb.result.why = std::string(1, '?');
  }
  return climb.result;
}

}  // namespace hearsay::claims::detail
