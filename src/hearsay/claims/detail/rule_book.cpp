// SPDX-License-Identifier: Apache-2.0
// Reading trigger rules and word lists out of pack tables.
#include <hearsay/claims/detail/rule_book.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string_view>

namespace hearsay::claims::detail {

namespace {

using packs::Problem;
using packs::Row;
using packs::Table;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    std::string_view part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    while (part.starts_with(' ')) {
      part.remove_prefix(1);
    }
    while (part.ends_with(' ')) {
      part.remove_suffix(1);
    }
    if (!part.empty()) {
      parts.push_back(part);
    }
  }
  return parts;
}

/// One table being read: where to say what is wrong.
struct Reader {
  RuleBook& book;
  std::vector<Problem>& problems;
  const Table& table;
  const Row* row = nullptr;
  void problem(std::string message) const { problems.push_back({table.path, row ? row->line : 0, std::move(message)}); }
  const std::string& cell(std::string_view column) const { return table.cell(*row, column); }
};

constexpr std::array<std::pair<std::string_view, Slot>, 17> k_slots{{{"subj", Slot::subj},
                                                                     {"obj", Slot::obj},
                                                                     {"iobj", Slot::iobj},
                                                                     {"prep", Slot::prep},
                                                                     {"prt", Slot::prt},
                                                                     {"mod", Slot::mod},
                                                                     {"poss", Slot::poss},
                                                                     {"by", Slot::by},
                                                                     {"of", Slot::of},
                                                                     {"head", Slot::head},
                                                                     {"xcomp", Slot::xcomp},
                                                                     {"near", Slot::near},
                                                                     {"prev", Slot::prev},
                                                                     {"next", Slot::next},
                                                                     {"child", Slot::child},
                                                                     {"light", Slot::light},
                                                                     {"sides", Slot::sides}}};

constexpr std::array<std::pair<std::string_view, FillerKind>, 8> k_tags{{{"#actor", FillerKind::actor},
                                                                         {"#armed", FillerKind::armed},
                                                                         {"#place", FillerKind::place},
                                                                         {"#person", FillerKind::person},
                                                                         {"#equip", FillerKind::equipment},
                                                                         {"#time", FillerKind::time},
                                                                         {"#number", FillerKind::number},
                                                                         {"#event", FillerKind::event}}};

constexpr std::array<std::pair<std::string_view, Effect>, 7> k_effects{{{"", Effect::none},
                                                                        {"through", Effect::through},
                                                                        {"asserted", Effect::asserted},
                                                                        {"denied", Effect::denied},
                                                                        {"planned", Effect::planned},
                                                                        {"possible", Effect::possible},
                                                                        {"negate", Effect::negate}}};

template <class Map>
auto look_up(const Map& map, std::string_view key) -> std::optional<typename Map::value_type::second_type> {
  for (const auto& [name, value] : map) {
    if (name == key) {
      return value;
    }
  }
  return std::nullopt;
}

std::vector<WordId> read_words(std::string_view text, char separator, Vocabulary& words) {
  std::vector<WordId> found;
  for (const auto word : split(text, separator)) {
    found.push_back(words.add(word));
  }
  return found;
}

std::vector<Filler> read_fillers(std::string_view text, const Reader& in) {
  std::vector<Filler> fillers;
  for (const auto part : split(text, '|')) {
    if (part.starts_with('@')) {
      const std::size_t bit = in.book.words.class_bit(part.substr(1));
      if (bit == Vocabulary::k_no_class) {
        in.problem("unknown class '" + std::string(part) + "'");
      } else {
        fillers.push_back({FillerKind::word_class, static_cast<std::uint32_t>(bit)});
      }
    } else if (part.starts_with('#')) {
      const auto kind = look_up(k_tags, part);
      if (!kind) {
        in.problem("unknown kind '" + std::string(part) + "'");
      } else {
        fillers.push_back({*kind, 0});
      }
    } else {
      fillers.push_back({FillerKind::word, in.book.words.add(part)});
    }
  }
  return fillers;
}

/// "!prep:on,at:#place" and the like.
std::optional<Condition> read_condition(std::string_view text, const Reader& in) {
  Condition condition;
  if (text.starts_with('!')) {
    condition.negated = true;
    text.remove_prefix(1);
  }
  const auto colon = text.find(':');
  for (const auto name : split(text.substr(0, colon), '/')) {
    const auto slot = look_up(k_slots, name);
    if (!slot) {
      in.problem("unknown place in the tree '" + std::string(name) + "'");
      return std::nullopt;
    }
    condition.slots.push_back(*slot);
  }
  std::string_view rest = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  if (std::find(condition.slots.begin(), condition.slots.end(), Slot::prep) != condition.slots.end()) {
    const auto second = rest.find(':');
    condition.preps = read_words(rest.substr(0, second), ',', in.book.words);
    rest = second == std::string_view::npos ? std::string_view{} : rest.substr(second + 1);
  }
  condition.any_of = read_fillers(rest, in);
  return condition;
}

RoleSpec read_role(std::string_view text, const Reader& in) {
  RoleSpec spec;
  for (const auto part : split(text, '>')) {
    if (part == "none") {
      continue;
    }
    const auto colon = part.find(':');
    const auto slot = look_up(k_slots, part.substr(0, colon));
    if (!slot) {
      in.problem("unknown role place '" + std::string(part) + "'");
      continue;
    }
    RoleSource source{*slot, {}};
    if (colon != std::string_view::npos) {
      source.preps = read_words(part.substr(colon + 1), ',', in.book.words);
    }
    spec.push_back(std::move(source));
  }
  return spec;
}

std::uint8_t read_pos(std::string_view text, const Reader& in) {
  std::uint8_t mask = 0;
  for (const auto part : split(text, '|')) {
    const int bit = part == "VERB" ? k_verb : part == "NOUN" ? k_noun : part == "ADJ" ? k_adj : 0;
    if (bit == 0) {
      in.problem("unknown word class '" + std::string(part) + "'");
    }
    mask = static_cast<std::uint8_t>(mask | bit);
  }
  return mask;
}

void read_flags(std::string_view text, TriggerRule& rule, const Reader& in) {
  for (const auto flag : split(text, ' ')) {
    if (flag == "result") {
      rule.result = true;
    } else if (flag == "bare") {
      rule.bare = true;
    } else if (flag == "counted") {
      rule.counted = true;
    } else if (flag == "speaks") {
      rule.speaks = true;
    } else if (flag == "sides") {
      rule.reciprocal = true;
    } else if (flag == "only") {
      rule.only = true;
    } else {
      in.problem("unknown flag '" + std::string(flag) + "'");
    }
  }
}

void default_roles(TriggerRule& rule, const Reader& in) {
  const bool noun = rule.pos == k_noun;
  if (in.cell("actor").empty()) {
    rule.actor = read_role(noun ? "by > sides > poss > subj > mod > of" : "subj", in);
  }
  if (in.cell("recipient").empty()) {
    rule.recipient = read_role(noun ? "prep:against,on,upon,at > of" : "obj", in);
  }
}

int weigh(const TriggerRule& rule) {
  int weight = rule.type.empty() ? 3 : 0;  // another sense wins a tie
  for (const Condition& condition : rule.needs) {
    weight += condition.negated ? 1 : condition.any_of.empty() ? 3 : 4;
  }
  return weight;
}

void read_rule(const Reader& in, const std::string& type, std::set<std::string>& ids) {
  TriggerRule rule;
  rule.id = in.cell("id");
  rule.type = type;
  rule.mode = in.cell("mode");
  rule.path = in.table.path;
  rule.line = in.row->line;
  rule.pos = read_pos(in.cell("pos"), in);
  if (rule.id.empty() || !ids.insert(type + "/" + rule.id).second) {
    in.problem("rule id '" + rule.id + "' is empty or used twice");
  }
  if (!in.cell("status").empty()) {
    rule.status = parse_status(in.cell("status"));
    if (!rule.status) {
      in.problem("unknown status '" + in.cell("status") + "'");
    }
  }
  for (const auto part : split(in.cell("needs"), ';')) {
    if (auto condition = read_condition(part, in)) {
      rule.needs.push_back(std::move(*condition));
    }
  }
  rule.actor = read_role(in.cell("actor"), in);
  rule.recipient = read_role(in.cell("recipient"), in);
  default_roles(rule, in);
  read_flags(in.cell("flags"), rule, in);
  rule.weight = weigh(rule);
  const auto lemmas = read_words(in.cell("lemma"), '|', in.book.words);
  if (lemmas.empty()) {
    in.problem("rule '" + rule.id + "' has no word");
  }
  const auto number = static_cast<std::uint32_t>(in.book.rules.size());
  in.book.rules.push_back(std::move(rule));
  in.book.by_word.resize(std::max(in.book.by_word.size(), in.book.words.size()));
  for (const WordId word : lemmas) {
    in.book.by_word[word].push_back(number);
  }
}

void read_triggers(const Pack& pack, RuleBook& book, std::vector<Problem>& problems) {
  std::set<std::string> ids;
  for (const Table* table : pack.tables_under("lang-en/triggers/")) {
    std::string type = table->path.substr(table->path.rfind('/') + 1);
    type.resize(type.size() - std::min<std::size_t>(type.size(), 4));
    Reader in{book, problems, *table};
    if (type == "NONE") {
      type.clear();
    } else if (!book.types.contains(type)) {
      in.problem("event type '" + type + "' is not in the ontology");
    }
    for (const Row& row : table->rows) {
      in.row = &row;
      read_rule(in, type, ids);
      const std::string& mode = book.rules.back().mode;
      if (!mode.empty() && !book.modes.contains(type + "/" + mode)) {
        in.problem("mode '" + type + "/" + mode + "' is not in the ontology");
      }
    }
  }
}

void read_classes(const Pack& pack, RuleBook& book) {
  const Table* table = pack.table("lang-en/classes.tsv");
  for (const Row& row : table ? table->rows : std::vector<Row>{}) {
    const std::size_t bit = book.words.make_class(table->cell(row, "class"));
    for (const WordId word : read_words(table->cell(row, "words"), '|', book.words)) {
      book.words.add_to_class(word, bit);
    }
  }
}

Effect read_effect(const Reader& in, std::string_view column) {
  const auto effect = look_up(k_effects, in.cell(column));
  if (!effect) {
    in.problem("unknown effect '" + in.cell(column) + "'");
  }
  return effect.value_or(Effect::none);
}

/// A word may stand in two rows ("likely to attack", "a likely attack"); the later row counts where both speak.
void merge(const FactualityEntry& from, FactualityEntry& to) {
  to.complement = from.complement == Effect::none ? to.complement : from.complement;
  to.object = from.object == Effect::none ? to.object : from.object;
  to.attached = from.attached == Effect::none ? to.attached : from.attached;
}

void read_factuality(const Pack& pack, RuleBook& book, std::vector<Problem>& problems) {
  const Table* table = pack.table("lang-en/factuality.tsv");
  if (!table) {
    return;
  }
  Reader in{book, problems, *table};
  for (const Row& row : table->rows) {
    in.row = &row;
    const FactualityEntry entry{read_effect(in, "complement"), read_effect(in, "object"), read_effect(in, "attached")};
    for (const WordId word : read_words(in.cell("lemma"), '|', book.words)) {
      book.factuality.resize(std::max(book.factuality.size(), book.words.size()));
      merge(entry, book.factuality[word]);
    }
  }
}

void read_ontology(const Pack& pack, RuleBook& book) {
  const Table* types = pack.table("ontology-plover/event_types.tsv");
  for (const Row& row : types ? types->rows : std::vector<Row>{}) {
    const std::string& quad = types->cell(row, "quad");
    book.types[types->cell(row, "type")] = {quad.starts_with("verbal"), quad == "material conflict",
                                            types->cell(row, "plover") == "yes"};
  }
  const Table* modes = pack.table("ontology-plover/modes.tsv");
  for (const Row& row : modes ? modes->rows : std::vector<Row>{}) {
    book.modes[modes->cell(row, "type") + "/" + modes->cell(row, "mode")] = {modes->cell(row, "plover_type"),
                                                                             modes->cell(row, "plover_mode")};
  }
}

void read_word_values(const Pack& pack, RuleBook& book) {
  if (const Table* cues = pack.table("lang-en/mode_cues.tsv")) {
    for (const Row& row : cues->rows) {
      for (const WordId word : read_words(cues->cell(row, "lemma"), '|', book.words)) {
        book.mode_cues.resize(std::max(book.mode_cues.size(), book.words.size()));
        book.mode_cues[word] = ModeCue{cues->cell(row, "type"), cues->cell(row, "mode")};
      }
    }
  }
  const auto read = [&](const char* path, std::vector<std::string>& values) {
    const Table* table = pack.table(path);
    for (const Row& row : table ? table->rows : std::vector<Row>{}) {
      for (const WordId word : read_words(table->cell(row, "lemma"), '|', book.words)) {
        values.resize(std::max(values.size(), book.words.size()));
        values[word] = table->cell(row, "name");
      }
    }
  };
  if (const Table* people = pack.table("lang-en/plain_people.tsv")) {
    for (const Row& row : people->rows) {
      if (people->cell(row, "force") == "no") {
        book.harmless.insert(people->cell(row, "name"));
      }
    }
  }
  read("lang-en/plain_people.tsv", book.class_actor);
  for (const packs::Actor& actor : pack.actors) {
    if (std::find(book.class_actor.begin(), book.class_actor.end(), actor.name) != book.class_actor.end()) {
      book.class_entity.emplace(actor.name, actor.entity);
    }
  }
  read("lang-en/loaded_words.tsv", book.framing);
}

void read_ways(const Pack& pack, RuleBook& book) {
  const Table* table = pack.table("lang-en/ways.tsv");
  for (const Row& row : table ? table->rows : std::vector<Row>{}) {
    const std::string reads = table->cell(row, "reads");
    const WayRole role = reads == "origin"    ? WayRole::origin
                         : reads == "through" ? WayRole::through
                         : reads == "by"      ? WayRole::by
                         : reads == "means"   ? WayRole::means
                                              : WayRole::verb;
    for (const WordId word : read_words(table->cell(row, "lemma"), '|', book.words)) {
      book.ways.resize(std::max(book.ways.size(), book.words.size()));
      WayWord& way = book.ways[word];
      const bool both = (way.role == WayRole::by && role == WayRole::through) ||
                        (way.role == WayRole::through && role == WayRole::by);
      way = {both ? WayRole::by_or_through : role, table->cell(row, "means")};
    }
  }
}

void read_irregular_forms(const Pack& pack, Vocabulary& words) {
  const Table* table = pack.table("lang-en/irregular.tsv");
  for (const Row& row : table ? table->rows : std::vector<Row>{}) {
    const WordId lemma = words.find(table->cell(row, "lemma"));
    for (const auto form : split(table->cell(row, "form"), '|')) {
      if (lemma != k_unknown) {
        words.add_form(form, lemma);
      }
    }
  }
}

const packs::Actor* find_actor(const Pack& pack, const std::string& entity) {
  const auto found = std::find_if(pack.actors.begin(), pack.actors.end(),
                                  [&](const packs::Actor& actor) { return actor.entity == entity; });
  return found == pack.actors.end() ? nullptr : &*found;
}

/// The state, or the body of states, that an organ of government belongs to; of a country at war with itself its
/// government. nullptr for armies, groups and companies, whose men act for themselves.
const packs::Actor* state_of(const Pack& pack, const std::string& organ) {
  const packs::Actor* at = find_actor(pack, organ);
  if (!at || (at->kind != "government" && at->kind != "state" && at->kind != "igo")) {
    return nullptr;
  }
  while (!at->parent.empty()) {
    const packs::Actor* above = find_actor(pack, at->parent);
    if (!above || (at->side == "government" && above->kind == "state")) {
      break;
    }
    at = above;
  }
  return at;
}

void read_sides(const Pack& pack, RuleBook& book) {
  std::unordered_map<std::string, std::string> names;
  for (const packs::Actor& actor : pack.actors) {
    names.emplace(actor.entity, actor.name);
  }
  for (const packs::Person& person : pack.persons) {
    if (const auto name = names.find(person.actor); name != names.end()) {
      book.person_side.emplace(person.entity, std::pair(name->first, name->second));
    }
    if (const packs::Actor* state = state_of(pack, person.actor)) {
      book.acts_for.emplace(person.entity, std::pair(state->entity, state->name));
    }
  }
}

/// The armed forces of each government: the military body under it (or under its state) that has most parts.
void read_forces(const Pack& pack, RuleBook& book) {
  std::unordered_map<std::string, std::size_t> parts;
  for (const packs::Actor& actor : pack.actors) {
    ++parts[actor.parent];
  }
  const auto forces_under = [&](const std::string& owner) {
    const packs::Actor* best = nullptr;
    for (const packs::Actor& actor : pack.actors) {
      if (actor.kind == "military" && actor.parent == owner && (!best || parts[actor.entity] > parts[best->entity])) {
        best = &actor;
      }
    }
    return best;
  };
  for (const packs::Actor& actor : pack.actors) {
    if (actor.kind != "government" || actor.parent.empty()) {
      continue;
    }
    const packs::Actor* forces = forces_under(actor.entity);
    forces = forces && parts[forces->entity] > 0 ? forces : forces_under(actor.parent);
    if (forces) {
      book.forces_of.emplace(actor.entity, std::pair(forces->entity, forces->name));
    }
  }
}

void name_classes(RuleBook& book) {
  Vocabulary& words = book.words;
  const std::initializer_list<std::pair<const char*, std::size_t*>> bits{{"light", &book.bit_light},
                                                                         {"under", &book.bit_under},
                                                                         {"actor", &book.bit_actor},
                                                                         {"armed", &book.bit_armed},
                                                                         {"place", &book.bit_place},
                                                                         {"weapon", &book.bit_weapon},
                                                                         {"person", &book.bit_person},
                                                                         {"partitive", &book.bit_partitive},
                                                                         {"object_control", &book.bit_object_control},
                                                                         {"relative", &book.bit_relative},
                                                                         {"anaphor", &book.bit_anaphor},
                                                                         {"casualty", &book.bit_casualty},
                                                                         {"whole_country", &book.bit_whole},
                                                                         {"negation", &book.bit_negation},
                                                                         {"vehicle", &book.bit_vehicle},
                                                                         {"container", &book.bit_container},
                                                                         {"saying", &book.bit_saying},
                                                                         {"aim", &book.bit_aim},
                                                                         {"future", &book.bit_future},
                                                                         {"loyal", &book.bit_loyal},
                                                                         {"deed_noun", &book.bit_deed_noun},
                                                                         {"vague", &book.bit_vague},
                                                                         {"led", &book.bit_led},
                                                                         {"held", &book.bit_held},
                                                                         {"owner", &book.bit_owner},
                                                                         {"stateless", &book.bit_stateless},
                                                                         {"pronoun", &book.bit_pronoun},
                                                                         {"first_person", &book.bit_first_person},
                                                                         {"telling", &book.bit_telling},
                                                                         {"denying", &book.bit_denying},
                                                                         {"unlikely", &book.bit_unlikely},
                                                                         {"averting", &book.bit_averting},
                                                                         {"supposing", &book.bit_supposing},
                                                                         {"take_part", &book.bit_take_part},
                                                                         {"culpable", &book.bit_culpable},
                                                                         {"blaming", &book.bit_blaming},
                                                                         {"building", &book.bit_building},
                                                                         {"used", &book.bit_used},
                                                                         {"belief", &book.bit_belief},
                                                                         {"occur", &book.bit_occur}};
  for (const auto& [name, bit] : bits) {
    *bit = words.make_class(name);
  }
  const std::initializer_list<std::pair<const char*, WordId*>> singles{
      {"by", &book.w_by},       {"of", &book.w_of},
      {"to", &book.w_to},       {"between", &book.w_between},
      {"and", &book.w_and},     {"from", &book.w_from},
      {"with", &book.w_with},   {"against", &book.w_against},
      {"will", &book.w_will},   {"not", &book.w_not},
      {"if", &book.w_if},       {"anti", &book.w_anti},
      {"along", &book.w_along}, {"towards", &book.w_towards},
      {"on", &book.w_on},       {"at", &book.w_at},
      {"for", &book.w_for},     {"under", &book.w_under},
      {"claim", &book.w_claim}, {"responsibility", &book.w_responsibility}};
  for (const auto& [word, id] : singles) {
    *id = words.add(word);
  }
}

}  // namespace

RuleBook compile_rules(const Pack& pack, std::vector<Problem>& problems) {
  RuleBook book;
  read_ontology(pack, book);
  book.position_rule.id = "stated position";
  book.position_rule.type = "STATE";
  book.position_rule.mode = "geography";
  book.position_rule.path = "link";
  read_classes(pack, book);
  name_classes(book);
  read_triggers(pack, book, problems);
  read_factuality(pack, book, problems);
  read_word_values(pack, book);
  read_ways(pack, book);
  read_sides(pack, book);
  read_forces(pack, book);
  read_irregular_forms(pack, book.words);
  book.by_word.resize(book.words.size());
  book.event_noun.resize(book.words.size());
  for (std::size_t word = 0; word < book.by_word.size(); ++word) {
    book.event_noun[word] = std::any_of(book.by_word[word].begin(), book.by_word[word].end(), [&](std::uint32_t rule) {
      const TriggerRule& read = book.rules[rule];  // "soldiers" and "strongholds" tell states, they happen to nobody
      return (read.pos & k_noun) != 0 && !read.type.empty() && read.type != "STATE";
    });
  }
  book.factuality.resize(book.words.size());
  book.mode_cues.resize(book.words.size());
  book.class_actor.resize(book.words.size());
  book.framing.resize(book.words.size());
  for (auto& numbers : book.by_word) {
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return book.rules[a].weight > book.rules[b].weight; });
  }
  return book;
}

}  // namespace hearsay::claims::detail
