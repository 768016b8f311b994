// SPDX-License-Identifier: Apache-2.0
// Doubts that point back: "the hypothesis is considered remote" tells once more, as unlikely, what was feared before.
#pragma once
#include <vector>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Marks what a sentence itself holds unlikely ("the risk of an attack is remote"), else adds a draft for the possible
/// or planned act told at most three sentences before. Drafts stay in text order.
void add_doubts(const Reading& in, Drafts& drafts, const std::vector<Attribution>& attributions);

}  // namespace hearsay::claims::detail
