// SPDX-License-Identifier: Apache-2.0
// Reviewed claims as gold rows for evaluate.py.
#include <hearsay/present/exports/interchange.hpp>
#include <hearsay/present/exports/or_null.hpp>

#include <algorithm>

namespace hearsay::present {

namespace {

template <class Items>
Json names_json(const Items& items) {
  Json names = Json::array();
  for (const auto& item : items) {
    names.push_back(item.name);
  }
  return names;
}

Json first_text(const std::vector<Participant>& whos, std::string_view text) {
  return whos.empty() ? Json(nullptr) : Json(text_of(text, whos.front().span));
}

Json site_json(Span span, const CodePoints& points) {
  return {{"begin", points.at_byte(span.begin)}, {"end", points.at_byte(span.end)}};
}

Json sites_json(const Claim& claim, const CodePoints& points) {
  Json first = site_json(claim.sentence, points);
  first["trigger"] = {points.at_byte(claim.trigger.begin), points.at_byte(claim.trigger.end)};
  Json sites = Json::array({first});
  for (const Span span : claim.sites) {
    sites.push_back(site_json(span, points));
  }
  return sites;
}

Json inferred_json(const Claim& claim) {
  const auto is_inferred = [](const Participant& who) { return who.inferred; };
  Json inferred = Json::array();
  if (std::any_of(claim.actors.begin(), claim.actors.end(), is_inferred)) {
    inferred.push_back("actor");
  }
  if (std::any_of(claim.recipients.begin(), claim.recipients.end(), is_inferred)) {
    inferred.push_back("recipient");
  }
  return inferred;
}

Json quantities_json(const Claim& claim, std::string_view text) {
  Json list = Json::array();
  for (const ClaimQuantity& quantity : claim.quantities) {
    list.push_back({{"text", text_of(text, quantity.span)},
                    {"min", number_or_null(quantity.amount.min)},
                    {"max", number_or_null(quantity.amount.max)},
                    {"what", quantity.amount.what}});
  }
  return list;
}

}  // namespace

Json gold_json(const actions::ExportedClaim& exported) {
  if (exported.reviews.empty() || exported.reviews.back().verdict != "right") {
    return nullptr;
  }
  const Claim& claim = exported.row.claim;
  const std::string_view text = exported.report->text.text;
  const CodePoints points(text);
  const ClaimPlace place = claim.place.value_or(ClaimPlace{});
  const DateRange when = claim.time ? claim.time->at.range : DateRange{};
  const actions::Review& review = exported.reviews.back();
  Json json;
  json["doc"] = claim.doc;
  json["id"] = to_hex(claim.id);
  json["type"] = claim.type;
  json["mode"] = text_or_null(claim.mode);
  json["actor_text"] = first_text(claim.actors, text);
  json["actor"] = names_json(claim.actors);
  json["recipient_text"] = first_text(claim.recipients, text);
  json["recipient"] = names_json(claim.recipients);
  json["place_text"] = claim.place ? Json(text_of(text, place.span)) : Json(nullptr);
  json["place"] = text_or_null(place.name);
  json["lat"] = number_or_null(place.at.lat);
  json["lon"] = number_or_null(place.at.lon);
  json["radius_km"] = place.at.lat ? Json(place.at.radius_km) : Json(nullptr);
  json["time"] = {{"from", day_or_null(when.from)}, {"to", day_or_null(when.to)}};
  json["quantity"] = quantities_json(claim, text);
  json["equipment"] = names_json(claim.equipment);
  json["attribution"] = names_json(claim.attribution);
  json["anonymous"] = claim.anonymous;
  json["status"] = to_string(claim.status);
  json["inferred"] = inferred_json(claim);
  json["also_type"] = Json::array();
  json["sites"] = sites_json(claim, points);
  json["reviewer"] = text_or_null(review.reviewer);
  json["note"] = text_or_null(review.note);
  return json;
}

}  // namespace hearsay::present
