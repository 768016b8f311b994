// SPDX-License-Identifier: Apache-2.0
// From phrases to participants.
#include <hearsay/claims/detail/participants.hpp>

#include <algorithm>
#include <optional>

#include <hearsay/claims/detail/owners.hpp>

namespace hearsay::claims::detail {

namespace {

constexpr std::size_t k_names_back = 400;  // mentions back in which "the regime" finds its full name
constexpr int k_depth = 4;                 // "a source in a unit of a brigade of": deeper phrases name nobody new

/// Countries, and capitals where they are the subject: "Washington has set up a base".
bool acts_as_state(const Linked& mention) {
  return mention.place && (mention.place->feature.starts_with("PCL") || mention.place->feature == "PPLC");
}

/// The named mention that a pronoun or "the group" stands for.
const Linked& named(const Reading& in, const Linked& mention) {
  const Linked* at = &mention;
  for (int steps = 0; steps < 4 && at->antecedent >= 0; ++steps) {
    at = &in.linked(at->antecedent);
  }
  return *at;
}

Somebody from_mention(const Reading& in, std::int32_t index, TokenIndex head) {
  const Linked& mention = in.linked(index);
  const Linked& who = named(in, mention);
  const bool elsewhere = in.word(static_cast<TokenIndex>(who.head_token)).sentence != in.word(head).sentence;
  std::string name = who.name.empty() ? std::string(text_of(in.report.text.text, who.span)) : who.name;
  return {{who.entity, std::move(name), mention.span, elsewhere}, head};
}

Somebody from_words(const Reading& in, TokenIndex t) {
  const Span span = in.phrase(t);
  return {{"", std::string(text_of(in.report.text.text, span)), span, false}, t};
}

void append(std::vector<Somebody>& to, std::vector<Somebody> more) {
  for (Somebody& one : more) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const Somebody& have) {
      return (!one.who.entity.empty() && have.who.entity == one.who.entity) || have.who.name == one.who.name;
    });
    if (!known) {
      to.push_back(std::move(one));
    }
  }
}

std::vector<Somebody> resolve_one(const Reading& in, TokenIndex t, Side side, int depth);

/// The mention on a word, or the one that the word stands for; -1: none.
std::int32_t named_at(const Reading& in, TokenIndex t) {
  const Word& word = in.word(t);
  return word.actor >= 0 || word.anaphor < 0
             ? word.actor
             : in.report.links.anaphors[static_cast<std::size_t>(word.anaphor)].antecedent;
}

/// The body a named person stands for, where the pack knows it.
std::optional<std::pair<std::string, std::string>> speaks_for(const Reading& in, TokenIndex t) {
  const std::int32_t actor = named_at(in, t);
  if (actor < 0 || in.linked(actor).kind != MentionKind::person) {
    return std::nullopt;
  }
  const auto side = in.book.person_side.find(named(in, in.linked(actor)).entity);
  return side == in.book.person_side.end() ? std::nullopt : std::optional(side->second);
}

/// As above; where the noun means armed people, the body's armed forces.
std::optional<std::pair<std::string, std::string>> side_or_forces(const Reading& in, TokenIndex owner,
                                                                  TokenIndex noun) {
  auto side = speaks_for(in, owner);
  if (side && in.in_class(noun, in.book.bit_armed)) {
    const auto forces = in.book.forces_of.find(side->first);
    return forces == in.book.forces_of.end() ? side : std::optional(forces->second);
  }
  return side;
}

/// "The forces of the regime" are its armed forces.
std::vector<Somebody> as_forces(const Reading& in, std::vector<Somebody> owners, TokenIndex noun) {
  const bool people = in.in_class(noun, in.book.bit_armed) && !in.in_class(noun, in.book.bit_stateless);
  for (Somebody& one : owners) {
    const auto forces = people ? in.book.forces_of.find(one.who.entity) : in.book.forces_of.end();
    if (forces != in.book.forces_of.end()) {
      one.who.entity = forces->second.first;
      one.who.name = forces->second.second;
    }
  }
  return owners;
}

std::vector<Somebody> by_owner(const Reading& in, TokenIndex t, Side side, int depth) {
  const TokenIndex modifier = owning_modifier(in, t, 0);
  if (const auto side_of = modifier >= 0 ? side_or_forces(in, modifier, t) : std::nullopt) {
    return {{{side_of->first, side_of->second, in.phrase(t), false}, t}};  // "Assad's troops"
  }
  const bool foreign = modifier >= 0 && is_nationality(in, modifier) && in.in_class(t, in.book.bit_stateless);
  if (modifier >= 0 && !foreign) {
    return as_forces(in, resolve_one(in, modifier, side, depth + 1), t);
  }
  if (const TokenIndex owner = owner_after(in, t); owner >= 0) {
    if (const auto side_of = side_or_forces(in, owner, t)) {
      return {{{side_of->first, side_of->second, in.phrase(t), false}, t}};  // "forces loyal to the president"
    }
    std::vector<Somebody> found;
    for (const TokenIndex one : conjuncts(in, owner)) {
      append(found, resolve_one(in, one, side, depth + 1));
    }
    return as_forces(in, std::move(found), t);
  }
  const TokenIndex believed = owner_held_true(in, t);
  return believed >= 0 ? resolve_one(in, believed, side, depth + 1) : std::vector<Somebody>{};
}

std::vector<Somebody> from_statesman(const Reading& in, std::int32_t person, TokenIndex t, Side side, int depth);

/// The phrase at the beginning of the chain: whom "he" and "the group" mean, though nobody names them.
std::vector<Somebody> from_first_phrase(const Reading& in, const Anaphor& anaphor, TokenIndex t, Side side) {
  const Anaphor* at = &anaphor;
  while (at->before >= 0) {
    at = &in.report.links.anaphors[static_cast<std::size_t>(at->before)];
  }
  const auto head = static_cast<TokenIndex>(at->head_token);
  return head == t || at->kind == MentionKind::place ? std::vector<Somebody>{} : resolve_phrase(in, head, side);
}

/// Whom a pronoun or "the group" takes up: the name at the end of its chain, else the phrase that began it. Places are
/// somebody only where they are states and act.
std::vector<Somebody> from_coreference(const Reading& in, TokenIndex t, Side side, int depth) {
  if (in.word(t).anaphor < 0) {
    return {};
  }
  const Anaphor& anaphor = in.report.links.anaphors[static_cast<std::size_t>(in.word(t).anaphor)];
  std::vector<Somebody> found;
  if (anaphor.antecedent >= 0) {
    const Linked& name = in.linked(anaphor.antecedent);
    const bool place = (name.kind == MentionKind::place || name.kind == MentionKind::facility) && !name.metonym;
    const bool acts = acts_as_state(name) && side != Side::recipient && in.deprel(t) != Deprel::nmod_poss;
    if (name.kind == MentionKind::person) {
      found = from_statesman(in, anaphor.antecedent, t, side, depth);
    }
    if (found.empty() && (!place || acts)) {
      found.push_back(from_mention(in, anaphor.antecedent, t));
    }
  } else {
    found = from_first_phrase(in, anaphor, t, side);
  }
  for (Somebody& one : found) {
    one.who.inferred = one.who.inferred || in.word(one.head).sentence != in.word(t).sentence;
    one.who.span = in.phrase(t);
    one.head = t;
  }
  return found;
}

/// "The regime", "the coalition": the last name of the report that ends in the same word.
std::vector<Somebody> from_earlier_name(const Reading& in, TokenIndex t) {
  const auto& mentions = in.report.links.mentions;
  const auto after = std::lower_bound(mentions.begin(), mentions.end(), in.token(t).span.begin,
                                      [](const Linked& mention, std::uint32_t at) { return mention.span.begin < at; });
  const auto end = static_cast<std::size_t>(after - mentions.begin());
  for (std::size_t m = end; m-- > (end > k_names_back ? end - k_names_back : 0);) {
    const Linked& mention = mentions[m];
    if (mention.span.begin >= in.token(t).span.begin || !is_actor(mention) || mention.entity.empty() ||
        mention.nominal || mention.end_token - mention.first_token < 2) {
      continue;
    }
    if (in.word(static_cast<TokenIndex>(mention.end_token) - 1).id == in.word(t).id) {
      const bool elsewhere = in.word(static_cast<TokenIndex>(mention.head_token)).sentence != in.word(t).sentence;
      return {{{mention.entity, mention.name, in.phrase(t), elsewhere}, t}};
    }
  }
  return {};
}

/// The neutral word for a class of people, with the pack's entity where it has one.
Somebody of_class(const Reading& in, const std::string& neutral, Span span, TokenIndex t) {
  const auto entity = in.book.class_entity.find(neutral);
  return {{entity == in.book.class_entity.end() ? "" : entity->second, neutral, span, false}, t};
}

/// A common noun for people or forces: the owner's name, or the neutral word for the class, or the words themselves.
std::vector<Somebody> from_class(const Reading& in, TokenIndex t, Side side, int depth) {
  const std::string& neutral = in.book.class_actor[in.word(t).id];
  auto owner = by_owner(in, t, side, depth);
  const bool named =
      std::any_of(owner.begin(), owner.end(), [](const Somebody& one) { return !one.who.entity.empty(); });
  if (!owner.empty() && (neutral.empty() || named)) {
    return owner;
  }
  if (!neutral.empty()) {
    return {of_class(in, neutral, in.phrase(t), t)};
  }
  if (auto meant = from_coreference(in, t, side, depth); !meant.empty()) {
    return meant;
  }
  if (auto earlier = from_earlier_name(in, t); !earlier.empty()) {
    return earlier;
  }
  const TokenIndex owner_word = in.child(t, Deprel::nmod_poss);
  if (owner_word >= 0 && in.in_class(owner_word, in.book.bit_pronoun)) {
    return {};  // "its forces", and nobody knows whose
  }
  return in.in_class(t, in.book.bit_vague) ? std::vector<Somebody>{} : std::vector<Somebody>{from_words(in, t)};
}

/// Ground in somebody's hands: "IS-held areas", "parts of the desert held by rebels", "the group's stronghold".
std::vector<Somebody> holder_of(const Reading& in, TokenIndex t, Side side, int depth) {
  const TokenIndex modifier = owning_modifier(in, t, 0);
  if (modifier >= 0 && !is_nationality(in, modifier) && in.word(modifier).place < 0) {
    return resolve_one(in, modifier, side, depth + 1);
  }
  const TokenIndex owner = owner_after(in, t);
  if (owner >= 0 && in.preposition(owner) == in.book.w_by) {
    return resolve_phrase(in, owner, side);
  }
  return owner >= 0 && in.in_class(t, in.book.bit_container) && is_somebody(in, meaning_head(in, owner))
             ? resolve_phrase(in, owner, side)
             : std::vector<Somebody>{};
}

/// A state or an armed body, which speaks of itself: "the army said it had shelled".
bool is_party(const Reading& in, TokenIndex t) {
  const std::int32_t actor = in.word(t).actor;
  if (actor < 0) {
    return false;
  }
  const Linked& mention = in.linked(actor);
  return mention.kind == MentionKind::armed_group || mention.metonym || mention.type == "military" ||
         mention.type == "government" || mention.type == "coalition";
}

/// A pronoun without antecedent: the subject of the clause above it, else of the sentence before.
std::vector<Somebody> from_pronoun(const Reading& in, TokenIndex t, Side side, int depth) {
  if (auto meant = from_coreference(in, t, side, depth); !meant.empty()) {
    return meant;
  }
  for (TokenIndex verb = in.head(t); verb >= 0; verb = in.head(verb)) {
    const TokenIndex above = in.head(verb);
    const TokenIndex subject = above >= 0 && in.word(above).verb ? surface_subject(in, above) : -1;
    if (subject >= 0 && in.in_class(above, in.book.bit_saying) && !is_party(in, subject)) {
      continue;  // "the agency said it was shelled": not the agency
    }
    const bool thing = in.form(t) == "it" || in.form(t) == "It" || in.form(t) == "its";
    const bool fits = subject >= 0 && !(thing && in.in_class(subject, in.book.bit_person));
    if (fits && subject < t && !in.below(t, subject) && !in.in_class(subject, in.book.bit_pronoun)) {
      return resolve_one(in, subject, side, depth + 1);
    }
  }
  const std::uint32_t sentence = in.word(t).sentence;
  if (sentence == 0) {
    return {};
  }
  const Sentence& before = in.report.analysis.sentences[sentence - 1];
  for (auto x = static_cast<TokenIndex>(before.first_token); x < static_cast<TokenIndex>(before.end_token); ++x) {
    if (in.head(x) < 0 && in.word(x).verb) {
      const TokenIndex subject = surface_subject(in, x);
      auto found = subject >= 0 && !in.in_class(subject, in.book.bit_pronoun)
                       ? resolve_one(in, subject, side, depth + 1)
                       : std::vector<Somebody>{};
      for (Somebody& one : found) {
        one.who.inferred = true;
        one.who.span = in.token(t).span;
        one.head = t;
      }
      return found;
    }
  }
  return {};
}

/// "Six of those killed were children": the noun that is told of "those"; -1 where there is none.
TokenIndex told_of_those(const Reading& in, TokenIndex t) {
  if (in.form(t) != "those") {
    return -1;
  }
  const TokenIndex measure = universal(in.deprel(t)) == Deprel::nmod ? in.head(t) : t;
  const TokenIndex noun = measure >= 0 && in.deprel(measure) == Deprel::nsubj ? in.head(measure) : -1;
  return noun >= 0 && in.child(noun, Deprel::cop) >= 0 && in.in_class(noun, in.book.bit_person) ? noun : -1;
}

/// "Shelled the Syrian people": whom blows hit is told by the plain word, where the noun has one.
Somebody plain_word(const Reading& in, TokenIndex t, std::int32_t mention) {
  const std::string& neutral = in.book.class_actor[in.word(t).id];
  if (in.book.harmless.contains(neutral) && in.linked(mention).end_token - in.linked(mention).first_token > 1) {
    return of_class(in, neutral, in.linked(mention).span, t);
  }
  return from_mention(in, mention, t);
}

/// A statesman acts for his state: "the minister met", known from the pack or told by his title ("UN envoy Smith").
std::vector<Somebody> from_statesman(const Reading& in, std::int32_t person, TokenIndex t, Side side, int depth) {
  const Linked& mention = in.linked(person);
  const Linked& who = named(in, mention);
  if (const auto state = in.book.acts_for.find(who.entity); state != in.book.acts_for.end()) {
    return {{{state->second.first, state->second.second, mention.span, false}, t}};
  }
  const TokenIndex modifier = who.entity.empty() ? owning_modifier(in, t, 0) : -1;
  const bool titled = modifier >= 0 && in.word(modifier).actor >= 0 && in.word(modifier).actor != person;
  return titled ? resolve_one(in, modifier, side, depth + 1) : std::vector<Somebody>{};
}

/// Homes, schools and the like stand for the people in them.
bool is_building(const Reading& in, TokenIndex t) {
  return in.in_class(t, in.book.bit_building);
}

std::vector<Somebody> resolve_one(const Reading& in, TokenIndex t, Side side, int depth) {
  if (depth > k_depth || is_against(in, t)) {
    return {};
  }
  t = meaning_head(in, t);
  const Word& word = in.word(t);
  if (word.actor >= 0) {
    const Linked& mention = in.linked(word.actor);
    const auto first = static_cast<TokenIndex>(mention.first_token);
    if (mention.span.begin > in.token(first).span.begin && is_against(in, first)) {
      return {};  // "anti-IS fighters", one word
    }
    const bool general = mention.entity.empty() || mention.type == "class";
    if (general && mention.head_token == static_cast<std::uint32_t>(t) &&
        (!mention.nominal ||
         owner_after(in, t) >= 0)) {  // "ISIL terrorists", "Russian jets", "fighters from the group"
      auto owner = by_owner(in, t, side, depth);
      if (!owner.empty() &&
          std::all_of(owner.begin(), owner.end(), [](const Somebody& one) { return !one.who.entity.empty(); })) {
        return owner;
      }
    }
    if (mention.entity.empty() && in.in_class(t, in.book.bit_vehicle) && !in.in_class(t, in.book.bit_actor)) {
      return {};  // "warplanes struck": whose, is not said
    }
    if (mention.kind == MentionKind::person) {
      if (auto state = from_statesman(in, word.actor, t, side, depth); !state.empty()) {
        return state;
      }
    }
    const bool other_head =
        mention.kind == MentionKind::nationality && mention.head_token != static_cast<std::uint32_t>(t);
    if (!other_head) {
      return {side == Side::recipient && mention.type == "class" ? plain_word(in, t, word.actor)
                                                                 : from_mention(in, word.actor, t)};
    }
  }
  if (in.in_class(t, in.book.bit_pronoun)) {
    return from_pronoun(in, t, side, depth);
  }
  if (in.in_class(t, in.book.bit_container) || in.in_class(t, in.book.bit_vehicle)) {
    if (auto owner = by_owner(in, t, side, depth); !owner.empty()) {
      return owner;
    }
  }
  if (in.in_class(t, in.book.bit_actor) || in.in_class(t, in.book.bit_person)) {
    return from_class(in, t, side, depth);
  }
  if (word.place >= 0 && in.linked(word.place).head_token == static_cast<std::uint32_t>(t) && side == Side::actor) {
    return acts_as_state(in.linked(word.place)) ? std::vector<Somebody>{from_mention(in, word.place, t)}
                                                : std::vector<Somebody>{};
  }
  if (word.place >= 0 && side == Side::addressee && acts_as_state(in.linked(word.place))) {
    return {from_mention(in, word.place, t)};
  }
  if (is_place(in, t)) {
    if (auto holder = holder_of(in, t, side, depth); !holder.empty()) {
      return holder;
    }
    if (word.place >= 0) {
      return {};
    }
  }
  if (const std::string& neutral = in.book.class_actor[word.id]; !neutral.empty()) {
    auto owner = is_place(in, t) ? std::vector<Somebody>{} : by_owner(in, t, side, depth);
    return !owner.empty() ? owner : std::vector<Somebody>{of_class(in, neutral, in.phrase(t), t)};
  }
  if (is_place(in, t)) {
    return {};
  }
  if (const TokenIndex told = told_of_those(in, t); told >= 0) {
    return resolve_one(in, told, side, depth + 1);
  }
  auto owner = by_owner(in, t, side, depth);
  const TokenIndex equal = in.child(t, Deprel::cop) >= 0 ? in.child(t, Deprel::nsubj) : -1;
  if (owner.empty() && equal >= 0) {
    return resolve_one(in, equal, side, depth + 1);  // "children were among those killed"
  }
  if (owner.empty() && in.head(t) >= 0 && (in.deprel(t) == Deprel::appos || in.deprel(t) == Deprel::nmod_unmarked)) {
    return resolve_one(in, in.head(t), side, depth + 1);  // "a group, mostly foreigners, who"
  }
  return owner;
}

/// "We": the speaker's side. A person speaks for the body the pack knows, or for the one named beside him.
std::vector<Somebody> from_speaker(const Reading& in, const Attribution* said) {
  if (!said || said->source_token < 0) {
    return {};
  }
  if (const auto side = in.book.person_side.find(said->voice.entity); side != in.book.person_side.end()) {
    return {{{side->second.first, side->second.second, said->voice.source, true}, said->source_token}};
  }
  auto found = by_owner(in, said->source_token, Side::actor, 0);
  if (found.empty()) {
    found = resolve_phrase(in, said->source_token, Side::actor);
  }
  for (Somebody& one : found) {
    one.who.inferred = true;
  }
  return found;
}

/// "Condemned the shelling by the army": words about a deed are meant for its doer.
std::vector<Somebody> from_deed(const Reading& in, TokenIndex trigger, Side side) {
  const TokenIndex deed = in.word(trigger).verb ? patient_of(in, trigger) : -1;
  if (deed < 0 || !in.word(deed).noun) {
    return {};
  }
  for (const Slot slot : {Slot::by, Slot::poss, Slot::mod}) {
    std::vector<Somebody> found;
    for (const TokenIndex t : slot_of(in, deed, slot, {})) {
      append(found, resolve_phrase(in, t, side));
    }
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

/// "Took ground, squeezing the road": who does what the verbs above a participle tell.
std::vector<Somebody> from_verbs_above(const Reading& in, TokenIndex trigger, Side side) {
  TokenIndex verb = trigger;
  for (int steps = 0; steps < k_depth; ++steps) {
    verb = verb_above(in, verb);
    const TokenIndex agent = verb >= 0 ? agent_of(in, verb) : -1;
    if (verb < 0 || agent < 0) {
      return {};
    }
    if (auto found = resolve_phrase(in, agent, side); !found.empty()) {
      return found;
    }
  }
  return {};
}

std::vector<Somebody> by_roles(const Reading& in, TokenIndex trigger, const RoleSpec& spec, Side side,
                               const Attribution* said) {
  for (const RoleSource& source : spec) {
    std::vector<Somebody> found;
    for (const TokenIndex t : slot_of(in, trigger, source.slot, source.preps)) {
      append(found, in.in_class(t, in.book.bit_first_person) ? from_speaker(in, said) : resolve_phrase(in, t, side));
    }
    if (found.empty() && source.slot == Slot::obj && side == Side::addressee) {
      found = from_deed(in, trigger, side);
    }
    if (found.empty() && source.slot == Slot::subj && in.word(trigger).verb) {
      found = from_verbs_above(in, trigger, side);
    }
    if (!found.empty()) {
      return found;
    }
  }
  return {};
}

bool same(const Somebody& a, const Somebody& b) {
  return a.head == b.head || (!a.who.entity.empty() ? a.who.entity == b.who.entity : a.who.name == b.who.name);
}

}  // namespace

std::vector<Somebody> resolve_phrase(const Reading& in, TokenIndex t, Side side) {
  std::vector<Somebody> found;
  for (const TokenIndex one : conjuncts(in, t)) {
    append(found, resolve_one(in, one, side, 0));
  }
  if (const TokenIndex inner = meaning_head(in, t); inner != t) {  // "a total of ten soldiers and four gunmen"
    for (const TokenIndex one : conjuncts(in, inner)) {
      append(found, resolve_one(in, one, side, 0));
    }
  }
  return found;
}

/// What only the armed, the police or a state can do.
static bool needs_force(const TriggerRule& rule) {
  return rule.type == "ASSAULT" || rule.type == "MOBILIZE" || rule.type == "COERCE" ||
         (rule.type == "STATE" && rule.mode != "geography");
}

/// Monitors, outlets and people in general do none of that: a weak parse put them there.
static bool is_harmless(const Reading& in, const Somebody& one) {
  const std::int32_t actor = named_at(in, one.head);
  if (actor >= 0) {
    const Linked& mention = in.linked(actor);
    if (mention.kind == MentionKind::outlet || mention.type == "ngo") {
      return true;
    }
  }
  return in.book.harmless.contains(one.who.name);
}

/// Who only tells of it: the person, or the people of a place, in the source of the attribution.
static bool is_witness(const Reading& in, const Somebody& one, const Attribution* said) {
  const std::int32_t actor = in.word(one.head).actor;
  const bool party = actor >= 0 && in.linked(actor).kind != MentionKind::person;
  return said && !party && !one.who.inferred &&
         std::any_of(said->source.begin(), said->source.end(),
                     [&](const Span& span) { return span.contains(in.token(one.head).span); });
}

/// Acts of words and favours have states for recipients; blows have places.
static bool is_said(const Reading& in, const TriggerRule& rule) {
  const auto type = in.book.types.find(rule.type);
  return type != in.book.types.end() &&
         (type->second.verbal || !type->second.material_conflict || rule.type == "SANCTION") && rule.type != "STATE";
}

Cast find_cast(const Reading& in, const Trigger& trigger, const Attribution* said) {
  const TriggerRule& rule = in.book.rules[trigger.rule];
  Cast cast;
  cast.actors = by_roles(in, trigger.token, rule.actor, Side::actor, said);
  if (needs_force(rule)) {
    std::erase_if(cast.actors, [&](const Somebody& one) { return is_harmless(in, one) || is_witness(in, one, said); });
  }
  cast.recipients =
      by_roles(in, trigger.token, rule.recipient, is_said(in, rule) ? Side::addressee : Side::recipient, said);
  if (cast.recipients.empty() && trigger.frame != trigger.token && rule.pos == k_noun) {
    if (const TokenIndex under = undergoing_verb_of(in, trigger.token); under >= 0) {
      if (const TokenIndex subject = surface_subject(in, under); subject >= 0) {
        cast.recipients = resolve_phrase(in, subject, Side::recipient);
      }
    }
  }
  if (cast.recipients.empty() && rule.pos == k_noun && in.child(trigger.token, Deprel::cop) >= 0 &&
      in.preposition(trigger.token) == in.book.w_under) {  // "the group has been under attack"
    if (const TokenIndex hit = in.child(trigger.token, Deprel::nsubj); hit >= 0) {
      cast.recipients = resolve_phrase(in, hit, Side::recipient);
    }
  }
  if (cast.recipients.empty() && rule.type == "AID" && rule.pos == k_noun &&
      in.preposition(trigger.token) == in.book.w_with) {  // "they fight with foreign support"
    const TokenIndex verb = in.head(trigger.token);
    if (const TokenIndex helped = verb >= 0 && in.word(verb).verb ? agent_of(in, verb) : -1; helped >= 0) {
      cast.recipients = resolve_phrase(in, helped, Side::recipient);
    }
  }
  if (rule.type != "ASSAULT" || rule.mode == "capture") {  // a school taken is not its pupils
    std::erase_if(cast.recipients, [&](const Somebody& one) { return is_building(in, one.head); });
  }
  std::erase_if(cast.recipients, [&](const Somebody& one) {
    return std::any_of(cast.actors.begin(), cast.actors.end(), [&](const Somebody& actor) { return same(actor, one); });
  });
  return cast;
}

void add_framing(const Reading& in, TokenIndex head, const Participant& who, std::vector<Framing>& framing) {
  const auto check = [&](TokenIndex t) {
    const std::string& neutral = in.book.framing[in.word(t).id];
    if (!neutral.empty()) {
      framing.push_back({in.token(t).span, std::string(in.form(t)), who.entity});
    }
  };
  check(head);
  for (const TokenIndex c : in.children(head)) {
    if (is_modifier(in.deprel(c))) {
      check(c);
    }
    if (c >= 2 && in.form(c) == "called" && in.form(c - 1) == "-" && in.form(c - 2) == "so") {
      framing.push_back({{in.token(c - 2).span.begin, in.token(c).span.end}, "so-called", who.entity});
    }
  }
}

}  // namespace hearsay::claims::detail
