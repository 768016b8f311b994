// SPDX-License-Identifier: Apache-2.0
// Bytes of a tab-separated file to a Table, with every fault named.
#include <algorithm>

#include <fmt/format.h>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::string> split_tabs(std::string_view line) {
  std::vector<std::string> cells;
  cells.reserve(static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1);
  while (true) {
    const auto tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

/// The lines of a text one by one, without their ends.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : m_rest(bytes) {}
  std::optional<std::string_view> next() {
    if (m_rest.empty()) {
      return std::nullopt;
    }
    const auto newline = m_rest.find('\n');
    std::string_view line = m_rest.substr(0, newline);
    m_rest.remove_prefix(newline == std::string_view::npos ? m_rest.size() : newline + 1);
    ++m_number;
    if (line.ends_with('\r')) {
      line.remove_suffix(1);
    }
    return line;
  }
  std::uint32_t number() const { return m_number; }

 private:
  std::string_view m_rest;
  std::uint32_t m_number = 0;
};

void report_bad_lines(std::string_view bytes, const std::string& path, std::vector<Problem>& problems) {
  Lines lines(bytes);
  while (const auto line = lines.next()) {
    if (!is_utf8(*line)) {
      problems.push_back({path, lines.number(), "is not UTF-8"});
    }
  }
}

void check_columns(const Table& table, std::uint32_t line, std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto& name = table.columns[i];
    if (name.empty()) {
      problems.push_back({table.path, line, fmt::format("column {} has no name", i + 1)});
    } else if (table.column(name) != i) {
      problems.push_back({table.path, line, fmt::format("column '{}' is there twice", name)});
    }
  }
}

}  // namespace

Table parse_table(std::string_view bytes, const std::string& path, std::vector<Problem>& problems) {
  Table table;
  table.path = path;
  if (!is_utf8(bytes)) {
    report_bad_lines(bytes, path, problems);
    return table;
  }
  if (bytes.starts_with(k_byte_order_mark)) {
    bytes.remove_prefix(k_byte_order_mark.size());
  }
  table.rows.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')));
  Lines lines(bytes);
  while (const auto line = lines.next()) {
    if (line->empty() || line->starts_with('#')) {
      continue;
    }
    if (table.columns.empty()) {
      table.columns = split_tabs(*line);
      check_columns(table, lines.number(), problems);
      continue;
    }
    Row row{split_tabs(*line), lines.number()};
    if (row.cells.size() != table.columns.size()) {
      problems.push_back(
          {path, row.line,
           fmt::format("{} cells, but the header has {} columns", row.cells.size(), table.columns.size())});
      row.cells.resize(table.columns.size());
    }
    table.rows.push_back(std::move(row));
  }
  if (table.columns.empty()) {
    problems.push_back({path, 0, "has no header row"});
  }
  return table;
}

}  // namespace hearsay::packs
