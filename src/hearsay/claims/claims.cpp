// SPDX-License-Identifier: Apache-2.0
// The front door of claims/: the steps in their order.
#include <hearsay/claims/claims.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <hearsay/claims/detail/assembly.hpp>
#include <hearsay/claims/detail/denials.hpp>
#include <hearsay/claims/detail/doubts.hpp>
#include <hearsay/claims/detail/ontology.hpp>
#include <hearsay/claims/detail/positions.hpp>
#include <hearsay/claims/detail/routes.hpp>
#include <hearsay/claims/detail/scenes.hpp>
#include <hearsay/claims/detail/setting.hpp>
#include <hearsay/claims/detail/voices.hpp>

namespace hearsay::claims {

using namespace detail;

struct Rules::Data {
  RuleBook book;
};

namespace {

Draft begin_draft(const Reading& in, const Trigger& trigger) {
  Draft draft;
  draft.trigger = trigger;
  draft.rule = &in.book.rules[trigger.rule];
  draft.sentence = in.word(trigger.token).sentence;
  const Sentence& sentence = in.sentence(trigger.token);
  draft.title = sentence.marked && sentence.mark == MarkKind::title;
  Claim& claim = draft.claim;
  claim.type = draft.rule->type;
  claim.mode = draft.rule->mode;
  claim.caveat = draft.rule->only ? "only" : "";
  claim.doc = in.report.text.id;
  claim.text = in.report.text.text_id;
  claim.trigger = trigger_span(in, trigger);
  claim.sentence = sentence.span;
  claim.comment = sentence.marked && sentence.mark == MarkKind::comment;
  if (!in.book.framing[in.word(trigger.token).id]
           .empty()) {  // "liberated", "martyred": loaded words for the deed itself
    claim.framing.push_back({in.token(trigger.token).span, std::string(in.form(trigger.token)), ""});
  }
  explain(claim, "trigger", rule_name(*draft.rule));
  if (const std::string_view how = in.repaired(trigger.token); !how.empty()) {
    explain(claim, "tree", std::string(how));
  }
  return draft;
}

void add_people(const Reading& in, Draft& draft, const Attribution* said) {
  const Cast cast = find_cast(in, draft.trigger, said);
  const auto put = [&](const std::vector<Somebody>& people, std::vector<Participant>& to,
                       std::vector<TokenIndex>& heads, const char* stage) {
    for (const Somebody& one : people) {
      to.push_back(one.who);
      heads.push_back(one.head);
      add_framing(in, one.head, one.who, draft.claim.framing);
      explain(draft.claim, stage, in.path(draft.trigger.token, one.head) + " " + one.who.name);
    }
  };
  put(cast.actors, draft.claim.actors, draft.actor_heads, "actor");
  put(cast.recipients, draft.claim.recipients, draft.recipient_heads, "recipient");
}

bool is_definite(const Reading& in, TokenIndex noun) {
  const auto children = in.children(noun);
  return in.word(noun).noun && std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
           return in.deprel(c) == Deprel::det && in.in_class(c, in.book.bit_anaphor);
         });
}

bool has_indefinite_article(const Reading& in, TokenIndex noun) {
  const auto children = in.children(noun);
  return std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
    return in.deprel(c) == Deprel::det && in.token(c).feats.definite == ud::Definite::ind;
  });
}

/// "The operation killed two": the subject is an event told before.
bool has_anaphoric_subject(const Reading& in, TokenIndex verb) {
  const TokenIndex subject = in.word(verb).verb ? surface_subject(in, verb) : -1;
  return subject >= 0 && in.book.event_noun[in.word(subject).id] && is_definite(in, subject);
}

/// "No soldiers were killed in the attack": an outcome of an event told before.
bool is_outcome_of_known(const Reading& in, TokenIndex verb) {
  const auto children = in.children(verb);
  return in.word(verb).verb && std::any_of(children.begin(), children.end(), [&](TokenIndex c) {
           return universal(in.deprel(c)) == Deprel::obl && in.book.event_noun[in.word(c).id] && is_definite(in, c);
         });
}

/// "Attacks have been reported": told as news, not pointed back to.
bool is_reported(const Reading& in, TokenIndex noun) {
  const TokenIndex head = in.head(noun);
  return head >= 0 && in.deprel(noun) == Deprel::nsubj_pass && in.in_class(head, in.book.bit_saying) &&
         !is_definite(in, noun);
}

/// "Clashes broke out": told as a happening of its own, not pointed back to.
bool is_told_to_occur(const Reading& in, TokenIndex noun) {
  const TokenIndex head = in.head(noun);
  return head >= 0 && universal(in.deprel(noun)) == Deprel::nsubj && in.in_class(head, in.book.bit_occur) &&
         !is_definite(in, noun);
}

/// Whether an event noun says more than its name: somebody, a place, an amount, or a verb that makes it happen.
bool says_something(const Reading& in, const Draft& draft) {
  const Claim& claim = draft.claim;
  if (is_told_to_occur(in, draft.trigger.token)) {
    return true;
  }
  if (claim.type == "ASSAULT" && in.token(draft.trigger.token).feats.number == ud::Number::sing &&
      has_indefinite_article(in, draft.trigger.token)) {
    return true;
  }
  if (draft.rule->pos == k_noun && !slot_of(in, draft.trigger.token, Slot::by, {}).empty()) {
    return true;  // "the bombing by warplanes"
  }
  for (const TokenIndex t : slot_of(in, draft.trigger.token, Slot::prep, {})) {
    const WordId preposition = in.preposition(t);
    const bool aimed = preposition == in.book.w_against || preposition == in.book.w_on || preposition == in.book.w_of ||
                       preposition == in.book.w_at || preposition == in.book.w_between;
    if (aimed && (is_place(in, t) || is_somebody(in, t) || in.in_class(t, in.book.bit_vehicle) ||
                  in.in_class(t, in.book.bit_container) || in.in_class(t, in.book.bit_weapon))) {
      return true;
    }
  }
  return draft.rule->bare || is_reported(in, draft.trigger.token) || draft.rule->pos != k_noun ||
         draft.trigger.frame != draft.trigger.token || !claim.actors.empty() || !claim.recipients.empty() ||
         draft.own_place || !claim.quantities.empty();
}

/// "Accused the army of shelling the camp", "blamed them for the raid": the deed is told too, by who accuses.
bool is_alleged(const Reading& in, const Draft& outer, const Draft& inner) {
  const auto type = in.book.types.find(inner.claim.type);
  const WordId link = in.preposition(inner.trigger.frame);
  return outer.claim.mode == "allege" && type != in.book.types.end() && type->second.material_conflict &&
         (link == in.book.w_of || link == in.book.w_for);
}

/// An act of saying embeds its topic: "demanded that troops withdraw" is one REQUEST.
bool is_topic(const Reading& in, const Drafts& drafts, const Draft& inner) {
  const DraftRange here = drafts_of(drafts, inner.sentence);
  for (TokenIndex t = in.head(inner.trigger.frame), below = inner.trigger.frame; t >= 0; below = t, t = in.head(t)) {
    const Deprel deprel = in.deprel(below);
    if (deprel == Deprel::acl_relcl || universal(deprel) == Deprel::conj || universal(deprel) == Deprel::parataxis ||
        universal(deprel) == Deprel::nsubj) {
      return false;
    }
    for (std::size_t other = here.first; other < here.last; ++other) {
      const Draft& outer = drafts[other];
      if ((outer.trigger.token == t || outer.trigger.frame == t) && outer.claim.type == "PROTEST" &&
          inner.claim.type == "REQUEST") {
        return true;  // "marched to demand reforms": what a protest is for
      }
      if (outer.trigger.token == t && outer.rule->speaks && &outer != &inner) {
        const bool temporal = universal(deprel) == Deprel::advcl && !in.has_child_word(below, in.book.w_to);
        return !temporal && !is_alleged(in, outer, inner);
      }
    }
  }
  return false;
}

/// "Blamed the rebels for the attack": who is blamed is who did it.
void put_accused(const Reading& in, Drafts& drafts) {
  for (std::size_t o = 0; o < drafts.size(); ++o) {
    const Draft& outer = drafts[o];
    for (std::size_t i = o + 1; i < drafts.size() && drafts[i].sentence == outer.sentence; ++i) {
      Draft& inner = drafts[i];
      if (inner.claim.actors.empty() && in.below(inner.trigger.token, outer.trigger.token) &&
          is_alleged(in, outer, inner)) {
        inner.claim.actors = outer.claim.recipients;
      }
    }
  }
}

void drop(Draft& draft, Coded& coded, std::string reason) {
  draft.dropped = true;
  coded.silences.push_back({draft.claim.trigger, rule_name(*draft.rule), std::move(reason)});
}

/// "The number of wounded": a participle in a noun's place.
bool stands_as_noun(const Reading& in, TokenIndex t) {
  const Deprel deprel = universal(in.deprel(t));
  return deprel == Deprel::nmod || deprel == Deprel::obl || deprel == Deprel::nsubj || deprel == Deprel::obj;
}

/// "The government advance was backed by others": a definite event noun that names no more than who did it, and he did
/// one a few sentences before.
bool points_back(const Reading& in, const Drafts& drafts, std::size_t index) {
  constexpr std::uint32_t k_reach = 12;  // sentences
  const Draft& mine = drafts[index];
  const bool bare_noun = in.word(mine.trigger.token).noun && mine.trigger.frame == mine.trigger.token &&
                         is_definite(in, mine.trigger.token) && !mine.rule->bare;
  if (!bare_noun || mine.own_place || mine.own_time || !mine.claim.quantities.empty() ||
      !mine.claim.recipients.empty() || mine.claim.actors.size() != 1 || mine.claim.status != Status::asserted) {
    return false;
  }
  for (std::size_t back = index; back-- > 0 && mine.sentence - drafts[back].sentence <= k_reach;) {
    const Draft& before = drafts[back];
    const bool same = !before.dropped && !before.title && before.claim.type == mine.claim.type &&
                      before.claim.status == Status::asserted && before.sentence < mine.sentence;
    if (same && std::any_of(before.claim.actors.begin(), before.claim.actors.end(),
                            [&](const Participant& one) { return one.name == mine.claim.actors.front().name; })) {
      return true;
    }
  }
  return false;
}

void silence(const Reading& in, Drafts& drafts, Coded& coded) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.dropped) {
      continue;
    }
    if (points_back(in, drafts, i)) {
      drop(draft, coded, "points back to what was told");
    } else if (is_topic(in, drafts, draft)) {
      drop(draft, coded, "topic of another act");
    } else if (draft.rule->result && stands_as_noun(in, draft.trigger.token) && draft.claim.recipients.empty() &&
               draft.claim.quantities.empty() && draft.claim.actors.empty()) {
      drop(draft, coded, "an outcome for nobody");
    } else if (draft.rule->counted && draft.claim.quantities.empty()) {
      drop(draft, coded, "no number");
    } else if (!says_something(in, draft)) {
      drop(draft, coded, "names nobody and no place of its own");
    }
  }
}

/// Blows that only troops and their machines deal; a massacre or a gas attack may be the government's own.
bool is_work_of_forces(const std::string& mode) {
  static constexpr std::array<std::string_view, 10> k_modes{"",      "airstrike", "shelling", "clash",    "capture",
                                                            "drone", "ambush",    "bombing",  "firearms", "shootdown"};
  return std::find(k_modes.begin(), k_modes.end(), mode) != k_modes.end();
}

/// "The regime shelled the town": what a government does by force, its armed forces did.
void name_forces(const Reading& in, Claim& claim) {
  if (claim.type != "ASSAULT" || claim.status == Status::planned || !is_work_of_forces(claim.mode)) {
    return;
  }
  for (auto* people : {&claim.actors, &claim.recipients}) {
    for (Participant& who : *people) {
      if (const auto forces = in.book.forces_of.find(who.entity); forces != in.book.forces_of.end()) {
        explain(claim, "actor", "armed forces of " + who.name);
        who.entity = forces->second.first;
        who.name = forces->second.second;
      }
    }
    for (std::size_t i = 0; i < people->size(); ++i) {  // "the regime and its army" are one then
      const auto again = [&](const Participant& later) {
        return !later.entity.empty() && later.entity == (*people)[i].entity;
      };
      people->erase(std::remove_if(people->begin() + static_cast<std::ptrdiff_t>(i) + 1, people->end(), again),
                    people->end());
    }
  }
}

ClaimId make_id(const Claim& claim) {
  return hash_bytes(claim.doc + "\n" + to_hex(claim.text) + "\n" + claim.type + "\n" +
                    std::to_string(claim.trigger.begin) + "-" + std::to_string(claim.trigger.end));
}

double confidence_of(const Draft& draft) {
  double confidence = 0.5;
  confidence += draft.claim.actors.empty() ? 0 : draft.claim.actors.front().inferred ? 0.1 : 0.2;
  confidence += draft.own_place ? 0.1 : 0;
  confidence += draft.own_time ? 0.05 : 0;
  confidence += draft.rule->needs.empty() ? 0 : 0.1;
  return confidence;
}

void finish(const Reading& in, Drafts& drafts, Coded& coded) {
  for (Draft& draft : drafts) {
    if (draft.dropped) {
      continue;
    }
    default_time(in, draft);
    Claim& claim = draft.claim;
    std::erase_if(claim.recipients, [&](const Participant& one) {
      return std::any_of(claim.actors.begin(), claim.actors.end(),
                         [&](const Participant& actor) { return actor.name == one.name; });
    });
    claim.plover = plover_type(in.book, claim);
    claim.id = make_id(claim);
    claim.confidence = confidence_of(draft);
    coded.claims.push_back(std::move(claim));
  }
  std::sort(coded.claims.begin(), coded.claims.end(), [](const Claim& a, const Claim& b) {
    return a.trigger < b.trigger || (a.trigger == b.trigger && a.type < b.type);
  });
}

void read_status(const Reading& in, Draft& draft) {
  draft.factuality = read_factuality(in, draft.trigger);
  draft.claim.status = draft.factuality.status;
  if (draft.factuality.averted && draft.claim.status == Status::denied) {
    draft.claim.caveat = "averted";
  }
  if (!draft.factuality.why.empty()) {
    explain(draft.claim, "status", std::string(to_string(draft.claim.status)) + " by '" + draft.factuality.why + "'");
  }
}

/// "We will not withdraw": the actor's own word is a refusal; another's is a forecast, and the event denied.
void read_refusal(const Reading& in, Draft& draft, const Attribution* said) {
  if (!draft.factuality.refused || !said || draft.claim.type == "REJECT" || draft.claim.actors.empty()) {
    return;
  }
  const TokenIndex subject = surface_subject(in, draft.trigger.frame);
  const bool own = subject >= 0 && (subject == said->source_token || in.in_class(subject, in.book.bit_first_person));
  const auto side = in.book.acts_for.find(said->voice.entity);
  const std::string& speaker = side != in.book.acts_for.end() ? side->second.first : said->voice.entity;
  const bool same = !speaker.empty() && draft.claim.actors.front().entity == speaker;
  if (own || same) {
    draft.claim.type = "REJECT";
    draft.claim.mode.clear();
    draft.claim.status = Status::asserted;
    explain(draft.claim, "status", "the actor itself will not: a refusal");
  }
}

}  // namespace

Rules::Rules(const Pack& pack) {
  std::vector<packs::Problem> problems;
  m_data = std::make_shared<Data>(Data{compile_rules(pack, problems)});
}

std::vector<packs::Problem> check_rules(const Pack& pack) {
  std::vector<packs::Problem> problems;
  compile_rules(pack, problems);
  return problems;
}

Coded find_claims(const Report& report, const std::vector<Attribution>& attributions, const Rules& rules) {
  const Reading in(report, rules.data().book);
  Coded coded;
  Triggers triggers = find_triggers(in);
  coded.silences = std::move(triggers.silences);
  const Voices voices(in, attributions);
  Drafts drafts;
  for (const Trigger& trigger : triggers.found) {
    drafts.push_back(begin_draft(in, trigger));
    add_people(in, drafts.back(), voices.of(trigger.token));
    read_status(in, drafts.back());
    read_refusal(in, drafts.back(), voices.of(trigger.token));
    drafts.back().anaphor = is_definite(in, trigger.token) || has_anaphoric_subject(in, trigger.token) ||
                            (drafts.back().rule->result && is_outcome_of_known(in, trigger.token));
    attribute(in, drafts.back(), voices);
  }
  add_positions(in, drafts, voices);
  find_settings(in, drafts, voices.words_of_saying());
  find_routes(in, drafts);
  for (Draft& draft : drafts) {
    tell_mode(in, draft);
    name_forces(in, draft.claim);
  }
  put_accused(in, drafts);
  join_within_sentences(in, drafts);
  silence(in, drafts, coded);
  take_recipients_of_aims(in, drafts);
  share_scenes(in, drafts, voices.words_of_saying());
  inherit(in, drafts, voices.words_of_saying());
  add_denials(in, drafts, attributions);
  add_doubts(in, drafts, attributions);
  join_across_sentences(in, drafts);
  finish(in, drafts, coded);
  return coded;
}

}  // namespace hearsay::claims
