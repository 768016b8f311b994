// SPDX-License-Identifier: Apache-2.0
// Joining drafts.
#include <hearsay/claims/detail/assembly.hpp>

#include <algorithm>

#include <hearsay/claims/detail/likeness.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr std::size_t k_window = 300;  // drafts on in which the same telling is looked for
constexpr double k_same_place_km = 30;

template <class T>
void add_missing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& item : from) {
    if (std::none_of(to.begin(), to.end(), [&](const T& have) { return have.span == item.span; })) {
      to.push_back(item);
    }
  }
}

/// The same number of the same told twice is one.
void add_amounts(std::vector<ClaimQuantity>& to, const std::vector<ClaimQuantity>& from) {
  for (const ClaimQuantity& item : from) {
    const auto is_same = [&](const ClaimQuantity& have) {
      return have.span == item.span || (have.amount.min == item.amount.min && have.amount.max == item.amount.max &&
                                        have.amount.what == item.amount.what);
    };
    if (std::none_of(to.begin(), to.end(), is_same)) {
      to.push_back(item);
    }
  }
}

void fill_people(std::vector<Participant>& to, const std::vector<Participant>& from) {
  if (to.empty()) {
    to = from;
  }
}

/// `from`'s findings go to `to`, whose own are kept; but who was killed or wounded stands before whose ground was hit:
/// "strikes on the group's stronghold killed nine villagers".
void absorb(Draft& to, Draft& from) {
  Claim& claim = to.claim;
  fill_people(claim.actors, from.claim.actors);
  if (claim.actors.empty() && to.rule->reciprocal && from.rule->result && !from.claim.recipients.empty() &&
      !share(claim.recipients, from.claim.recipients)) {
    claim.actors = claim.recipients;  // "rebels were killed in clashes with the army"
    explain(claim, "actor", "the other side of those who were hit");
  }
  if (from.rule->result && !to.rule->result && !from.claim.recipients.empty() && claim.status == Status::asserted &&
      (claim.mode != "shootdown" || claim.recipients.empty()) && !share(claim.actors, from.claim.recipients)) {
    claim.recipients = from.claim.recipients;
  }
  fill_people(claim.recipients, from.claim.recipients);
  add_amounts(claim.quantities, from.claim.quantities);
  add_missing(claim.equipment, from.claim.equipment);
  add_missing(claim.framing, from.claim.framing);
  if (!claim.place || (!to.own_place && from.own_place)) {
    claim.place = from.claim.place;
    to.own_place = to.own_place || from.own_place;
  }
  if (!claim.origin) {
    claim.origin = from.claim.origin;
  }
  for (const ClaimWay& way : from.claim.way) {
    if (std::none_of(claim.way.begin(), claim.way.end(), [&](const ClaimWay& own) { return own.span == way.span; })) {
      claim.way.push_back(way);
    }
  }
  if (!claim.time) {
    claim.time = from.claim.time;
    to.own_time = from.own_time;
  }
  if (claim.mode.empty()) {
    claim.mode = from.claim.mode;
  }
  to.anaphor = to.anaphor && from.anaphor;
  explain(claim, "joined", rule_name(*from.rule));
  from.dropped = true;
}

bool is_subject_of(const Reading& in, TokenIndex noun, TokenIndex verb) {
  return noun >= 0 && in.word(verb).verb &&
         (surface_subject(in, verb) == noun || agent_of(in, verb) == noun ||
          meaning_head(in, std::max(surface_subject(in, verb), 0)) == noun);
}

bool hangs_on(const Reading& in, const Draft& outcome, const Draft& deed) {
  const TokenIndex a = outcome.trigger.token, b = deed.trigger.token;
  if (in.below(a, b) || in.below(a, deed.trigger.frame) || in.below(b, a)) {
    return true;
  }
  const TokenIndex head = in.head(a);
  return head >= 0 && (in.head(b) == head || in.head(deed.trigger.frame) == head) && in.deprel(a) == Deprel::conj;
}

/// "Struck the town, where five were killed", "killed in what they call raids": clauses that tell the same happening.
bool tells_outcome(const Reading& in, const Draft& outcome, const Draft& deed) {
  const TokenIndex a = outcome.trigger.token, b = deed.trigger.token;
  const auto children = in.children(a);
  const bool where = in.deprel(a) == Deprel::acl_relcl && in.below(a, b) &&
                     std::any_of(children.begin(), children.end(),
                                 [&](TokenIndex c) { return in.deprel(c) == Deprel::advmod && in.form(c) == "where"; });
  if (where) {
    return !outcome.own_time && outcome.claim.actors.empty() && deed.claim.mode != "capture";
  }
  for (TokenIndex t = b; t >= 0 && t != a; t = in.head(t)) {
    if (in.head(t) == a) {
      return in.form(t) == "what" && universal(in.deprel(t)) == Deprel::obl;
    }
  }
  return false;
}

bool same_source(const Claim& a, const Claim& b) {
  const auto key = [](const Claim& claim) -> std::string {
    if (claim.attribution.empty()) {
      return "";
    }
    const Voice& voice = claim.attribution.back();
    return voice.entity.empty() ? voice.name : voice.entity;
  };
  return key(a) == key(b);
}

/// "Killing at least 50, with some sources saying the toll exceeded a hundred": another speaker's number of the same.
bool is_rival_toll(const Draft& outcome, const Draft& deed) {
  const Claim &a = outcome.claim, &b = deed.claim;
  const bool counted = std::any_of(a.quantities.begin(), a.quantities.end(), [&](const ClaimQuantity& one) {
    return std::any_of(b.quantities.begin(), b.quantities.end(), [&](const ClaimQuantity& other) {
      return one.amount.what == other.amount.what && one.span != other.span;
    });
  });
  return counted && !a.attribution.empty() && !same_source(a, b);
}

/// Everything but number and speaker of a rival toll is taken from the deed that it is of.
void tell_of_deed(const Draft& deed, Draft& toll) {
  Claim& claim = toll.claim;
  fill_people(claim.actors, deed.claim.actors);
  fill_people(claim.recipients, deed.claim.recipients);
  if (deed.claim.place) {
    claim.place = deed.claim.place;
    toll.own_place = deed.own_place;
  }
  if (!toll.own_time) {
    claim.time = deed.claim.time;
    toll.own_time = deed.own_time;
  }
  if (claim.mode.empty()) {
    claim.mode = deed.claim.mode;
  }
  explain(claim, "joined", "another toll of what " + rule_name(*deed.rule) + " tells");
}

bool clause_between(const Reading& in, TokenIndex low, TokenIndex high) {
  if (!in.below(low, high)) {
    std::swap(low, high);
  }
  if (!in.below(low, high)) {
    return false;
  }
  for (TokenIndex t = low; t >= 0 && t != high; t = in.head(t)) {
    if (in.deprel(t) == Deprel::acl_relcl || in.deprel(t) == Deprel::ccomp) {
      return true;
    }
  }
  return false;
}

/// "The strikes on the town killed nine", where the parse has the outcome describe the strikes, or gave the verb no
/// subject at all, as it does where commas are lost.
bool is_lost_subject(const Reading& in, const Draft& outcome, const Draft& deed) {
  const TokenIndex verb = outcome.trigger.token, noun = deed.trigger.token;
  if (noun > verb || !in.word(verb).verb || !in.book.event_noun[in.word(noun).id]) {
    return false;
  }
  if (in.head(verb) == noun && universal(in.deprel(verb)) == Deprel::acl) {
    const TokenIndex subject = in.child(verb, Deprel::nsubj);
    return subject < 0 || !is_armed(in, subject);
  }
  if (in.token(verb).feats.verb_form != ud::VerbForm::fin || in.child(verb, Deprel::nsubj) >= 0 ||
      in.child(verb, Deprel::nsubj_pass) >= 0 || universal(in.deprel(verb)) == Deprel::conj) {
    return false;
  }
  for (TokenIndex t = noun + 1; t < verb; ++t) {
    if (in.word(t).verb && in.token(t).feats.verb_form == ud::VerbForm::fin) {
      return false;
    }
  }
  return true;
}

bool compatible_places(const Claim& a, const Claim& b) {
  if (!a.place || !b.place || a.place->entity == b.place->entity) {
    return true;
  }
  const PlaceRef& one = a.place->at;
  const PlaceRef& two = b.place->at;
  if (one.container == b.place->entity || two.container == a.place->entity) {
    return true;
  }
  if (!one.lat || !two.lat || !one.lon || !two.lon) {
    return false;
  }
  const double limit = k_same_place_km + one.radius_km + two.radius_km;
  return std::abs(*one.lat - *two.lat) * 111 < limit && std::abs(*one.lon - *two.lon) * 93 < limit;
}

/// "Seized a school and began shelling": a conjunction on the way up.
bool is_conjoined(const Reading& in, TokenIndex low, TokenIndex high) {
  for (TokenIndex t = low; t >= 0 && t != high; t = in.head(t)) {
    if (in.deprel(t) == Deprel::conj && in.word(t).verb) {
      return true;
    }
  }
  return false;
}

/// Two triggers of one type, one below the other, that tell one act: "hit ... striking", "began an operation ...
/// attacked".
bool same_act(const Reading& in, const Draft& upper, const Draft& lower) {
  const TokenIndex a = upper.trigger.token, b = lower.trigger.token;
  if (upper.rule->only || lower.rule->only) {
    return false;
  }
  if (in.word(b).verb && in.word(a).noun && in.deprel(b) == Deprel::acl_relcl && in.head(b) == a &&
      is_subject_of(in, a, b)) {
    return true;  // "the strikes that ripped through the market"
  }
  if (!in.below(b, upper.trigger.frame) && !in.below(b, a)) {
    return false;
  }
  const TokenIndex top = in.below(b, a) ? a : upper.trigger.frame;
  if (clause_between(in, b, top) || upper.claim.status != lower.claim.status) {
    return false;
  }
  if (in.word(a).verb && is_subject_of(in, b, a)) {
    return true;  // "airstrikes have been targeting the district"
  }
  if (in.word(b).verb && in.child(b, Deprel::nsubj) >= 0 && in.deprel(b) != Deprel::acl_relcl) {
    return false;  // its own subject: another act
  }
  const bool modes = upper.claim.mode.empty() || lower.claim.mode.empty() || upper.claim.mode == lower.claim.mode;
  if (!modes || !may_be_same(upper.claim.actors, lower.claim.actors)) {
    return false;
  }
  const Deprel deprel = universal(in.deprel(b));
  if (upper.own_place && lower.own_place && !compatible_places(upper.claim, lower.claim) && in.word(b).verb) {
    return false;  // "killed ten in the valley, destroying guns in the next province"
  }
  if (deprel == Deprel::conj || is_conjoined(in, b, a)) {
    const TokenIndex one = in.word(a).verb ? patient_of(in, a) : -1, two = in.word(b).verb ? patient_of(in, b) : -1;
    if (one >= 0 && two >= 0 && one != two) {
      return false;  // "shelled the suburb and stormed the camp"
    }
    return lower.claim.recipients.empty() || share(upper.claim.recipients, lower.claim.recipients);
  }
  return deprel != Deprel::parataxis || lower.rule->result;
}

bool quantities_agree(const Claim& a, const Claim& b) {
  if (a.quantities.empty() || b.quantities.empty()) {
    return true;
  }
  return std::any_of(a.quantities.begin(), a.quantities.end(), [&](const ClaimQuantity& one) {
    return std::any_of(b.quantities.begin(), b.quantities.end(), [&](const ClaimQuantity& two) {
      return one.amount.min == two.amount.min && one.amount.max == two.amount.max;
    });
  });
}

bool told_again(const Draft& early, const Draft& late) {
  const Claim& a = early.claim;
  const Claim& b = late.claim;
  if (a.type != b.type || a.status != b.status || a.comment != b.comment || !compatible_modes(a, b) ||
      !quantities_agree(a, b)) {
    return false;
  }
  if (!may_be_same(a.actors, b.actors) || !compatible_places(a, b)) {
    return false;
  }
  if (early.title) {
    return true;
  }
  const bool repeated = share(a.actors, b.actors) && !a.recipients.empty() && share(a.recipients, b.recipients) &&
                        same_source(a, b) && a.mode == b.mode;
  return repeated && a.quantities.size() == b.quantities.size() && a.place && b.place &&
         a.place->entity == b.place->entity && late.sentence - early.sentence > 0;
}

/// The draft that took this one in, or itself.
std::size_t home_of(const Drafts& drafts, std::size_t draft) {
  for (int steps = 0; steps < 8 && drafts[draft].joined != Draft::k_alone; ++steps) {
    draft = drafts[draft].joined;
  }
  return draft;
}

/// "The barrage killed ten, while the strikes killed nine": the deed that is the outcome's own subject.
bool has_own_deed(const Reading& in, const Draft& outcome, const Drafts& drafts, DraftRange here) {
  for (std::size_t j = here.first; j < here.last; ++j) {
    if (!drafts[j].rule->result && drafts[j].claim.type == outcome.claim.type &&
        is_subject_of(in, drafts[j].trigger.token, outcome.trigger.token)) {
      return true;
    }
  }
  return false;
}

/// "Seven were killed and 70 injured in attacks": the first outcome belongs to the deed that the second hangs on.
void join_listed_outcome(const Reading& in, Drafts& drafts, std::size_t first) {
  Draft& outcome = drafts[first];
  const DraftRange here = drafts_of(drafts, outcome.sentence);
  if (outcome.dropped || !outcome.rule->result || first + 1 >= here.last) {
    return;
  }
  const Draft& next = drafts[first + 1];
  const TokenIndex a = outcome.trigger.token, b = next.trigger.token;
  const bool listed = in.head(b) == a || (in.head(a) == in.head(b) && in.deprel(a) == in.deprel(b));
  bool joined_by_and = false;
  for (TokenIndex t = a + 1; t < b; ++t) {
    joined_by_and = joined_by_and || in.word(t).id == in.book.w_and;
  }
  if (next.joined == Draft::k_alone || !next.rule->result || !listed || !joined_by_and ||
      next.claim.status != outcome.claim.status || !outcome.claim.actors.empty()) {
    return;
  }
  outcome.joined = home_of(drafts, first + 1);
  if (outcome.joined != first) {
    absorb(drafts[outcome.joined], outcome);
  }
}

}  // namespace

namespace {

/// "The only base in the south or place where we have forces": what hangs on it tells whose it is.
void join_what_only_means(const Reading& in, Drafts& drafts, std::size_t only) {
  if (drafts[only].dropped || !drafts[only].rule->only) {
    return;
  }
  const DraftRange here = drafts_of(drafts, drafts[only].sentence);
  for (std::size_t j = here.first; j < here.last; ++j) {
    Draft& other = drafts[j];
    const bool same = !other.dropped && j != only && other.claim.type == drafts[only].claim.type &&
                      other.claim.mode == drafts[only].claim.mode;
    if (same && in.below(other.trigger.token, drafts[only].trigger.token)) {
      other.joined = only;
      absorb(drafts[only], other);
    }
  }
}

/// Another speaker's toll of a deed told before it in the sentence, or in the one before: "activists put the toll at
/// 45".
void tell_rival_toll(Drafts& drafts, std::size_t toll) {
  Draft& mine = drafts[toll];
  if (mine.dropped || !mine.rule->result || !mine.claim.actors.empty()) {
    return;
  }
  const DraftRange here = drafts_of(drafts, mine.sentence);
  const bool of_toll = std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(here.first),
                                   drafts.begin() + static_cast<std::ptrdiff_t>(here.last),
                                   [](const Draft& one) { return one.rule->counted; });
  const std::uint32_t reach = of_toll ? 1 : 0;
  for (std::size_t back = toll; back-- > 0 && mine.sentence - drafts[back].sentence <= reach;) {
    const Draft& deed = drafts[back];
    if (!deed.dropped && !deed.title && deed.claim.type == mine.claim.type && deed.claim.status == mine.claim.status &&
        is_rival_toll(mine, deed)) {
      tell_of_deed(deed, mine);
      return;
    }
  }
}

}  // namespace

void join_within_sentences(const Reading& in, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& outcome = drafts[i];
    if (outcome.dropped || !outcome.rule->result) {
      continue;
    }
    std::size_t best = drafts.size();
    int best_distance = 99;
    const DraftRange here = drafts_of(drafts, drafts[i].sentence);
    for (std::size_t j = here.first; j < here.last; ++j) {
      const Draft& deed = drafts[j];
      if (j == i || home_of(drafts, j) == i || (deed.dropped && deed.joined == Draft::k_alone) ||
          deed.sentence != outcome.sentence || deed.claim.type != outcome.claim.type) {
        continue;
      }
      const bool lost = is_lost_subject(in, outcome, deed);
      if (!lost && !hangs_on(in, outcome, deed)) {
        continue;
      }
      const bool listed = universal(in.deprel(deed.trigger.token)) == Deprel::conj &&
                          in.head(deed.trigger.token) == outcome.trigger.token;
      if (listed && !deed.rule->result) {
        continue;  // "killed two men and destroyed a truck": two acts
      }
      const bool apart = clause_between(in, outcome.trigger.token, deed.trigger.token);
      if ((deed.rule->result && j > i) || (apart && !lost && !tells_outcome(in, outcome, deed)) ||
          deed.claim.status != outcome.claim.status) {
        continue;
      }
      if (deed.rule->result && has_own_deed(in, outcome, drafts, here)) {
        continue;
      }
      const int distance = in.distance(outcome.trigger.token, deed.trigger.token);
      if (distance < best_distance) {
        best = j;
        best_distance = distance;
      }
    }
    if (best < drafts.size() && !is_rival_toll(outcome, drafts[home_of(drafts, best)])) {
      outcome.joined = home_of(drafts, best);
      absorb(drafts[outcome.joined], outcome);
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    join_listed_outcome(in, drafts, i);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const DraftRange here = drafts_of(drafts, drafts[i].sentence);
    for (std::size_t j = here.first; j < here.last && !drafts[i].dropped; ++j) {
      if (i == j || drafts[j].dropped || drafts[i].sentence != drafts[j].sentence ||
          drafts[i].claim.type != drafts[j].claim.type) {
        continue;
      }
      if (same_act(in, drafts[i], drafts[j]) && !(drafts[j].rule->result && is_rival_toll(drafts[j], drafts[i]))) {
        drafts[j].joined = i;
        absorb(drafts[i], drafts[j]);
      }
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    tell_rival_toll(drafts, i);
    join_what_only_means(in, drafts, i);
  }
}

namespace {

bool shares_a_number(const Claim& a, const Claim& b) {
  return !a.quantities.empty() && !b.quantities.empty() && quantities_agree(a, b);
}

/// What a headline sums up: the telling below it that has its number, else the first that can be it.
void join_title(Drafts& drafts, std::size_t title) {
  std::size_t first = drafts.size(), best = drafts.size();
  for (std::size_t j = title + 1; j < std::min(drafts.size(), title + k_window) && best == drafts.size(); ++j) {
    if (drafts[j].dropped || drafts[j].sentence == drafts[title].sentence || !told_again(drafts[title], drafts[j])) {
      continue;
    }
    first = std::min(first, j);
    best = shares_a_number(drafts[title].claim, drafts[j].claim) ? j : best;
  }
  const std::size_t body = best < drafts.size() ? best : first;
  if (body < drafts.size()) {
    drafts[body].claim.sites.push_back(drafts[title].claim.sentence);
    absorb(drafts[body], drafts[title]);
  }
}

}  // namespace

void join_across_sentences(const Reading&, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].title && !drafts[i].dropped) {
      join_title(drafts, i);
    }
    for (std::size_t j = i + 1; j < std::min(drafts.size(), i + k_window) && !drafts[i].dropped; ++j) {
      if (drafts[i].title || drafts[j].dropped || drafts[i].sentence == drafts[j].sentence ||
          !told_again(drafts[i], drafts[j])) {
        continue;
      }
      drafts[i].claim.sites.push_back(drafts[j].claim.sentence);
      absorb(drafts[i], drafts[j]);
    }
  }
}

}  // namespace hearsay::claims::detail
