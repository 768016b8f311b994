// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/codes.hpp>

#include <functional>

namespace hearsay::actions {

namespace {

using packs::Row;
using packs::Table;

void each_row(const packs::Pack& pack, std::string_view path,
              const std::function<void(const Table&, const Row&)>& read) {
  if (const Table* table = pack.table(path)) {
    for (const Row& row : table->rows) {
      read(*table, row);
    }
  }
}

std::string key_of(const Table& table, const Row& row) {
  return table.cell(row, "type") + "/" + table.cell(row, "mode");
}

int quad_number(const std::string& quad) {
  return quad == "verbal cooperation"     ? 1
         : quad == "material cooperation" ? 2
         : quad == "verbal conflict"      ? 3
         : quad == "material conflict"    ? 4
                                          : 0;
}

template <class Map>
typename Map::mapped_type found_or_empty(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

Codes::Codes(const packs::Pack& pack) {
  each_row(pack, "ontology-plover/modes.tsv",
           [&](const Table& t, const Row& row) { m_plover_modes[key_of(t, row)] = t.cell(row, "plover_mode"); });
  each_row(pack, "ontology-plover/event_types.tsv",
           [&](const Table& t, const Row& row) { m_quads[t.cell(row, "type")] = quad_number(t.cell(row, "quad")); });
  each_row(pack, "ontology-plover/cameo_export.tsv", [&](const Table& t, const Row& row) {
    m_cameo[key_of(t, row)] = {t.cell(row, "cameo"), t.cell(row, "goldstein")};
  });
  each_row(pack, "ontology-plover/acled_map.tsv", [&](const Table& t, const Row& row) {
    m_acled[key_of(t, row) + "/" + t.cell(row, "when")] = {t.cell(row, "disorder_type"), t.cell(row, "event_type"),
                                                           t.cell(row, "sub_event_type")};
  });
  each_row(pack, "ontology-plover/actor_codes.tsv", [&](const Table& t, const Row& row) {
    m_kinds[t.cell(row, "kind") + "/" + t.cell(row, "name")] = {
        {}, t.cell(row, "sector"), t.cell(row, "cameo"), t.cell(row, "inter")};
  });
  each_row(pack, "world/countries.tsv", [&](const Table& t, const Row& row) {
    m_countries[t.cell(row, "iso2")] = {t.cell(row, "iso2"), t.cell(row, "iso3"),   t.cell(row, "numeric"),
                                        t.cell(row, "fips"), t.cell(row, "region"), t.cell(row, "name")};
  });
  for (const packs::Actor& actor : pack.actors) {
    m_actors[actor.entity] = {actor.kind, actor.country};
  }
  for (const packs::Place& place : pack.places) {
    m_areas[place.entity] = {place.name, place.feature, place.container};
  }
}

std::string Codes::plover_mode(const std::string& type, const std::string& mode) const {
  return mode.empty() ? "" : found_or_empty(m_plover_modes, type + "/" + mode);
}

int Codes::quad(const std::string& plover_type) const {
  return found_or_empty(m_quads, plover_type);
}

CameoCode Codes::cameo(const std::string& type, const std::string& mode) const {
  const auto found = m_cameo.find(type + "/" + mode);
  return found == m_cameo.end() ? found_or_empty(m_cameo, type + "/") : found->second;
}

std::optional<AcledNames> Codes::acled(const Claim& claim) const {
  const ActorCodes who = claim.actors.empty() ? ActorCodes{} : actor(claim.actors.front());
  const bool state = who.inter == "1" && claim.place && who.country.iso2 == claim.place->at.country;
  const bool civilians = !claim.recipients.empty() && actor(claim.recipients.front()).inter == "7";
  for (const std::string& mode : {claim.mode, std::string()}) {
    for (const char* when : {state ? "state" : "", civilians ? "civilians" : "", ""}) {
      if (const auto found = m_acled.find(claim.type + "/" + mode + "/" + when); found != m_acled.end()) {
        return found->second;
      }
    }
  }
  return std::nullopt;
}

CountryCodes Codes::country(const std::string& iso2) const {
  return found_or_empty(m_countries, iso2);
}

ActorCodes Codes::actor(const Participant& who) const {
  const Known known = found_or_empty(m_actors, who.entity);
  auto found = m_kinds.find(known.kind + "/" + who.name);
  found = found == m_kinds.end() ? m_kinds.find(known.kind + "/") : found;
  ActorCodes codes = found == m_kinds.end() ? ActorCodes{} : found->second;
  codes.country = country(known.country);
  return codes;
}

Divisions Codes::divisions(const ClaimPlace& place) const {
  Divisions divisions;
  std::string at = place.entity.empty() ? place.at.container : place.entity;
  for (int depth = 0; depth < 8 && !at.empty(); ++depth) {  // a pack with a ring of containers must not hang
    const Area area = found_or_empty(m_areas, at);
    if (area.feature == "ADM1") {
      divisions.admin1 = area.name;
    } else if (area.feature == "ADM2") {
      divisions.admin2 = area.name;
    }
    at = area.container;
  }
  return divisions;
}

}  // namespace hearsay::actions
