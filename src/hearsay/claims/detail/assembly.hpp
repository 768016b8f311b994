// SPDX-License-Identifier: Apache-2.0
// One claim per event and source: outcomes join their deed, headlines their body, "the attack" its first telling.
#pragma once
#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// "killed 12" joins the strike it hangs on; two words for one act become one draft. The loser is `dropped`.
void join_within_sentences(const Reading& in, Drafts& drafts);

/// Empty actors, places and times taken from a neighbouring claim that tells the same; marked inferred. Names inside
/// `words_of_saying` (sorted) are nobody's deed.
void inherit(const Reading& in, Drafts& drafts, const std::vector<Span>& words_of_saying);

/// Deeds and moves without a recipient take that of the planned deed below them in the tree.
void take_recipients_of_aims(const Reading& in, Drafts& drafts);

/// The same event by the same source told again (headline, repetition) becomes a site of its fuller telling.
void join_across_sentences(const Reading& in, Drafts& drafts);

}  // namespace hearsay::claims::detail
