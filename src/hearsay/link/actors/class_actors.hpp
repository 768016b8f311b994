// SPDX-License-Identifier: Apache-2.0
// Words for classes and loaded words ("the army", "US-backed fighters", "terrorists"): whom they mean in this report.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/link/names/recognise.hpp>
#include <hearsay/link/names/words.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::link {

/// The packs' class_actors.tsv and framing.tsv, compiled.
class ClassActors {
 public:
  explicit ClassActors(const Pack& pack);

  /// What one report says of the words that rows need: where they occur, and whose side its outlet is on.
  struct Report {
    std::vector<std::vector<std::uint32_t>> found;  // for each needed phrase, the words where it begins
    std::string side;
  };
  Report read(const Words& words, std::string side) const;

  /// The actor that a phrase at word `at` means here; -1 when no row fits.
  ///
  /// A row asks for words that the report must have (`needs`) or a side of the outlet; those near before the phrase
  /// weigh most, then those said often. A row that asks for nothing is what remains.
  /// `country`: ISO code of the country that modifies the phrase ("Turkey's army"), "" when none does.
  struct Phrase {
    std::string folded, country;
    std::uint32_t at = 0;
  };
  std::int32_t choose(const Phrase& phrase, const Words& words, const Report& report, const Published& published) const;

 private:
  struct Row {
    std::int32_t actor = -1, needs = -1;  // needs: index into m_needs
    std::string side, country;
    packs::Validity valid;
    bool names_actor = false;  // the need is the actor's own name
    bool loaded = false;       // from framing.tsv: the words name whom they mean, whoever uses them
  };
  void add_demonyms(const Pack& pack);
  void add_table(const packs::Table& table, const Pack& pack, bool loaded);

  std::unordered_map<std::string, std::vector<Row>> m_rows;  // by folded phrase
  std::vector<std::vector<std::uint64_t>> m_needs;           // word hashes
  std::unordered_map<std::string, std::int32_t> m_need_index;
  std::unordered_multimap<std::uint64_t, std::int32_t> m_first;     // first word of a need
  std::unordered_multimap<std::uint64_t, std::int32_t> m_demonyms;  // "Syrian" speaks of Syria
};

}  // namespace hearsay::link
