// SPDX-License-Identifier: Apache-2.0
// A text's words on the way to names: what is taken, what a capital tells, and the names found so far.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include <hearsay/link/names/recognise.hpp>

namespace hearsay::link {

inline constexpr std::int64_t k_great_population = 300000;  // a place that its bare name may mean
inline constexpr std::int64_t k_great_division = 1500000;   // the same of a division of a far country

/// What names are recognised with. Everything must outlive the scan.
struct NameSources {
  const CleanText& text;
  const Analysis& analysis;
  const Words& words;
  const Lexicon& lexicon;
  const PlaceWords& place_words;
  const Gazetteer& gazetteer;
  const Pack& pack;
};

/// Whether a single word of a name can have this class.
bool is_word_class_of_names(Upos upos);

/// The state that all ways of finding names share. Words are counted as in Words.
class NameScan {
 protected:
  explicit NameScan(const NameSources& from);
  ~NameScan() = default;

  bool begins_sentence(std::uint32_t word) const;
  bool is_named_word(std::uint32_t at) const;  // capitalised, and tagged as a name
  std::string folded(std::uint32_t first, std::uint32_t end) const;
  /// Where a run of capitalised words that nothing has taken ends; at most five words.
  std::uint32_t run_end(std::uint32_t first) const;
  /// Whether an uncovered capitalised word stands right before: then this is the rest of another name.
  bool continues_name(std::uint32_t before) const;
  /// Sound alone names no place: a preposition of place before it, or a kind word beside it, must say that one is
  /// meant.
  bool is_in_place_position(std::uint32_t first, std::uint32_t end) const;
  /// Adds a draft for the words of a hit.
  void push(const Hit& hit, std::vector<NameRef> refs);

  const CleanText& m_text;
  const Analysis& m_analysis;
  const Words& m_words;
  const Lexicon& m_lexicon;
  const PlaceWords& m_place_words;
  const Gazetteer& m_gazetteer;
  const Pack& m_pack;
  std::vector<bool> m_covered, m_held, m_short_form;  // held: a comma and a holder follow the word
  std::vector<bool> m_title_case;                     // of sentences
  std::vector<Draft> m_drafts;
  std::unordered_set<std::uint64_t> m_surnames;  // words that follow a capitalised word somewhere in the text

 private:
  /// Headlines In Title Case say nothing by their capitals.
  void find_title_case();
  /// Words that follow a capitalised word somewhere in the text: rather surnames ("Jackson" after "Jesse Jackson").
  void find_given_names();
  /// "Jets struck", "Russian jets struck": the words name a force and what it uses; both are mentions.
  void push_weapon_of_group();
  void set_tokens(Draft& draft) const;
};

}  // namespace hearsay::link
