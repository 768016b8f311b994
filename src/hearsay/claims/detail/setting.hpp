// SPDX-License-Identifier: Apache-2.0
// Where, when, how many and with what: mentions of the sentence tied to the event they belong to.
#pragma once
#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Fills place, time, quantities and equipment of each draft from its own sentence. A mention belongs to the nearest
/// event above it in the tree. Spans in `outside` (sorted; the words of saying: source and cue) are nobody's place or
/// time.
void find_settings(const Reading& in, Drafts& drafts, const std::vector<Span>& outside);

/// The days of a claim whose sentence names none: present tense is the publication day, past is up to it, plans from
/// it.
void default_time(const Reading& in, Draft& draft);

}  // namespace hearsay::claims::detail
