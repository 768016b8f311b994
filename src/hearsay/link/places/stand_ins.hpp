// SPDX-License-Identifier: Apache-2.0
// "The city", "the base": words that stand for a place named before.
#pragma once
#include <vector>

#include <hearsay/link/names/recognise.hpp>

namespace hearsay::link {

/// Adds a nominal draft for every definite kind word that stands alone and has a place of its kind named a few
/// sentences before: antecedent (index into drafts), entity and PlaceRef are that place's, the score is lower. What has
/// none is not added. Goes after metonyms are marked: a government is no city.
void add_stand_ins(const Analysis& analysis, const Words& words, std::vector<Draft>& drafts,
                   const PlaceWords& place_words);

}  // namespace hearsay::link
