// SPDX-License-Identifier: Apache-2.0
// Which capitalised words name a town that only the index of the world's towns knows.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include <hearsay/link/names/name_scan.hpp>

namespace hearsay::link {

/// Towns of the world beside the listed names: in runs of capitals, and after a short form of a division.
class WorldTowns : public NameScan {
 protected:
  explicit WorldTowns(const NameSources& from);
  ~WorldTowns() = default;

  /// "Kansas" in "Kansas City", "West" in "West Columbia": capitals around a place make the name of a listed town.
  bool is_part_of_town(const Hit& hit, const std::vector<NameRef>& refs) const;
  /// "Lebanon, Pa.": a short form of a division, right after a capitalised word and a comma.
  void add_short_forms();
  /// Capitalised runs that no list has and the index of the world's towns knows. Such a name must stand as places do:
  /// after a preposition of place, or before a comma and a place that may hold it.
  void add_towns();

 private:
  bool comma_before(std::uint32_t at) const;
  std::string_view between(std::uint32_t at) const;
  /// A country, a division that is known for one, or any division in a report that trained names vouch for.
  bool may_hold(const Draft& draft) const;
  /// "the village of Kafr Foo", "Kafr Foo district": a place whether or not any gazetteer has it.
  bool is_called_place(std::uint32_t first, std::uint32_t end) const;
  bool follows_locative(std::uint32_t first) const;
  /// "into Darfur and Malakal": after "and" and a place that itself stands after a preposition of place.
  bool is_listed_with_place(std::uint32_t first) const;
  /// A preposition of place or a holder vouches for a town; names of several words and great towns need neither. `run`:
  /// where the run of capitals ends, of which [first, end) is the beginning.
  bool stands_as_town(std::uint32_t first, std::uint32_t end, std::uint32_t run) const;

  std::vector<bool> m_place_end;  // a place's name ends with the word
};

}  // namespace hearsay::link
