// SPDX-License-Identifier: Apache-2.0
// Prepositions before places and means, read off the tree; which words they are stands in lang-en/ways.tsv.
#include <hearsay/claims/detail/routes.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

namespace {

bool moves(const Claim& claim) {
  return claim.type == "MOBILIZE" || claim.type == "AID" || (claim.type == "RETREAT" && claim.mode == "withdraw");
}

WayWord way_word(const Reading& in, WordId word) {
  return word < in.book.ways.size() ? in.book.ways[word] : WayWord{};
}

bool is_trigger(const Drafts& drafts, DraftRange here, TokenIndex t) {
  const auto begin = drafts.begin();
  return std::any_of(
      begin + static_cast<std::ptrdiff_t>(here.first), begin + static_cast<std::ptrdiff_t>(here.last),
      [&](const Draft& draft) { return !draft.dropped && (draft.trigger.token == t || draft.trigger.frame == t); });
}

/// "Trucks from Iraq came": what a thing comes with, its origin too; "fighters from Iraq" are Iraqis.
bool is_cargo(const Reading& in, TokenIndex noun) {
  const RuleBook& book = in.book;
  return in.in_class(noun, book.bit_vehicle) || in.in_class(noun, book.bit_container) ||
         in.in_class(noun, book.bit_weapon) ||
         (in.in_class(noun, book.bit_armed) && !in.in_class(noun, book.bit_actor));
}

/// Whether a modifier tells of the draft's movement: no other event between them, and nobody it could describe.
bool belongs(const Reading& in, const Drafts& drafts, const Draft& draft, TokenIndex modifier) {
  const DraftRange here = drafts_of(drafts, draft.sentence);
  TokenIndex below = modifier;
  for (int steps = 0; steps < 8; ++steps) {
    const TokenIndex above = in.head(below);
    if (above < 0) {
      return false;
    }
    if (above == draft.trigger.token || above == draft.trigger.frame) {
      return true;
    }
    const bool describes = universal(in.deprel(below)) == Deprel::nmod && !is_cargo(in, above);
    if (describes || is_trigger(drafts, here, above)) {
      return false;
    }
    below = above;
  }
  return false;
}

void read_place(const Reading& in, const Drafts& drafts, Draft& draft, const Linked& mention) {
  const auto head = static_cast<TokenIndex>(mention.head_token);
  const WayRole role = way_word(in, in.preposition(head)).role;
  const bool through = role == WayRole::through || role == WayRole::by_or_through;
  if ((role != WayRole::origin && !through) || !belongs(in, drafts, draft, head)) {
    return;
  }
  ClaimPlace place{mention.span, mention.entity, mention.name, mention.place.value_or(PlaceRef{}), false};
  explain(draft.claim, through ? "way" : "origin", in.path(draft.trigger.token, head) + " " + place.name);
  if (through) {
    draft.claim.way.push_back({mention.span, "", std::move(place)});
  } else if (!draft.claim.origin) {
    draft.claim.origin = std::move(place);
  }
}

void read_means(const Reading& in, const Drafts& drafts, Draft& draft, TokenIndex t) {
  const WayWord word = way_word(in, in.word(t).id);
  const WayRole before = way_word(in, in.preposition(t)).role;
  const bool by = before == WayRole::by || before == WayRole::by_or_through;
  const bool told = word.role == WayRole::verb ? t == draft.trigger.token || in.head(t) == draft.trigger.token
                                               : word.role == WayRole::means && by && belongs(in, drafts, draft, t);
  auto& way = draft.claim.way;
  if (told && std::none_of(way.begin(), way.end(), [&](const ClaimWay& one) { return one.means == word.means; })) {
    way.push_back({in.token(t).span, std::string(word.means), std::nullopt});
    explain(draft.claim, "way", "by " + std::string(word.means));
  }
}

void read_route(const Reading& in, const Drafts& drafts, Draft& draft) {
  const Sentence& sentence = in.report.analysis.sentences[draft.sentence];
  const auto& mentions = in.report.links.mentions;
  auto mention = std::lower_bound(mentions.begin(), mentions.end(), sentence.span.begin,
                                  [](const Linked& one, std::uint32_t at) { return one.span.begin < at; });
  for (; mention != mentions.end() && mention->span.begin < sentence.span.end; ++mention) {
    const bool place = mention->kind == MentionKind::place || mention->kind == MentionKind::facility;
    if (place && !mention->metonym && (!mention->nominal || mention->antecedent >= 0)) {
      read_place(in, drafts, draft, *mention);
    }
  }
  for (auto t = static_cast<TokenIndex>(sentence.first_token); t < static_cast<TokenIndex>(sentence.end_token); ++t) {
    read_means(in, drafts, draft, t);
  }
  std::sort(draft.claim.way.begin(), draft.claim.way.end(),
            [](const ClaimWay& a, const ClaimWay& b) { return a.span < b.span; });
}

}  // namespace

void find_routes(const Reading& in, Drafts& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.dropped && moves(draft.claim)) {
      read_route(in, drafts, draft);
    }
  }
}

}  // namespace hearsay::claims::detail
