// SPDX-License-Identifier: Apache-2.0
// Matching trigger rules.
#include <hearsay/claims/detail/triggers.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

bool near_holds(const Reading& in, TokenIndex trigger, const Condition& condition) {
  const Sentence& sentence = in.sentence(trigger);
  for (auto t = static_cast<TokenIndex>(sentence.first_token); t < static_cast<TokenIndex>(sentence.end_token); ++t) {
    if (t != trigger && fills(in, t, condition.any_of)) {
      return true;
    }
  }
  return false;
}

bool slot_holds(const Reading& in, TokenIndex trigger, Slot slot, const Condition& condition) {
  for (const TokenIndex t : slot_of(in, trigger, slot, condition.preps)) {
    const TokenList all = conjuncts(in, t);
    if (std::any_of(all.begin(), all.end(), [&](TokenIndex one) { return fills(in, one, condition.any_of); })) {
      return true;
    }
  }
  return false;
}

bool condition_holds(const Reading& in, TokenIndex trigger, const Condition& condition) {
  const bool found = std::any_of(condition.slots.begin(), condition.slots.end(), [&](Slot slot) {
    return slot == Slot::near ? near_holds(in, trigger, condition) : slot_holds(in, trigger, slot, condition);
  });
  return found != condition.negated;
}

std::uint8_t pos_of(const Reading& in, TokenIndex t) {
  const Word& word = in.word(t);
  return static_cast<std::uint8_t>((word.verb ? k_verb : 0) | (word.noun ? k_noun : 0) | (word.adjective ? k_adj : 0));
}

const TriggerRule* first_that_holds(const Reading& in, TokenIndex t, std::uint8_t pos, std::uint32_t& number) {
  for (const std::uint32_t candidate : in.book.by_word[in.word(t).id]) {
    const TriggerRule& rule = in.book.rules[candidate];
    if ((rule.pos & pos) != 0 && holds(in, t, rule)) {
      number = candidate;
      return &rule;
    }
  }
  return nullptr;
}

/// "Civil Defence", "Operation Olive Branch": a word of a longer name that is linked.
bool stands_in_name(const Reading& in, TokenIndex t) {
  for (const std::int32_t index : {in.word(t).actor, in.word(t).place}) {
    if (index >= 0 && in.linked(index).end_token - in.linked(index).first_token > 1 &&
        !in.linked(index).entity.empty()) {
      return true;
    }
  }
  return false;
}

/// "Groups in the hills near Homs fired rocket shells": a participle right behind a noun is no epithet, unless it makes
/// one ("rebel held areas").
bool is_main_verb(const Reading& in, TokenIndex t) {
  return t > 0 && in.word(t - 1).sentence == in.word(t).sentence && in.word(t - 1).noun &&
         !in.in_class(t, in.book.bit_led) && in.token(t).xpos == "VBN" && in.head(t) > t + 1;
}

/// "Without causing more deaths".
bool is_left_undone(const Reading& in, TokenIndex verb) {
  const auto children = in.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return in.deprel(c) == Deprel::mark && in.in_class(c, in.book.bit_negation);
  });
}

/// Why a word that a rule fits is still no event of its own: an epithet, a modifier of another noun, an auxiliary.
const char* not_an_event(const Reading& in, TokenIndex t, const TriggerRule& rule) {
  const Deprel deprel = in.deprel(t);
  if (deprel == Deprel::aux || deprel == Deprel::aux_pass || deprel == Deprel::cop || deprel == Deprel::fixed) {
    return "auxiliary or fixed phrase";
  }
  if (t > 0 && in.form(t - 1) == "-" && in.in_class(t, in.book.bit_led) &&
      in.word(t - 1).sentence == in.word(t).sentence) {
    return "epithet of a noun";
  }
  if (in.word(t).time >= 0) {
    return "part of a time phrase";
  }
  if (in.token(t).upos == Upos::propn && stands_in_name(in, t)) {
    return "part of a name";
  }
  if (rule.bare) {
    return nullptr;
  }
  const std::string_view xpos = in.token(t).xpos;
  const bool finite = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP";
  if (in.word(t).verb && deprel == Deprel::amod && !finite && !is_main_verb(in, t)) {
    return "epithet of a noun";
  }
  if (in.word(t).verb && is_left_undone(in, t)) {
    return "not done";
  }
  if (in.word(t).noun && (deprel == Deprel::compound || deprel == Deprel::nmod_poss || deprel == Deprel::flat)) {
    return "modifies another noun";
  }
  if (in.word(t).verb && deprel == Deprel::compound && !finite) {
    return "epithet of a noun";
  }
  return nullptr;
}

}  // namespace

bool holds(const Reading& in, TokenIndex trigger, const TriggerRule& rule) {
  return std::all_of(rule.needs.begin(), rule.needs.end(),
                     [&](const Condition& condition) { return condition_holds(in, trigger, condition); });
}

std::string rule_name(const TriggerRule& rule) {
  return rule.path + ":" + std::to_string(rule.line) + " " + rule.id;
}

Span trigger_span(const Reading& in, const Trigger& trigger) {
  Span span = in.token(trigger.token).span;
  if (const TokenIndex particle = in.child(trigger.token, Deprel::compound_prt); particle == trigger.token + 1) {
    span.end = in.token(particle).span.end;
  }
  return span;
}

Triggers find_triggers(const Reading& in) {
  Triggers result;
  for (TokenIndex t = 0; t < in.count(); ++t) {
    if (in.word(t).id == k_unknown || in.book.by_word[in.word(t).id].empty()) {
      continue;
    }
    const Sentence& sentence = in.sentence(t);
    std::uint32_t number = 0;
    const TriggerRule* rule = first_that_holds(in, t, pos_of(in, t), number);
    const bool title = sentence.marked && sentence.mark == MarkKind::title;
    if (!rule && (title || in.token(t).upos == Upos::propn)) {
      rule = first_that_holds(in, t, k_verb | k_noun, number);
    }
    if (!rule) {
      continue;
    }
    const Span span = in.token(t).span;
    if (rule->type.empty()) {
      result.silences.push_back({span, rule_name(*rule), "other sense of the word"});
    } else if (const char* why = not_an_event(in, t, *rule)) {
      result.silences.push_back({span, rule_name(*rule), why});
    } else {
      const TokenIndex light = in.word(t).noun ? light_verb_of(in, t) : -1;
      const TokenIndex under = in.word(t).noun ? undergoing_verb_of(in, t) : -1;
      result.found.push_back({t, light >= 0 ? light : under >= 0 ? under : t, number});
    }
  }
  return result;
}

}  // namespace hearsay::claims::detail
