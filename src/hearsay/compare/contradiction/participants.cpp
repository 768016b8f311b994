// SPDX-License-Identifier: Apache-2.0
// Who did it, and to whom, told differently.
#include <fmt/format.h>
#include <algorithm>

#include <hearsay/compare/contradiction/tellers.hpp>

namespace hearsay::compare {

namespace {

// "Actor" or "recipient": where in the facts they stand.
struct Role {
  const char* field;
  std::vector<std::string> Facts::*keys;
  std::vector<Party> Facts::*parties;
};

constexpr Role k_actor{"actor", &Facts::actors, &Facts::actor_parties};
constexpr Role k_recipient{"recipient", &Facts::recipients, &Facts::recipient_parties};

bool tells(const Facts& facts, const Role& role) {
  const Status status = facts.claim->status;
  return !(facts.*role.keys).empty() && (status == Status::asserted || status == Status::possible);
}

// Whether two parties cannot be the same: "rebels" can be any group that is no state's, "gunmen" anybody.
bool are_others(const Party& a, const Party& b) {
  if (!(a.named || a.general) || !(b.named || b.general) || of_one_side({a}, {b})) {
    return false;
  }
  if (!a.general && !b.general) {
    return true;
  }
  const bool unsided = (a.general && a.side.empty()) || (b.general && b.side.empty());
  const bool against_state = (a.general && b.state) || (b.general && a.state);
  const bool both_general = a.general && b.general;
  return !unsided && a.side != b.side && (against_state || both_general);
}

bool all_others(const std::vector<Party>& a, const std::vector<Party>& b) {
  return std::all_of(a.begin(), a.end(), [&](const Party& one) {
    return std::all_of(b.begin(), b.end(), [&](const Party& other) { return are_others(one, other); });
  });
}

// "Rebels shelled the army", "the army shelled rebels": two deeds of one fight.
bool crossed(const Facts& a, const Facts& b) {
  return of_one_side(a.actor_parties, b.recipient_parties) || of_one_side(b.actor_parties, a.recipient_parties);
}

bool agree(const Facts& a, const Facts& b, const Role& role) {
  return tells(b, role) && a.claim->type == b.claim->type && !all_others(a.*role.parties, b.*role.parties);
}

// Whether a teller says of another claim, which is as much like this one, what this one says too: "rebels shelled the
// quarter", and further on "the army shelled back".
bool agrees_elsewhere(const Facts& one, const Told& teller, const Facts& than, const Role& role) {
  const double alike = alikeness(one, than);
  return std::any_of(teller.begin(), teller.end(),
                     [&](const Facts* other) { return agree(one, *other, role) && alikeness(one, *other) >= alike; });
}

// Battles with this one and with that one are two; the same toll has one kind of victims.
bool can_differ(const Facts& a, const Facts& b, const Role& role) {
  return role.keys != k_recipient.keys || share_a_toll(a, b);
}

// Claims in which two tellers differ.
std::vector<const Facts*> differing(const Told& a, const Told& b, const Role& role) {
  std::vector<const Facts*> found;
  for (const Facts* one : a) {
    for (const Facts* other : b) {
      const bool apart = tells(*one, role) && tells(*other, role) &&
                         all_others(one->*role.parties, other->*role.parties) && can_differ(*one, *other, role) &&
                         !crossed(*one, *other) && may_be_one_act(*one, *other);
      if (apart && !agrees_elsewhere(*one, b, *other, role) && !agrees_elsewhere(*other, a, *one, role)) {
        found.push_back(one);
        found.push_back(other);
      }
    }
  }
  return found;
}

void weigh(std::span<const Facts> facts, const std::vector<Told>& tellers, const Role& role, Standing& standing) {
  std::set<std::string> values;
  std::size_t telling = 0;
  for (const Facts& one : facts) {
    if (!(one.*role.keys).empty()) {
      values.insert(fmt::format("{}", fmt::join(one.*role.keys, " + ")));
      ++telling;
    }
  }
  if (telling >= 2 && values.size() == 1) {
    standing.agree.push_back(role.field);
  }
  Values differ;
  for (std::size_t i = 0; i < tellers.size(); ++i) {
    for (std::size_t j = i + 1; j < tellers.size(); ++j) {
      for (const Facts* one : differing(tellers[i], tellers[j], role)) {
        differ[fmt::format("{}", fmt::join(one->*role.keys, " + "))].insert(ref_of(*one));
      }
    }
  }
  if (differ.size() > 1) {
    standing.contested.push_back(contested(role.field, "contradiction", differ));
  }
}

}  // namespace

void weigh_participants(std::span<const Facts> facts, Standing& standing) {
  const std::vector<Told> tellers = by_teller(facts);
  weigh(facts, tellers, k_actor, standing);
  weigh(facts, tellers, k_recipient, standing);
}

}  // namespace hearsay::compare
