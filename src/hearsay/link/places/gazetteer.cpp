// SPDX-License-Identifier: Apache-2.0
// Places of the packs and towns of the world index under one face.
#include <hearsay/link/places/gazetteer.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

namespace hearsay::link {

namespace {

/// Feature codes of things built at one spot; class S of GeoNames, and the class L and R codes that reports use so.
constexpr std::array k_facilities = {
    std::string_view("AIRB"), std::string_view("AIRF"),  std::string_view("AIRP"), std::string_view("AIRH"),
    std::string_view("AIRS"), std::string_view("INSM"),  std::string_view("MILB"), std::string_view("NVB"),
    std::string_view("PSTB"), std::string_view("BDRC"),  std::string_view("PSTP"), std::string_view("DAM"),
    std::string_view("OILF"), std::string_view("GASF"),  std::string_view("OILR"), std::string_view("OILP"),
    std::string_view("PS"),   std::string_view("PRT"),   std::string_view("HSP"),  std::string_view("PRN"),
    std::string_view("CMP"),  std::string_view("CMPRF"), std::string_view("BDG"),  std::string_view("BLDG"),
    std::string_view("MSQE"), std::string_view("FCL"),   std::string_view("CSTL"), std::string_view("BDGR"),
    std::string_view("MN"),   std::string_view("SCH"),   std::string_view("UNIV")};

/// A town has no radius in GeoNames: about that of a disc with 3 000 people a square kilometre, 2 km at least.
double town_radius_km(std::int64_t population) {
  return std::clamp(std::sqrt(static_cast<double>(population) / 3000.0 / 3.14159), 2.0, 30.0);
}

}  // namespace

PlaceClass class_of(std::string_view feature) {
  if (feature.starts_with("PCL") || feature == "TERR") {
    return PlaceClass::country;
  }
  if (feature == "ADM1") {
    return PlaceClass::division;
  }
  if (feature.starts_with("ADM")) {
    return PlaceClass::district;
  }
  if (is_facility(feature)) {
    return PlaceClass::facility;
  }
  if (feature.starts_with("PP")) {
    return PlaceClass::town;
  }
  if (feature.starts_with("STM") || feature == "LK" || feature == "SEA" || feature == "OCN" || feature == "GULF" ||
      feature == "RSV") {
    return PlaceClass::water;
  }
  if (feature == "RD" || feature == "RDB" || feature == "HWY" || feature == "BDRY" || feature == "RR") {
    return PlaceClass::line;
  }
  return feature == "RGN" || feature == "DSRT" || feature == "CONT" || feature == "AREA" || feature == "RGNE"
             ? PlaceClass::area
             : PlaceClass::other;
}

bool is_facility(std::string_view feature) {
  return std::find(k_facilities.begin(), k_facilities.end(), feature) != k_facilities.end();
}

Gazetteer::Gazetteer(const Pack& pack, const Pack& tables, std::shared_ptr<const packs::WorldIndex> world)
    : m_places(pack.places), m_world(std::move(world)) {
  m_by_entity.reserve(m_places.size());
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    const auto& place = m_places[i];
    m_by_entity.emplace(place.entity, static_cast<std::int32_t>(i));
    m_theatre.push_back(place.entity.starts_with(pack.name + ":"));
    if (class_of(place.feature) == PlaceClass::country && !place.country.empty()) {
      m_country.emplace(place.country, static_cast<std::int32_t>(i));
    }
  }
  m_container.reserve(m_places.size());
  for (const auto& place : m_places) {
    m_container.push_back(index_of(place.container));
  }
  find_twins();
  m_theatre_country.assign(m_places.size(), false);
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    const auto country = m_country.find(m_places[i].country);
    if (m_theatre[i] && m_places[i].feature == "ADM1" && country != m_country.end()) {
      m_theatre_country[static_cast<std::size_t>(canonical(country->second))] = true;
    }
  }
  if (const auto* table = tables.table("world/divisions.tsv")) {
    for (const auto& row : table->rows) {
      const auto index = index_of("world:" + table->cell(row, "id"));
      if (index >= 0) {
        m_division.emplace(table->cell(row, "code"), index);
      }
    }
  }
}

/// A country, division or capital of the world pack is the theatre's when both have the same GeoNames id, or are both
/// the country of that code, or stand at one spot.
void Gazetteer::find_twins() {
  struct Candidate {
    std::int32_t index;
    PlaceClass kind;
  };
  std::unordered_map<std::string_view, std::vector<Candidate>> theatre;  // by country
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    m_canonical.push_back(static_cast<std::int32_t>(i));
    if (m_theatre[i]) {
      theatre[m_places[i].country].push_back({static_cast<std::int32_t>(i), class_of(m_places[i].feature)});
    }
  }
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    const auto& mine = m_places[i];
    const auto neighbours = theatre.find(mine.country);
    if (m_theatre[i] || neighbours == theatre.end()) {
      continue;
    }
    const auto kind = class_of(mine.feature);
    const auto is_twin = [&](const Candidate& candidate) {
      const auto& other = m_places[static_cast<std::size_t>(candidate.index)];
      const bool same_id = mine.geonames_id != 0 && mine.geonames_id == other.geonames_id;
      const bool same_country = kind == PlaceClass::country && !mine.country.empty();
      const bool same_spot = kind == PlaceClass::town &&
                             std::abs(other.lat_deg - mine.lat_deg) + std::abs(other.lon_deg - mine.lon_deg) < 0.2;
      return candidate.kind == kind && (same_id || same_country || same_spot);
    };
    const auto twin = std::find_if(neighbours->second.begin(), neighbours->second.end(), is_twin);
    if (twin != neighbours->second.end()) {
      m_canonical[i] = twin->index;
    }
  }
}

std::int32_t Gazetteer::index_of(std::string_view entity) const {
  const auto found = m_by_entity.find(entity);
  return found == m_by_entity.end() ? -1 : found->second;
}

bool Gazetteer::holds(std::int32_t outer, const PlaceCandidate& candidate) const {
  if (outer < 0) {
    return false;
  }
  const auto& place = m_places[static_cast<std::size_t>(outer)];
  std::int32_t at = candidate.place >= 0 ? candidate.place : candidate.container;
  for (int depth = 0; at >= 0 && depth < 8; ++depth) {  // containers of a broken pack may form a ring
    if (at == outer) {
      return candidate.place != outer;
    }
    at = m_container[static_cast<std::size_t>(at)];
  }
  return class_of(place.feature) == PlaceClass::country && !candidate.country.empty() &&
         candidate.country == place.country && candidate.place != outer;
}

PlaceCandidate Gazetteer::candidate(std::int32_t index) const {
  const auto at = static_cast<std::size_t>(index);
  const auto& place = m_places[at];
  PlaceCandidate out;
  out.place = index;
  out.point = {place.lat_deg, place.lon_deg};
  out.radius_km = place.radius_km;
  out.name = place.name;
  out.feature = place.feature;
  out.country = place.country;
  out.container = m_container[at];
  out.population = place.population;
  out.geonames_id = place.geonames_id;
  out.theatre = m_theatre[at];
  return out;
}

PlaceCandidate Gazetteer::town(std::uint32_t index) const {
  const auto row = m_world->row(index);
  PlaceCandidate out;
  out.town = index;
  out.point = {row.lat_deg, row.lon_deg};
  out.radius_km = town_radius_km(row.population);
  out.name = row.name;
  out.feature = row.feature;
  out.country = row.country;
  out.population = row.population;
  out.geonames_id = row.geonames_id;
  const auto division = m_division.find(fmt::format("{}.{}", row.country, row.division));
  const auto country = m_country.find(std::string(row.country));
  out.container = division != m_division.end() ? division->second : (country != m_country.end() ? country->second : -1);
  return out;
}

std::vector<PlaceCandidate> Gazetteer::towns(std::string_view folded) const {
  std::vector<PlaceCandidate> out;
  if (m_world != nullptr) {
    for (const auto index : m_world->find(folded)) {
      out.push_back(town(index));
    }
  }
  return out;
}

std::string Gazetteer::entity_of(const PlaceCandidate& candidate) const {
  return candidate.place >= 0 ? m_places[static_cast<std::size_t>(candidate.place)].entity
                              : fmt::format("geonames:{}", candidate.geonames_id);
}

}  // namespace hearsay::link
