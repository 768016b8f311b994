// SPDX-License-Identifier: Apache-2.0
// "A spokesman denied these reports": what was told before is told again, as denied by him.
#pragma once
#include <vector>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Adds a denied draft for each telling that somebody denies without saying it again, in text order.
///
/// Three signs, all from the words: a verb of denying (class `denying`) over a noun of telling with no content of its
/// own
/// ("these reports", "a claim denied by the army", class `telling`); over a pronoun ("denied this"); over a part in a
/// deed ("denied involvement", class `take_part`), where the actor is who denies. The told before is the nearest other
/// speaker's, at most three sentences up; the report's own voice only for a pronoun or a part, one sentence up.
/// "Denied entry" and "denied that" are none of these. A trigger on the denying verb itself is dropped for it.
void add_denials(const Reading& in, Drafts& drafts, const std::vector<Attribution>& attributions);

/// Whether the verb denies a telling ("a claim denied by the army"): the words around it are not the denier's.
bool denies_what_was_told(const Reading& in, TokenIndex verb);

}  // namespace hearsay::claims::detail
