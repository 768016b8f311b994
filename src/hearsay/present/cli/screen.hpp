// SPDX-License-Identifier: Apache-2.0
// What results are shown on: how wide, in colour or not, on a terminal or not.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::present {

enum class Colour { plain, dim, bold, red, green, yellow, blue };

struct Screen {
  std::size_t width = 80;  // columns
  std::size_t rows = 0;    // 0: no terminal
  bool colour = false;
  bool terminal = false;  // standard output is one
  bool pages = false;     // long output goes through a pager

  /// Every line of the text in that colour, or as it is on a screen without colours.
  std::string coloured(std::string_view text, Colour as) const;
};

struct ScreenWishes {
  std::string color = "auto";  // "auto", "always", "never"
  bool no_pager = false;
};

/// Standard output as it is. Width: that of the terminal, else $COLUMNS, else 80; 20 at least. Colours: on a terminal
/// that can show them (TERM is not "dumb"), unless NO_COLOR is set and not empty (no-color.org); `color` is stronger.
/// Pages: on a terminal that is not "dumb".
Screen screen_of(const ScreenWishes& wishes);

bool output_is_terminal();
bool errors_are_terminal();

}  // namespace hearsay::present
