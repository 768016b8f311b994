// SPDX-License-Identifier: Apache-2.0
// Places told by others: "100km north of al-Tanf", "near Raqqa", "between Homs and Palmyra", "northern Syria".
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <hearsay/link/names/recognise.hpp>
#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/place_words.hpp>

namespace hearsay::link {

/// Where a point told by distance and bearing from an anchor lies, and how far off it may be.
///
/// Reports err in bearings far more than in distances (measured on 17 relative locations of three reports: distances
/// within a tenth, bearings off by up to 90 degrees and more), so the radius covers a turn of about 45 degrees: 0.75 of
/// the distance. Without a bearing: a circle around the anchor of that distance. Without a distance: a sector whose
/// middle lies 22 km off, 50 km wide.
struct Offset {
  GeoPoint centre;
  double radius_km = 0;
};
Offset offset_from(GeoPoint anchor, double anchor_radius_km, std::optional<double> distance_km,
                   std::optional<double> bearing_deg);

/// Finds relative places around linked places and adds them as mentions of their own, or, where words only widen a
/// place
/// ("near Raqqa"), changes that place's radius. A named place that a report puts where it is not gets a PlaceConflict.
/// `drafts` are in order of begin; `amounts` are the report's quantities, sorted by begin; `theatre` is the pack's
/// name.
void link_relative_places(const CleanText& text, const Analysis& analysis, const Words& words,
                          std::vector<Draft>& drafts, const std::vector<Linked>& amounts, const PlaceWords& place_words,
                          const std::string& theatre);

}  // namespace hearsay::link
