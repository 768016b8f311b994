// SPDX-License-Identifier: Apache-2.0
// Places of one report: readings gathered from lists, words around them heard, the best chosen and written down.
#pragma once
#include <vector>

#include <hearsay/link/names/recognise.hpp>
#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/place_words.hpp>
#include <hearsay/link/places/resolve.hpp>

namespace hearsay::link {

struct PlaceTools {
  const Gazetteer& gazetteer;
  const PlaceWords& place_words;
  const Pack& pack;
};

/// Fills entity, name, type, ranked and place of every draft of kind place, facility or nationality.
void link_places(const Words& words, std::vector<Draft>& drafts, const PlaceTools& tools, const ReportContext& context);

}  // namespace hearsay::link
