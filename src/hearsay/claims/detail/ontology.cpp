// SPDX-License-Identifier: Apache-2.0
// Modes and export types.
#include <hearsay/claims/detail/ontology.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

/// The cue nearest to the trigger in its own subtree, its subject's words included.
const ModeCue* nearest_cue(const Reading& in, const Draft& draft) {
  const Sentence& sentence = in.sentence(draft.trigger.token);
  const ModeCue* best = nullptr;
  int best_distance = 4;  // farther words belong to something else
  const TokenIndex under = in.word(draft.trigger.token).noun ? undergoing_verb_of(in, draft.trigger.token) : -1;
  const TokenIndex patient = under >= 0 ? surface_subject(in, under) : -1;
  const auto hit = [&](TokenIndex t) {
    return std::any_of(draft.recipient_heads.begin(), draft.recipient_heads.end(),
                       [&](TokenIndex head) { return in.below(t, head); });
  };
  for (auto t = static_cast<TokenIndex>(sentence.first_token); t < static_cast<TokenIndex>(sentence.end_token); ++t) {
    const auto& cue = in.book.mode_cues[in.word(t).id];
    if (!cue || cue->type != draft.claim.type || t == draft.trigger.token) {
      continue;
    }
    if ((patient >= 0 && in.below(t, patient)) || hit(t)) {
      continue;  // the helicopter that came under fire is no means
    }
    if (!in.below(t, draft.trigger.frame) && !in.below(t, draft.trigger.token)) {
      continue;
    }
    const int distance = in.distance(t, draft.trigger.token);
    if (distance < best_distance) {
      best_distance = distance;
      best = &*cue;
    }
  }
  return best;
}

}  // namespace

void tell_mode(const Reading& in, Draft& draft) {
  if (!draft.claim.mode.empty()) {
    return;
  }
  if (const ModeCue* cue = nearest_cue(in, draft)) {
    draft.claim.mode = cue->mode;
    explain(draft.claim, "mode", cue->mode);
  }
}

std::string plover_type(const RuleBook& book, const Claim& claim) {
  const auto type = book.types.find(claim.type);
  if (type == book.types.end() || !type->second.in_plover) {
    return "";
  }
  if (claim.status == Status::planned) {
    if (claim.type == "AID" || claim.type == "CONSULT" || claim.type == "SUPPORT" || claim.type == "COOPERATE") {
      return "AGREE";
    }
    if (claim.type == "RETREAT") {
      return "CONCEDE";
    }
  }
  const auto mode = book.modes.find(claim.type + "/" + claim.mode);
  return mode != book.modes.end() && !mode->second.plover_type.empty() ? mode->second.plover_type : claim.type;
}

}  // namespace hearsay::claims::detail
