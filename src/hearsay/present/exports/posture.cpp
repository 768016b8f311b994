// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/or_null.hpp>
#include <hearsay/present/exports/posture.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay::present {

namespace {

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "; "));
}

Json values_json(const std::vector<ContestedValue>& list) {
  Json json = Json::array();
  for (const ContestedValue& one : list) {
    json.push_back({{"value", one.value}, {"claims", refs_json(one.claims)}});
  }
  return json;
}

std::vector<std::string> ids_of(const std::vector<ClaimRef>& refs) {
  std::vector<std::string> ids;
  for (const ClaimRef& ref : refs) {
    ids.push_back(ref.doc + "#" + to_hex(ref.id));
  }
  return ids;
}

}  // namespace

std::vector<std::string> values_of(const std::vector<ContestedValue>& list) {
  std::vector<std::string> values;
  for (const ContestedValue& one : list) {
    values.push_back(one.value);
  }
  return values;
}

Json posture_json(const actions::PostureAnswer& answer) {
  const PostureEntry& entry = answer.entry;
  Json json;
  json["place"] = {{"entity", text_or_null(entry.place)},
                   {"name", text_or_null(entry.place_name)},
                   {"lat", number_or_null(entry.lat)},
                   {"lon", number_or_null(entry.lon)},
                   {"radius_km", entry.radius_km}};
  json["actor"] = {{"entity", text_or_null(entry.actor)}, {"name", text_or_null(entry.actor_name)}};
  json["kind"] = entry.kind;
  json["time"] = {{"from", day_or_null(entry.time.from)}, {"to", day_or_null(entry.time.to)}};
  json["numbers"] = values_json(entry.numbers);
  json["origins"] = values_json(entry.origins);
  json["ways"] = values_json(entry.ways);
  json["equipment"] = entry.equipment;
  json["said_by"] = values_of(answer.said_by);
  json["disputed_by"] = values_of(answer.disputed_by);
  json["voices"] = values_json(answer.said_by);
  json["disputes"] = values_json(answer.disputed_by);
  json["anonymous"] = entry.anonymous;
  json["planned"] = entry.planned;
  json["possible"] = entry.possible;
  json["claims"] = refs_json(entry.claims);
  return json;
}

std::string posture_csv_header() {
  return csv_line({"place", "lat", "lon", "radius_km", "actor", "kind", "from", "to", "numbers", "origins", "ways",
                   "equipment", "said_by", "disputed_by", "anonymous", "planned", "possible", "claims"});
}

std::string posture_csv_row(const actions::PostureAnswer& answer) {
  const PostureEntry& entry = answer.entry;
  return csv_line({entry.place_name, number_or_nothing(entry.lat), number_or_nothing(entry.lon),
                   entry.lat ? fmt::format("{:g}", entry.radius_km) : "", entry.actor_name, entry.kind,
                   day_or_nothing(entry.time.from), day_or_nothing(entry.time.to), joined(values_of(entry.numbers)),
                   joined(values_of(entry.origins)), joined(values_of(entry.ways)), joined(entry.equipment),
                   joined(values_of(answer.said_by)), joined(values_of(answer.disputed_by)),
                   std::to_string(entry.anonymous), std::to_string(entry.planned), std::to_string(entry.possible),
                   joined(ids_of(entry.claims))});
}

}  // namespace hearsay::present
