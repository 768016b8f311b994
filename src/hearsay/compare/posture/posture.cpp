// SPDX-License-Identifier: Apache-2.0
// Claims about forces laid out by place and actor.
#include <hearsay/compare/posture/posture.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::compare {

namespace {

constexpr std::array k_parts = {LedgerPart{"STATE", "control"}, LedgerPart{"STATE", "presence"},
                                LedgerPart{"MOBILIZE", ""}, LedgerPart{"RETREAT", "withdraw"},
                                LedgerPart{"ASSAULT", "capture"}};

// The kind of entry a claim belongs to, "" for none.
std::string kind_of(const std::string& type, const std::string& mode) {
  const bool belongs = std::any_of(k_parts.begin(), k_parts.end(), [&](const LedgerPart& part) {
    return part.type == type && (part.mode.empty() || part.mode == mode);
  });
  return !belongs ? "" : mode.empty() ? to_lower(type) : mode;
}

std::string key_of(const std::string& entity, const std::string& name) {
  return entity.empty() ? to_lower(name) : entity;
}

std::string voice_of(const ToldClaim& told) {
  if (told.claim->attribution.empty()) {
    return told.outlet;
  }
  const Voice& innermost = told.claim->attribution.back();
  return innermost.entity.empty() ? innermost.name : innermost.entity;
}

bool is_anonymous(const Claim& claim) {
  return claim.anonymous || (!claim.attribution.empty() && (claim.attribution.back().anonymous ||
                                                            claim.attribution.back().kind == VoiceKind::unnamed ||
                                                            claim.attribution.back().kind == VoiceKind::witness));
}

using Lines = std::vector<const LedgerLine*>;

bool earlier(const LedgerLine* a, const LedgerLine* b) {
  const auto key = [](const LedgerLine* one) {
    return std::tuple(one->time.from.value_or(Day::max()), one->time.to.value_or(Day::max()), one->claim);
  };
  return key(a) < key(b);
}

// Stretches of time without a long silence between their claims; claims without time are a stretch of their own.
std::vector<Lines> stretches_of(Lines lines, int gap_days) {
  std::sort(lines.begin(), lines.end(), earlier);
  std::vector<Lines> stretches;
  std::optional<Day> last;
  for (const LedgerLine* line : lines) {
    const DateRange& time = line->time;
    const bool goes_on = !stretches.empty() && last.has_value() == time.from.has_value() &&
                         (!last || *time.from <= *last + std::chrono::days(gap_days));
    if (!goes_on) {
      stretches.emplace_back();
      last = time.to;
    }
    stretches.back().push_back(line);
    last = last && time.to ? std::max(*last, *time.to) : last;
  }
  return stretches;
}

std::string spelled(const QuantityRef& amount) {
  const auto number = [](const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
  };
  const std::string range =
      amount.min == amount.max ? number(amount.min) : number(amount.min) + "-" + number(amount.max);
  return amount.what.empty() ? range : range + " " + amount.what;
}

using Values = std::map<std::string, std::set<ClaimRef>>;

std::vector<ContestedValue> listed(const Values& values) {
  std::vector<ContestedValue> list;
  for (const auto& [value, claims] : values) {
    list.push_back({value, {claims.begin(), claims.end()}});
  }
  return list;
}

// What the claims say of numbers, origins, ways and who says so.
struct Sayings {
  Values numbers, origins, ways, said_by, disputed_by;

  void add(const ToldClaim& told) {
    const Claim& claim = *told.claim;
    const ClaimRef ref{claim.doc, claim.id};
    for (const ClaimQuantity& quantity : claim.quantities) {
      if (quantity.amount.min || quantity.amount.max) {
        numbers[spelled(quantity.amount)].insert(ref);
      }
    }
    if (claim.origin) {
      origins[claim.origin->name].insert(ref);
    }
    for (const ClaimWay& way : claim.way) {
      ways[way.place ? way.place->name : "by " + way.means].insert(ref);
    }
    if (!is_anonymous(claim)) {
      (claim.status == Status::denied ? disputed_by : said_by)[voice_of(told)].insert(ref);
    }
  }
};

void narrow_place(PostureEntry& entry, const Claim& claim) {
  const auto& place = claim.place;
  if (place && (entry.place_name.empty() || (place->at.lat && (!entry.lat || place->at.radius_km < entry.radius_km)))) {
    entry.place = place->entity;
    entry.place_name = place->name;
    entry.lat = place->at.lat;
    entry.lon = place->at.lon;
    entry.radius_km = place->at.radius_km;
  }
}

void name_actor(PostureEntry& entry, const Claim& claim, const std::string& actor) {
  for (const Participant& one : claim.actors) {
    if (key_of(one.entity, one.name) == actor) {
      entry.actor = one.entity;
      entry.actor_name = entry.actor_name.empty() ? one.name : std::min(entry.actor_name, one.name);
    }
  }
}

void widen_time(PostureEntry& entry, const DateRange& time) {
  if (time.from) {
    entry.time.from = entry.time.from ? std::min(*entry.time.from, *time.from) : *time.from;
    entry.time.to = entry.time.to ? std::max(*entry.time.to, *time.to) : *time.to;
  }
}

}  // namespace

std::span<const LedgerPart> ledger_parts() {
  return k_parts;
}

std::vector<PostureGroup> groups_of(std::span<const LedgerLine> of_one_place, int gap_days) {
  std::map<std::pair<std::string, std::string>, Lines> by_actor;  // and kind
  for (const LedgerLine& line : of_one_place) {
    if (const std::string kind = kind_of(line.type, line.mode); !kind.empty()) {
      by_actor[{line.actor, kind}].push_back(&line);
    }
  }
  std::vector<std::pair<Day, PostureGroup>> groups;
  for (const auto& [key, lines] : by_actor) {
    for (const Lines& stretch : stretches_of(lines, gap_days)) {
      PostureGroup group{key.second, key.first, {}};
      for (const LedgerLine* line : stretch) {
        group.claims.push_back(line->claim);
      }
      std::sort(group.claims.begin(), group.claims.end());
      groups.emplace_back(stretch.front()->time.from.value_or(Day::max()), std::move(group));
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<PostureGroup> sorted;
  for (auto& [day, group] : groups) {
    sorted.push_back(std::move(group));
  }
  return sorted;
}

PostureEntry entry_of(const PostureGroup& group, std::span<const ToldClaim> claims) {
  PostureEntry entry;
  entry.kind = group.kind;
  entry.claims = group.claims;
  Sayings sayings;
  std::set<std::string> equipment;
  for (const ToldClaim& told : claims) {
    const Claim& claim = *told.claim;
    narrow_place(entry, claim);
    name_actor(entry, claim, group.actor);
    widen_time(entry, known_ends(claim));
    sayings.add(told);
    for (const ClaimEquipment& one : claim.equipment) {
      equipment.insert(one.name);
    }
    entry.anonymous += is_anonymous(claim) ? 1 : 0;
    entry.planned += claim.status == Status::planned ? 1 : 0;
    entry.possible += claim.status == Status::possible ? 1 : 0;
  }
  entry.equipment.assign(equipment.begin(), equipment.end());
  entry.numbers = listed(sayings.numbers);
  entry.origins = listed(sayings.origins);
  entry.ways = listed(sayings.ways);
  entry.said_by = listed(sayings.said_by);
  entry.disputed_by = listed(sayings.disputed_by);
  return entry;
}

namespace {

bool says(const PostureEntry& entry, const std::string& voice) {
  return std::any_of(entry.said_by.begin(), entry.said_by.end(),
                     [&](const ContestedValue& one) { return one.value == voice; });
}

}  // namespace

void dispute_control(std::vector<PostureEntry>& entries) {
  for (PostureEntry& one : entries) {
    if (one.kind != "control" || one.place_name.empty()) {
      continue;
    }
    Values disputed_by;
    for (const ContestedValue& denier : one.disputed_by) {
      disputed_by[denier.value].insert(denier.claims.begin(), denier.claims.end());
    }
    for (const PostureEntry& other : entries) {
      if (other.kind == "control" && key_of(other.actor, other.actor_name) != key_of(one.actor, one.actor_name) &&
          intersects(one.time, other.time)) {
        for (const ContestedValue& voice : other.said_by) {
          if (!says(one, voice.value)) {  // who says that both hold it tells of its parts
            disputed_by[voice.value].insert(voice.claims.begin(), voice.claims.end());
          }
        }
      }
    }
    one.disputed_by = listed(disputed_by);
  }
}

std::vector<PostureEntry> posture_of(std::span<const ToldClaim> claims, int gap_days) {
  std::map<std::pair<std::string, std::string>, std::vector<LedgerLine>> by_place;  // name, entity
  std::map<ClaimRef, ToldClaim> told_by_ref;
  for (const ToldClaim& told : claims) {
    told_by_ref.emplace(ClaimRef{told.claim->doc, told.claim->id}, told);
    for (LedgerLine& line : ledger_lines(*told.claim)) {
      by_place[{line.place_name, line.place}].push_back(std::move(line));
    }
  }
  std::vector<PostureEntry> all;
  for (const auto& [place, lines] : by_place) {
    std::vector<PostureEntry> entries;
    for (const PostureGroup& group : groups_of(lines, gap_days)) {
      std::vector<ToldClaim> told;
      for (const ClaimRef& ref : group.claims) {
        told.push_back(told_by_ref.at(ref));
      }
      entries.push_back(entry_of(group, told));
    }
    dispute_control(entries);
    std::move(entries.begin(), entries.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace hearsay::compare
