// SPDX-License-Identifier: Apache-2.0
// Whose forces, arms or ground a noun names, read off the tree: modifiers, "of", "held by", "believed to be".
#pragma once
#include <hearsay/claims/detail/participants.hpp>
#include <hearsay/claims/detail/reading.hpp>

namespace hearsay::claims::detail {

/// Relations of words that stand before a noun and describe it.
bool is_modifier(Deprel deprel);
bool is_nationality(const Reading& in, TokenIndex t);

/// "anti-IS forces": the name of whom they are against.
bool is_against(const Reading& in, TokenIndex t);

/// "Russian jets", "IS fighters", "the regime's positions", "rebel-held areas". -1: none. `depth` is 0 for the noun
/// itself.
TokenIndex owning_modifier(const Reading& in, TokenIndex t, int depth);

/// "units of the army", "fighters from Hezbollah", "forces loyal to", "areas held by". -1: none.
TokenIndex owner_after(const Reading& in, TokenIndex t);

/// "Jets believed to be Russian struck": whose they are held to be. -1: not told.
TokenIndex owner_held_true(const Reading& in, TokenIndex t);

}  // namespace hearsay::claims::detail
