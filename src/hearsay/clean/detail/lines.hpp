// SPDX-License-Identifier: Apache-2.0
// A text as lines and words, folded for comparison, each with its place.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/span.hpp>

namespace hearsay::clean::detail {

/// One line that is not blank: its span without the white space around it.
struct Line {
  Span span;
  std::uint32_t blank_before = 0;  // blank lines between it and the line before
};

/// Lines end with \n, \r\n, \r, U+2028 or U+2029. White space is ASCII's and U+00A0, U+FEFF, U+200B.
std::vector<Line> split_lines(std::string_view text);

/// The span without white space at either end.
Span trim(std::string_view text, Span span);

/// One word between white space, folded: lower case, only letters and digits kept, so that "Syria's," is "syrias" as
/// in texts that lost their punctuation. Words of punctuation alone are not listed.
struct Word {
  Span span;  // with its punctuation
  std::string folded;
};

std::vector<Word> fold_words(std::string_view text, Span span);

/// "the quick fox" of the words, joined by single spaces.
std::string join_folded(const std::vector<Word>& words, std::size_t first = 0,
                        std::size_t count = static_cast<std::size_t>(-1));

/// Whether it ends like a sentence: . ! ? or a closing quotation mark or bracket behind one of these.
bool ends_like_sentence(std::string_view text);

/// Spans of sentences inside a line, found roughly (a full stop, white space, a capital): good enough to see that
/// something is said twice, not to parse it.
std::vector<Span> rough_sentences(std::string_view text, Span line);

}  // namespace hearsay::clean::detail
