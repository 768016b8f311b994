// SPDX-License-Identifier: Apache-2.0
// What matching looks at in a claim, made ready once: kinds of act, point, days, participants, tolls, words.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/geo/point.hpp>
#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/republication/words.hpp>

namespace hearsay::compare {

/// Kinds of act that can be two tellings of one happening. A claim may be of several (ground taken: violence,
/// territory).
enum Family : std::uint32_t {
  k_violence = 1,
  k_territory = 2,
  k_posture = 4,
  k_supply = 8,
  k_pressure = 16,
  k_truce = 32,
  k_talks = 64,
  k_words = 128,
  k_unrest = 256,
  k_geography = 512
};

/// Days since 1970-01-01, both ends belong to it; an absent end is open.
struct DayRange {
  std::optional<int> from, to;
  bool bounded() const { return from.has_value() && to.has_value(); }
};

struct Toll {
  std::string what;  // lower case: "killed", "trucks"
  std::optional<double> min, max;
  bool part = false;  // of a total that is told too
};

/// Somebody who takes part, as far as one can tell him from others.
struct Party {
  std::string key;               // entity, else lower-case name
  std::vector<std::string> kin;  // this with those whose forces or part it is, sorted
  std::string side;              // as in KnownActor, likewise those below
  bool general = false, many = false, state = false;
  bool named = false;  // is an entity, no plain words ("bomber", "mob")
};

struct Facts {
  const Claim* claim = nullptr;
  std::uint32_t report = 0;  // index into the reports sorted by id
  std::uint32_t families = 0;
  std::optional<GeoPoint> point;
  double radius_km = 0;
  std::string place;  // entity, else lower-case name, else ""
  DayRange days, published;
  bool days_told = false;                             // days with two ends, from the words of the report
  std::vector<std::string> actors, recipients;        // entities or lower-case names, sorted
  std::vector<std::string> actor_kin, recipient_kin;  // these with those whose forces or parts they are, sorted
  std::vector<Party> actor_parties, recipient_parties;
  std::vector<Toll> tolls;
  std::vector<std::uint64_t> words;         // content words of the sentence, sorted, each once
  std::optional<std::size_t> trigger_word;  // index into the report's Words
};

using KnownOf = std::function<KnownActor(const std::string& entity)>;

Facts facts_of(const Claim& claim, const Report& report, const Words& words, const KnownOf& known_of);

/// Whether two sorted lists have something in common.
bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether somebody of one list is of the body or, where many may be meant, of the side of somebody of the other:
/// "pro-government militias" are of the government's side.
bool of_one_side(const std::vector<Party>& a, const std::vector<Party>& b);

}  // namespace hearsay::compare
