// SPDX-License-Identifier: Apache-2.0
// Tables that fit the terminal.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/present/cli/output.hpp>

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
  bool right = false;    // numbers
  bool elastic = false;  // may be cut with "…" so that the row fits
};

/// How many columns of a terminal the text takes (wide characters two, combining marks none).
std::size_t display_width(std::string_view text);

/// At most `width` columns; a longer text ends in "…".
std::string fit(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at spaces, each begun by `indent` blanks.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

/// Header, rows and nothing else; elastic columns share what is left of `width`.
std::string render_table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                         std::size_t width);

/// One CSV line (RFC 4180), with its line end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace hearsay::present
