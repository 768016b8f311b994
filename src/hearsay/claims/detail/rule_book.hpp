// SPDX-License-Identifier: Apache-2.0
// The trigger rules and word lists of the language and ontology packs, compiled into tables by word.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <hearsay/claims/detail/vocabulary.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/claim.hpp>

namespace hearsay::claims::detail {

/// Where in the tree a condition or a role looks, seen from the trigger. Voice is undone: `subj` of a passive is its
/// by-agent, `obj` its subject. For event nouns `subj` is the light verb's subject ("launched an attack").
enum class Slot : std::uint8_t {
  subj,
  obj,
  iobj,
  prep,
  prt,
  mod,
  poss,
  by,
  of,
  head,
  xcomp,
  near,
  prev,
  next,
  child,
  light,
  sides
};

/// What may stand in the slot.
enum class FillerKind : std::uint8_t { word, word_class, actor, armed, place, person, equipment, time, number, event };
struct Filler {
  FillerKind kind = FillerKind::word;
  std::uint32_t value = 0;  // word number or class bit
};

struct Condition {
  bool negated = false;
  std::vector<Slot> slots;     // one of them
  std::vector<WordId> preps;   // Slot::prep only
  std::vector<Filler> any_of;  // empty: the slot is filled, by whatever
};

/// One place to look for a participant.
struct RoleSource {
  Slot slot = Slot::subj;
  std::vector<WordId> preps;
};
using RoleSpec = std::vector<RoleSource>;  // the first that yields somebody counts

/// Word classes that a trigger may be of.
enum PosMask : std::uint8_t { k_verb = 1, k_noun = 2, k_adj = 4 };

struct TriggerRule {
  std::string id, type, mode;  // type "" (file NONE.tsv): the word means nothing here
  std::string path;            // of the table, for `why`
  std::uint32_t line = 0;
  std::uint8_t pos = k_verb;
  std::optional<Status> status;  // said by the word itself ("foiled")
  std::vector<Condition> needs;
  RoleSpec actor, recipient;
  bool result = false;      // names only the outcome ("killed"): joins the deed it hangs on
  bool bare = false;        // an event noun that counts without a participant or place of its own
  bool counted = false;     // says nothing without a number ("the death toll")
  bool speaks = false;      // verbal act: what it embeds is its topic, not another claim
  bool reciprocal = false;  // both sides act
  bool only = false;        // says that there is no other ("the only base")
  int weight = 0;           // how special: more conditions first
};

/// What a governing or attached word does to an event.
enum class Effect : std::uint8_t { none, through, asserted, denied, planned, possible, negate };
struct FactualityEntry {
  Effect complement = Effect::none;  // on a clause or infinitive below it ("plan to attack")
  Effect object = Effect::none;      // on an event noun below it ("fear an attack")
  Effect attached = Effect::none;    // as an adverb or auxiliary of the event ("possibly", "may")
};

/// An event type of the ontology pack.
struct TypeInfo {
  bool verbal = false;  // said, not done: has no place of its own
  bool material_conflict = false;
  bool in_plover = false;
};

struct ModeInfo {
  std::string plover_type, plover_mode;
};

/// A mode told by a word beside the trigger ("airstrike" by "warplanes").
struct ModeCue {
  std::string type, mode;
};

/// What a word tells of a movement (lang-en/ways.tsv).
enum class WayRole : std::uint8_t { none, origin, through, by, by_or_through, means, verb };
struct WayWord {
  WayRole role = WayRole::none;
  std::string means;  // of means and verbs: "air"
};

struct RuleBook {
  Vocabulary words;
  std::vector<TriggerRule> rules;                   // of one word: most special first
  std::vector<std::vector<std::uint32_t>> by_word;  // word number -> rules
  TriggerRule position_rule;                        // for positions told without a trigger word
  std::vector<bool> event_noun;                     // word number -> some rule reads it as an event noun
  std::vector<FactualityEntry> factuality;          // word number -> effects
  std::unordered_map<std::string, TypeInfo> types;
  std::unordered_map<std::string, ModeInfo> modes;            // "MOBILIZE/deploy"
  std::vector<std::optional<ModeCue>> mode_cues;              // word number -> mode
  std::vector<WayWord> ways;                                  // word number -> what it tells of a movement
  std::vector<std::string> class_actor;                       // word number -> neutral name, "" for most
  std::unordered_map<std::string, std::string> class_entity;  // neutral name -> the pack's actor of that name
  std::unordered_set<std::string> harmless;                   // neutral names of people who do nothing by force
  std::vector<std::string> framing;                           // word number -> neutral word, "" for most
  std::unordered_map<std::string, std::pair<std::string, std::string>>
      person_side;  // person -> actor's entity and name
  std::unordered_map<std::string, std::pair<std::string, std::string>>
      acts_for;  // statesman -> his state or government
  std::unordered_map<std::string, std::pair<std::string, std::string>> forces_of;  // government -> its armed forces
  std::size_t bit_loyal = 0, bit_deed_noun = 0, bit_vague = 0;
  std::size_t bit_light = 0, bit_under = 0, bit_actor = 0, bit_armed = 0, bit_place = 0, bit_weapon = 0, bit_person = 0;
  std::size_t bit_partitive = 0, bit_object_control = 0, bit_relative = 0, bit_anaphor = 0, bit_casualty = 0,
              bit_whole = 0;
  std::size_t bit_negation = 0, bit_vehicle = 0, bit_container = 0, bit_saying = 0, bit_aim = 0, bit_future = 0;
  std::size_t bit_led = 0, bit_held = 0, bit_owner = 0, bit_stateless = 0, bit_pronoun = 0, bit_first_person = 0;
  std::size_t bit_blaming = 0, bit_building = 0, bit_used = 0, bit_belief = 0, bit_occur = 0;
  std::size_t bit_telling = 0, bit_denying = 0, bit_take_part = 0, bit_culpable = 0, bit_unlikely = 0,
              bit_supposing = 0, bit_averting = 0;
  WordId w_by = 0, w_of = 0, w_to = 0, w_between = 0, w_and = 0, w_from = 0, w_with = 0, w_against = 0, w_will = 0,
         w_not = 0, w_if = 0, w_anti = 0, w_along = 0, w_towards = 0, w_on = 0, w_at = 0, w_for = 0, w_under = 0,
         w_claim = 0, w_responsibility = 0;
};

/// Compile; whatever is wrong in the tables is appended to `problems` with file and line, and left out.
RuleBook compile_rules(const Pack& pack, std::vector<packs::Problem>& problems);

}  // namespace hearsay::claims::detail
