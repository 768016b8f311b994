// SPDX-License-Identifier: Apache-2.0
// What a sentence leaves unsaid and the one before told.
#include <algorithm>

#include <hearsay/claims/detail/assembly.hpp>
#include <hearsay/claims/detail/likeness.hpp>
#include <hearsay/claims/detail/things.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr std::uint32_t k_near = 3;         // sentences back in which an unnamed actor is looked for
constexpr std::uint32_t k_same_scene = 12;  // sentences back in which the place is looked for

/// "Captured the town, where forty people were killed last year": what a relative clause tells of a place.
bool is_background(const Reading& in, const Draft& draft) {
  for (TokenIndex t = draft.trigger.token; t >= 0; t = in.head(t)) {
    if (in.deprel(t) == Deprel::acl_relcl) {
      return in.head(t) >= 0 && is_place(in, in.head(t));
    }
  }
  return false;
}

/// Whether a word names an armed body, a state or a government.
bool names_party(const Linked& mention) {
  return !mention.entity.empty() &&
         (mention.kind == MentionKind::armed_group || mention.type == "military" || mention.type == "coalition" ||
          mention.type == "class" || mention.type == "government");
}

/// Somebody else who could have done it stands in the sentence: then who did it before is no good guess.
bool names_another_party(const Reading& in, const Draft& mine, const Draft& earlier, const std::vector<Span>& outside) {
  const Sentence& sentence = in.sentence(mine.trigger.token);
  const auto known = [&](const std::vector<Participant>& people, const std::string& entity) {
    const auto forces = in.book.forces_of.find(entity);
    return std::any_of(people.begin(), people.end(), [&](const Participant& who) {
      return who.entity == entity || (forces != in.book.forces_of.end() && who.entity == forces->second.first);
    });
  };
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const std::int32_t actor = in.word(static_cast<TokenIndex>(t)).actor;
    if (actor >= 0 && !lies_in(outside, in.linked(actor).span) && names_party(in.linked(actor)) &&
        !in.book.harmless.contains(in.linked(actor).name) && !known(earlier.claim.actors, in.linked(actor).entity) &&
        !known(mine.claim.recipients, in.linked(actor).entity)) {
      return true;
    }
  }
  return false;
}

/// Deeds only, told as such, of which the sentence itself does not say by what or by whom ("struck by rocket fire").
bool may_inherit_actor(const Reading& in, const Draft& mine, const Draft& earlier, const std::vector<Span>& outside) {
  const auto type = in.book.types.find(mine.claim.type);
  const bool deed = type != in.book.types.end() && !type->second.verbal;
  const bool told = mine.claim.status != Status::possible && !mine.claim.anonymous;
  const TokenIndex verb = mine.trigger.frame;
  const bool by_something = in.word(verb).verb && is_passive(in, verb) && agent_of(in, verb) >= 0;
  return deed && told && !by_something && !names_another_party(in, mine, earlier, outside);
}

}  // namespace

/// "Massing for an offensive to retake ground held by the rebels": whom the aim is told against.
void take_recipients_of_aims(const Reading& in, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& mine = drafts[i];
    if (mine.dropped || !mine.claim.recipients.empty() ||
        (mine.claim.type != "ASSAULT" && mine.claim.type != "MOBILIZE") || mine.claim.status == Status::denied) {
      continue;
    }
    const DraftRange here = drafts_of(drafts, mine.sentence);
    for (std::size_t other = here.first; other < here.last; ++other) {
      const Draft& aim = drafts[other];
      const bool told = !aim.dropped && aim.claim.type == "ASSAULT" && aim.claim.status == Status::planned &&
                        !aim.claim.recipients.empty();
      if (told && &aim != &mine && in.below(aim.trigger.token, mine.trigger.frame) &&
          !share(aim.claim.recipients, mine.claim.actors)) {
        mine.claim.recipients = aim.claim.recipients;
        explain(mine.claim, "recipient", "of what it is for");
        break;
      }
    }
  }
}

void inherit(const Reading& in, Drafts& drafts, const std::vector<Span>& words_of_saying) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& mine = drafts[i];
    if (mine.dropped) {
      continue;
    }
    for (std::size_t back = i; back-- > 0;) {
      const Draft& earlier = drafts[back];
      if (earlier.dropped || earlier.title != mine.title) {
        continue;
      }
      const std::uint32_t gap = mine.sentence - earlier.sentence;
      if (gap > k_same_scene) {
        break;
      }
      const bool same_kind =
          gap <= k_near && earlier.claim.type == mine.claim.type && compatible_modes(earlier.claim, mine.claim);
      const bool other_side = share(earlier.claim.actors, mine.claim.recipients);
      const bool aside = !mine.anaphor && mine.rule->result && (mine.own_time || earlier.claim.mode == "capture") &&
                         is_background(in, mine);
      if (mine.claim.actors.empty() && !earlier.claim.actors.empty() && same_kind && !other_side && !aside &&
          (mine.anaphor || gap <= 1) && may_inherit_actor(in, mine, earlier, words_of_saying)) {
        mine.claim.actors = earlier.claim.actors;
        for (Participant& who : mine.claim.actors) {
          who.inferred = true;
        }
        explain(mine.claim, "actor", "from the claim before");
      }
      if (mine.anaphor && same_kind && mine.claim.mode.empty()) {
        mine.claim.mode = earlier.claim.mode;
      }
      if (mine.anaphor && same_kind && !mine.own_time && earlier.own_time) {
        mine.claim.time = earlier.claim.time;
        mine.own_time = true;
      }
    }
  }
}

}  // namespace hearsay::claims::detail
