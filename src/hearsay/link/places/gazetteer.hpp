// SPDX-License-Identifier: Apache-2.0
// The packs' places with their containers, and what ranking needs of any place.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/base/geo/point.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/packs/world_index.hpp>

namespace hearsay::link {

/// Broad kinds of places, from GeoNames feature codes.
enum class PlaceClass : std::uint8_t { country, division, district, town, facility, water, area, line, other };

/// "PPLA" is a town, "ADM1" a division, "AIRB" a facility.
PlaceClass class_of(std::string_view feature);

/// Whether the code names something built at one spot ("AIRB", "DAM", "OILF"): kind facility, not place.
bool is_facility(std::string_view feature);

/// One reading of a toponym. Views point into the Gazetteer or the world index.
struct PlaceCandidate {
  std::int32_t place = -1;  // index into Gazetteer::places(), -1 for a town of the world index
  std::uint32_t town = 0;   // index into the world index when place is -1
  GeoPoint point;
  double radius_km = 0;
  std::string_view name, feature, country;
  std::int32_t container = -1;  // index into Gazetteer::places()
  std::int64_t population = 0, geonames_id = 0;
  bool theatre = false;
  bool by_sound = false;  // another spelling than the text's
  double score = 0;       // set by ranking
};

/// Reads the places of a pack that outlives it.
class Gazetteer {
 public:
  /// `tables`: a pack whose tables are read and that need not outlive it.
  Gazetteer(const Pack& pack, const Pack& tables, std::shared_ptr<const packs::WorldIndex> world);

  const std::vector<packs::Place>& places() const { return m_places; }
  std::int32_t index_of(std::string_view entity) const;  // -1: no such place
  std::int32_t container_of(std::int32_t place) const { return m_container[static_cast<std::size_t>(place)]; }
  /// The theatre's row for a place that the world pack has too, else the place itself.
  std::int32_t canonical(std::int32_t place) const { return m_canonical[static_cast<std::size_t>(place)]; }
  /// A country whose divisions the theatre pack brings.
  bool is_theatre_country(std::int32_t place) const { return m_theatre_country[static_cast<std::size_t>(place)]; }
  bool is_theatre(std::int32_t place) const { return m_theatre[static_cast<std::size_t>(place)]; }

  /// Whether `outer` holds `candidate`, directly or through others.
  bool holds(std::int32_t outer, const PlaceCandidate& candidate) const;

  PlaceCandidate candidate(std::int32_t place) const;
  /// Towns of the world index with this folded name; empty without an index.
  std::vector<PlaceCandidate> towns(std::string_view folded) const;
  std::string entity_of(const PlaceCandidate& candidate) const;  // "levant:place/raqqa", "geonames:170654"

 private:
  PlaceCandidate town(std::uint32_t index) const;
  void find_twins();

  const std::vector<packs::Place>& m_places;
  std::vector<std::int32_t> m_container;
  std::vector<bool> m_theatre, m_theatre_country;
  std::vector<std::int32_t> m_canonical;
  std::unordered_map<std::string_view, std::int32_t> m_by_entity;  // keys point into m_places
  std::unordered_map<std::string, std::int32_t> m_country;         // ISO code: the country's place
  std::unordered_map<std::string, std::int32_t> m_division;        // "US.OH": the division's place
  std::shared_ptr<const packs::WorldIndex> m_world;
};

}  // namespace hearsay::link
