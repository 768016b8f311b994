// SPDX-License-Identifier: Apache-2.0
// The Penn Treebank tags that the English treebanks use (XPOS), as a static table that Token::xpos points into.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace hearsay::analyse::detail {

inline constexpr std::array<std::string_view, 50> k_penn = {
    "_",     "NN",  "IN",  "DT", "NNP", "JJ",   "PRP", ".",    "RB",   ",",   "NNS", "VB",  "CC",
    "VBD",   "VBP", "VBZ", "CD", "VBN", "VBG",  "TO",  "PRP$", "MD",   "UH",  ":",   "WDT", "-RRB-",
    "-LRB-", "WRB", "``",  "''", "RP",  "HYPH", "WP",  "POS",  "NNPS", "JJR", "JJS", "EX",  "RBR",
    "SYM",   "FW",  "NFP", "$",  "PDT", "GW",   "ADD", "RBS",  "LS",   "AFX", "WP$"};

/// The index in k_penn; 0 for what is not in it.
inline std::uint8_t penn_index(std::string_view tag) {
  for (std::uint8_t i = 1; i < k_penn.size(); ++i) {
    if (k_penn[i] == tag) {
      return i;
    }
  }
  return 0;
}

}  // namespace hearsay::analyse::detail
