// SPDX-License-Identifier: Apache-2.0
// Other schemes' codes for what claims hold, looked up in the packs: PLOVER, CAMEO, ACLED, ISO 3166, FIPS 10-4.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/claim.hpp>

namespace hearsay::actions {

struct CountryCodes {
  std::string iso2, iso3, numeric, fips, region, name;  // all "" where the country is not known
};

/// "" where a scheme has no word for it.
struct ActorCodes {
  CountryCodes country;
  std::string sector;  // PLOVER
  std::string cameo;   // CAMEO type, "MIL"
  std::string inter;   // ACLED, "1" to "8"
};

struct CameoCode {
  std::string code, goldstein;
};

struct AcledNames {
  std::string disorder_type, event_type, sub_event_type;
};

/// Names of the divisions that hold a place, "" where unknown.
struct Divisions {
  std::string admin1, admin2;
};

class Codes {
 public:
  explicit Codes(const packs::Pack& pack);
  /// PLOVER's mode for one of ours, "" where it has none.
  std::string plover_mode(const std::string& type, const std::string& mode) const;
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for STATE.
  int quad(const std::string& plover_type) const;
  CameoCode cameo(const std::string& type, const std::string& mode) const;
  /// Empty: ACLED does not list such events.
  std::optional<AcledNames> acled(const Claim& claim) const;
  CountryCodes country(const std::string& iso2) const;
  ActorCodes actor(const Participant& who) const;
  Divisions divisions(const ClaimPlace& place) const;

 private:
  struct Known {
    std::string kind, country;
  };
  struct Area {
    std::string name, feature, container;
  };
  std::map<std::string, std::string> m_plover_modes;  // "TYPE/mode"
  std::map<std::string, int> m_quads;
  std::map<std::string, CameoCode> m_cameo;   // "TYPE/mode"
  std::map<std::string, AcledNames> m_acled;  // "TYPE/mode/when"
  std::map<std::string, CountryCodes> m_countries;
  std::map<std::string, ActorCodes> m_kinds;  // "kind/name"
  std::map<std::string, Known> m_actors;
  std::map<std::string, Area> m_areas;
};

}  // namespace hearsay::actions
