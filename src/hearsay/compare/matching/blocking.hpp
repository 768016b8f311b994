// SPDX-License-Identifier: Apache-2.0
// Which claims are worth a look together, so that the work grows with the claims and not with their pairs.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include <hearsay/compare/matching/facts.hpp>

namespace hearsay::compare {

/// A toll at a place, whatever the time: "43 killed at Houla". Only claims of unknown days ask for it, or are asked
/// for.
struct LastingBlock {
  std::uint64_t all = 0, undated = 0;  // keys of all its claims, and of those of unknown days
};

/// The blocks that a claim belongs to; claims of one block are compared. Sorted, each once.
struct BlockKeys {
  /// Kind of act with cell of the map, name of the place or toll (participants where there is no such place), each with
  /// the week of the act or of publication.
  std::vector<std::uint64_t> weekly;
  std::vector<LastingBlock> lasting;
  bool dated = false;  // its days are known to three weeks: it need not look further than its weeks
};

BlockKeys block_keys(const Facts& facts);

/// All keys under which the claim is to be remembered.
std::vector<std::uint64_t> kept_keys(const BlockKeys& keys);

/// What a kept key is of.
enum class BlockKind : std::uint8_t { weekly, lasting, lasting_undated };
BlockKind kind_of_block(std::uint64_t key);

/// Whether claims with these keys share a block for which `counts` says yes (it is not too large).
template <class Counts>
bool share_block(const BlockKeys& a, const BlockKeys& b, Counts counts) {
  for (const std::uint64_t key : a.weekly) {
    if (std::binary_search(b.weekly.begin(), b.weekly.end(), key) && counts(key)) {
      return true;
    }
  }
  for (const LastingBlock& one : a.lasting) {
    for (const LastingBlock& other : b.lasting) {
      if (one.all == other.all && !(a.dated && b.dated) && counts(one.all)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace hearsay::compare
