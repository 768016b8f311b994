// SPDX-License-Identifier: Apache-2.0
// Speakers of a report, and what two claims have in common.
#include <hearsay/compare/contradiction/tellers.hpp>

#include <algorithm>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/compare/matching/likeness.hpp>

namespace hearsay::compare {

namespace {

// The innermost speaker; "" is the report itself, which a reposter's comment is not.
std::string speaker_of(const Claim& claim) {
  const std::string comment = claim.comment ? "comment " : "";
  if (claim.attribution.empty()) {
    return comment + (claim.anonymous ? "?" : "");
  }
  const Voice& innermost = claim.attribution.back();
  const std::string key = innermost.entity.empty() ? to_lower(innermost.name) : innermost.entity;
  return comment + (key.empty() ? "?" : key);
}

/// Less than what joins two claims: what is contested speaks against them.
constexpr double k_alike = 5.0;

}  // namespace

std::vector<Told> by_teller(std::span<const Facts> facts) {
  std::map<std::pair<std::string, std::string>, Told> told;
  for (const Facts& one : facts) {
    told[{one.claim->doc, speaker_of(*one.claim)}].push_back(&one);
  }
  std::vector<Told> tellers;
  for (auto& [speaker, claims] : told) {
    tellers.push_back(std::move(claims));
  }
  return tellers;
}

bool told_apart(const Facts& a, const Facts& b) {
  return a.claim->doc != b.claim->doc || speaker_of(*a.claim) != speaker_of(*b.claim);
}

bool days_apart(const Facts& a, const Facts& b) {
  return a.days_told && b.days_told && gap_days(a.days, b.days) > 0;
}

double alikeness(const Facts& a, const Facts& b) {
  const auto likeness = likeness_of(a, b, MatchLimits{});
  return likeness ? std::max(0.0, likeness->score) : 0.0;
}

bool are_alike(const Facts& a, const Facts& b) {
  return alikeness(a, b) >= k_alike;
}

bool may_be_one_act(const Facts& a, const Facts& b) {
  const Claim &one = *a.claim, &other = *b.claim;
  return one.type == other.type && (one.mode.empty() || other.mode.empty() || one.mode == other.mode) &&
         !days_apart(a, b) && are_alike(a, b);
}

bool share_a_toll(const Facts& a, const Facts& b) {
  return std::any_of(a.tolls.begin(), a.tolls.end(), [&](const Toll& one) {
    return std::any_of(b.tolls.begin(), b.tolls.end(), [&](const Toll& other) {
      return one.what == other.what && !one.part && !other.part && one.min == other.min && one.max == other.max &&
             one.min.value_or(0) >= 2;
    });
  });
}

ClaimRef ref_of(const Facts& facts) {
  return {facts.claim->doc, facts.claim->id};
}

Contested contested(std::string field, std::string kind, const Values& values) {
  Contested made{std::move(field), std::move(kind), {}};
  for (const auto& [value, claims] : values) {
    made.values.push_back({value, {claims.begin(), claims.end()}});
  }
  return made;
}

}  // namespace hearsay::compare
