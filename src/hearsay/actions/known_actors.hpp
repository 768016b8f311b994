// SPDX-License-Identifier: Apache-2.0
// What comparing knows of actors: taken from a pack when a store is compared, and kept in it for later questions.
#pragma once
#include <string>
#include <string_view>

#include <hearsay/compare/compare.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::actions {

/// What the pack knows of its actors, and of the countries that stand for their states.
compare::KnownActors known_actors_in(const packs::Pack& pack);

/// As text, one actor a line, and back. Lines that are none are left out.
std::string to_text(const compare::KnownActors& known);
compare::KnownActors known_actors_from(std::string_view text);

}  // namespace hearsay::actions
