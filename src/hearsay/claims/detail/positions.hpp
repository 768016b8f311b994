// SPDX-License-Identifier: Apache-2.0
// Positions told in apposition: "the checkpoint, 100 km north of the base", without a word that names an event.
#pragma once
#include <hearsay/claims/detail/draft.hpp>
#include <hearsay/claims/detail/voices.hpp>

namespace hearsay::claims::detail {

/// One STATE/geography draft for each known place whose distance from another the report states, unless the sentence
/// has one already by its own verb ("is located"). Drafts stay in text order.
void add_positions(const Reading& in, Drafts& drafts, const Voices& voices);

}  // namespace hearsay::claims::detail
