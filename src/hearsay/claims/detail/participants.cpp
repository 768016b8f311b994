// SPDX-License-Identifier: Apache-2.0
// From phrases to participants.
#include <hearsay/claims/detail/participants.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

constexpr int k_depth = 4;   // "a source in a unit of a brigade of": deeper phrases name nobody new

bool is_country(const Linked& mention) { return mention.place && mention.place->feature.starts_with("PCL"); }

/// The named mention that a pronoun or "the group" stands for.
const Linked& named(const Reading& in, const Linked& mention) {
  const Linked* at = &mention;
  for (int steps = 0; steps < 4 && at->antecedent >= 0; ++steps) {
    at = &in.linked(at->antecedent);
  }
  return *at;
}

Somebody from_mention(const Reading& in, std::int32_t index, TokenIndex head) {
  const Linked& mention = in.linked(index);
  const Linked& who = named(in, mention);
  const bool elsewhere = in.word(static_cast<TokenIndex>(who.head_token)).sentence != in.word(head).sentence;
  std::string name = who.name.empty() ? std::string(text_of(in.report.text.text, who.span)) : who.name;
  return {{who.entity, std::move(name), mention.span, elsewhere}, head};
}

Somebody from_words(const Reading& in, TokenIndex t) {
  const Span span = in.phrase(t);
  return {{"", std::string(text_of(in.report.text.text, span)), span, false}, t};
}

bool is_modifier(Deprel deprel) {
  return deprel == Deprel::compound || deprel == Deprel::amod || deprel == Deprel::nmod_poss || deprel == Deprel::nmod_desc || deprel == Deprel::flat;
}

/// "Russian jets", "IS fighters", "the regime's positions", "rebel-held areas".
TokenIndex owning_modifier(const Reading& in, TokenIndex t, int depth = 0) {
  TokenIndex best = -1;
  for (const TokenIndex c : in.children(t)) {
    if (!is_modifier(in.deprel(c)) || depth > 2) {
      continue;
    }
    if (in.word(c).actor >= 0) {
      return c;
    }
    if (best < 0 && in.in_class(c, in.book.bit_actor)) {
      best = c;
    }
    if (const TokenIndex inner = owning_modifier(in, c, depth + 1); inner >= 0 && best < 0) {
      best = inner;
    }
  }
  return best;
}

TokenIndex owner_after(const Reading& in, TokenIndex t) {
  for (const TokenIndex c : in.children(t)) {
    if (universal(in.deprel(c)) == Deprel::nmod || universal(in.deprel(c)) == Deprel::acl || universal(in.deprel(c)) == Deprel::amod) {
      const WordId preposition = in.preposition(c);
      if (preposition == in.book.w_of || preposition == in.book.w_from || preposition == in.book.w_with) {
        return c;
      }
      if (in.in_class(c, in.book.words.class_bit("loyal"))) {   // "loyal to", "belonging to"
        for (const TokenIndex inner : in.children(c)) {
          if (universal(in.deprel(inner)) == Deprel::obl && in.preposition(inner) == in.book.w_to) {
            return inner;
          }
        }
      }
    }
  }
  return -1;
}

void append(std::vector<Somebody>& to, std::vector<Somebody> more) {
  for (Somebody& one : more) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const Somebody& have) {
      return (!one.who.entity.empty() && have.who.entity == one.who.entity) || have.who.name == one.who.name;
    });
    if (!known) {
      to.push_back(std::move(one));
    }
  }
}

std::vector<Somebody> resolve_one(const Reading& in, TokenIndex t, Side side, int depth);

std::vector<Somebody> by_owner(const Reading& in, TokenIndex t, Side side, int depth) {
  if (const TokenIndex modifier = owning_modifier(in, t); modifier >= 0) {
    return resolve_one(in, modifier, side, depth + 1);
  }
  if (const TokenIndex owner = owner_after(in, t); owner >= 0) {
    std::vector<Somebody> found;
    for (const TokenIndex one : conjuncts(in, owner)) {
      append(found, resolve_one(in, one, side, depth + 1));
    }
    return found;
  }
  return {};
}

/// A common noun for people or forces: the owner's name, or the neutral word for the class, or the words themselves.
std::vector<Somebody> from_class(const Reading& in, TokenIndex t, Side side, int depth) {
  const std::string& neutral = in.book.class_actor[in.word(t).id];
  auto owner = by_owner(in, t, side, depth);
  const bool state_noun = neutral.empty();
  if (!owner.empty() && (state_noun || in.report.links.mentions.empty() || owner.front().who.entity.find("actor/") != std::string::npos)) {
    return owner;
  }
  if (!neutral.empty()) {
    return {{{"", neutral, in.phrase(t), false}, t}};
  }
  return {from_words(in, t)};
}

std::vector<Somebody> resolve_one(const Reading& in, TokenIndex t, Side side, int depth) {
  if (depth > k_depth) {
    return {};
  }
  t = meaning_head(in, t);
  const Word& word = in.word(t);
  if (word.actor >= 0) {
    const Linked& mention = in.linked(word.actor);
    const bool bare_nationality = mention.kind == MentionKind::nationality && mention.head_token != static_cast<std::uint32_t>(t);
    if (!bare_nationality) {
      return {from_mention(in, word.actor, t)};
    }
  }
  if (in.in_class(t, in.book.bit_container) || in.in_class(t, in.book.bit_vehicle)) {
    if (auto owner = by_owner(in, t, side, depth); !owner.empty()) {
      return owner;
    }
  }
  if (in.in_class(t, in.book.bit_actor) || in.in_class(t, in.book.bit_person)) {
    return from_class(in, t, side, depth);
  }
  if (word.place >= 0 && in.linked(word.place).head_token == static_cast<std::uint32_t>(t)) {
    const bool acts = side == Side::actor && is_country(in.linked(word.place));
    return acts ? std::vector<Somebody>{from_mention(in, word.place, t)} : std::vector<Somebody>{};
  }
  if (const std::string& neutral = in.book.class_actor[word.id]; !neutral.empty()) {
    auto owner = by_owner(in, t, side, depth);
    return !owner.empty() ? owner : std::vector<Somebody>{{{"", neutral, in.phrase(t), false}, t}};
  }
  return by_owner(in, t, side, depth);
}

std::vector<Somebody> by_roles(const Reading& in, TokenIndex trigger, const RoleSpec& spec, Side side) {
  for (const RoleSource& source : spec) {
    std::vector<Somebody> found;
    for (const TokenIndex t : slot_of(in, trigger, source.slot, source.preps)) {
      append(found, resolve_phrase(in, t, side));
    }
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

bool same(const Somebody& a, const Somebody& b) {
  return a.head == b.head || (!a.who.entity.empty() ? a.who.entity == b.who.entity : a.who.name == b.who.name);
}

}  // namespace

std::vector<Somebody> resolve_phrase(const Reading& in, TokenIndex t, Side side) {
  std::vector<Somebody> found;
  for (const TokenIndex one : conjuncts(in, t)) {
    append(found, resolve_one(in, one, side, 0));
  }
  return found;
}

Cast find_cast(const Reading& in, const Trigger& trigger) {
  const TriggerRule& rule = in.book.rules[trigger.rule];
  Cast cast;
  cast.actors = by_roles(in, trigger.token, rule.actor, Side::actor);
  cast.recipients = by_roles(in, trigger.token, rule.recipient, Side::recipient);
  if (cast.recipients.empty() && trigger.frame != trigger.token && rule.pos == k_noun) {
    if (const TokenIndex under = undergoing_verb_of(in, trigger.token); under >= 0) {
      if (const TokenIndex subject = surface_subject(in, under); subject >= 0) {
        cast.recipients = resolve_phrase(in, subject, Side::recipient);
      }
    }
  }
  std::erase_if(cast.recipients, [&](const Somebody& one) {
    return std::any_of(cast.actors.begin(), cast.actors.end(), [&](const Somebody& actor) { return same(actor, one); });
  });
  return cast;
}

void add_framing(const Reading& in, TokenIndex head, const Participant& who, std::vector<Framing>& framing) {
  const auto check = [&](TokenIndex t) {
    const std::string& neutral = in.book.framing[in.word(t).id];
    if (!neutral.empty()) {
      framing.push_back({in.token(t).span, std::string(in.form(t)), who.entity});
    }
  };
  check(head);
  for (const TokenIndex c : in.children(head)) {
    if (is_modifier(in.deprel(c))) {
      check(c);
    }
  }
}

}  // namespace hearsay::claims::detail
