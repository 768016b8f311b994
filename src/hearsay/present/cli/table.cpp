// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/table.hpp>

#include <algorithm>
#include <numeric>

namespace hearsay::present {

namespace {

using Rows = std::vector<std::vector<Cell>>;

constexpr std::size_t k_between = 2;

std::vector<std::size_t> natural_widths(const std::vector<Column>& columns, const Rows& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t most = display_width(columns[c].title);
    for (const auto& row : rows) {
      most = std::max(most, display_width(row[c].text));
    }
    widths.push_back(most);
  }
  return widths;
}

/// The elastic columns that have most to give give way until the row fits; empty when it cannot.
std::vector<std::size_t> fitted_widths(const std::vector<Column>& columns, std::vector<std::size_t> widths,
                                       std::size_t room) {
  std::size_t total = std::accumulate(widths.begin(), widths.end(), k_between * (columns.size() - 1));
  while (total > room) {
    std::size_t most = 0;
    std::size_t at = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].elastic && widths[c] > columns[c].least + most) {
        most = widths[c] - columns[c].least;
        at = c;
      }
    }
    if (most == 0) {
      return {};
    }
    --widths[at];
    --total;
  }
  return widths;
}

void append_cell(std::string& line, const Cell& cell, const Column& column, std::size_t width, bool last,
                 const Screen& screen) {
  const std::string text = fit(cell.text, width);
  const std::size_t pad = width - std::min(width, display_width(text));
  if (column.right) {
    line.append(pad, ' ');
  }
  line += screen.coloured(isolated(text), cell.colour);
  if (!last) {
    line.append((column.right ? 0 : pad) + k_between, ' ');
  }
}

std::string row_text(const std::vector<Column>& columns, const std::vector<Cell>& row,
                     const std::vector<std::size_t>& widths, const Screen& screen) {
  std::string line;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    append_cell(line, row[c], columns[c], widths[c], c + 1 == columns.size(), screen);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// One row as lines of title and cell; empty cells are left out.
std::string block_text(const std::vector<Column>& columns, const std::vector<Cell>& row, const Screen& screen) {
  std::string out;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!row[c].text.empty()) {
      const std::string line = wrap(columns[c].title + ": " + row[c].text, {.width = screen.width, .hang = 2});
      out += screen.coloured(line, row[c].colour) + "\n";
    }
  }
  return out;
}

Rows printable_rows(const Rows& rows) {
  Rows safe = rows;
  for (auto& row : safe) {
    for (Cell& cell : row) {
      cell.text = printable(cell.text);
    }
  }
  return safe;
}

}  // namespace

std::string render_table(const std::vector<Column>& columns, const Rows& rows, const Screen& screen) {
  const Rows safe = printable_rows(rows);
  const auto widths = fitted_widths(columns, natural_widths(columns, safe), screen.width);
  std::string out;
  if (widths.empty()) {
    for (const auto& row : safe) {
      out.append(out.empty() ? "" : "\n").append(block_text(columns, row, screen));
    }
    return out;
  }
  std::vector<Cell> header;
  for (const Column& column : columns) {
    header.push_back({column.title, Colour::bold});
  }
  out = row_text(columns, header, widths, screen);
  for (const auto& row : safe) {
    out += row_text(columns, row, widths, screen);
  }
  return out;
}

std::string heading(std::string_view text, const Screen& screen) {
  const std::string line = printable(text);
  const bool fits = display_width(line) <= screen.width;
  return screen.coloured(fits ? isolated(line) : wrap(line, screen.width, 0), Colour::bold) + "\n";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += i == 0 ? "" : ",";
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) {
      out.append(c == '"' ? 2 : 1, c);
    }
    out += '"';
  }
  return out + "\r\n";
}

}  // namespace hearsay::present
