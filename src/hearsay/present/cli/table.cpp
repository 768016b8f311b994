// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/table.hpp>

#include <unicode/uchar.h>

#include <algorithm>

namespace hearsay::present {

namespace {

std::size_t width_of(char32_t code) {
  const auto point = static_cast<UChar32>(code);
  const int type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) {
    return 0;
  }
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE ? 2 : 1;
}

std::vector<std::size_t> column_widths(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                                       std::size_t width) {
  std::vector<std::size_t> widths;
  std::size_t fixed = columns.empty() ? 0 : 2 * (columns.size() - 1);
  std::size_t elastic = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t most = display_width(columns[c].title);
    for (const auto& row : rows) {
      most = std::max(most, display_width(row[c].text));
    }
    widths.push_back(most);
    (columns[c].elastic ? elastic : fixed) += most;
  }
  // Elastic columns give way in proportion to their size, down to 8 characters each.
  const std::size_t room = width > fixed ? width - fixed : 0;
  for (std::size_t c = 0; c < columns.size() && elastic > room; ++c) {
    if (columns[c].elastic) {
      widths[c] = std::max<std::size_t>(8, widths[c] * room / elastic);
    }
  }
  return widths;
}

void append_cell(std::string& line, const Cell& cell, const Column& column, std::size_t width, bool last) {
  const std::string text = fit(cell.text, width);
  const std::size_t pad = width - std::min(width, display_width(text));
  if (column.right) {
    line.append(pad, ' ');
  }
  line += coloured(text, cell.colour);
  if (!column.right && !last) {
    line.append(pad, ' ');
  }
  if (!last) {
    line += "  ";
  }
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_at(text, at);
    width += width_of(next.code);
    at += next.length;
  }
  return width;
}

std::string fit(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const Decoded next = decode_at(text, at);
    if (used + width_of(next.code) + 1 > width) {
      break;
    }
    used += width_of(next.code);
    at += next.length;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::string wrap(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out(indent, ' ');
  std::size_t used = indent;
  bool first = true;
  while (!text.empty()) {
    const std::size_t space = text.find_first_of(" \n\t");
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) {
      continue;
    }
    const std::size_t length = display_width(word);
    if (!first && used + 1 + length > width) {
      out.append("\n").append(indent, ' ');
      used = indent;
      first = true;
    }
    out.append(first ? "" : " ").append(word);
    used += length + (first ? 0 : 1);
    first = false;
  }
  return out;
}

std::string render_table(const std::vector<Column>& columns, const std::vector<std::vector<Cell>>& rows,
                         std::size_t width) {
  const std::vector<std::size_t> widths = column_widths(columns, rows, width);
  std::string out;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    append_cell(out, {columns[c].title, Colour::bold}, columns[c], widths[c], c + 1 == columns.size());
  }
  out += "\n";
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      append_cell(out, row[c], columns[c], widths[c], c + 1 == columns.size());
    }
    out += "\n";
  }
  return out;
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
