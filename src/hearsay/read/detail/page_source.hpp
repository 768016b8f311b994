// SPDX-License-Identifier: Apache-2.0
// HTML source made harmless and short for the parser, with the way back to the original bytes.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::read::detail {

/// The source without scripts, styles and comments, and without the tags that would nest too deep.
struct PageSource {
  struct Piece {
    std::uint32_t at = 0, raw = 0;  // text[at...] comes from raw[raw...], up to the next piece
  };
  std::string text;
  std::vector<Piece> pieces;  // sorted by both
  std::size_t dropped = 0;    // start tags left out because they nest too deep

  std::uint32_t to_raw(std::uint32_t at) const;
};

PageSource prepare_page(std::string_view html, std::size_t max_depth);

}  // namespace hearsay::read::detail
