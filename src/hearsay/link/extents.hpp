// SPDX-License-Identifier: Apache-2.0
// Extents of mentions: taking over a trained one's, telling two alike, and an order in which none cross.
#pragma once
#include <cstddef>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// What the analysis says of a mention, before any list is asked: extent, kind, score and whether it is nominal.
Linked to_linked(const Mention& mention);

/// Puts a mention's span and tokens in place of those that `linked` has.
void take_extent(Linked& linked, const Mention& mention);

/// Whether two spans end together and begin at most an article ("the ") apart; equal ones do, too.
bool is_same_but_article(Span a, Span b);

/// Indexes of mentions by begin, then longest first; of two that cross, the one that comes later is left out.
std::vector<std::size_t> nesting_order(const std::vector<Linked>& mentions);

}  // namespace hearsay::link
