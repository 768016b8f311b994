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

/// The cue whose clause the event stands in, where the content's words were cut short: "said that a and b".
const Attribution* by_tree(const Reading& in, const std::vector<Attribution>& attributions, TokenIndex token) {
  TokenIndex below = token;
  for (TokenIndex t = in.head(token); t >= 0; below = t, t = in.head(t)) {
    const Deprel deprel = universal(in.deprel(below));
    for (const Attribution& one : attributions) {
      if (one.governs && one.cue_token == t && (deprel == Deprel::ccomp || (deprel == Deprel::parataxis && below > t))) {
        return &one;
      }
    }
    if (in.deprel(below) == Deprel::acl_relcl) {
      return nullptr;
    }
  }
  return nullptr;
}

/// "The blast killed two and wrecked a shop, said a guard": the end of the sentence speaks for all before it, also where
/// the content's words were cut short.
const Attribution* at_the_end(const Reading& in, const std::vector<Attribution>& attributions, TokenIndex token) {
  const Span sentence = in.sentence(token).span;
  const Span trigger = in.token(token).span;
  for (const Attribution& one : attributions) {
    const bool told_after = !one.cue.empty() && sentence.contains(one.cue.front()) && trigger.end <= one.cue.front().begin;
    const bool content_before = !one.content.empty() && sentence.contains(one.content.front()) && one.content.front().begin < one.cue.front().begin;
    if (one.governs && told_after && content_before && !one.direct && !covers(one.source, trigger)) {
      return &one;
    }
  }
  return nullptr;
}

}  // namespace

const Attribution* voice_of(const Reading& in, const std::vector<Attribution>& attributions, TokenIndex token) {
  const Attribution* best = nullptr;
  const Span trigger = in.token(token).span;
  for (const Attribution& one : attributions) {
    if (one.governs && covers(one.content, trigger) && (!best || size_of(one.content) < size_of(best->content))) {
      best = &one;
    }
  }
  if (!best) {
    best = by_tree(in, attributions, token);
  }
  return best ? best : at_the_end(in, attributions, token);
}

void attribute(const Reading& in, Draft& draft, const std::vector<Attribution>& attributions) {
  const Attribution* said = voice_of(in, attributions, draft.trigger.token);
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
