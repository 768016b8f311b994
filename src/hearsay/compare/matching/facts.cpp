// SPDX-License-Identifier: Apache-2.0
// What matching looks at in a claim.
#include <hearsay/compare/matching/facts.hpp>

#include <algorithm>
#include <array>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::compare {

namespace {

struct TypeFamily {
  std::string_view type, mode;  // mode "": any other
  std::uint32_t families;
};

// PLOVER types and our modes; the first row that fits counts.
constexpr std::array k_families = {
    TypeFamily{"ASSAULT", "capture", k_violence | k_territory},
    TypeFamily{"ASSAULT", "", k_violence},
    TypeFamily{"STATE", "control", k_territory},
    TypeFamily{"STATE", "presence", k_posture},
    TypeFamily{"STATE", "", k_geography},
    TypeFamily{"MOBILIZE", "recruit-train", k_posture | k_supply},
    TypeFamily{"MOBILIZE", "resupply", k_posture | k_supply},
    TypeFamily{"MOBILIZE", "", k_posture},
    TypeFamily{"RETREAT", "withdraw", k_truce | k_territory},
    TypeFamily{"RETREAT", "ceasefire", k_truce | k_posture},  // a halt is of movements too
    TypeFamily{"RETREAT", "", k_truce},
    TypeFamily{"CONCEDE", "", k_truce},
    TypeFamily{"AGREE", "", k_truce | k_talks},
    TypeFamily{"AID", "", k_supply},
    TypeFamily{"COERCE", "", k_pressure},
    TypeFamily{"CONSULT", "", k_talks},
    TypeFamily{"SUPPORT", "", k_talks},
    TypeFamily{"COOPERATE", "", k_talks | k_supply},
    TypeFamily{"PROTEST", "", k_unrest},
    TypeFamily{"SANCTION", "", k_pressure},
};

std::uint32_t families_of(const Claim& claim) {
  for (const TypeFamily& row : k_families) {
    if (row.type == claim.type && (row.mode.empty() || row.mode == claim.mode)) {
      return row.families;
    }
  }
  return k_words;  // ACCUSE, REJECT, REQUEST, THREATEN and what a pack adds
}

std::string key_of(const std::string& entity, const std::string& name) {
  return entity.empty() ? to_lower(name) : entity;
}

void sort_each_once(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<std::string> keys_of(const std::vector<Participant>& participants) {
  std::vector<std::string> keys;
  for (const Participant& one : participants) {
    if (std::string key = key_of(one.entity, one.name); !key.empty()) {
      keys.push_back(std::move(key));
    }
  }
  sort_each_once(keys);
  return keys;
}

constexpr int k_generations = 4;  // air force, army, government, state

Party party_of(const Participant& who, const KnownOf& known_of) {
  const KnownActor known = who.entity.empty() ? KnownActor{} : known_of(who.entity);
  Party party{key_of(who.entity, who.name), {}, known.side, known.general, known.many, known.state, false};
  party.named = !known.general && !who.entity.empty();
  party.kin = {party.key};
  std::string above = known.parent;
  for (int i = 0; i < k_generations && !above.empty(); ++i) {
    party.kin.push_back(above);
    above = known_of(above).parent;
  }
  sort_each_once(party.kin);
  return party;
}

std::vector<Party> parties_of(const std::vector<Participant>& participants, const KnownOf& known_of) {
  std::vector<Party> parties;
  for (const Participant& who : participants) {
    if (!who.entity.empty() || !who.name.empty()) {
      parties.push_back(party_of(who, known_of));
    }
  }
  return parties;
}

std::vector<std::string> kin_of(const std::vector<Party>& parties) {
  std::vector<std::string> kin;
  for (const Party& party : parties) {
    kin.insert(kin.end(), party.kin.begin(), party.kin.end());
  }
  sort_each_once(kin);
  return kin;
}

DayRange days_of(const DateRange& range) {
  const auto number = [](const std::optional<Day>& day) {
    return day ? std::optional(static_cast<int>(day->time_since_epoch().count())) : std::nullopt;
  };
  return {number(range.from), number(range.to)};
}

std::size_t first_word_at(const Words& words, std::uint32_t byte) {
  const auto found = std::lower_bound(words.spans.begin(), words.spans.end(), byte,
                                      [](const Span& span, std::uint32_t at) { return span.end <= at; });
  return static_cast<std::size_t>(found - words.spans.begin());
}

constexpr std::uint32_t k_content_bytes = 4;  // shorter words are mostly articles, prepositions, auxiliaries

std::vector<std::uint64_t> content_words(const Words& words, Span sentence) {
  std::vector<std::uint64_t> found;
  for (std::size_t i = first_word_at(words, sentence.begin); i < words.size() && words.spans[i].end <= sentence.end;
       ++i) {
    if (words.spans[i].size() >= k_content_bytes) {
      found.push_back(words.hashes[i]);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

Facts facts_of(const Claim& claim, const Report& report, const Words& words, const KnownOf& known_of) {
  Facts facts;
  facts.claim = &claim;
  facts.families = families_of(claim);
  if (claim.place) {
    const PlaceRef& at = claim.place->at;
    if (at.lat && at.lon) {
      facts.point = GeoPoint{*at.lat, *at.lon};
    }
    facts.radius_km = at.radius_km;
    facts.place = key_of(claim.place->entity, claim.place->name);
  }
  if (claim.time) {
    facts.days = days_of(claim.time->at.range);
    facts.days_told = facts.days.bounded() && !claim.time->from_publication;
  }
  facts.published = days_of(report.text->published.range);
  facts.actors = keys_of(claim.actors);
  facts.recipients = keys_of(claim.recipients);
  facts.actor_parties = parties_of(claim.actors, known_of);
  facts.recipient_parties = parties_of(claim.recipients, known_of);
  facts.actor_kin = kin_of(facts.actor_parties);
  facts.recipient_kin = kin_of(facts.recipient_parties);
  for (const ClaimQuantity& quantity : claim.quantities) {
    if (quantity.amount.min || quantity.amount.max) {
      // A part of a total is no rival of the total.
      const bool part = !quantity.amount.part_of.empty();
      const std::string what = to_lower(quantity.amount.what) + (part ? " (part)" : "");
      facts.tolls.push_back({what, quantity.amount.min, quantity.amount.max, part});
    }
  }
  facts.words = content_words(words, claim.sentence);
  const std::size_t trigger = first_word_at(words, claim.trigger.begin);
  if (trigger < words.size() && words.spans[trigger].overlaps(claim.trigger)) {
    facts.trigger_word = trigger;
  }
  return facts;
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& one) { return std::binary_search(b.begin(), b.end(), one); });
}

bool of_one_side(const std::vector<Party>& a, const std::vector<Party>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Party& one) {
    return std::any_of(b.begin(), b.end(), [&](const Party& other) {
      const bool same_side = (one.many || other.many) && !one.side.empty() && one.side == other.side;
      return same_side || share_one(one.kin, other.kin);
    });
  });
}

}  // namespace hearsay::compare
