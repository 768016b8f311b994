// SPDX-License-Identifier: Apache-2.0
// Names in a text whose sentences are parsed.
#pragma once
#include <hearsay/analyse/analyse.hpp>
#include <hearsay/analyse/detail/encoded.hpp>

namespace hearsay::analyse {

/// Fills analysis.mentions (sorted by begin, then longest first).
void find_names(const CleanText& text, const Models& models, const detail::Encoded& encoded, Analysis& analysis);

}  // namespace hearsay::analyse
