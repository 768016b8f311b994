// SPDX-License-Identifier: Apache-2.0
// Tying places, times, amounts and equipment to events.
#include <hearsay/claims/detail/setting.hpp>

#include <algorithm>
#include <string_view>

#include <hearsay/claims/detail/things.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr int k_deepest = 60;        // steps up a tree
constexpr int k_country_steps = 3;   // a country farther off than this is not where it happened
constexpr int k_hopeless = 100;      // a score from which a mention is nobody's place
constexpr double k_no_place = 1500;  // km: the European Union, a continent; larger countries are hardly meant either
constexpr int k_meeting_place = 6;   // a score from which a place is not where a visit or meeting was
constexpr int k_too_far = 9;         // tree steps: beyond, a place of the sentence is still better than none of it

/// Mentions are sorted by begin: the first that begins in the sentence.
std::size_t first_mention(const std::vector<Linked>& mentions, Span sentence) {
  const auto found = std::lower_bound(mentions.begin(), mentions.end(), sentence.begin,
                                      [](const Linked& mention, std::uint32_t at) { return mention.span.begin < at; });
  return static_cast<std::size_t>(found - mentions.begin());
}

struct PlaceChoice {
  std::int32_t mention = -1;
  int score = 1000;
};

/// "US-led", "rebel-held": a name that is part of a compound adjective.
bool in_compound_adjective(const Reading& in, TokenIndex head) {
  const TokenIndex above = in.head(head);
  return above >= 0 && in.in_class(above, in.book.bit_led) && in.deprel(above) == Deprel::amod;
}

/// "IS", "47": short capitals and figures that a spelling key took for a place.
bool is_code(std::string_view name) {
  return name.size() <= 4 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// The word that a list hangs on: "Turkey" of "by Turkey, Russia and Iran".
TokenIndex first_listed(const Reading& in, TokenIndex t) {
  for (int steps = 0; steps < 12; ++steps) {
    const Deprel deprel = universal(in.deprel(t));
    if (in.head(t) < 0 || in.preposition(t) != k_unknown || (deprel != Deprel::conj && deprel != Deprel::flat)) {
      break;
    }
    t = in.head(t);
  }
  return t;
}

/// "Strikes by Russia", "raids, especially those of Israel": a country that does it.
bool is_doer(const Reading& in, const Linked& mention, TokenIndex head) {
  const TokenIndex first = first_listed(in, head);
  const WordId preposition = in.preposition(first);
  const TokenIndex above = in.head(first);
  const bool country = mention.place && mention.place->feature.starts_with("PCL");
  const bool of_deed = preposition == in.book.w_of && above >= 0 &&
                       (in.token(above).upos == Upos::pron || in.token(above).upos == Upos::det);
  return preposition == in.book.w_by || (country && of_deed);
}

/// "The Damascus suburb of Darayya": the town that a part belongs to, where the part is named. Not so "the Waer suburb
/// of Homs".
bool holds_named_part(const Reading& in, const Linked& mention, TokenIndex head) {
  const TokenIndex part = in.head(head);
  if (part < 0 || universal(in.deprel(head)) != Deprel::compound || !in.in_class(part, in.book.bit_place)) {
    return false;
  }
  const auto children = in.children(part);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    if (c < part || in.word(c).place < 0 || in.preposition(c) != in.book.w_of || !mention.place) {
      return false;
    }
    const Linked& named = in.linked(in.word(c).place);
    return named.place && named.place->lat && named.place->radius_km < mention.place->radius_km;
  });
}

/// "Aleppo hospitals": a place that modifies what is no place itself.
bool is_attribute(const Reading& in, const Linked& mention) {
  const auto head = static_cast<TokenIndex>(mention.head_token);
  const Deprel deprel = in.deprel(head);
  const bool modifies = mention.attributive || deprel == Deprel::nmod_poss || deprel == Deprel::amod;
  return modifies && (in.head(head) < 0 || !in.in_class(in.head(head), in.book.bit_place));
}

/// The place that a where-clause around the event describes; of "Darayya near Damascus, where" the first. -1: none.
TokenIndex place_of_where(const Reading& in, TokenIndex event) {
  for (int steps = 0; event >= 0 && steps < k_deepest; ++steps, event = in.head(event)) {
    const TokenIndex t = event;
    if (in.deprel(t) != Deprel::acl_relcl) {
      continue;
    }
    const auto children = in.children(t);
    const bool where = std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
      return in.deprel(c) == Deprel::advmod && in.form(c) == "where";
    });
    TokenIndex place = where ? in.head(t) : -1;
    for (int up = 0; up < k_deepest && place >= 0 && in.head(place) >= 0 &&
                     universal(in.deprel(place)) == Deprel::nmod && in.word(in.head(place)).place >= 0;
         ++up) {
      place = in.head(place);
    }
    const TokenIndex before = place >= 2 ? place - 2 : -1;  // "Saraqib near Idlib", wherever "near" hangs
    const bool beside = before >= 0 && in.deprel(place - 1) == Deprel::case_ && in.head(place - 1) == place &&
                        in.word(before).place >= 0 && in.word(place).place >= 0;
    return beside ? before : place;
  }
  return -1;
}

bool can_be_setting(const Reading& in, const Linked& mention) {
  if (mention.kind != MentionKind::place && mention.kind != MentionKind::facility) {
    return false;
  }
  const bool stands_in =
      mention.nominal && mention.antecedent >= 0 && mention.place && mention.place->lat;  // "the city"
  if (mention.metonym || (mention.nominal && !stands_in)) {
    return false;
  }
  const auto head = static_cast<TokenIndex>(mention.head_token);
  if (is_code(text_of(in.report.text.text, mention.span)) || (mention.place && mention.place->radius_km > k_no_place)) {
    return false;
  }
  if (in.word(head).actor >= 0 || in_compound_adjective(in, head) || is_doer(in, mention, head) ||
      holds_named_part(in, mention, head)) {
    return false;
  }
  const std::int32_t outer = in.word(head).place;  // "Raqqa" in "the highway linking Raqqa with Deir ez-Zor"
  if (outer >= 0 && in.linked(outer).span.contains(mention.span) && !(in.linked(outer).span == mention.span) &&
      !in.linked(outer).nominal && in.linked(outer).place && in.linked(outer).place->lat) {
    return false;
  }
  return !is_attribute(in, mention) || (mention.place && !mention.place->feature.starts_with("PCL"));
}

bool is_verbal(const Reading& in, const Claim& claim) {
  const auto type = in.book.types.find(claim.type);
  return type != in.book.types.end() && type->second.verbal;
}

int place_score(const Reading& in, const Drafts& drafts, std::size_t draft, const std::vector<std::size_t>& here,
                const Linked& mention) {
  const auto head = static_cast<TokenIndex>(mention.head_token);
  const Draft& mine = drafts[draft];
  int score = 2 * std::min(in.distance(head, mine.trigger.token), in.distance(head, mine.trigger.frame));
  const TokenIndex where = place_of_where(in, mine.trigger.token);
  if (where >= 0 && in.word(where).place >= 0 && in.linked(in.word(where).place).span == mention.span) {
    return 0;
  }
  const std::size_t owner = owner_of(in, drafts, here, head);
  if (owner != draft && owner < drafts.size()) {
    score += in.below(drafts[owner].trigger.token, mine.trigger.token) ? 3 : 8;
    score += is_verbal(in, drafts[owner].claim) && !is_verbal(in, mine.claim) ? k_hopeless : 0;
  }
  if (is_attribute(in, mention)) {
    score += 7;
  }
  const WordId preposition = in.preposition(head);
  if (preposition == in.book.w_from) {
    score += 5;
  }
  if (preposition == in.book.w_along) {
    score += 3;
  }
  if (mine.claim.type == "MOBILIZE" && (preposition == in.book.w_to || preposition == in.book.w_towards)) {
    score -= 2;
  }
  if (mention.place && mention.place->feature.starts_with("PCL")) {
    score += score > 2 * k_country_steps ? 100 : 6;
  }
  const TokenIndex above = in.head(head);
  if (above >= 0 && in.in_class(above, in.book.bit_place)) {
    score -= 2;  // "the town of"
  }
  if (mention.place && mention.place->feature == "ADM1") {
    score += 2;  // a province only where nothing narrower is told
  }
  if (mention.nominal) {
    score += 2;
  }
  if (!mention.place || !mention.place->lat) {
    score += 6;
  }
  return score;
}

void choose_place(const Reading& in, Drafts& drafts, std::size_t draft, const std::vector<std::size_t>& here,
                  const std::vector<Span>& outside) {
  PlaceChoice best;
  const Sentence& sentence = in.report.analysis.sentences[drafts[draft].sentence];
  const auto& mentions = in.report.links.mentions;
  for (std::size_t m = first_mention(mentions, sentence.span);
       m < mentions.size() && mentions[m].span.begin < sentence.span.end; ++m) {
    const Linked& mention = mentions[m];
    if (!sentence.span.contains(mention.span) || !can_be_setting(in, mention) || lies_in(outside, mention.span)) {
      continue;
    }
    const auto head = static_cast<TokenIndex>(mention.head_token);
    const auto is_head = [&](TokenIndex t) { return t == head; };
    const Draft& mine = drafts[draft];
    if (std::any_of(mine.actor_heads.begin(), mine.actor_heads.end(), is_head) ||
        std::any_of(mine.recipient_heads.begin(), mine.recipient_heads.end(), is_head)) {
      continue;
    }
    const int score = place_score(in, drafts, draft, here, mention);
    if (score < best.score) {
      best = {static_cast<std::int32_t>(m), score};
    }
  }
  const int limit = is_verbal(in, drafts[draft].claim) ? k_meeting_place : k_hopeless;
  if (best.mention < 0 || best.score >= limit) {
    return;
  }
  const Linked& mention = mentions[static_cast<std::size_t>(best.mention)];
  Draft& mine = drafts[draft];
  mine.claim.place = ClaimPlace{mention.span, mention.entity, mention.name, mention.place.value_or(PlaceRef{}), false};
  mine.own_place = best.score < 2 * k_too_far;
  explain(mine.claim, "place",
          in.path(mine.trigger.token, static_cast<TokenIndex>(mention.head_token)) + " " +
              (mention.entity.empty() ? "not in the gazetteer" : mention.entity));
}

void choose_time(const Reading& in, Drafts& drafts, std::size_t draft, const std::vector<std::size_t>& here,
                 const std::vector<Span>& outside) {
  const Sentence& sentence = in.report.analysis.sentences[drafts[draft].sentence];
  const auto& mentions = in.report.links.mentions;
  std::int32_t best = -1;
  int best_score = 1000;
  for (std::size_t m = first_mention(mentions, sentence.span);
       m < mentions.size() && mentions[m].span.begin < sentence.span.end; ++m) {
    const Linked& mention = mentions[m];
    if (mention.kind != MentionKind::time || !mention.time || !mention.time->range.known() ||
        !sentence.span.contains(mention.span) || lies_in(outside, mention.span)) {
      continue;
    }
    const auto head = static_cast<TokenIndex>(mention.head_token);
    if (in.head(head) >= 0 && lies_in(outside, in.token(in.head(head)).span) &&
        in.in_class(in.head(head), in.book.bit_saying)) {
      continue;  // "said on Thursday": when it was said
    }
    int score =
        2 * std::min(in.distance(head, drafts[draft].trigger.token), in.distance(head, drafts[draft].trigger.frame));
    const std::size_t owner = owner_of(in, drafts, here, head);
    score += owner != draft && owner < drafts.size() ? 4 : 0;
    if (score < best_score) {
      best_score = score;
      best = static_cast<std::int32_t>(m);
    }
  }
  if (best < 0) {
    return;
  }
  const Linked& mention = mentions[static_cast<std::size_t>(best)];
  drafts[draft].claim.time = ClaimTime{mention.span, *mention.time, false};
  drafts[draft].own_time = true;
  explain(drafts[draft].claim, "time", mention.time->value);
}

bool is_present(const Reading& in, TokenIndex verb) {
  bool past = false,
       present = in.token(verb).feats.tense == ud::Tense::pres && in.token(verb).feats.verb_form == ud::VerbForm::fin;
  for (const TokenIndex c : in.children(verb)) {
    if (universal(in.deprel(c)) == Deprel::aux || in.deprel(c) == Deprel::cop) {
      past = past || in.token(c).feats.tense == ud::Tense::past || in.token(c).lemma == "have";
      present = present || in.token(c).feats.tense == ud::Tense::pres;
    }
  }
  return present && !past;
}

/// The finite verb that gives an event its tense: itself, or the clause it stands in.
TokenIndex tense_bearer(const Reading& in, TokenIndex t) {
  for (int steps = 0; t >= 0 && steps < 8; ++steps, t = in.head(t)) {
    const Feats& feats = in.token(t).feats;
    if (in.word(t).verb &&
        (feats.verb_form == ud::VerbForm::fin || in.child(t, Deprel::aux) >= 0 || in.child(t, Deprel::aux_pass) >= 0)) {
      return t;
    }
    if (in.child(t, Deprel::cop) >= 0) {
      return t;
    }
  }
  return -1;
}

}  // namespace

void find_settings(const Reading& in, Drafts& drafts, const std::vector<Span>& outside) {
  std::vector<std::vector<std::size_t>> by_sentence(in.report.analysis.sentences.size());
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    by_sentence[drafts[d].sentence].push_back(d);
  }
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const bool told = drafts[d].claim.place.has_value();
    if (!told && (!is_verbal(in, drafts[d].claim) || drafts[d].claim.type == "CONSULT")) {
      choose_place(in, drafts, d, by_sentence[drafts[d].sentence], outside);
    }
    choose_time(in, drafts, d, by_sentence[drafts[d].sentence], outside);
  }
  hand_out_things(in, drafts, by_sentence, outside);
}

void default_time(const Reading& in, Draft& draft) {
  const Published& published = in.report.text.published;
  if (draft.claim.time || !published.range.known() || draft.claim.mode == "geography") {
    return;
  }
  ClaimTime time;
  time.from_publication = true;
  const TokenIndex bearer = tense_bearer(in, draft.trigger.frame);
  if (draft.claim.status == Status::planned || draft.claim.status == Status::possible) {
    time.at.range.from = published.range.from;
    time.at.value = "FUTURE_REF";
  } else if (draft.title || (bearer >= 0 && is_present(in, bearer))) {
    time.at.range = published.range;
    time.at.value = "PRESENT_REF";
  } else {
    time.at.range.to = published.range.to;
    time.at.value = "PAST_REF";
  }
  if (time.at.range.known()) {
    explain(draft.claim, "time", time.at.value + " of the publication date");
    draft.claim.time = std::move(time);
  }
}

}  // namespace hearsay::claims::detail
