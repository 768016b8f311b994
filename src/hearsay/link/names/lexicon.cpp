// SPDX-License-Identifier: Apache-2.0
// Compiles the packs' names into a hashed trie and walks texts over it.
#include <hearsay/link/names/lexicon.hpp>

#include <algorithm>
#include <tuple>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/link/names/spelling.hpp>

namespace hearsay::link {

namespace {

constexpr std::uint64_t k_start = 0x9e3779b97f4a7c15ULL;
constexpr std::uint32_t k_longest = 10;         // words of a name
constexpr unsigned k_filter_bits = 19;          // 64 KiB: stays in the cache, and one word in twenty passes by chance
constexpr std::size_t k_shortest_by_sound = 5;  // letters
constexpr std::size_t k_consonants_in_text = 4, k_consonants_alone = 3;  // least for a match that heeds no vowel

std::uint64_t step(std::uint64_t state, std::uint64_t word) {
  std::uint64_t mixed = (state ^ word) * 0xff51afd7ed558ccdULL;
  mixed = (mixed ^ (mixed >> 32)) * 0xc4ceb9fe1a85ec53ULL;
  return mixed ^ (mixed >> 29);
}

template <class Visit>
void for_each_word(std::string_view folded, Visit visit) {
  while (!folded.empty()) {
    const auto blank = std::min(folded.find(' '), folded.size());
    visit(folded.substr(0, blank));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
}

/// Where every entity of the packs stands, by hash_text.
using Entities = FlatIndex<std::pair<Family, std::uint32_t>>;

Entities index_entities(const Pack& pack) {
  Entities out;
  out.reserve(pack.places.size() + pack.actors.size() + pack.outlets.size() + pack.equipment.size() +
              pack.persons.size());
  const auto add = [&out](const auto& rows, Family family) {
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      *out.try_emplace(hash_text(rows[i].entity)).first = {family, i};
    }
  };
  add(pack.places, Family::place);
  add(pack.actors, Family::actor);
  add(pack.outlets, Family::outlet);
  add(pack.equipment, Family::equipment);
  add(pack.persons, Family::person);
  return out;
}

/// Which words of a spelling must keep a capital, counted as in its folded form; and whether it is an acronym.
struct CaseRule {
  std::uint32_t capitals = 0;
  bool upper = false;
};

/// What matters of one character for the case of a name.
struct Letter {
  bool parts = false, alpha = false, digit = false, upper = false, uncased = false;
  std::uint32_t length = 1;
};

Letter letter_at(std::string_view spelling, std::size_t at) {
  const auto byte = static_cast<unsigned char>(spelling[at]);
  if (byte < 0x80) {
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool parts = byte == ' ' || byte == '-' || byte == '/' || (byte >= 9 && byte <= 13);
    return {parts, upper || (byte >= 'a' && byte <= 'z'), byte >= '0' && byte <= '9', upper, false, 1};
  }
  const auto [code, length] = decode_at(spelling, at);
  // Arabic and its neighbours have no small letters.
  return {is_space(code) || code == 0x2013, is_alpha(code), is_digit(code), is_upper(code), code >= 0x0590, length};
}

CaseRule case_rule(std::string_view spelling) {
  CaseRule rule;
  std::uint32_t word = 0, letters = 0, uppers = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < spelling.size();) {
    const Letter letter = letter_at(spelling, at);
    at += letter.length;
    if (letter.parts) {
      word += in_word ? 1U : 0U;
      in_word = false;
      continue;
    }
    if (!letter.alpha && !letter.digit) {
      continue;
    }
    if (!in_word && (letter.uncased || letter.upper) && word < 32) {
      rule.capitals |= 1U << word;
    }
    in_word = true;
    letters += letter.alpha ? 1U : 0U;
    uppers += letter.upper ? 1U : 0U;
  }
  rule.upper = letters >= 2 && letters == uppers && letters <= 6 && word == 0;
  return rule;
}

/// The capitals of a name for its two forms: articles need none, and are no words of the bare form.
struct ArticleMasks {
  std::uint32_t whole = 0, bare = 0;
};

ArticleMasks article_masks(std::string_view folded, std::uint32_t capitals) {
  ArticleMasks masks;
  std::uint32_t at = 0, bare_at = 0;
  for_each_word(folded, [&](std::string_view word) {
    const std::uint32_t bit = at < 32 ? capitals >> at & 1U : 0U;
    ++at;
    if (!is_article(word)) {
      masks.whole |= at <= 32 ? bit << (at - 1) : 0U;
      masks.bare |= bare_at < 32 ? bit << bare_at : 0U;
      ++bare_at;
    }
  });
  return masks;
}

bool fits_case(const NameRef& ref, const Words& words, std::uint32_t first, std::uint32_t end, bool skip_articles) {
  std::uint32_t at = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    const auto& word = words.words[i];
    if (skip_articles && word.article) {
      continue;
    }
    // "SDF" is never "Sdf", and "IS" no name that is not written in capitals.
    const bool acronym = word.casing == Casing::upper && word.fold_size <= 3;
    if ((ref.upper && word.casing != Casing::upper) || (!ref.upper && acronym && end - first == 1)) {
      return false;
    }
    if (at < 32 && (ref.capitals >> at & 1U) != 0 && word.casing == Casing::lower) {
      return false;
    }
    ++at;
  }
  return true;
}

bool same_ref(const NameRef& a, const NameRef& b) {
  return a.family == b.family && a.index == b.index;
}

/// One row an entity: the least demanding case rule wins.
void merge_refs(std::vector<NameRef>& refs) {
  if (refs.size() < 2) {
    return;
  }
  std::stable_sort(refs.begin(), refs.end(), [](const NameRef& a, const NameRef& b) {
    return std::tuple(a.family, a.index, a.by_context, a.upper, a.capitals) <
           std::tuple(b.family, b.index, b.by_context, b.upper, b.capitals);
  });
  refs.erase(std::unique(refs.begin(), refs.end(), same_ref), refs.end());
}

}  // namespace

Lexicon::Lexicon(const Pack& pack) {
  const auto entities = index_entities(pack);
  m_building.reserve(pack.aliases.size() * 2);
  m_building_refs.reserve(pack.aliases.size() * 3);
  for (const auto& alias : pack.aliases) {
    if (const auto* found = entities.find(hash_text(alias.entity))) {
      NameRef ref;
      std::tie(ref.family, ref.index) = *found;
      ref.valid = alias.valid;
      add(alias.spelling, ref, alias.entity.starts_with(pack.name + ":"));
    }
  }
  add_world_tables(pack, entities);
  add_class_words(pack, entities);
  seal();
}

void Lexicon::add_world_tables(const Pack& pack, const Entities& entities) {
  const auto for_places = [&](const char* path, auto visit) {
    if (const auto* table = pack.table(path)) {
      for (const auto& row : table->rows) {
        const std::string entity = "world:" + table->cell(row, "id");
        const auto* found = entities.find(hash_text(entity));
        if (found != nullptr && found->first == Family::place) {
          visit(*table, row, found->second);
        }
      }
    }
  };
  for_places("world/demonyms.tsv", [&](const packs::Table& table, const packs::Row& row, std::uint32_t place) {
    add(table.cell(row, "spelling"), {Family::demonym, place, {}, 0, false, table.cell(row, "form") == "people", false},
        false);
  });
  for_places("world/abbreviations.tsv", [&](const packs::Table& table, const packs::Row& row, std::uint32_t place) {
    m_with_short.insert(place);
    m_short.emplace(table.cell(row, "spelling"), NameRef{Family::place, place, {}, 0, false, false, false});
  });
}

void Lexicon::add_class_words(const Pack& pack, const Entities& entities) {
  for (const auto& [path, table] : pack.tables) {
    if (!path.ends_with("/class_actors.tsv") && !path.ends_with("/framing.tsv")) {
      continue;
    }
    const std::string prefix = path.substr(0, path.find('/')) + ":";
    for (const auto& row : table.rows) {
      const auto& id = table.cell(row, "entity");
      std::string full;
      const auto* found = entities.find(hash_text(id.find(':') == std::string::npos ? full = prefix + id : id));
      if (found != nullptr && found->first == Family::actor) {
        add(table.cell(row, "phrase"), {Family::actor, found->second, {}, 0, false, false, true}, false);
      }
    }
  }
}

std::span<const NameRef> Lexicon::find_exact(const Words& words, std::uint32_t first, std::uint32_t end) const {
  for (const bool skip_articles : {false, true}) {
    std::vector<Hit> hits;
    walk(words, first, {skip_articles, false}, hits);
    for (const auto& hit : hits) {
      if (hit.end == end) {
        return hit.refs;
      }
    }
  }
  return {};
}

bool Lexicon::has_short_form(std::uint32_t place) const {
  return m_with_short.contains(place);
}

const NameRef* Lexicon::find_short(std::string_view spelling) const {
  const auto found = m_short.find(std::string(spelling));
  return found == m_short.end() ? nullptr : &found->second;
}

void Lexicon::add(std::string_view spelling, const NameRef& given, bool theatre) {
  if ((theatre || given.by_context) && (spelling.starts_with("the ") || spelling.starts_with("The "))) {
    spelling.remove_prefix(4);  // the article is no part of a name, wherever a pack lists it
  }
  const std::string folded = fold_name(spelling);
  if (folded.empty()) {
    return;
  }
  const CaseRule rule = case_rule(spelling);
  NameRef ref = given;
  ref.upper = rule.upper;
  const ArticleMasks masks = article_masks(folded, rule.capitals);
  ref.capitals = masks.whole;
  add_folded(folded, ref);
  if (!theatre) {
    return;
  }
  const std::string bare = without_articles(folded);
  const auto letters = std::count_if(bare.begin(), bare.end(), [](char c) { return c < '0' || c > '9'; });
  if (bare != folded && letters >= 3 && ref.family != Family::equipment) {  // "Il-20" has no article
    ref.capitals = masks.bare;
    add_folded(bare, ref);
  }
  const bool by_sound =
      !ref.upper && rule.capitals != 0 && (ref.family == Family::place || ref.family == Family::actor);
  if (const std::string key = by_sound ? sound_key(folded) : ""; !key.empty()) {
    const auto at = static_cast<std::uint32_t>(m_building_refs.size());
    m_building_refs.push_back(ref);
    m_building_keys.emplace_back(fnv1a(key), at);
    m_building_coarse.emplace_back(fnv1a(coarse_key(folded)), at);
  }
}

void Lexicon::add_folded(std::string_view folded, const NameRef& ref) {
  std::uint64_t state = k_start;
  for_each_word(folded, [&](std::string_view word) {
    if (state != k_start) {
      m_building_prefixes.push_back(state);
    }
    state = step(state, hash_word(word));
  });
  m_building.emplace_back(state, static_cast<std::uint32_t>(m_building_refs.size()));
  m_building_refs.push_back(ref);
}

/// Sorted, what one key finds stands side by side and goes into m_refs as one stretch.
void Lexicon::place_all(Building& building, FlatIndex<Node>& index) {
  std::sort(building.begin(), building.end());
  index.reserve(building.size());
  std::vector<NameRef> refs;
  for (std::size_t i = 0; i < building.size();) {
    const std::uint64_t key = building[i].first;
    refs.clear();
    for (; i < building.size() && building[i].first == key; ++i) {
      refs.push_back(m_building_refs[building[i].second]);
    }
    merge_refs(refs);
    *index.try_emplace(key).first = {static_cast<std::uint32_t>(m_refs.size()),
                                     static_cast<std::uint32_t>(refs.size())};
    m_refs.insert(m_refs.end(), refs.begin(), refs.end());
  }
}

void Lexicon::seal() {
  m_nodes.reserve(m_building.size() + m_building_prefixes.size());
  m_refs.reserve(m_building_refs.size());
  m_may_have.assign(std::size_t{1} << k_filter_bits, false);
  place_all(m_building, m_nodes);
  place_all(m_building_keys, m_keys);
  place_all(m_building_coarse, m_coarse_keys);
  for (const auto& [state, at] : m_building) {
    m_may_have[state >> (64 - k_filter_bits)] = true;
  }
  for (const std::uint64_t state : m_building_prefixes) {
    m_nodes.try_emplace(state);
    m_may_have[state >> (64 - k_filter_bits)] = true;
  }
  m_building = {};
  m_building_keys = {};
  m_building_coarse = {};
  m_building_prefixes = {};
  m_building_refs = {};
}

const Lexicon::Node* Lexicon::node_at(std::uint64_t state) const {
  return m_may_have[state >> (64 - k_filter_bits)] ? m_nodes.find(state) : nullptr;
}

std::span<const NameRef> Lexicon::refs_of(const Node* node) const {
  return node == nullptr ? std::span<const NameRef>{} : std::span(m_refs).subspan(node->begin, node->size);
}

void Lexicon::walk(const Words& words, std::uint32_t first, WalkOptions options, std::vector<Hit>& hits) const {
  const bool skip_articles = options.skip_articles;
  std::uint64_t state = k_start;
  const auto fits_any = [&](const Node* node, std::uint32_t end) {
    const auto refs = refs_of(node);
    return std::any_of(refs.begin(), refs.end(),
                       [&](const NameRef& ref) { return fits_case(ref, words, first, end, skip_articles); });
  };
  for (std::uint32_t i = first; i < words.words.size() && i < first + k_longest; ++i) {
    const auto& word = words.words[i];
    if (!(skip_articles && word.article)) {
      const auto folded = words.folded(word);
      const auto* node = node_at(step(state, word.hash));
      if (fits_any(node, i + 1)) {
        hits.push_back({first, i + 1, refs_of(node), false, false});
      } else if (options.lost_apostrophes && folded.size() > 4 && folded.ends_with('s') &&
                 word.casing != Casing::lower && !word.possessive) {
        const auto* cut = node_at(step(state, hash_word(folded.substr(0, folded.size() - 1))));
        if (fits_any(cut, i + 1)) {
          hits.push_back({first, i + 1, refs_of(cut), true, false});
        }
      }
      // "Queen Anne's County": a possessive inside a name is part of its word.
      const std::uint64_t hash = word.possessive ? hash_word(std::string(folded) + "s") : word.hash;
      state = step(state, hash);
      if (node_at(state) == nullptr) {
        break;
      }
    }
    if (word.breaks && !word.possessive) {
      break;
    }
  }
}

std::vector<Hit> Lexicon::find(const Words& words) const {
  std::vector<Hit> hits, here;
  const auto count = static_cast<std::uint32_t>(words.words.size());
  for (std::uint32_t first = 0; first < count; ++first) {
    here.clear();
    if (words.words[first].casing == Casing::lower && !words.words[first].article &&
        is_article(words.folded(words.words[first]))) {
      continue;  // "at al-Tanf": a preposition, not the article of "at-Tanf"
    }
    walk(words, first, {false, !words.has_apostrophes}, here);
    const auto& word = words.words[first];
    if (word.article || word.joined || (first + 1 < count && words.words[first + 1].article)) {
      walk(words, first, {true, !words.has_apostrophes}, here);
    }
    std::stable_sort(here.begin(), here.end(), [](const Hit& a, const Hit& b) { return a.end > b.end; });
    for (const auto& hit : here) {
      if (hits.empty() || hits.back().first != hit.first || hits.back().end != hit.end) {
        hits.push_back(hit);
      }
    }
  }
  return hits;
}

bool Lexicon::fits(const NameRef& ref, const Words& words, std::uint32_t first, std::uint32_t end) const {
  return fits_case(ref, words, first, end, false) || fits_case(ref, words, first, end, true);
}

std::span<const NameRef> Lexicon::by_sound(std::string_view folded, std::size_t least_consonants) const {
  for (const std::string& key : {sound_key(folded), sound_key_glued(folded)}) {
    if (const Node* found = m_keys.find(fnv1a(key)); !key.empty() && found != nullptr) {
      return refs_of(found);
    }
  }
  for (const std::string& key : {coarse_key(folded), coarse_key_glued(folded)}) {
    if (const Node* found = m_coarse_keys.find(fnv1a(key)); key.size() >= least_consonants && found != nullptr) {
      return refs_of(found);
    }
  }
  return {};
}

std::span<const NameRef> Lexicon::find_by_sound(const Words& words, std::uint32_t first, std::uint32_t end) const {
  std::string folded;
  std::size_t letters = 0;
  for (std::uint32_t i = first; i < end; ++i) {
    if (!folded.empty()) {
      folded += ' ';
    }
    folded += words.folded(words.words[i]);
    letters += words.words[i].fold_size;
  }
  return letters < k_shortest_by_sound ? std::span<const NameRef>{} : by_sound(folded, k_consonants_in_text);
}

std::span<const NameRef> Lexicon::look_up(std::string_view name) const {
  const std::string folded = fold_name(name);
  for (const std::string& form : {folded, without_articles(folded)}) {
    std::uint64_t state = k_start;
    for_each_word(form, [&](std::string_view word) { state = step(state, hash_word(word)); });
    if (const auto* node = node_at(state); node != nullptr && node->size > 0) {
      return refs_of(node);
    }
  }
  return by_sound(folded, k_consonants_alone);
}

}  // namespace hearsay::link
