// SPDX-License-Identifier: Apache-2.0
// A stand-in for analyse/ in tests of later rooms: words and sentences by eye, tags by capital, no parse.
#pragma once
#include <string>

#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::tests {

/// A text that nothing but its words is known of.
CleanText plain_text(std::string text);

/// One sentence a line; blanks and punctuation part tokens; capitalised words are PROPN, digits NUM, the rest NOUN.
Analysis plain_analysis(const CleanText& text);

}  // namespace hearsay::tests
