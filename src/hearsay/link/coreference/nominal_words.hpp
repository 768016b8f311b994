// SPDX-License-Identifier: Apache-2.0
// What common nouns can stand for, which given names tell a man from a woman, which verbs say something:
// lang-en/nominals.tsv, genders.tsv, cues.tsv.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// What a phrase is, as far as pronouns care. people: several persons; body: organisations and the like.
enum class Sort : std::uint8_t { unknown, person, people, body, place, thing, event, abstract, time };
enum class Gender : std::uint8_t { unknown, male, female };

/// One noun: what it means, and which names it can take up.
struct NominalWord {
  Sort sort = Sort::unknown;
  Gender gender = Gender::unknown;
  bool takes_names = false;  // "the group" may be a name's; "the source" only "a source"
  std::vector<std::string>
      fits;  // types of entities, GeoNames features ("PPL*"), kinds of mentions; empty: all of its sort
};

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

class NominalWords {
 public:
  NominalWords() = default;
  /// Throws Fatal naming file and line where a row says a kind or gender that is none, or a word twice.
  explicit NominalWords(const Pack& pack);

  /// By lemma; nullptr where no table has it.
  const NominalWord* find(std::string_view lemma) const;
  /// By given name or title, as written ("Maria", "Mr").
  Gender gender_of(std::string_view name) const;
  /// Whether who is the subject of this verb (lemma) says something.
  bool is_saying(std::string_view verb) const { return m_saying.contains(verb); }

 private:
  void add_nominals(const packs::Table& table);
  void add_genders(const packs::Table& table);
  void add_saying(const packs::Table& table);
  template <class T>
  using WordMap = std::unordered_map<std::string, T, WordHash, std::equal_to<>>;

  std::vector<NominalWord> m_words;
  WordMap<std::uint32_t> m_nouns;  // into m_words
  WordMap<Gender> m_genders;
  std::unordered_set<std::string, WordHash, std::equal_to<>> m_saying;
};

/// Whether the noun may stand for this name: by its finer type, else by its kind.
bool fits_name(const NominalWord& noun, const Linked& name);

}  // namespace hearsay::link
