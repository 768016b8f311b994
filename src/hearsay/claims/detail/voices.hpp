// SPDX-License-Identifier: Apache-2.0
// Whose claim it is: the attribution in whose content the event stands.
#pragma once
#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// The narrowest attribution that governs the trigger, or nullptr: the outlet's own voice.
const Attribution* voice_of(const Reading& in, const std::vector<Attribution>& attributions, TokenIndex trigger);

/// Puts chain and anonymity into the draft; a speaker's "we" becomes his side, a denying cue its status.
void attribute(const Reading& in, Draft& draft, const std::vector<Attribution>& attributions);

/// Sources and cues: words of saying, in which no event has its place or time.
std::vector<Span> words_of_saying(const std::vector<Attribution>& attributions);

}  // namespace hearsay::claims::detail
