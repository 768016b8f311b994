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

std::vector<std::string> keys_of(const std::vector<Participant>& participants) {
  std::vector<std::string> keys;
  for (const Participant& one : participants) {
    if (std::string key = key_of(one.entity, one.name); !key.empty()) {
      keys.push_back(std::move(key));
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

constexpr int k_generations = 4;  // air force, army, government, state

std::vector<std::string> kin_of(const std::vector<std::string>& own, const ParentOf& parent_of) {
  std::vector<std::string> kin = own;
  for (std::string one : own) {
    for (int i = 0; i < k_generations && !one.empty(); ++i) {
      one = parent_of(one);
      if (!one.empty()) {
        kin.push_back(one);
      }
    }
  }
  std::sort(kin.begin(), kin.end());
  kin.erase(std::unique(kin.begin(), kin.end()), kin.end());
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

Facts facts_of(const Claim& claim, const Report& report, const Words& words, const ParentOf& parent_of) {
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
  }
  facts.published = days_of(report.text->published.range);
  facts.actors = keys_of(claim.actors);
  facts.recipients = keys_of(claim.recipients);
  facts.actor_kin = kin_of(facts.actors, parent_of);
  facts.recipient_kin = kin_of(facts.recipients, parent_of);
  for (const ClaimQuantity& quantity : claim.quantities) {
    if (quantity.amount.min || quantity.amount.max) {
      // A part of a total is no rival of the total.
      const std::string what = to_lower(quantity.amount.what) + (quantity.amount.part_of.empty() ? "" : " (part)");
      facts.tolls.push_back({what, quantity.amount.min, quantity.amount.max});
    }
  }
  facts.words = content_words(words, claim.sentence);
  const std::size_t trigger = first_word_at(words, claim.trigger.begin);
  if (trigger < words.size() && words.spans[trigger].overlaps(claim.trigger)) {
    facts.trigger_word = trigger;
  }
  return facts;
}

}  // namespace hearsay::compare
