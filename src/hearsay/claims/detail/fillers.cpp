// SPDX-License-Identifier: Apache-2.0
// What stands in a place: the noun that means the thing, and of which kind it is.
#include <algorithm>

#include <hearsay/claims/detail/arguments.hpp>

namespace hearsay::claims::detail {

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
