// SPDX-License-Identifier: Apache-2.0
// What the packs list, as marks on words: evidence for the recogniser of names, not names yet.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <hearsay/base/hash/flat_index.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::analyse::detail {

/// Classes of listed names, as bits.
namespace listed {
inline constexpr std::uint16_t theatre_place = 1, world_place = 2, armed = 4, actor = 8, outlet = 16, equipment = 32,
                               person = 64, demonym = 128, given_name = 256;
}

/// The classes of the longest listed name that begins at a word, and of those that go on or end there.
struct ListMark {
  std::uint16_t begins = 0, inside = 0;
  std::uint8_t words = 0;  // of the longest name that begins here
};

class NameLists {
 public:
  explicit NameLists(const Pack& pack);
  /// One mark a token, whatever its letters: some write all names small.
  std::vector<ListMark> mark(std::string_view text, const Analysis& analysis) const;

 private:
  void add(std::string_view spelling, std::uint16_t classes);
  FlatIndex<std::uint16_t> m_nodes;  // 0: a prefix only
};

}  // namespace hearsay::analyse::detail
