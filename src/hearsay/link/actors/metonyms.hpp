// SPDX-License-Identifier: Apache-2.0
// Names that modify a word, and names of countries and capitals that stand for a government.
#pragma once
#include <vector>

#include <hearsay/link/actors/link_actors.hpp>

namespace hearsay::link {

/// "Syrian army", "Aleppo airport", "Syria's interior minister", "Ankara-backed": the name modifies a word after it.
bool is_attributive(const Linked& linked, const CleanText& text, const Analysis& analysis);

/// Marks attributive names, and countries and capitals that act ("Washington said"), own what states own ("Moscow's
/// jets") or are dealt with ("talks with Ankara"). A metonym keeps its kind and point; entity and name become those of
/// the government.
void mark_metonyms(const CleanText& text, const Analysis& analysis, std::vector<Draft>& drafts,
                   const ActorTools& tools);

}  // namespace hearsay::link
