// SPDX-License-Identifier: Apache-2.0
// Links names to actors, persons, outlets and equipment.
#include <hearsay/link/actors/link_actors.hpp>

#include <algorithm>
#include <unordered_map>

#include <hearsay/link/actors/metonyms.hpp>
#include <hearsay/link/names/kinds.hpp>
#include <hearsay/link/places/gazetteer.hpp>

namespace hearsay::link {

namespace {

/// The entity of a reading with its neutral name and finer type.
struct Named {
  const std::string *entity = nullptr, *name = nullptr, *type = nullptr;
};

Named named(const NameRef& ref, const Pack& pack) {
  switch (ref.family) {
    case Family::actor:
      return {&pack.actors[ref.index].entity, &pack.actors[ref.index].name, &pack.actors[ref.index].kind};
    case Family::outlet:
      return {&pack.outlets[ref.index].entity, &pack.outlets[ref.index].name, &pack.outlets[ref.index].kind};
    case Family::equipment:
      return {&pack.equipment[ref.index].entity, &pack.equipment[ref.index].name, &pack.equipment[ref.index].cls};
    case Family::person:
      return {&pack.persons[ref.index].entity, &pack.persons[ref.index].name, &pack.persons[ref.index].role};
    case Family::place:
    case Family::demonym:
      break;
  }
  return {};
}

void write(Linked& linked, const Named& named) {
  linked.entity = *named.entity;
  linked.name = *named.name;
  linked.type = *named.type;
}

/// A row of the equipment table for a class of things, not for a model: no capital and no digit in its name.
bool is_class_name(const std::string& name) {
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

void link_listed(Draft& draft, const Pack& pack) {
  const std::string theatre = pack.name + ":";
  std::vector<const NameRef*> fitting;
  for (const auto& ref : draft.refs) {
    if (!ref.by_context && named(ref, pack).entity != nullptr && kind_of_ref(ref, pack) == draft.linked.kind) {
      fitting.push_back(&ref);
    }
  }
  std::stable_sort(fitting.begin(), fitting.end(), [&](const NameRef* a, const NameRef* b) {
    return named(*a, pack).entity->starts_with(theatre) > named(*b, pack).entity->starts_with(theatre);
  });
  if (fitting.empty()) {
    return;
  }
  write(draft.linked, named(*fitting.front(), pack));
  if (draft.linked.kind == MentionKind::equipment && is_class_name(draft.linked.name)) {
    draft.linked.name.clear();  // "heavy artillery" goes by the report's words; the entity says which class that is
  }
  draft.linked.score = draft.by_sound ? 0.6 : 1.0 / static_cast<double>(fitting.size());
  for (const auto* ref : fitting) {
    draft.linked.ranked.push_back({*named(*ref, pack).entity, draft.linked.score});
  }
}

std::string folded_of(const Draft& draft, const Words& words) {
  std::string out;
  for (std::uint32_t i = draft.first_word; i < draft.end_word; ++i) {
    if (!out.empty()) {
      out += ' ';
    }
    out += words.folded(words.words[i]);
  }
  return out;
}

/// The country named right before a class word: "Turkey's army", "Iraqi troops".
std::string country_before(const std::vector<Draft>& drafts, std::size_t d) {
  for (std::size_t i = d; i-- > 0 && i + 4 > d;) {
    const auto& before = drafts[i];
    if (before.end_word == drafts[d].first_word && before.first_word < before.end_word && before.linked.place &&
        class_of(before.linked.place->feature) == PlaceClass::country) {
      return before.linked.place->country;
    }
  }
  return "";
}

bool is_by_context(const Draft& draft) {
  return std::any_of(draft.refs.begin(), draft.refs.end(), [](const NameRef& ref) { return ref.by_context; });
}

}  // namespace

ActorTable::ActorTable(const Pack& pack) {
  for (std::size_t i = 0; i < pack.actors.size(); ++i) {
    const auto& actor = pack.actors[i];
    const int rank = actor.kind == "government" ? 2 : (actor.kind == "state" ? 1 : 0);
    if (rank > 0 && !actor.country.empty()) {
      const int theatre = actor.entity.starts_with(pack.name + ":") ? 2 : 0;
      m_by_country[actor.country].push_back({static_cast<std::int32_t>(i), rank + theatre, actor.valid});
    }
  }
}

std::int32_t ActorTable::of_country(const std::string& code, const Published& published) const {
  const auto found = m_by_country.find(code);
  OfCountry best;
  if (found != m_by_country.end()) {
    for (const auto& row : found->second) {
      if (row.rank > best.rank && is_valid(row.valid, published)) {
        best = row;
      }
    }
  }
  return best.actor;
}

std::string ActorTable::side_of(const packs::Outlet& outlet, const Pack& pack, const Published& published) const {
  const bool of_state = outlet.kind == "state_media" || outlet.owner.starts_with("state of");
  const std::int32_t actor = of_state ? of_country(outlet.country, published) : -1;
  return actor < 0 ? "" : pack.actors[static_cast<std::size_t>(actor)].side;
}

void link_actors(const CleanText& text, const Words& words, std::vector<Draft>& drafts, const ActorTools& tools,
                 const std::string& side) {
  const auto report = tools.classes.read(words, side);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    auto& draft = drafts[d];
    const auto kind = draft.linked.kind;
    if (kind == MentionKind::place || kind == MentionKind::facility || draft.refs.empty()) {
      continue;
    }
    const std::int32_t actor =
        is_by_context(draft)
            ? tools.classes.choose({folded_of(draft, words), country_before(drafts, d), draft.first_word}, words,
                                   report, text.published)
            : -1;
    if (actor < 0) {
      link_listed(draft, tools.pack);
      continue;
    }
    const auto& row = tools.pack.actors[static_cast<std::size_t>(actor)];
    write(draft.linked, {&row.entity, &row.name, &row.kind});
    draft.linked.kind = kind_of_actor(row.kind);
    draft.linked.score = 0.7;
    draft.linked.ranked.push_back({row.entity, 0.7});
  }
}

/// Whether a capitalised word that is no title stands right before the word, or any right behind it: another name.
static bool stands_in_other_name(const Words& words, std::uint32_t at, const NominalWords& nouns) {
  const auto capital = [&](std::uint32_t i) {
    const NameWord& word = words.words[i];
    return word.sentence == words.words[at].sentence && word.casing != Casing::lower && !word.article &&
           word.casing != Casing::other;
  };
  const auto is_title = [&](std::uint32_t i) {
    const NominalWord* noun = nouns.find(words.folded(words.words[i]));
    std::string written(words.folded(words.words[i]));
    if (written.empty()) {
      return false;
    }
    written.front() = static_cast<char>(written.front() - 'a' + 'A');
    return (noun != nullptr && noun->sort == Sort::person) || nouns.gender_of(written) != Gender::unknown;
  };
  const std::uint32_t left = at > 0 && words.words[at - 1].article ? at - 1 : at;  // "al-Assad"
  const bool begins =
      left == 0 || words.words[left - 1].sentence != words.words[at].sentence || words.words[left - 1].breaks;
  const bool first_of_sentence = left >= 1 && (left == 1 || words.words[left - 2].sentence != words.words[at].sentence);
  const bool before = !begins && capital(left - 1) && !first_of_sentence && !is_title(left - 1);
  const bool behind =
      !words.words[at].breaks && !words.words[at].possessive && at + 1 < words.words.size() && capital(at + 1);
  return before || behind;
}

/// "Mr. President", "Vice President": no surname.
static bool is_office(std::string_view folded, const NominalWords& nouns) {
  const NominalWord* noun = nouns.find(folded);
  return noun != nullptr && (noun->sort == Sort::person || noun->sort == Sort::body);
}

void add_surnames(const CleanText& text, const Analysis& analysis, const Words& words, std::vector<Draft>& drafts,
                  const NominalWords& nouns) {
  struct FullName {
    std::uint64_t surname = 0;
    std::size_t draft = 0;
  };
  std::vector<FullName> names;
  std::vector<bool> covered(words.words.size(), false);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const auto& draft = drafts[d];
    std::fill(covered.begin() + draft.first_word, covered.begin() + draft.end_word, true);
    if (draft.linked.kind == MentionKind::person && draft.end_word - draft.first_word >= 2 &&
        !is_office(words.folded(words.words[draft.end_word - 1]), nouns)) {
      names.push_back({words.words[draft.end_word - 1].hash, d});
    }
  }
  if (names.empty()) {
    return;
  }
  std::stable_sort(names.begin(), names.end(), [&](const FullName& a, const FullName& b) {
    return drafts[a.draft].first_word < drafts[b.draft].first_word;
  });
  std::unordered_map<std::uint64_t, const FullName*> nearest;  // before the word, by surname
  std::size_t passed = 0;
  std::vector<Draft> added;
  for (std::uint32_t i = 0; i < words.words.size(); ++i) {
    const auto& word = words.words[i];
    for (; passed < names.size() && drafts[names[passed].draft].first_word < i; ++passed) {
      nearest[names[passed].surname] = &names[passed];
    }
    if (covered[i] || word.casing == Casing::lower) {
      continue;
    }
    const auto found = nearest.find(word.hash);
    if (found == nearest.end() || stands_in_other_name(words, i, nouns)) {
      continue;
    }
    const FullName* full = found->second;
    Draft draft;
    draft.first_word = i > 0 && words.words[i - 1].article ? i - 1 : i;
    draft.end_word = i + 1;
    draft.linked = drafts[full->draft].linked;
    draft.linked.span = {words.words[draft.first_word].span.begin, word.span.end};
    draft.linked.first_token = words.words[draft.first_word].token;
    draft.linked.end_token = word.token + 1;
    draft.linked.head_token = word.token;
    draft.linked.antecedent = static_cast<std::int32_t>(full->draft);  // made an index into mentions by the caller
    added.push_back(std::move(draft));
  }
  for (auto& draft : added) {
    draft.linked.attributive = is_attributive(draft.linked, text, analysis);
  }
  drafts.insert(drafts.end(), added.begin(), added.end());
}

}  // namespace hearsay::link
