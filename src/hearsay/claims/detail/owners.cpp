// SPDX-License-Identifier: Apache-2.0
#include <hearsay/claims/detail/owners.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

/// "rebel-held", "US-led": who stands before the participle.
TokenIndex owner_in_compound(const Reading& in, TokenIndex participle) {
  for (const TokenIndex c : in.children(participle)) {
    if (c < participle && (in.word(c).actor >= 0 || in.in_class(c, in.book.bit_owner))) {
      return c;
    }
  }
  const bool hyphen = participle > 1 && in.form(participle - 1) == "-";
  const TokenIndex before = participle - 2;
  return hyphen && (in.word(before).actor >= 0 || in.in_class(before, in.book.bit_owner)) ? before : -1;
}

/// "Was backed by fighters from the group": the group hung on the verb.
TokenIndex owner_beside(const Reading& in, TokenIndex t) {
  const TokenIndex head = in.head(t);
  if (head < 0 || !in.word(head).verb || !in.in_class(t, in.book.bit_stateless)) {
    return -1;
  }
  for (const TokenIndex c : in.children(head)) {
    const TokenIndex marker = in.child(c, Deprel::case_);
    if (marker == t + 1 && in.word(marker).id == in.book.w_from && is_somebody(in, c)) {
      return c;
    }
  }
  return -1;
}

}  // namespace

bool is_modifier(Deprel deprel) {
  return deprel == Deprel::compound || deprel == Deprel::amod || deprel == Deprel::nmod_poss ||
         deprel == Deprel::nmod_desc || deprel == Deprel::flat;
}

bool is_nationality(const Reading& in, TokenIndex t) {
  return in.word(t).actor >= 0 && in.linked(in.word(t).actor).kind == MentionKind::nationality;
}

bool is_against(const Reading& in, TokenIndex t) {
  for (TokenIndex before = t - 1; before >= 0 && before >= t - 2; --before) {
    if (in.word(before).id == in.book.w_anti) {
      return true;
    }
  }
  return in.form(t).starts_with("anti") || in.form(t).starts_with("Anti");
}

TokenIndex owning_modifier(const Reading& in, TokenIndex t, int depth) {
  TokenIndex best = -1;
  for (const TokenIndex c : in.children(t)) {
    if (!is_modifier(in.deprel(c)) || depth > 2 || is_against(in, c)) {
      continue;
    }
    if (in.in_class(c, in.book.bit_led) && in.deprel(c) == Deprel::amod) {
      const TokenIndex owner = in.in_class(c, in.book.bit_held) ? owner_in_compound(in, c) : -1;
      best = owner >= 0 ? owner : best;
      continue;
    }
    if (in.word(c).actor >= 0 && in.linked(in.word(c).actor).kind != MentionKind::place) {
      return c;
    }
    const bool possessive = in.deprel(c) == Deprel::nmod_poss && in.in_class(c, in.book.bit_pronoun);
    if (best < 0 && (possessive || in.in_class(c, in.book.bit_owner))) {
      best = c;
    }
    if (const TokenIndex inner = owning_modifier(in, c, depth + 1); inner >= 0 && best < 0) {
      best = inner;
    }
  }
  if (best < 0 && depth == 0 && t > 0 && in.word(t - 1).sentence == in.word(t).sentence && in.word(t - 1).actor >= 0 &&
      !is_against(in, t - 1)) {
    const Linked& before = in.linked(in.word(t - 1).actor);
    return before.end_token == static_cast<std::uint32_t>(t) && before.kind != MentionKind::place ? t - 1 : -1;
  }
  return best;
}

TokenIndex owner_after(const Reading& in, TokenIndex t) {
  for (const TokenIndex c : in.children(t)) {
    const Deprel deprel = universal(in.deprel(c));
    if (deprel != Deprel::nmod && deprel != Deprel::acl && deprel != Deprel::amod) {
      continue;
    }
    const WordId preposition = in.preposition(c);
    if (preposition == in.book.w_of || preposition == in.book.w_from || preposition == in.book.w_with) {
      return c;
    }
    const bool depot = in.in_class(t, in.book.bit_vehicle) || in.in_class(t, in.book.bit_container);
    if (depot && preposition == in.book.w_for && is_armed(in, c)) {
      return c;  // "a depot for the gunmen"
    }
    if (in.in_class(c, in.book.bit_loyal) || in.in_class(c, in.book.bit_held) || in.in_class(c, in.book.bit_used)) {
      for (const TokenIndex inner : in.children(c)) {
        const WordId inner_preposition = in.preposition(inner);
        if (universal(in.deprel(inner)) == Deprel::obl &&
            (inner_preposition == in.book.w_to || inner_preposition == in.book.w_by)) {
          return inner;
        }
      }
    }
  }
  return owner_beside(in, t);
}

TokenIndex owner_held_true(const Reading& in, TokenIndex t) {
  for (TokenIndex verb = t + 1; verb < t + 4 && verb + 3 < in.count(); ++verb) {
    const bool about = in.head(verb) == t || in.head(t) == verb || in.head(verb) == in.head(t);
    if (about && in.in_class(verb, in.book.bit_belief) && in.word(verb + 1).id == in.book.w_to &&
        in.form(verb + 2) == "belong" && in.word(verb + 3).id == in.book.w_to) {
      for (TokenIndex owner = verb + 4; owner < in.count() && owner < verb + 8; ++owner) {
        if (in.word(owner).actor >= 0) {
          return static_cast<TokenIndex>(in.linked(in.word(owner).actor).head_token);
        }
      }
    }
    if (about && in.in_class(verb, in.book.bit_belief) && in.word(verb + 1).id == in.book.w_to &&
        in.form(verb + 2) == "be" && in.word(verb + 3).actor >= 0) {
      return verb + 3;
    }
  }
  return -1;
}

}  // namespace hearsay::claims::detail
