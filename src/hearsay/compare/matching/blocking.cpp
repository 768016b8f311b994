// SPDX-License-Identifier: Apache-2.0
// Block keys are hashes; a chance collision costs one comparison.
#include <hearsay/compare/matching/blocking.hpp>

#include <algorithm>
#include <cmath>

namespace hearsay::compare {

namespace {

constexpr double k_cell_deg = 0.5;  // about 50 km
constexpr double k_widest_km = 60;  // wider places have no cells
constexpr double k_named_km = 200;  // wider places, countries, are no anchors by name either
constexpr int k_longest_days = 21;  // longer times have no weeks

std::uint64_t combine(std::uint64_t seed, std::uint64_t value) {
  seed ^= value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2);
  return (seed ^ (seed >> 31)) * 0xbf58476d1ce4e5b9ULL;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash;
}

int floor_week(int day) {
  return day >= 0 ? day / 7 : (day - 6) / 7;
}

void add_weeks(std::vector<std::uint64_t>& weeks, const DayRange& days) {
  if (!days.bounded() || *days.to - *days.from > k_longest_days) {
    return;
  }
  for (int week = floor_week(*days.from - 1); week <= floor_week(*days.to + 1); ++week) {
    weeks.push_back(static_cast<std::uint64_t>(week + 1'000'000));
  }
}

// Weeks of the act; where it has none, those of publication.
std::vector<std::uint64_t> weeks_of(const Facts& facts) {
  std::vector<std::uint64_t> weeks;
  add_weeks(weeks, facts.days);
  if (weeks.empty() && facts.published.bounded()) {
    add_weeks(weeks, {*facts.published.from - 7, facts.published.to});
  }
  return weeks;
}

// Marks of keys without a week; those with one stay far below.
constexpr std::uint64_t k_lasting = std::uint64_t{1} << 63, k_undated = std::uint64_t{1} << 62;

// The week leads, so that keys of one time lie together in an index: a store that grows by the day stays quick.
std::uint64_t in_week(std::uint64_t week, std::uint64_t hash) {
  constexpr int k_hash_bits = 40;
  return (week << k_hash_bits) | (hash >> (64 - k_hash_bits));
}

// What the act is about, without its time.
std::vector<std::uint64_t> anchors_of(const Facts& facts) {
  std::vector<std::uint64_t> anchors;
  if (facts.point && facts.radius_km <= k_widest_km) {
    const double reach = facts.radius_km / 110.5;
    const double squeeze = std::max(0.05, std::cos(facts.point->lat_deg * 0.017453292519943295));
    const auto cell = [](double degrees) { return static_cast<std::int64_t>(std::floor(degrees / k_cell_deg)); };
    for (auto y = cell(facts.point->lat_deg - reach); y <= cell(facts.point->lat_deg + reach); ++y) {
      for (auto x = cell(facts.point->lon_deg - reach / squeeze); x <= cell(facts.point->lon_deg + reach / squeeze);
           ++x) {
        anchors.push_back(
            combine(combine(1, static_cast<std::uint64_t>(y + 10'000)), static_cast<std::uint64_t>(x + 10'000)));
      }
    }
  }
  if (!facts.place.empty() && facts.radius_km <= k_named_km) {
    anchors.push_back(combine(2, hash_of(facts.place)));
  }
  if (anchors.empty()) {  // somewhere in a country: who did it must do, and such claims are few
    for (const auto* list : {&facts.actors, &facts.recipients}) {
      for (const std::string& one : *list) {
        anchors.push_back(combine(combine(3, hash_of(one)), hash_of(facts.claim->mode)));
      }
    }
  }
  for (const Toll& toll : facts.tolls) {
    const double number = toll.min.value_or(toll.max.value_or(0));
    if (number >= 4) {
      anchors.push_back(combine(combine(4, hash_of(toll.what)), static_cast<std::uint64_t>(number)));
    }
  }
  return anchors;
}

// Whether the act's days are so well known that only claims of the same weeks can mean it, or claims of unknown time.
bool is_dated(const Facts& facts) {
  return facts.days.bounded() && *facts.days.to - *facts.days.from <= k_longest_days;
}

// What tells an act without its time, so that an undated claim can meet the dated ones: a toll at a place.
std::vector<std::uint64_t> lasting_anchors_of(const Facts& facts) {
  std::vector<std::uint64_t> anchors;
  if (facts.place.empty() || facts.radius_km > k_widest_km) {
    return anchors;
  }
  for (const Toll& toll : facts.tolls) {
    const double number = toll.min.value_or(toll.max.value_or(0));
    if (number >= 4) {
      anchors.push_back(
          combine(combine(combine(5, hash_of(toll.what)), static_cast<std::uint64_t>(number)), hash_of(facts.place)));
    }
  }
  return anchors;
}

void sort_each_once(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

BlockKeys block_keys(const Facts& facts) {
  BlockKeys keys;
  keys.dated = is_dated(facts);
  const auto anchors = anchors_of(facts), weeks = weeks_of(facts);
  const auto lasting = lasting_anchors_of(facts);
  for (std::uint32_t family = 1; family <= facts.families; family <<= 1) {
    if ((facts.families & family) == 0) {
      continue;
    }
    for (const std::uint64_t anchor : anchors) {
      for (const std::uint64_t week : weeks) {
        keys.weekly.push_back(in_week(week, combine(combine(anchor, week), family)));
      }
    }
    for (const std::uint64_t anchor : lasting) {
      const std::uint64_t hash = combine(anchor, family) >> 2;
      keys.lasting.push_back({k_lasting | hash, k_lasting | k_undated | hash});
    }
  }
  sort_each_once(keys.weekly);
  return keys;
}

BlockKind kind_of_block(std::uint64_t key) {
  return (key & k_lasting) == 0   ? BlockKind::weekly
         : (key & k_undated) == 0 ? BlockKind::lasting
                                  : BlockKind::lasting_undated;
}

std::vector<std::uint64_t> kept_keys(const BlockKeys& keys) {
  std::vector<std::uint64_t> kept = keys.weekly;
  for (const LastingBlock& block : keys.lasting) {
    kept.push_back(block.all);
    if (!keys.dated) {
      kept.push_back(block.undated);
    }
  }
  sort_each_once(kept);
  return kept;
}

}  // namespace hearsay::compare
