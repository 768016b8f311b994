// SPDX-License-Identifier: Apache-2.0
// Attribution of drafts.
#include <hearsay/claims/detail/voices.hpp>

#include <algorithm>

#include <hearsay/claims/detail/denials.hpp>

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

/// The first word that does not end before `at`.
TokenIndex token_from(const Reading& in, std::uint32_t at) {
  const auto& tokens = in.report.analysis.tokens;
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), at,
                                      [](const Token& token, std::uint32_t begin) { return token.span.end <= begin; });
  return static_cast<TokenIndex>(found - tokens.begin());
}

}  // namespace

Voices::Voices(const Reading& in, const std::vector<Attribution>& attributions)
    : m_in(in),
      m_attributions(attributions),
      m_by_token(static_cast<std::size_t>(in.count()), -1),
      m_by_sentence(in.report.analysis.sentences.size()) {
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const Attribution& one = attributions[i];
    if (one.governs) {
      m_saying.insert(m_saying.end(), one.source.begin(), one.source.end());
      m_saying.insert(m_saying.end(), one.cue.begin(), one.cue.end());
    }
    if (!one.governs || (one.cue_token >= 0 && denies_what_was_told(in, one.cue_token))) {
      continue;
    }
    for (const Span& content : one.content) {
      paint(static_cast<std::int32_t>(i), content);
    }
    const TokenIndex cue = one.cue_token >= 0 ? one.cue_token
                           : one.cue.empty()  ? -1
                                              : token_from(in, one.cue.front().begin);
    if (cue >= 0 && cue < in.count()) {
      m_by_sentence[in.word(cue).sentence].push_back(static_cast<std::int32_t>(i));
    }
  }
  std::sort(m_saying.begin(), m_saying.end());
}

void Voices::paint(std::int32_t attribution, Span content) {
  const auto& one = m_attributions[static_cast<std::size_t>(attribution)];
  for (TokenIndex t = token_from(m_in, content.begin); t < m_in.count() && m_in.token(t).span.end <= content.end; ++t) {
    std::int32_t& best = m_by_token[static_cast<std::size_t>(t)];
    if (best < 0 || size_of(one.content) < size_of(m_attributions[static_cast<std::size_t>(best)].content)) {
      best = attribution;
    }
  }
}

/// The cue whose clause the event stands in, where the content's words were cut short: "said that a and b".
const Attribution* Voices::by_tree(TokenIndex token) const {
  const auto& here = m_by_sentence[m_in.word(token).sentence];
  TokenIndex below = token;
  for (TokenIndex t = m_in.head(token); t >= 0 && !here.empty(); below = t, t = m_in.head(t)) {
    const Deprel deprel = universal(m_in.deprel(below));
    for (const std::int32_t i : here) {
      const Attribution& one = m_attributions[static_cast<std::size_t>(i)];
      if (one.cue_token == t && (deprel == Deprel::ccomp || (deprel == Deprel::parataxis && below > t))) {
        return &one;
      }
    }
    if (m_in.deprel(below) == Deprel::acl_relcl) {
      return nullptr;
    }
  }
  return nullptr;
}

/// "The blast killed two and wrecked a shop, said a guard": the end of the sentence speaks for all before it, also
/// where the content's words were cut short.
const Attribution* Voices::at_the_end(TokenIndex token) const {
  const Span sentence = m_in.sentence(token).span;
  const Span trigger = m_in.token(token).span;
  for (const std::int32_t i : m_by_sentence[m_in.word(token).sentence]) {
    const Attribution& one = m_attributions[static_cast<std::size_t>(i)];
    const bool told_after = !one.cue.empty() && trigger.end <= one.cue.front().begin;
    const bool content_before = told_after && !one.content.empty() && sentence.contains(one.content.front()) &&
                                one.content.front().begin < one.cue.front().begin;
    if (content_before && !one.direct && !covers(one.source, trigger)) {
      return &one;
    }
  }
  return nullptr;
}

const Attribution* Voices::of(TokenIndex token) const {
  if (const std::int32_t best = m_by_token[static_cast<std::size_t>(token)]; best >= 0) {
    return &m_attributions[static_cast<std::size_t>(best)];
  }
  const Attribution* found = by_tree(token);
  return found ? found : at_the_end(token);
}

void attribute(const Reading&, Draft& draft, const Voices& voices) {
  const Attribution* said = voices.of(draft.trigger.token);
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

}  // namespace hearsay::claims::detail
