// SPDX-License-Identifier: Apache-2.0
// The words around place names (lang-*/where.tsv), compiled: kinds of places, relations, bearings, verbs of acting.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <hearsay/link/names/words.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::link {

enum class PlaceRelation : std::uint8_t { none, near, outside, around, between, along };

/// "governorate", "oil field": what a name beside it must be.
struct KindWord {
  std::vector<std::string> features;  // GeoNames codes; "PPL*" stands for all that begin so
  double radius_km = 0;
};

class PlaceWords {
 public:
  explicit PlaceWords(const Pack& pack);

  /// A match of words of the text: how many words it took, 0 for none.
  struct Found {
    std::uint32_t words = 0;
    const KindWord* kind = nullptr;
    PlaceRelation relation = PlaceRelation::none;
    std::optional<double> bearing_deg;  // of role bearing or part
    bool part = false;                  // "northern", "central" (without a bearing)
    bool plural = false;                // "provinces"
  };
  Found kind_at(const Words& words, std::uint32_t at) const;
  /// "city", "base": a word that stands for a place named before, with the features such a place has.
  Found stand_in_at(const Words& words, std::uint32_t at) const;
  /// A kind word that ends before word `end` ("the city of" is not looked for here).
  Found kind_before(const Words& words, std::uint32_t end) const;
  Found relation_before(const Words& words, std::uint32_t end) const;
  Found bearing_at(const Words& words, std::uint32_t at) const;
  Found part_before(const Words& words, std::uint32_t end) const;

  bool is_act(std::string_view lemma) const { return m_acts.contains(std::string(lemma)); }
  /// "in", "near", "towards": words after which a place is named.
  bool is_locative(std::string_view folded) const { return m_locatives.contains(std::string(folded)); }
  /// "just", "located", "lies": words between a place and where it is said to lie.
  bool is_describing(std::string_view folded) const { return m_describing.contains(std::string(folded)); }
  /// "linking", "between", "to": words between a road or border and the places it joins or parts.
  bool is_line_link(std::string_view folded) const { return m_line_links.contains(std::string(folded)); }
  bool is_stay(std::string_view lemma) const { return m_stays.contains(std::string(lemma)); }
  /// "accuse", "urge": verbs whose object can be spoken to.
  bool is_address(std::string_view lemma) const { return m_addresses.contains(std::string(lemma)); }
  /// "talk", "agreement", "cooperate": what passes between governments.
  bool is_dealing(std::string_view lemma) const { return m_dealings.contains(std::string(lemma)); }
  /// "loyal", "ready": what only those are who decide, or what others are to them.
  bool is_stance(std::string_view lemma) const { return m_stances.contains(std::string(lemma)); }
  /// "jet", "minister", "policy": what governments own.
  bool is_power(std::string_view lemma) const { return m_powers.contains(std::string(lemma)); }

 private:
  template <class T>
  using Table = std::unordered_map<std::uint64_t, T>;

  Table<KindWord> m_kinds, m_stand_ins;
  Table<PlaceRelation> m_relations;
  Table<double> m_bearings;
  Table<std::optional<double>> m_parts;
  std::unordered_set<std::string> m_acts, m_stays, m_addresses, m_dealings, m_stances, m_powers;
  std::unordered_set<std::string> m_locatives, m_describing, m_line_links;
};

/// Whether a feature code is asked for by one of the patterns.
bool fits_feature(std::string_view feature, const std::vector<std::string>& patterns);

}  // namespace hearsay::link
