// SPDX-License-Identifier: Apache-2.0
// Attribution of drafts.
#include <hearsay/claims/detail/voices.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

std::uint32_t size_of(const std::vector<Span>& spans) {
  std::uint32_t size = 0;
  for (const Span& span : spans) {
    size += span.size();
  }
  return size;
}

bool covers(const std::vector<Span>& spans, Span inner) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.contains(inner); });
}

}  // namespace

const Attribution* voice_of(const std::vector<Attribution>& attributions, Span trigger) {
  const Attribution* best = nullptr;
  for (const Attribution& one : attributions) {
    if (one.governs && covers(one.content, trigger) && (!best || size_of(one.content) < size_of(best->content))) {
      best = &one;
    }
  }
  return best;
}

void attribute(const Reading&, Draft& draft, const std::vector<Attribution>& attributions) {
  const Attribution* said = voice_of(attributions, draft.claim.trigger);
  if (!said) {
    return;
  }
  Claim& claim = draft.claim;
  if (said->hearsay || said->stance == Stance::hearsay) {
    claim.anonymous = true;
    explain(claim, "voice", "hearsay");
    return;
  }
  claim.attribution = said->chain;
  if (claim.attribution.empty()) {
    claim.attribution.push_back(said->voice);
  }
  claim.anonymous = claim.attribution.back().anonymous || claim.attribution.back().kind == VoiceKind::unnamed;
  explain(claim, "voice", claim.attribution.back().name + (said->carried ? ", carried over" : ""));
  if (said->stance == Stance::deny && claim.status == Status::asserted) {
    claim.status = Status::denied;
    explain(claim, "status", "denied by the speaker");
  }
}

std::vector<Span> words_of_saying(const std::vector<Attribution>& attributions) {
  std::vector<Span> spans;
  for (const Attribution& one : attributions) {
    spans.insert(spans.end(), one.source.begin(), one.source.end());
    spans.insert(spans.end(), one.cue.begin(), one.cue.end());
  }
  return spans;
}

}  // namespace hearsay::claims::detail
