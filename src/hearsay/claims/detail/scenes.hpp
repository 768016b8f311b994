// SPDX-License-Identifier: Apache-2.0
// Where it happened, when the sentence itself does not say.
#pragma once
#include <vector>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Gives a place to deeds whose sentence has none: the country of the report where the words speak of the whole war or
/// people; where those who tell it are ("activists in Douma said"); the scene told before; for what opens a report, the
/// scene told soon after. All marked `inferred`. `words_of_saying` is sorted.
void share_scenes(const Reading& in, Drafts& drafts, const std::vector<Span>& words_of_saying);

}  // namespace hearsay::claims::detail
