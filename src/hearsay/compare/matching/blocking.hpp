// SPDX-License-Identifier: Apache-2.0
// Which claims are worth a look together, so that the work grows with the claims and not with their pairs.
#pragma once
#include <cstdint>
#include <vector>

#include <hearsay/compare/matching/facts.hpp>

namespace hearsay::compare {

/// Keys of the blocks a claim belongs to: kind of act with cell of the map, name of the place or toll (participants
/// where there is no such place), each with the week of the act or of publication. Sorted, each once. Claims that share
/// a key are compared.
std::vector<std::uint64_t> block_keys(const Facts& facts);

/// A block with more claims says nothing ("a government, this week") and is left out.
inline constexpr std::size_t k_largest_block = 2000;

}  // namespace hearsay::compare
