// SPDX-License-Identifier: Apache-2.0
// Reads GeoNames dumps line by line into a world index.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <hearsay/packs/world_index.hpp>

namespace hearsay::packs {

/// What became of the lines.
struct GeonamesCounts {
  std::uint64_t lines = 0, places = 0, spellings = 0;
  std::uint64_t left_out = 0;  // of no use here: streams without another name, spellings of other languages
  std::uint64_t broken = 0;    // wrong number of columns, no number where one must be
};

/// Takes lines of the 19-column dumps and of alternateNamesV2 (10 columns), in any mix; spellings of places that come
/// later are lost, so dumps go first.
///
/// Kept: populated places, administrative divisions, and other features that GeoNames knows by more than one name.
/// Spellings: name, ASCII name, and of alternateNamesV2 English, Arabic and those without a language.
/// Format: download.geonames.org/export/dump/readme.txt.
class GeonamesImporter {
 public:
  /// `fold` brings a spelling into the form that is looked up (link::fold_name).
  explicit GeonamesImporter(std::function<std::string(std::string_view)> fold) : m_fold(std::move(fold)) {}

  void take_line(std::string_view line);
  const GeonamesCounts& counts() const { return m_counts; }
  WorldIndexBuilder& index() { return m_index; }

 private:
  void take_place(const std::vector<std::string_view>& cells);
  void take_spelling(const std::vector<std::string_view>& cells);

  std::function<std::string(std::string_view)> m_fold;
  WorldIndexBuilder m_index;
  GeonamesCounts m_counts;
};

}  // namespace hearsay::packs
