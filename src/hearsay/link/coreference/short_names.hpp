// SPDX-License-Identifier: Apache-2.0
// Short forms that a text makes itself: "the State Board of Antiquities (SBA)", "Hallam" after "Colonel Peter Hallam".
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Of a name and its acronym in brackets behind it, or the other way round, the later takes the earlier for antecedent;
/// so does every later mention of the same acronym. What only one of them is known for, entity and name, both have.
/// The mentions are sorted; the letters of an acronym must stand in the name in their order, the first one first.
void join_acronyms(std::string_view text, std::vector<Linked>& mentions);

/// A person of one word that no pack knows takes the person named in full before it whose last word it is for
/// antecedent, with entity and name; not where two in full share that word.
void join_surnames(std::string_view text, std::vector<Linked>& mentions);

}  // namespace hearsay::link
