// SPDX-License-Identifier: Apache-2.0
// Places and days that differ.
#include <fmt/format.h>
#include <algorithm>

#include <hearsay/compare/contradiction/tellers.hpp>
#include <hearsay/compare/matching/likeness.hpp>

namespace hearsay::compare {

namespace {

constexpr double k_precise_km = 30;  // radius of a town with its surroundings
constexpr int k_precise_days = 3;    // length of "at the weekend"

enum class Setting : std::uint8_t { untold, alike, range, apart };

// A wider place around a narrower one says the same, less precisely.
Setting places_of(const Facts& a, const Facts& b) {
  if (a.place.empty() || b.place.empty() || !a.point || !b.point) {
    return Setting::untold;
  }
  const double km = distance_km(*a.point, *b.point);
  if (a.place == b.place || km <= std::max(a.radius_km, b.radius_km)) {
    return Setting::alike;
  }
  if (a.radius_km > k_precise_km || b.radius_km > k_precise_km) {
    return Setting::untold;
  }
  return km <= a.radius_km + b.radius_km ? Setting::range : Setting::apart;
}

bool within(const DayRange& inner, const DayRange& outer) {
  return *outer.from <= *inner.from && *inner.to <= *outer.to;
}

Setting days_of(const Facts& a, const Facts& b) {
  if (!a.days_told || !b.days_told) {
    return Setting::untold;
  }
  if (within(a.days, b.days) || within(b.days, a.days)) {
    return Setting::alike;
  }
  const bool precise = std::max(*a.days.to - *a.days.from, *b.days.to - *b.days.from) < k_precise_days;
  return !precise ? Setting::untold : gap_days(a.days, b.days) > 0 ? Setting::apart : Setting::range;
}

// What happens once, so that two days or places of it are two tellings of one, not two.
bool happens_once(const Facts& a, const Facts& b) {
  const Claim& claim = *a.claim;
  const bool taken = claim.mode == "capture" || claim.mode == "shootdown" || claim.mode == "withdraw";
  return share_a_toll(a, b) || (taken && of_one_side(a.actor_parties, b.actor_parties));
}

bool is_of_one_act(const Facts& a, const Facts& b) {
  const Claim &one = *a.claim, &other = *b.claim;
  return one.type == other.type && (one.mode.empty() || other.mode.empty() || one.mode == other.mode) &&
         one.status == Status::asserted && other.status == Status::asserted && happens_once(a, b) && are_alike(a, b);
}

using Compare = Setting (*)(const Facts&, const Facts&);
using Spell = std::string (*)(const Facts&);

struct Difference {
  Values values;
  bool apart = false;
};

// Where two tellers differ; nowhere when they have one setting in common.
void add_differences(const Told& a, const Told& b, Compare compare, Spell spell, Difference& to) {
  Difference found;
  for (const Facts* one : a) {
    for (const Facts* other : b) {
      const Setting setting = compare(*one, *other);
      if (setting == Setting::alike) {
        return;
      }
      if (setting != Setting::untold && is_of_one_act(*one, *other)) {
        found.values[spell(*one)].insert(ref_of(*one));
        found.values[spell(*other)].insert(ref_of(*other));
        found.apart = found.apart || setting == Setting::apart;
      }
    }
  }
  for (auto& [value, claims] : found.values) {
    to.values[value].insert(claims.begin(), claims.end());
  }
  to.apart = to.apart || found.apart;
}

void weigh(std::span<const Facts> facts, const char* field, Compare compare, Spell spell, Standing& standing) {
  const std::vector<Told> tellers = by_teller(facts);
  Difference difference;
  for (std::size_t i = 0; i < tellers.size(); ++i) {
    for (std::size_t j = i + 1; j < tellers.size(); ++j) {
      add_differences(tellers[i], tellers[j], compare, spell, difference);
    }
  }
  if (difference.values.size() > 1) {
    standing.contested.push_back(contested(field, difference.apart ? "contradiction" : "range", difference.values));
  }
}

std::string spelled_place(const Facts& facts) {
  return facts.place;
}

std::string spelled_days(const Facts& facts) {
  const auto iso = [](const std::optional<int>& day) {
    return day ? to_iso(Day(std::chrono::days(*day))) : std::string("..");
  };
  const DayRange& days = facts.days;
  return days.from == days.to ? iso(days.from) : iso(days.from) + "/" + iso(days.to);
}

void note_agreement(std::span<const Facts> facts, const char* field, bool (*tells)(const Facts&), Spell spell,
                    Standing& standing) {
  std::set<std::string> values;
  std::size_t telling = 0;
  for (const Facts& one : facts) {
    if (tells(one)) {
      values.insert(spell(one));
      ++telling;
    }
  }
  if (telling >= 2 && values.size() == 1) {
    standing.agree.push_back(field);
  }
}

}  // namespace

void weigh_places(std::span<const Facts> facts, Standing& standing) {
  note_agreement(
      facts, "place", [](const Facts& one) { return !one.place.empty(); }, spelled_place, standing);
  weigh(facts, "place", places_of, spelled_place, standing);
}

void weigh_times(std::span<const Facts> facts, Standing& standing) {
  note_agreement(
      facts, "time", [](const Facts& one) { return one.days.bounded(); }, spelled_days, standing);
  weigh(facts, "time", days_of, spelled_days, standing);
}

}  // namespace hearsay::compare
