// SPDX-License-Identifier: Apache-2.0
// PLOVER 2.0 JSON.
#include <hearsay/present/exports/interchange.hpp>
#include <hearsay/present/exports/or_null.hpp>

namespace hearsay::present {

namespace {

Json actor_json(const Participant& who, std::string_view text, const actions::Codes& codes) {
  const actions::ActorCodes known = codes.actor(who);
  return {{"code", text_or_null(known.country.iso3)},
          {"sector", text_or_null(known.sector)},
          {"entity_text", text_of(text, who.span)},
          {"identifier_id", text_or_null(who.entity)},
          {"identifier_text", text_or_null(who.name)}};
}

Json actors_json(const std::vector<Participant>& whos, std::string_view text, const actions::Codes& codes) {
  Json list = Json::array();
  for (const Participant& who : whos) {
    list.push_back(actor_json(who, text, codes));
  }
  return list;
}

/// 1 country, 2 province, 3 district, 4 city, 5 part of a city or a site.
int resolution(const PlaceRef& at) {
  if (at.feature.starts_with("PCL")) {
    return 1;
  }
  if (at.feature == "ADM1" || at.feature == "RGN" || at.radius_km > 50) {
    return 2;
  }
  if (at.feature.starts_with("ADM")) {
    return 3;
  }
  return at.feature.starts_with("PPL") && at.feature != "PPLX" ? 4 : 5;
}

/// GeoNames' class of a feature code, for populated places and for countries and their divisions; "" for others.
std::string feature_class(const std::string& code) {
  return code.starts_with("PPL") ? "P" : code.starts_with("ADM") || code.starts_with("PCL") ? "A" : "";
}

Json place_json(const ClaimPlace& place, std::string_view text, const actions::Codes& codes) {
  const actions::CountryCodes country = codes.country(place.at.country);
  const actions::Divisions divisions = codes.divisions(place);
  return {{"extracted_place", text_of(text, place.span)},
          {"resolved_place", text_or_null(place.name)},
          {"geonameid", place.at.geonames_id == 0 ? Json(nullptr) : Json(place.at.geonames_id)},
          {"lat", number_or_null(place.at.lat)},
          {"lon", number_or_null(place.at.lon)},
          {"city", feature_class(place.at.feature) == "P" ? text_or_null(place.name) : Json(nullptr)},
          {"district", text_or_null(divisions.admin2)},
          {"province", text_or_null(divisions.admin1)},
          {"country", text_or_null(country.name)},
          {"country_code", text_or_null(country.iso3)},
          {"feature_class", text_or_null(feature_class(place.at.feature))},
          {"feature_code", text_or_null(place.at.feature)},
          {"resolution", place.at.lat ? Json(resolution(place.at)) : Json(nullptr)},
          {"radius_km", place.at.radius_km}};
}

/// The first number told of each, at its lowest, without parts of it; null where none is.
Json size_json(const Claim& claim) {
  Json size = {{"dead", nullptr}, {"injured", nullptr}, {"arrested", nullptr}};
  for (const ClaimQuantity& quantity : claim.quantities) {
    const std::string& what = quantity.amount.what;
    const char* field = what == "killed"                           ? "dead"
                        : what == "wounded"                        ? "injured"
                        : what == "arrested" || what == "detained" ? "arrested"
                                                                   : nullptr;
    if (field != nullptr && quantity.amount.min && quantity.amount.part_of.empty() && size[field].is_null()) {
      size[field] = static_cast<std::int64_t>(*quantity.amount.min);
    }
  }
  return size;
}

Json modes_json(const Claim& claim, const actions::Codes& codes) {
  const std::string mode = claim.plover == claim.type ? codes.plover_mode(claim.type, claim.mode) : "";
  return mode.empty() ? Json::array() : Json::array({mode});
}

/// What PLOVER has no field for, so that nothing is lost.
Json own_json(const Claim& claim, const std::string& outlet) {
  Json voices = Json::array();
  for (const Voice& voice : claim.attribution) {
    voices.push_back(voice.name);
  }
  return {{"type", claim.type},
          {"mode", text_or_null(claim.mode)},
          {"status", to_string(claim.status)},
          {"outlet", text_or_null(outlet)},
          {"attribution", voices},
          {"anonymous", claim.anonymous}};
}

}  // namespace

Json plover_json(const actions::ExportedClaim& exported, const actions::Codes& codes) {
  const Claim& claim = exported.row.claim;
  if (claim.plover.empty() || claim.status == Status::denied) {
    return nullptr;
  }
  const CleanText& report = exported.report->text;
  const std::string_view text = report.text;
  const CodePoints points(text);
  const DateRange when = claim.time ? claim.time->at.range : DateRange{};
  const auto& published = exported.row.published;
  Json json;
  json["id"] = claim.doc + "#" + to_hex(claim.id);
  json["date"] = day_or_null(when.from        ? when.from
                             : when.to        ? when.to
                             : published.from ? published.from
                                              : published.to);
  json["enddate"] = day_or_null(when.to);
  json["actor"] = claim.actors.empty()
                      ? Json::array({Json{{"code", nullptr}, {"sector", nullptr}, {"entity_text", "unstated"}}})
                      : actors_json(claim.actors, text, codes);
  json["recipient"] = actors_json(claim.recipients, text, codes);
  json["event"] = Json::array({claim.plover});
  json["has_event"] = true;
  json["mode"] = modes_json(claim, codes);
  json["quad_code"] = codes.quad(claim.plover);
  json["event_text"] = text_of(text, claim.trigger);
  json["event_loc"] = claim.place ? place_json(*claim.place, text, codes) : Json(nullptr);
  json["size"] = size_json(claim);
  json["text"] = text_of(text, claim.sentence);
  json["text_info"] = {{"start", points.at_byte(claim.sentence.begin)}, {"end", points.at_byte(claim.sentence.end)}};
  json["cite_info"] = {{"citation", claim.doc},
                       {"url", text_or_null(report.url)},
                       {"title", text_or_null(report.title)},
                       {"language", text_or_null(report.language)},
                       {"publication", text_or_null(exported.row.outlet_name)},
                       {"version", "PLOVER 2.0"}};
  json["coder"] = "hearsay";
  json["hearsay"] = own_json(claim, exported.row.outlet_name);
  return json;
}

}  // namespace hearsay::present
