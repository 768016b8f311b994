// SPDX-License-Identifier: Apache-2.0
// ACLED-style CSV, in the columns that ACLED has used since March 2023.
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/interchange.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace hearsay::present {

namespace {

/// 1 a day, 2 a week, 3 a month or less certain.
std::string time_precision(const DateRange& time) {
  if (!time.from || !time.to) {
    return "3";
  }
  const auto days = (*time.to - *time.from).count() + 1;
  return days <= 1 ? "1" : days <= 7 ? "2" : "3";
}

/// 1 the town, 2 near it or a part of a province, 3 a province or more.
std::string geo_precision(const PlaceRef& at) {
  return at.radius_km <= 15 ? "1" : at.radius_km <= 50 ? "2" : "3";
}

struct Toll {
  std::optional<double> least, most;
};

/// All numbers of killed that claims asserting the event tell.
Toll toll_of(const actions::ExportedEvent& event) {
  Toll toll;
  for (const actions::ExportedClaim& one : event.claims) {
    for (const ClaimQuantity& quantity : one.row.claim.quantities) {
      const QuantityRef& amount = quantity.amount;
      const auto& number = amount.min ? amount.min : amount.max;
      if (one.row.claim.status != Status::asserted || amount.what != "killed" || !number || !amount.part_of.empty()) {
        continue;
      }
      toll.least = std::min(toll.least.value_or(*number), *number);
      toll.most = std::max(toll.most.value_or(*number), amount.max.value_or(*number));
    }
  }
  return toll;
}

std::string tags_of(const actions::ExportedEvent& event, const Toll& toll) {
  std::string tags = fmt::format("independent={}", event.answer.event.independent);
  if (toll.least && *toll.least != *toll.most) {
    tags += fmt::format("; fatalities={:g}..{:g}", *toll.least, *toll.most);
  }
  for (const Contested& contested : event.answer.event.contested) {
    tags += fmt::format("; contested {}={}", contested.field, contested.kind);
  }
  return tags;
}

std::string outlets_of(const actions::ExportedEvent& event) {
  std::set<std::string> outlets;
  for (const actions::ExportedClaim& one : event.claims) {
    outlets.insert(one.row.outlet_name.empty() ? one.row.claim.doc : one.row.outlet_name);
  }
  std::string out;
  for (const std::string& outlet : outlets) {
    out += (out.empty() ? "" : "; ") + outlet;
  }
  return out;
}

/// Who takes part besides the first.
std::string others_of(const std::vector<Participant>& whos) {
  std::string out;
  for (std::size_t i = 1; i < whos.size(); ++i) {
    out += (out.empty() ? "" : "; ") + whos[i].name;
  }
  return out;
}

/// The two numbers, smaller first; one alone is followed by 0.
std::string interaction_of(const std::string& one, const std::string& other) {
  return one.empty() || other.empty() ? (one + other).append("0") : std::min(one, other) + std::max(one, other);
}

/// Forces of a state that is not the place's own are "external".
std::string inter_of(const std::vector<Participant>& whos, const actions::Codes& codes, const std::string& country) {
  if (whos.empty()) {
    return "";
  }
  const actions::ActorCodes known = codes.actor(whos.front());
  return known.inter == "1" && known.country.iso2 != country ? "8" : known.inter;
}

std::string id_of(const ClaimId& id, const std::string& iso3) {
  const std::string hex = to_hex(id).substr(0, 8);
  std::uint32_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return iso3 + std::to_string(number);
}

std::string first_name(const std::vector<Participant>& whos) {
  return whos.empty() ? "" : whos.front().name;
}

}  // namespace

std::string acled_header() {
  return csv_line({"event_id_cnty", "event_date",     "year",     "time_precision", "disorder_type",
                   "event_type",    "sub_event_type", "actor1",   "assoc_actor_1",  "inter1",
                   "actor2",        "assoc_actor_2",  "inter2",   "interaction",    "civilian_targeting",
                   "iso",           "region",         "country",  "admin1",         "admin2",
                   "admin3",        "location",       "latitude", "longitude",      "geo_precision",
                   "source",        "source_scale",   "notes",    "fatalities",     "tags",
                   "timestamp"});
}

std::string acled_row(const actions::ExportedEvent& event, const actions::Codes& codes) {
  const actions::ExportedClaim* spokes = spokes_claim(event);
  const auto day = filed_day(event);
  const auto names = spokes == nullptr ? std::nullopt : codes.acled(spokes->row.claim);
  if (!names || !day) {
    return "";
  }
  const Claim& claim = spokes->row.claim;
  const ClaimPlace place = claim.place.value_or(ClaimPlace{});
  const std::string one = inter_of(claim.actors, codes, place.at.country);
  const std::string two = inter_of(claim.recipients, codes, place.at.country);
  const actions::CountryCodes country = codes.country(place.at.country);
  const actions::Divisions divisions = codes.divisions(place);
  const Toll toll = toll_of(event);
  const auto degrees = [](const std::optional<double>& value) { return value ? fmt::format("{:.5g}", *value) : ""; };
  const auto seen = first_seen(event);
  const std::string date = to_iso(*day);
  return csv_line({id_of(event.answer.event.id, country.iso3),
                   date,
                   date.substr(0, 4),
                   time_precision(event.answer.time),
                   names->disorder_type,
                   names->event_type,
                   names->sub_event_type,
                   first_name(claim.actors),
                   others_of(claim.actors),
                   one,
                   first_name(claim.recipients),
                   others_of(claim.recipients),
                   two,
                   interaction_of(one, two),
                   two == "7" ? "Civilian targeting" : "",
                   country.numeric,
                   country.region,
                   country.name,
                   divisions.admin1,
                   divisions.admin2,
                   "",
                   place.name,
                   degrees(place.at.lat),
                   degrees(place.at.lon),
                   place.at.lat ? geo_precision(place.at) : "",
                   outlets_of(event),
                   "",
                   std::string(text_of(spokes->report->text.text, claim.sentence)),
                   toll.least ? fmt::format("{:g}", *toll.least) : "0",
                   tags_of(event, toll),
                   seen ? std::to_string(seen->time_since_epoch().count() * 86400) : ""});
}

}  // namespace hearsay::present
