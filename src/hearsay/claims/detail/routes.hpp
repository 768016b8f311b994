// SPDX-License-Identifier: Apache-2.0
// Movements: from where and by which way.
#pragma once
#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Fills origin and way of drafts that bring, send or take away, each from its own sentence: "from Iraq", "through the
/// crossing", "by air". A place that is the origin or the way belongs to the nearest event above it.
void find_routes(const Reading& in, Drafts& drafts);

}  // namespace hearsay::claims::detail
