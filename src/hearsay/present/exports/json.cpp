// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/exports/json.hpp>
#include <hearsay/present/exports/or_null.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearsay::present {

namespace {

Json optional_number(const std::optional<double>& value) {
  if (!value) {
    return nullptr;
  }
  return *value == std::floor(*value) && std::abs(*value) < 1e15 ? Json(static_cast<std::int64_t>(*value))
                                                                 : Json(*value);
}

double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

void put_span(Json& json, Span span, const CodePoints& points) {
  json["begin"] = points.at_byte(span.begin);
  json["end"] = points.at_byte(span.end);
}

Json span_json(Span span, const CodePoints& points) {
  Json json;
  put_span(json, span, points);
  return json;
}

Json spans_json(const std::vector<Span>& spans, const CodePoints& points) {
  Json json = Json::array();
  for (const Span span : spans) {
    json.push_back(span_json(span, points));
  }
  return json;
}

std::string_view basis_name(DateBasis basis) {
  constexpr std::string_view k_names[] = {"none", "given", "metadata", "url", "byline", "dateline", "bounds"};
  return k_names[static_cast<std::size_t>(basis)];
}

std::string_view mark_name(MarkKind kind) {
  constexpr std::string_view k_names[] = {"title",       "byline",    "dateline", "caption",
                                          "boilerplate", "duplicate", "comment"};
  return k_names[static_cast<std::size_t>(kind)];
}

void put_place(Json& json, const PlaceRef& place) {
  json["lat"] = place.lat ? Json(rounded(*place.lat, 1e5)) : Json(nullptr);
  json["lon"] = place.lon ? Json(rounded(*place.lon, 1e5)) : Json(nullptr);
  json["radius_km"] = rounded(place.radius_km, 10);
  if (place.geonames_id != 0) {
    json["geonames_id"] = place.geonames_id;
  }
  json["feature"] = text_or_null(place.feature);
  json["country"] = text_or_null(place.country);
  if (!place.container.empty()) {
    json["container"] = place.container;
  }
  if (place.relative) {
    json["anchor"] = place.relative->anchor;
    json["relation"] = place.relative->relation;
    json["distance_km"] = optional_number(place.relative->distance_km);
    json["bearing_deg"] = optional_number(place.relative->bearing_deg);
  }
  if (place.conflict) {
    json["conflict"] = {{"what", place.conflict->what},
                        {"said", rounded(place.conflict->said, 10)},
                        {"known", rounded(place.conflict->known, 10)}};
  }
}

void put_time(Json& json, const TimeRef& time) {
  json["type"] = to_string(time.type);
  json["value"] = time.value;
  json["from"] = day_or_null(time.range.from);
  json["to"] = day_or_null(time.range.to);
  if (!time.symbolic.empty()) {
    json["symbolic"] = time.symbolic;
  }
}

void put_quantity(Json& json, const QuantityRef& quantity) {
  json["min"] = optional_number(quantity.min);
  json["max"] = optional_number(quantity.max);
  json["unit"] = text_or_null(quantity.unit);
  json["what"] = text_or_null(quantity.what);
  json["approximate"] = quantity.approximate;
  if (quantity.parts_add_up) {  // a total whose parts are told
    json["parts_add_up"] = *quantity.parts_add_up;
  }
}

Json mention_json(const CleanText& text, const Linked& linked, const CodePoints& points) {
  Json json;
  put_span(json, linked.span, points);
  json["text"] = text_of(text.text, linked.span);
  json["kind"] = to_string(linked.kind);
  json["type"] = text_or_null(linked.type);
  json["entity"] = text_or_null(linked.entity);
  json["name"] = text_or_null(linked.name);
  json["score"] = rounded(linked.score, 1000);
  if (linked.antecedent >= 0) {
    json["antecedent"] = linked.antecedent;
  }
  for (const auto& [flag, set] : {std::pair{"nominal", linked.nominal}, std::pair{"metonym", linked.metonym}}) {
    if (set) {
      json[flag] = true;
    }
  }
  if (linked.place) {
    put_place(json, *linked.place);
  }
  if (linked.time) {
    put_time(json, *linked.time);
  }
  if (linked.quantity) {
    put_quantity(json, *linked.quantity);
  }
  return json;
}

/// "text", "begin", "end": the words of the report that a field stands on.
Json said_json(Span span, std::string_view text, const CodePoints& points) {
  Json json;
  json["text"] = text_of(text, span);
  put_span(json, span, points);
  return json;
}

/// The same for whoever has span, entity and name.
template <class Named>
Json named_json(const Named& named, Span span, std::string_view text, const CodePoints& points) {
  Json json = said_json(span, text, points);
  json["entity"] = text_or_null(named.entity);
  json["name"] = text_or_null(named.name);
  return json;
}

Json voice_json(const Voice& voice, std::string_view text, const CodePoints& points) {
  Json json = named_json(voice, voice.source, text, points);
  json["kind"] = to_string(voice.kind);
  json["cue"] = voice.cue.empty() ? Json(nullptr) : Json(text_of(text, voice.cue));
  return json;
}

Json participant_json(const Participant& who, std::string_view text, const CodePoints& points) {
  Json json = named_json(who, who.span, text, points);
  if (who.inferred) {
    json["inferred"] = true;
  }
  return json;
}

void put_participants(Json& json, const char* one, const char* all, const std::vector<Participant>& whos,
                      std::string_view text, const CodePoints& points) {
  json[one] = whos.empty() ? Json(nullptr) : participant_json(whos.front(), text, points);
  if (whos.size() > 1) {
    for (const Participant& who : whos) {
      json[all].push_back(participant_json(who, text, points));
    }
  }
}

Json place_json(const ClaimPlace& place, std::string_view text, const CodePoints& points) {
  Json json = named_json(place, place.span, text, points);
  put_place(json, place.at);
  if (place.inferred) {
    json["inferred"] = true;
  }
  return json;
}

Json way_json(const ClaimWay& way, std::string_view text, const CodePoints& points) {
  return way.place ? place_json(*way.place, text, points) : said_json(way.span, text, points);
}

Json time_json(const ClaimTime& time, std::string_view text, const CodePoints& points) {
  Json json = time.span.empty() ? Json() : said_json(time.span, text, points);
  put_time(json, time.at);
  json["from_publication"] = time.from_publication;
  return json;
}

Json quantity_json(const ClaimQuantity& quantity, std::string_view text, const CodePoints& points) {
  Json json = said_json(quantity.span, text, points);
  put_quantity(json, quantity.amount);
  return json;
}

Json equipment_json(const ClaimEquipment& equipment, std::string_view text, const CodePoints& points) {
  Json json = named_json(equipment, equipment.span, text, points);
  json["class"] = text_or_null(equipment.cls);
  return json;
}

Json why_json(const Claim& claim) {
  Json json = Json::array();
  for (const Step& step : claim.why) {
    json.push_back({{"stage", step.stage}, {"detail", step.detail}});
  }
  return json;
}

Json attribution_json(const CleanText& text, const Attribution& attribution, const CodePoints& points) {
  Json one;
  one["source"] = spans_json(attribution.source, points);
  one["cue"] = spans_json(attribution.cue, points);
  one["content"] = spans_json(attribution.content, points);
  one["speaker"] = {{"text", text_of(text.text, attribution.voice.source)},
                    {"entity", text_or_null(attribution.voice.entity)},
                    {"name", text_or_null(attribution.voice.name)},
                    {"kind", to_string(attribution.voice.kind)}};
  one["chain"] = Json::array();
  for (const Voice& voice : attribution.chain) {
    one["chain"].push_back(voice.name);
  }
  one["stance"] = to_string(attribution.stance);
  one["direct"] = attribution.direct;
  one["hearsay"] = attribution.hearsay;
  one["governs"] = attribution.governs;
  return one;
}

}  // namespace

Json clean_json(const CleanText& text) {
  const CodePoints points(text.text);
  Json json;
  json["id"] = text.id;
  json["source"] = text.source;
  json["url"] = text_or_null(text.url);
  json["title"] = text_or_null(text.title);
  json["byline"] = text_or_null(text.byline);
  json["outlet"] = text_or_null(text.outlet);
  const DateRange& range = text.published.range;
  json["published"] = range.exact() ? day_or_null(range.from) : Json(nullptr);
  if (range.known() && !range.exact()) {
    json["published_bounds"] = {{"from", day_or_null(range.from)}, {"to", day_or_null(range.to)}};
  }
  json["published_from"] = basis_name(text.published.basis);
  json["language"] = text.language;
  json["text"] = text.text;
  json["marks"] = Json::array();
  for (const Mark& mark : text.marks) {
    Json one;
    put_span(one, mark.span, points);
    one["kind"] = mark_name(mark.kind);
    json["marks"].push_back(std::move(one));
  }
  if (!text.extra.empty()) {
    json["extra"] = Json::parse(text.extra, nullptr, false);
  }
  return json;
}

namespace {

/// A pronoun or "the group": the phrase it takes up, and the mention that names who is meant; null where unknown.
Json anaphor_json(const CleanText& text, const Links& links, const Anaphor& anaphor, const Marked& marked,
                  const CodePoints& points) {
  Json json;
  put_span(json, anaphor.span, points);
  json["text"] = text_of(text.text, anaphor.span);
  json["kind"] = to_string(anaphor.kind);
  json["pronoun"] = anaphor.pronoun;
  json["before"] = anaphor.before >= 0 ? Json(anaphor.before) : Json(nullptr);
  json["antecedent"] = nullptr;
  json["entity"] = nullptr;
  json["name"] = nullptr;
  if (anaphor.antecedent >= 0) {
    const auto mention = static_cast<std::size_t>(anaphor.antecedent);
    json["antecedent"] = marked.place_of[mention];
    json["entity"] = text_or_null(links.mentions[mention].entity);
    json["name"] = text_or_null(links.mentions[mention].name);
  }
  return json;
}

}  // namespace

Json mentions_json(const CleanText& text, const Links& links, const Marked& marked) {
  const CodePoints points(text.text);
  Json json;
  json["id"] = text.id;
  json["mentions"] = Json::array();
  for (const Linked& linked : marked.mentions) {
    json["mentions"].push_back(mention_json(text, linked, points));
  }
  json["anaphors"] = Json::array();
  for (const Anaphor& anaphor : links.anaphors) {
    json["anaphors"].push_back(anaphor_json(text, links, anaphor, marked, points));
  }
  return json;
}

Json quotes_json(const CleanText& text, const std::vector<Attribution>& attributions) {
  const CodePoints points(text.text);
  Json json;
  json["id"] = text.id;
  json["attributions"] = Json::array();
  json["nested"] = Json::array();  // inside the content of another one; PolNeAR's scheme is flat
  for (const Attribution& attribution : attributions) {
    json[attribution.nested ? "nested" : "attributions"].push_back(attribution_json(text, attribution, points));
  }
  return json;
}

Json claim_json(const Claim& claim, std::string_view text, const CodePoints& points) {
  Json json;
  json["doc"] = claim.doc;
  json["id"] = to_hex(claim.id);
  put_span(json, claim.trigger, points);
  json["trigger"] = text_of(text, claim.trigger);
  json["sentence"] = span_json(claim.sentence, points);
  json["type"] = claim.type;
  json["mode"] = text_or_null(claim.mode);
  if (!claim.plover.empty()) {
    json["plover"] = claim.plover;
  }
  put_participants(json, "actor", "actors", claim.actors, text, points);
  put_participants(json, "recipient", "recipients", claim.recipients, text, points);
  json["place"] = claim.place ? place_json(*claim.place, text, points) : Json(nullptr);
  if (claim.origin) {
    json["origin"] = place_json(*claim.origin, text, points);
  }
  for (const ClaimWay& way : claim.way) {
    json["way"].push_back(way_json(way, text, points));
    if (!way.means.empty()) {
      json["way"].back()["means"] = way.means;
    }
  }
  json["time"] = claim.time ? time_json(*claim.time, text, points) : Json(nullptr);
  json["quantities"] = Json::array();
  for (const ClaimQuantity& quantity : claim.quantities) {
    json["quantities"].push_back(quantity_json(quantity, text, points));
  }
  json["equipment"] = Json::array();
  for (const ClaimEquipment& equipment : claim.equipment) {
    json["equipment"].push_back(equipment_json(equipment, text, points));
  }
  json["attribution"] = Json::array();
  for (const Voice& voice : claim.attribution) {
    json["attribution"].push_back(voice_json(voice, text, points));
  }
  json["status"] = to_string(claim.status);
  json["anonymous"] = claim.anonymous;
  if (claim.comment) {
    json["comment"] = true;
  }
  if (!claim.caveat.empty()) {
    json["caveat"] = claim.caveat;
  }
  if (!claim.sites.empty()) {
    json["sites"] = spans_json(claim.sites, points);
  }
  for (const Framing& framing : claim.framing) {
    json["framing"].push_back({{"word", framing.word}, {"of", text_or_null(framing.of)}});
  }
  json["confidence"] = rounded(claim.confidence, 1000);
  json["why"] = why_json(claim);
  return json;
}

Json refs_json(const std::vector<ClaimRef>& refs) {
  Json json = Json::array();
  for (const ClaimRef& ref : refs) {
    json.push_back({{"doc", ref.doc}, {"id", to_hex(ref.id)}});
  }
  return json;
}

Json contested_json(const Contested& contested) {
  Json one = {{"field", contested.field}, {"kind", contested.kind}, {"values", Json::array()}};
  for (const ContestedValue& value : contested.values) {
    one["values"].push_back({{"value", value.value}, {"claims", refs_json(value.claims)}});
  }
  return one;
}

Json event_json(const actions::EventAnswer& answer) {
  const Event& event = answer.event;
  Json json;
  json["event"] = to_hex(event.id);
  json["type"] = event.type;
  json["mode"] = text_or_null(event.mode);
  json["place"] = text_or_null(answer.place);
  json["time"] = {{"from", day_or_null(answer.time.from)}, {"to", day_or_null(answer.time.to)}};
  json["claims"] = refs_json(event.claims);
  json["sources"] = event.sources;
  json["independent"] = event.independent;
  json["anonymous"] = event.anonymous;
  json["agree"] = event.agree;
  json["contested"] = Json::array();
  for (const Contested& contested : event.contested) {
    json["contested"].push_back(contested_json(contested));
  }
  for (const actions::Review& review : answer.reviews) {
    json["reviews"].push_back(review_json(review));
  }
  return json;
}

Json source_json(const actions::SourceAnswer& source) {
  Json json = {{"source", source.source},
               {"name", source.name},
               {"kind", source.kind},
               {"reports", source.reports},
               {"claims", source.claims},
               {"alone", source.alone},
               {"corroborated", source.corroborated},
               {"copied", source.copied},
               {"contested", source.contested},
               {"contradicted", source.contradicted},
               {"republishing", source.republishing},
               {"republished", source.republished},
               {"sharing", source.sharing}};
  json["framing"] = Json::array();
  for (const actions::UsedWord& used : source.framing) {
    json["framing"].push_back({{"word", used.word},
                               {"of", text_or_null(used.of)},
                               {"name", text_or_null(used.of_name)},
                               {"claims", used.claims}});
  }
  return json;
}

Json republication_json(const Republication& copy) {
  return {{"from", copy.from},
          {"to", copy.to},
          {"kind", to_string(copy.kind)},
          {"directed", copy.directed},
          {"shared", copy.shared_words},
          {"longest", copy.longest_run},
          {"coverage", rounded(copy.coverage, 1000)},
          {"wire", text_or_null(copy.wire)}};
}

Json review_json(const store::Review& review) {
  return {{"doc", review.claim.doc},           {"claim", to_hex(review.claim.id)},
          {"verdict", review.verdict},         {"reviewer", text_or_null(review.reviewer)},
          {"note", text_or_null(review.note)}, {"at", review.at}};
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hearsay::present
