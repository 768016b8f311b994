// SPDX-License-Identifier: Apache-2.0
// GeoJSON (RFC 7946): a point a claim, its radius beside it.
#include <hearsay/present/exports/interchange.hpp>
#include <hearsay/present/exports/or_null.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

template <class Items>
Json names_json(const Items& items) {
  std::string names;
  for (const auto& item : items) {
    names += (names.empty() ? "" : "; ") + item.name;
  }
  return text_or_null(names);
}

/// "6..6 killed; 24.. wounded"
Json amounts_json(const std::vector<ClaimQuantity>& quantities) {
  std::string out;
  for (const ClaimQuantity& quantity : quantities) {
    out += fmt::format("{}{}..{} {}", out.empty() ? "" : "; ", number_or_nothing(quantity.amount.min),
                       number_or_nothing(quantity.amount.max), quantity.amount.what);
  }
  return text_or_null(out);
}

}  // namespace

Json geojson_feature(const actions::ExportedClaim& exported) {
  const Claim& claim = exported.row.claim;
  const DateRange when = claim.time ? claim.time->at.range : DateRange{};
  const bool placed = claim.place && claim.place->at.lat && claim.place->at.lon;
  Json feature;
  feature["type"] = "Feature";
  feature["id"] = claim.doc + "#" + to_hex(claim.id);
  feature["geometry"] =
      placed ? Json{{"type", "Point"}, {"coordinates", {*claim.place->at.lon, *claim.place->at.lat}}} : Json(nullptr);
  feature["properties"] = {{"doc", claim.doc},
                           {"claim", to_hex(claim.id)},
                           {"type", claim.type},
                           {"mode", text_or_null(claim.mode)},
                           {"status", to_string(claim.status)},
                           {"actors", names_json(claim.actors)},
                           {"recipients", names_json(claim.recipients)},
                           {"place", claim.place ? text_or_null(claim.place->name) : Json(nullptr)},
                           {"radius_km", placed ? Json(claim.place->at.radius_km) : Json(nullptr)},
                           {"from", day_or_null(when.from)},
                           {"to", day_or_null(when.to)},
                           {"quantities", amounts_json(claim.quantities)},
                           {"equipment", names_json(claim.equipment)},
                           {"outlet", text_or_null(exported.row.outlet_name)},
                           {"attribution", names_json(claim.attribution)},
                           {"anonymous", claim.anonymous},
                           {"sentence", text_of(exported.report->text.text, claim.sentence)}};
  return feature;
}

}  // namespace hearsay::present
