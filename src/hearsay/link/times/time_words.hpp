// SPDX-License-Identifier: Apache-2.0
// The words of time phrases, by class, out of lang-*/time*.tsv and feasts.tsv.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include <hearsay/link/detail/numbers.hpp>
#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/link/times/time_point.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link::detail {

/// Class of a word in time.tsv, column `class`; a word may have several.
enum class WordClass : std::uint8_t {
  month,
  month_short,
  weekday,
  weekdays,
  weekday_short,
  unit,
  units,
  season,
  seasons,
  daypart,
  dayparts,
  deictic,
  reference,
  reference_adjective,
  set,
  relative,
  anaphor,
  shift,
  part,
  approximate,
  determiner,
  each,
  zone,
  preposition,
  decade,
  future,
  fiscal,
  era,
  meridiem,
  period,
  count
};

struct TimeWord {
  std::uint64_t classes = 0;
  std::array<std::int16_t, static_cast<std::size_t>(WordClass::count)> values{};
  bool is(WordClass c) const { return (classes >> static_cast<unsigned>(c)) & 1U; }
  int value(WordClass c) const { return values[static_cast<std::size_t>(c)]; }
};

/// A row of time-phrases.tsv; `words` are hashes, signs as their character.
struct TimePhrase {
  std::vector<std::uint64_t> words;
  TimexType type = TimexType::date;
  std::string value;
};

/// A row of feasts.tsv with its name as hashes.
struct NamedFeast {
  std::vector<std::uint64_t> words;
  Feast feast;
};

class TimeWords {
 public:
  explicit TimeWords(const Pack& pack);
  const TimeWord* find(const Piece& piece) const;
  /// Fixed phrases and feasts that begin with this word; longest first.
  const std::vector<TimePhrase>* phrases(const Piece& first) const;
  const std::vector<NamedFeast>* feasts(const Piece& first) const;
  /// TIMEX3 value of a set word ("daily" -> "P1D") by TimeWord::value(WordClass::set).
  const std::string& set_value(int index) const { return m_sets.at(static_cast<std::size_t>(index)); }

 private:
  void add_word(const packs::Table& table, const packs::Row& row);
  std::unordered_map<std::uint64_t, TimeWord> m_words;
  std::unordered_map<std::uint64_t, std::vector<TimePhrase>> m_phrases;
  std::unordered_map<std::uint64_t, std::vector<NamedFeast>> m_feasts;
  std::vector<std::string> m_sets;
  WordFilter m_filter;  // of all three tables
};

}  // namespace hearsay::link::detail
