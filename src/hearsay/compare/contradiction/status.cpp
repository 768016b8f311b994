// SPDX-License-Identifier: Apache-2.0
// Denied beside asserted, planned beside done, halted beside going on.
#include <algorithm>

#include <hearsay/compare/contradiction/tellers.hpp>
#include <hearsay/compare/matching/likeness.hpp>

namespace hearsay::compare {

namespace {

// Whether two sayings are about the same people as far as they name any.
bool same_people(const std::vector<Party>& a, const std::vector<Party>& b) {
  return a.empty() || b.empty() || of_one_side(a, b);
}

bool about_one_act(const Facts& a, const Facts& b) {
  return same_people(a.actor_parties, b.actor_parties) && same_people(a.recipient_parties, b.recipient_parties) &&
         told_apart(a, b) && may_be_one_act(a, b);
}

// A plan for one kind of act is no plan of another; what may come is no doubt of what came.
bool of_one_kind(const Facts& a, Status status, const Facts& b) {
  if (a.claim->caveat == "averted" || b.claim->caveat == "averted") {
    return false;  // "foiled the attack" is no denial of the attempt
  }
  return status == Status::planned    ? a.claim->mode == b.claim->mode
         : status == Status::possible ? a.days.to.has_value()
                                      : true;
}

// The claims of one status that meet one of another about the same act, said by somebody else.
Values meeting(std::span<const Facts> facts, Status one, Status other) {
  Values values;
  for (const Facts& a : facts) {
    for (const Facts& b : facts) {
      if (a.claim->status == one && b.claim->status == other && of_one_kind(a, one, b) && about_one_act(a, b)) {
        values[std::string(to_string(one))].insert(ref_of(a));
        values[std::string(to_string(other))].insert(ref_of(b));
      }
    }
  }
  return values;
}

// "Has halted its operations" beside "is massing for an offensive".
Values halts(std::span<const Facts> facts) {
  Values values;
  for (const Facts& halt : facts) {
    for (const Facts& move : facts) {
      const bool both = halt.claim->status == Status::asserted && move.claim->status == Status::asserted &&
                        is_halt(*halt.claim) && move.claim->type == "MOBILIZE";
      if (both && told_apart(halt, move) && of_one_side(halt.actor_parties, move.actor_parties)) {
        values["halted"].insert(ref_of(halt));
        values["goes on"].insert(ref_of(move));
      }
    }
  }
  return values;
}

// "The only base in the south" beside a second one that is being built.
Values others_of_only(std::span<const Facts> facts) {
  Values values;
  for (const Facts& only : facts) {
    for (const Facts& another : facts) {
      if (told_apart(only, another) && tells_only_and_another(only, another) && are_alike(only, another)) {
        values["no other"].insert(ref_of(only));
        values["another"].insert(ref_of(another));
      }
    }
  }
  return values;
}

// What one says may be, and another holds unlikely.
Values unlikely(std::span<const Facts> facts) {
  Values values;
  for (const Facts& doubt : facts) {
    for (const Facts& told : facts) {
      if (doubt.claim->caveat == "unlikely" && told.claim->caveat.empty() && about_one_act(doubt, told)) {
        values["unlikely"].insert(ref_of(doubt));
        values[std::string(to_string(told.claim->status))].insert(ref_of(told));
      }
    }
  }
  return values;
}

void note_agreement(std::span<const Facts> facts, Standing& standing) {
  const bool alike = std::all_of(facts.begin(), facts.end(),
                                 [&](const Facts& one) { return one.claim->status == facts.front().claim->status; });
  if (alike && facts.size() >= 2) {
    standing.agree.push_back("status");
  }
}

}  // namespace

void weigh_status(std::span<const Facts> facts, Standing& standing) {
  const auto put = [&](const char* kind, const Values& values) {
    if (!values.empty()) {
      standing.contested.push_back(contested("status", kind, values));
    }
    return !values.empty();
  };
  note_agreement(facts, standing);
  put("contradiction", halts(facts));
  put("denial", others_of_only(facts));
  put("likelihood", unlikely(facts));
  Values denial = meeting(facts, Status::asserted, Status::denied);
  for (const Status told : {Status::possible, Status::planned}) {
    for (const auto& [value, claims] : meeting(facts, told, Status::denied)) {
      denial[value].insert(claims.begin(), claims.end());
    }
  }
  const bool contested =
      put("denial", denial) || put("planned-done", meeting(facts, Status::planned, Status::asserted));
  if (!contested) {
    put("range", meeting(facts, Status::possible, Status::asserted));
  }
}

}  // namespace hearsay::compare
