// SPDX-License-Identifier: Apache-2.0
// Claims about forces laid out by place and actor.
#include <hearsay/compare/posture/posture.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::compare {

namespace {

// The kind of entry a claim belongs to, "" for none.
std::string kind_of(const Claim& claim) {
  if (claim.type == "STATE") {
    return claim.mode == "control" || claim.mode == "presence" ? claim.mode : "";
  }
  if (claim.type == "MOBILIZE") {
    return claim.mode.empty() ? "mobilize" : claim.mode;
  }
  const bool moves_ground =
      (claim.type == "RETREAT" && claim.mode == "withdraw") || (claim.type == "ASSAULT" && claim.mode == "capture");
  return moves_ground ? claim.mode : "";
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

DateRange known_ends(const Claim& claim) {
  const DateRange range = claim.time ? claim.time->at.range : DateRange{};
  return {range.from ? range.from : range.to, range.to ? range.to : range.from};
}

using Group = std::vector<const ToldClaim*>;

bool earlier(const ToldClaim* a, const ToldClaim* b) {
  const auto key = [](const ToldClaim* one) {
    const DateRange time = known_ends(*one->claim);
    return std::tuple(time.from.value_or(Day::max()), time.to.value_or(Day::max()), one->claim->doc, one->claim->id);
  };
  return key(a) < key(b);
}

// Stretches of time without a long silence between their claims; claims without time are a stretch of their own.
std::vector<Group> stretches_of(Group group, int gap_days) {
  std::sort(group.begin(), group.end(), earlier);
  std::vector<Group> stretches;
  std::optional<Day> last;
  for (const ToldClaim* told : group) {
    const DateRange time = known_ends(*told->claim);
    const bool goes_on = !stretches.empty() && last.has_value() == time.from.has_value() &&
                         (!last || *time.from <= *last + std::chrono::days(gap_days));
    if (!goes_on) {
      stretches.emplace_back();
      last = time.to;
    }
    stretches.back().push_back(told);
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

void fill_numbers(PostureEntry& entry, const Group& group) {
  std::map<std::string, std::set<ClaimRef>> numbers;
  for (const ToldClaim* told : group) {
    for (const ClaimQuantity& quantity : told->claim->quantities) {
      if (quantity.amount.min || quantity.amount.max) {
        numbers[spelled(quantity.amount)].insert({told->claim->doc, told->claim->id});
      }
    }
  }
  for (const auto& [value, claims] : numbers) {
    entry.numbers.push_back({value, {claims.begin(), claims.end()}});
  }
}

void fill_place(PostureEntry& entry, const Group& group) {
  for (const ToldClaim* told : group) {  // the narrowest telling of the place
    const auto& place = told->claim->place;
    if (place &&
        (entry.place_name.empty() || (place->at.lat && (!entry.lat || place->at.radius_km < entry.radius_km)))) {
      entry.place = place->entity;
      entry.place_name = place->name;
      entry.lat = place->at.lat;
      entry.lon = place->at.lon;
      entry.radius_km = place->at.radius_km;
    }
  }
}

PostureEntry entry_of(const std::string& kind, const std::string& actor, const Group& group) {
  PostureEntry entry;
  entry.kind = kind;
  fill_place(entry, group);
  fill_numbers(entry, group);
  std::set<std::string> equipment, said_by, disputed_by;
  std::set<ClaimRef> claims;
  for (const ToldClaim* told : group) {
    const Claim& claim = *told->claim;
    claims.insert({claim.doc, claim.id});
    for (const Participant& one : claim.actors) {
      if (key_of(one.entity, one.name) == actor) {
        entry.actor = one.entity;
        entry.actor_name = entry.actor_name.empty() ? one.name : std::min(entry.actor_name, one.name);
      }
    }
    for (const ClaimEquipment& one : claim.equipment) {
      equipment.insert(one.name);
    }
    const bool anonymous = is_anonymous(claim);
    entry.anonymous += anonymous ? 1 : 0;
    entry.planned += claim.status == Status::planned ? 1 : 0;
    entry.possible += claim.status == Status::possible ? 1 : 0;
    if (!anonymous) {
      (claim.status == Status::denied ? disputed_by : said_by).insert(voice_of(*told));
    }
    const DateRange time = known_ends(claim);
    if (time.from) {
      entry.time.from = entry.time.from ? std::min(*entry.time.from, *time.from) : *time.from;
      entry.time.to = entry.time.to ? std::max(*entry.time.to, *time.to) : *time.to;
    }
  }
  entry.equipment.assign(equipment.begin(), equipment.end());
  entry.said_by.assign(said_by.begin(), said_by.end());
  entry.disputed_by.assign(disputed_by.begin(), disputed_by.end());
  entry.claims.assign(claims.begin(), claims.end());
  return entry;
}

// Two sides said to hold one place at one time dispute each other.
void dispute_control(std::vector<PostureEntry>& entries) {
  std::map<std::string, std::vector<PostureEntry*>> by_place;
  for (PostureEntry& entry : entries) {
    if (entry.kind == "control" && !entry.place_name.empty()) {
      by_place[key_of(entry.place, entry.place_name)].push_back(&entry);
    }
  }
  for (const auto& [place, holders] : by_place) {
    for (PostureEntry* one : holders) {
      std::set<std::string> disputed_by(one->disputed_by.begin(), one->disputed_by.end());
      for (const PostureEntry* other : holders) {
        if (other != one && key_of(other->actor, other->actor_name) != key_of(one->actor, one->actor_name) &&
            intersects(one->time, other->time)) {
          disputed_by.insert(other->said_by.begin(), other->said_by.end());
        }
      }
      one->disputed_by.assign(disputed_by.begin(), disputed_by.end());
    }
  }
}

}  // namespace

std::vector<PostureEntry> posture_of(std::span<const ToldClaim> claims, int gap_days) {
  std::map<std::tuple<std::string, std::string, std::string>, Group> groups;  // place, actor, kind
  for (const ToldClaim& told : claims) {
    const std::string kind = kind_of(*told.claim);
    if (kind.empty()) {
      continue;
    }
    const auto& at = told.claim->place;
    const std::string place = at ? key_of(at->entity, at->name) : "";
    std::set<std::string> actors;
    for (const Participant& actor : told.claim->actors) {
      actors.insert(key_of(actor.entity, actor.name));
    }
    if (actors.empty()) {
      actors.insert("");
    }
    for (const std::string& actor : actors) {
      groups[{place, actor, kind}].push_back(&told);
    }
  }
  std::vector<PostureEntry> entries;
  for (const auto& [key, group] : groups) {
    for (const Group& stretch : stretches_of(group, gap_days)) {
      entries.push_back(entry_of(std::get<2>(key), std::get<1>(key), stretch));
    }
  }
  dispute_control(entries);
  std::stable_sort(entries.begin(), entries.end(), [](const PostureEntry& a, const PostureEntry& b) {
    const auto order = [](const PostureEntry& e) {
      return std::tuple(e.place_name, e.place, e.time.from.value_or(Day::max()), e.actor_name, e.actor, e.kind);
    };
    return order(a) < order(b);
  });
  return entries;
}

}  // namespace hearsay::compare
