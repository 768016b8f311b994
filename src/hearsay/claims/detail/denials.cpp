// SPDX-License-Identifier: Apache-2.0
// Denials that point back.
#include <hearsay/claims/detail/denials.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace hearsay::claims::detail {

namespace {

constexpr std::uint32_t k_told_reach = 3;  // sentences back in which "these reports" are looked for
constexpr std::uint32_t k_this_reach = 1;  // the same for "this" and for a deed in the report's own voice
constexpr std::size_t k_at_most = 4;       // tellings that one denial denies

enum class Points : std::uint8_t { nowhere, to_telling, to_statement, to_deed };

struct Denial {
  TokenIndex verb = -1;
  Points points = Points::nowhere;
  const Attribution* by = nullptr;
  const Linked* denier = nullptr;  // of to_deed: the first mention of who denies, where he has an entity
};

bool is_negated(const Reading& in, TokenIndex verb) {
  const auto children = in.children(verb);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    const Deprel deprel = universal(in.deprel(c));
    const bool beside = deprel == Deprel::advmod || deprel == Deprel::aux || deprel == Deprel::cc;
    return beside && (in.in_class(c, in.book.bit_negation) || in.in_class(c, in.book.bit_future));
  });
}

/// The same by the order of words, where the parse hung "on the use of gas" elsewhere.
bool goes_on(const Reading& in, TokenIndex noun) {
  constexpr TokenIndex k_reach = 7;
  for (TokenIndex t = noun + 1; t < std::min(in.count(), noun + k_reach); ++t) {
    if (in.word(t).verb || in.token(t).upos == Upos::punct || in.word(t).sentence != in.word(noun).sentence) {
      return false;
    }
    const std::string_view form = in.form(t);
    if (form == "of" || form == "on" || form == "about" || form == "that" || form == "over" || form == "regarding") {
      return true;
    }
  }
  return false;
}

/// "reports that", "claims of", "allegations by the rebels about": the content stands here and is read where it stands.
bool says_what(const Reading& in, TokenIndex noun, TokenIndex verb) {
  for (const TokenIndex c : in.children(noun)) {
    const Deprel deprel = universal(in.deprel(c));
    if (c < noun || c == verb || in.below(verb, c)) {
      continue;
    }
    const WordId preposition = in.preposition(c);
    const bool whose = deprel == Deprel::nmod && (preposition == in.book.w_by || preposition == in.book.w_from);
    if (!whose && (deprel == Deprel::nmod || deprel == Deprel::ccomp || deprel == Deprel::csubj ||
                   deprel == Deprel::acl || deprel == Deprel::advcl)) {
      return true;
    }
    if (whose && says_what(in, c, verb)) {
      return true;
    }
  }
  return false;
}

bool has_indefinite_article(const Reading& in, TokenIndex noun) {
  const auto children = in.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return in.deprel(c) == Deprel::det && in.token(c).feats.definite == ud::Definite::ind;
  });
}

bool has_clause(const Reading& in, TokenIndex verb) {
  return in.child(verb, Deprel::ccomp) >= 0 || in.child(verb, Deprel::xcomp) >= 0;
}

/// What the verb of denying denies, by the word in its object's place.
Points pointed_at(const Reading& in, TokenIndex verb) {
  const TokenIndex denied = patient_of(in, verb);
  if (denied < 0 || in.word(denied).sentence != in.word(verb).sentence || has_clause(in, verb)) {
    return Points::nowhere;
  }
  if (in.in_class(denied, in.book.bit_take_part) && in.word(denied).noun) {
    return Points::to_deed;
  }
  if (in.in_class(denied, in.book.bit_telling) && in.word(denied).noun && !says_what(in, denied, verb) &&
      !goes_on(in, denied)) {
    const bool beside = in.below(verb, denied);  // "a claim denied by the army" stands beside what it says
    return has_indefinite_article(in, denied) && !beside ? Points::nowhere : Points::to_telling;
  }
  const bool pronoun = in.token(denied).upos == Upos::pron || in.token(denied).upos == Upos::det;
  const bool thing = in.form(denied) == "this" || in.form(denied) == "that" || in.form(denied) == "This" ||
                     in.form(denied) == "it" || in.form(denied) == "which";
  return pronoun && thing ? Points::to_statement : Points::nowhere;
}

/// Attributions that have a cue word, in the order of those words.
using ByCue = std::vector<const Attribution*>;

ByCue sort_by_cue(const std::vector<Attribution>& attributions) {
  ByCue sorted;
  for (const Attribution& one : attributions) {
    if (one.cue_token >= 0) {
      sorted.push_back(&one);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Attribution* a, const Attribution* b) { return a->cue_token < b->cue_token; });
  return sorted;
}

/// The first whose cue does not stand before a word.
ByCue::const_iterator first_from(const ByCue& attributions, TokenIndex word) {
  return std::partition_point(attributions.begin(), attributions.end(),
                              [&](const Attribution* one) { return one->cue_token < word; });
}

const Attribution* attribution_by(const ByCue& attributions, TokenIndex cue) {
  for (auto at = first_from(attributions, cue); at != attributions.end() && (*at)->cue_token == cue; ++at) {
    if (!(*at)->chain.empty()) {
      return *at;
    }
  }
  return nullptr;
}

/// Mentions are looked up only where somebody denies a part in a deed, which few reports tell.
void find_deniers(const Reading& in, std::vector<Denial>& denials) {
  std::unordered_map<std::string_view, const Linked*> first;
  for (Denial& denial : denials) {
    if (denial.points != Points::to_deed) {
      continue;
    }
    if (first.empty()) {
      for (const Linked& mention : in.report.links.mentions) {
        first.try_emplace(mention.entity, &mention);
      }
    }
    const auto found = first.find(denial.by->voice.entity);
    denial.denier = found == first.end() ? nullptr : found->second;
  }
}

std::vector<Denial> find_denials(const Reading& in, const ByCue& attributions) {
  std::vector<Denial> found;
  for (TokenIndex t = 0; t < in.count(); ++t) {
    if (!in.in_class(t, in.book.bit_denying) || !in.word(t).verb || is_negated(in, t)) {
      continue;
    }
    const Denial denial{t, pointed_at(in, t), attribution_by(attributions, t), nullptr};
    if (denial.points != Points::nowhere && denial.by != nullptr) {
      found.push_back(denial);
    }
  }
  find_deniers(in, found);
  return found;
}

bool is_told(const Claim& claim) {
  return claim.anonymous || !claim.attribution.empty();
}

/// Whether the last to speak is the same, or nobody in either.
bool same_speaker(const std::vector<Voice>& a, const std::vector<Voice>& b) {
  return a.empty() || b.empty() ? a.empty() && b.empty() : a.back().name == b.back().name;
}

bool can_be_denied(const Reading& in, const Draft& draft, const Denial& denial) {
  const auto type = in.book.types.find(draft.claim.type);
  const bool verbal = type != in.book.types.end() && type->second.verbal;
  const bool deed = type != in.book.types.end() && type->second.material_conflict;
  const bool before = draft.trigger.token < denial.verb || !in.below(draft.trigger.token, denial.verb);
  return !draft.dropped && !draft.title && !verbal && before && draft.trigger.token != denial.verb &&
         (draft.claim.status == Status::asserted || draft.claim.status == Status::possible) &&
         !same_speaker(draft.claim.attribution, denial.by->chain) && (denial.points != Points::to_deed || deed);
}

/// Whether the draft is near enough for how the denial points.
bool in_reach(const Draft& draft, const Denial& denial, std::uint32_t sentence) {
  const std::uint32_t gap = sentence - draft.sentence;
  const bool told = is_told(draft.claim);
  if (denial.points == Points::to_telling) {
    return told && gap <= k_told_reach;
  }
  return gap <= (told ? k_told_reach - 1 : k_this_reach);
}

/// Sentence of the nearest other speaker's cue before the denial, -1 when nobody else speaks in its reach.
std::int64_t nearest_teller(const Reading& in, const ByCue& attributions, const Denial& denial) {
  for (auto at = first_from(attributions, denial.verb); at != attributions.begin();) {
    const Attribution& one = **--at;
    const std::uint32_t sentence = in.word(one.cue_token).sentence;
    if (sentence + k_told_reach < in.word(denial.verb).sentence) {
      break;
    }
    if (one.governs && &one != denial.by && one.stance != Stance::deny && !same_speaker(one.chain, denial.by->chain)) {
      return sentence;
    }
  }
  return -1;
}

/// Drafts of a sentence and of k_told_reach sentences before it, the last first. Those up to `sorted` are in text
/// order; behind them stand the denied ones, in the order of their denials.
std::vector<std::size_t> drafts_before(const Drafts& drafts, std::size_t sorted, std::uint32_t sentence) {
  const auto is_far = [&](const Draft& draft) { return draft.sentence + k_told_reach < sentence; };
  std::vector<std::size_t> found;
  for (std::size_t i = drafts.size(); i > sorted && !is_far(drafts[i - 1]); --i) {
    found.push_back(i - 1);
  }
  const auto end = drafts.begin() + static_cast<std::ptrdiff_t>(sorted);
  const auto after =
      std::partition_point(drafts.begin(), end, [&](const Draft& draft) { return draft.sentence <= sentence; });
  for (auto i = static_cast<std::size_t>(after - drafts.begin()); i > 0 && !is_far(drafts[i - 1]); --i) {
    found.push_back(i - 1);
  }
  return found;
}

/// The drafts that the denial denies: of the candidates those of the nearest speaker before it, of one sentence.
std::vector<std::size_t> antecedents(const Reading& in, const Drafts& drafts,
                                     const std::vector<std::size_t>& candidates, const Denial& denial,
                                     std::int64_t teller) {
  const std::uint32_t sentence = in.word(denial.verb).sentence;
  std::vector<std::size_t> found;
  for (const std::size_t i : candidates) {
    const Draft& draft = drafts[i];
    if (found.size() >= k_at_most) {
      break;
    }
    if (!can_be_denied(in, draft, denial) || !in_reach(draft, denial, sentence)) {
      continue;
    }
    if (denial.points == Points::to_telling && draft.sentence < teller) {
      break;  // somebody else spoke since, of nothing that is coded
    }
    const Draft* first = found.empty() ? nullptr : &drafts[found.front()];
    const bool another = first != nullptr && (first->sentence != draft.sentence ||
                                              !same_speaker(first->claim.attribution, draft.claim.attribution));
    if (another || (first != nullptr && denial.points == Points::to_deed)) {
      break;
    }
    found.push_back(i);
  }
  return found;
}

template <class T>
void mark_inferred(std::vector<T>& items) {
  for (T& item : items) {
    item.inferred = true;
  }
}

void put_voices(Claim& claim, const Attribution& by) {
  claim.attribution = by.chain;
  claim.anonymous = by.chain.back().anonymous || by.chain.back().kind == VoiceKind::unnamed;
}

/// Who denies a part in a deed is the one who would have acted: the speaker, or whom he speaks for.
void put_denier(Claim& claim, const Denial& denial) {
  const Voice& voice = denial.by->voice;
  if (voice.entity.empty() || voice.kind == VoiceKind::official) {
    return;
  }
  const std::string& name = denial.denier == nullptr ? voice.name : denial.denier->name;
  claim.actors = {{voice.entity, name, voice.source, false}};
}

/// Whether the deed hangs on the part by phrases only ("a role in the strike", not "saying its strikes hit a depot").
bool is_part_of_deed(const Reading& in, TokenIndex deed, TokenIndex part) {
  for (TokenIndex t = deed; t >= 0; t = in.head(t)) {
    if (t == part) {
      return t != deed;
    }
    const Deprel deprel = universal(in.deprel(t));
    if (deprel != Deprel::nmod && deprel != Deprel::obl && deprel != Deprel::conj && deprel != Deprel::compound) {
      return false;
    }
  }
  return false;
}

/// "Denied any role in the strike on the school": the deed has words of its own and becomes the denied claim.
bool deny_in_place(const Reading& in, Drafts& drafts, const std::vector<std::size_t>& candidates,
                   const Denial& denial) {
  const TokenIndex part = patient_of(in, denial.verb);
  bool found = false;
  for (const std::size_t i : candidates) {
    Draft& draft = drafts[i];
    const TokenIndex deed = draft.trigger.token;
    const bool beside = deed > part && in.head(deed) == denial.verb && universal(in.deprel(deed)) == Deprel::obl;
    if (denial.points != Points::to_deed || draft.dropped || !(beside || is_part_of_deed(in, deed, part))) {
      continue;
    }
    found = true;
    draft.claim.status = Status::denied;
    put_voices(draft.claim, *denial.by);
    explain(draft.claim, "denial", std::string(in.form(denial.verb)));
    if (draft.claim.actors.empty() || draft.claim.actors.front().inferred) {
      put_denier(draft.claim, denial);
    }
  }
  return found;
}

Draft deny(const Reading& in, const Draft& told, const Denial& denial) {
  Draft draft = told;
  const bool elsewhere = told.sentence != in.word(denial.verb).sentence;
  draft.trigger.token = draft.trigger.frame = denial.verb;
  draft.sentence = in.word(denial.verb).sentence;
  draft.anaphor = true;
  Claim& claim = draft.claim;
  claim.trigger = in.token(denial.verb).span;
  claim.sentence = in.sentence(denial.verb).span;
  claim.sites.clear();
  claim.why.clear();
  claim.status = Status::denied;
  put_voices(claim, *denial.by);
  if (elsewhere) {
    mark_inferred(claim.actors);
    mark_inferred(claim.recipients);
    if (claim.place) {
      claim.place->inferred = true;
    }
  }
  if (denial.points == Points::to_deed) {
    put_denier(claim, denial);
  }
  explain(claim, "trigger", rule_name(*draft.rule));
  std::string said(in.form(denial.verb));
  said.append(" what was told before by ").append(text_of(in.report.text.text, told.claim.trigger));
  explain(claim, "denial", std::move(said));
  explain(claim, "voice", claim.attribution.back().name);
  return draft;
}

}  // namespace

bool denies_what_was_told(const Reading& in, TokenIndex verb) {
  return in.in_class(verb, in.book.bit_denying) && in.word(verb).verb && pointed_at(in, verb) == Points::to_telling;
}

void add_denials(const Reading& in, Drafts& drafts, const std::vector<Attribution>& attributions) {
  const std::size_t before = drafts.size();
  const ByCue by_cue = sort_by_cue(attributions);
  for (const Denial& denial : find_denials(in, by_cue)) {
    const auto candidates = drafts_before(drafts, before, in.word(denial.verb).sentence);
    if (deny_in_place(in, drafts, candidates, denial)) {
      continue;
    }
    const auto told = antecedents(in, drafts, candidates, denial, nearest_teller(in, by_cue, denial));
    if (told.empty()) {
      continue;
    }
    for (const std::size_t i : candidates) {
      drafts[i].dropped = drafts[i].dropped || drafts[i].trigger.token == denial.verb;
    }
    for (const std::size_t i : told) {
      drafts.push_back(deny(in, drafts[i], denial));
    }
  }
  if (drafts.size() == before) {
    return;
  }
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return a.sentence < b.sentence || (a.sentence == b.sentence && a.trigger.token < b.trigger.token);
  });
}

}  // namespace hearsay::claims::detail
