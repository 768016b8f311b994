// SPDX-License-Identifier: Apache-2.0
// Stated positions.
#include <hearsay/claims/detail/positions.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

/// The words from the place's name to the end of its anchor's; empty when the anchor does not follow in the sentence.
Span position_words(const Reading& in, std::size_t index) {
  const auto& mentions = in.report.links.mentions;
  const Linked& place = mentions[index];
  const Sentence& sentence = in.sentence(static_cast<TokenIndex>(place.head_token));
  for (std::size_t m = index + 1; m < mentions.size() && mentions[m].span.begin < sentence.span.end; ++m) {
    if (mentions[m].entity == place.place->relative->anchor && mentions[m].span.begin >= place.span.end) {
      return {place.span.end, mentions[m].span.end};
    }
  }
  return {};
}

/// The first word of the position that says something: the distance, else the anchor.
TokenIndex first_word(const Reading& in, const Linked& place, Span words) {
  for (auto t = static_cast<TokenIndex>(place.end_token); t < in.count() && in.token(t).span.begin < words.end; ++t) {
    if (in.token(t).upos == Upos::num || in.word(t).place >= 0) {
      return t;
    }
  }
  return -1;
}

bool told_by_a_verb(const Drafts& drafts, std::uint32_t sentence) {
  const DraftRange here = drafts_of(drafts, sentence);
  return std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(here.first),
                     drafts.begin() + static_cast<std::ptrdiff_t>(here.last),
                     [](const Draft& draft) { return draft.claim.mode == "geography"; });
}

}  // namespace

void add_positions(const Reading& in, Drafts& drafts, const Voices& voices) {
  const auto& mentions = in.report.links.mentions;
  Drafts made;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Linked& place = mentions[m];
    if (place.entity.empty() || !place.place || !place.place->relative || !place.place->relative->distance_km) {
      continue;
    }
    const Span words = position_words(in, m);
    const TokenIndex token = words.empty() ? -1 : first_word(in, place, words);
    if (token < 0 || told_by_a_verb(drafts, in.word(token).sentence)) {
      continue;
    }
    Draft draft;
    draft.trigger = {token, token, 0};
    draft.rule = &in.book.position_rule;
    draft.sentence = in.word(token).sentence;
    draft.own_place = true;
    Claim& claim = draft.claim;
    claim.type = draft.rule->type;
    claim.mode = draft.rule->mode;
    claim.doc = in.report.text.id;
    claim.text = in.report.text.text_id;
    claim.trigger = {in.token(token).span.begin, words.end};
    claim.sentence = in.sentence(token).span;
    claim.place = ClaimPlace{place.span, place.entity, place.name, *place.place, false};
    QuantityRef distance;
    distance.min = distance.max = place.place->relative->distance_km;
    distance.unit = "km";
    distance.what = "distance";
    claim.quantities.push_back({in.token(token).span, distance});
    explain(claim, "trigger", "distance from " + place.place->relative->anchor);
    attribute(in, draft, voices);
    made.push_back(std::move(draft));
  }
  std::move(made.begin(), made.end(), std::back_inserter(drafts));
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.trigger.token < b.trigger.token; });
}

}  // namespace hearsay::claims::detail
