// SPDX-License-Identifier: Apache-2.0
// Every name the packs list, looked up by folded words, and by sound where spelling fails.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <hearsay/base/hash/flat_index.hpp>
#include <hearsay/link/names/words.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::link {

/// What a name stands for; `index` counts in the Pack's vector of that family. A demonym's index is a place.
enum class Family : std::uint8_t { place, actor, outlet, equipment, person, demonym };

struct NameRef {
  Family family = Family::place;
  std::uint32_t index = 0;
  packs::Validity valid;
  std::uint32_t capitals = 0;  // bit i: word i of the folded name must not be lower case
  bool upper = false;          // an acronym: "IS", "SDF" are never "is", "Sdf"
  bool plural = false;         // demonym for people only ("Syrians", "Danes")
  bool by_context = false;     // a class word or loaded word: the report decides which actor is meant
  bool by_sound = false;       // a reading that only sounds like the words: another spelling has it exactly
};

/// One name found in the text: words [first, end) and all that it may stand for.
struct Hit {
  std::uint32_t first = 0, end = 0;
  std::span<const NameRef> refs;
  bool cut_s = false;     // the text has a lost apostrophe: "Syrias"
  bool by_sound = false;  // found by key, not by spelling
};

/// Names as a trie over hashed folded words. Immutable once made; its spans point into it.
class Lexicon {
 public:
  explicit Lexicon(const Pack& pack);

  /// All names, in order of first word, the longest first. Names inside longer names are given too.
  std::vector<Hit> find(const Words& words) const;

  /// Whether the capitals of words [first, end) are those that the name asks for.
  bool fits(const NameRef& ref, const Words& words, std::uint32_t first, std::uint32_t end) const;

  /// What sounds like words [first, end), for names that no spelling lists; empty when nothing does.
  std::span<const NameRef> find_by_sound(const Words& words, std::uint32_t first, std::uint32_t end) const;

  /// Readings of words [first, end) as they are spelled, whatever stands around them.
  std::span<const NameRef> find_exact(const Words& words, std::uint32_t first, std::uint32_t end) const;

  /// The place that a short form stands for after a name and a comma ("Pa.", "B.C."), written exactly so; nullptr if
  /// none.
  const NameRef* find_short(std::string_view spelling) const;

  /// Whether a division is known well enough to have one ("Ohio", "Queensland").
  bool has_short_form(std::uint32_t place) const;

  /// Readings of a name outside a text: by spelling, then without articles, then by sound.
  std::span<const NameRef> look_up(std::string_view name) const;

 private:
  struct Node {
    std::uint32_t begin = 0, size = 0;  // into m_refs
  };
  struct WalkOptions {
    bool skip_articles = false;
    bool lost_apostrophes = false;  // the text has none at all: "Syrias" may be "Syria's"
  };
  void add(std::string_view spelling, const NameRef& ref, bool theatre);
  using Entities = FlatIndex<std::pair<Family, std::uint32_t>>;
  void add_world_tables(const Pack& pack, const Entities& entities);
  void add_class_words(const Pack& pack, const Entities& entities);
  void add_folded(std::string_view folded, const NameRef& ref);
  void seal();
  const Node* node_at(std::uint64_t state) const;
  void walk(const Words& words, std::uint32_t first, WalkOptions options, std::vector<Hit>& hits) const;
  std::span<const NameRef> refs_of(const Node* node) const;
  std::span<const NameRef> by_sound(std::string_view folded, std::size_t least_consonants) const;

  /// Names on their way into a table: what they are found by, and their place among m_building_refs.
  using Building = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
  void place_all(Building& building, FlatIndex<Node>& index);

  std::vector<NameRef> m_building_refs;  // this and the next four are emptied by seal()
  Building m_building, m_building_keys, m_building_coarse;
  std::vector<std::uint64_t> m_building_prefixes;
  FlatIndex<Node> m_nodes;                // size 0: a prefix only
  std::vector<bool> m_may_have;           // by the upper bits of a state: most words begin no name
  FlatIndex<Node> m_keys, m_coarse_keys;  // by hashes of sound keys
  std::unordered_map<std::string, NameRef> m_short;
  std::unordered_set<std::uint32_t> m_with_short;
  std::vector<NameRef> m_refs;
};

}  // namespace hearsay::link
