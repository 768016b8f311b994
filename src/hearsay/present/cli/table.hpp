// SPDX-License-Identifier: Apache-2.0
// Tables that fit the terminal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/present/cli/display.hpp>
#include <hearsay/present/cli/screen.hpp>

namespace hearsay::present {

struct Cell {
  std::string text;
  Colour colour = Colour::plain;
  Cell(std::string t) : text(std::move(t)) {}  // NOLINT: a cell is a text
  Cell(const char* t) : text(t) {}             // NOLINT
  Cell(std::string t, Colour c) : text(std::move(t)), colour(c) {}
};

struct Column {
  std::string title;
  bool right = false;     // numbers
  bool elastic = false;   // may be cut with "…" so that the row fits
  std::size_t least = 8;  // columns of an elastic one that are not cut
};

/// Header and rows, no line wider than the screen. Elastic columns give way, the one with most to give first, down to
/// their least; where that is not enough every row becomes a block of lines "title  cell" instead, uncut.
std::string render_table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                         const Screen& screen);

/// A line of its own above a table, bold.
std::string heading(std::string_view text, const Screen& screen);

/// One CSV line (RFC 4180), with its line end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hearsay::present
