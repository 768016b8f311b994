// SPDX-License-Identifier: Apache-2.0
// How many and with what: which event of a sentence an amount or a weapon belongs to.
#pragma once
#include <cstddef>
#include <vector>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

using SentenceDrafts = std::vector<std::size_t>;  // indexes into Drafts, of one sentence

/// The draft that governs a word: the nearest event word above it; drafts.size() when none is.
std::size_t owner_of(const Reading& in, const Drafts& drafts, const SentenceDrafts& here, TokenIndex t);

/// Whether a sorted list has a span that overlaps.
bool lies_in(const std::vector<Span>& spans, Span inner);

/// Gives every amount and every piece of equipment to the event it is told of. Spans in `outside` (sorted; the words of
/// saying) hold nobody's amounts.
void hand_out_things(const Reading& in, Drafts& drafts, const std::vector<SentenceDrafts>& by_sentence,
                     const std::vector<Span>& outside);

}  // namespace hearsay::claims::detail
