// SPDX-License-Identifier: Apache-2.0
// Lines of GeoNames dumps.
#include <hearsay/packs/geonames_import.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::packs {

namespace {

constexpr std::size_t k_dump_columns = 19, k_alternate_columns = 10;

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) {
      return cells;
    }
    line.remove_prefix(tab + 1);
  }
}

template <class T>
bool read(std::string_view cell, T& value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && end == cell.data() + cell.size();
}

bool is_wanted(const std::vector<std::string_view>& cells) {
  const auto cls = cells[6];
  return cls == "P" || cls == "A" || !cells[3].empty();
}

}  // namespace

void GeonamesImporter::take_line(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) {
    line.remove_suffix(1);
  }
  if (line.empty() || line.front() == '#') {
    return;
  }
  ++m_counts.lines;
  const auto cells = split(line);
  if (!is_utf8(line)) {
    ++m_counts.broken;
  } else if (cells.size() == k_dump_columns) {
    take_place(cells);
  } else if (cells.size() == k_alternate_columns) {
    take_spelling(cells);
  } else {
    ++m_counts.broken;
  }
}

void GeonamesImporter::take_place(const std::vector<std::string_view>& cells) {
  Town town;
  std::uint64_t population = 0;
  const bool sound = read(cells[0], town.geonames_id) && read(cells[4], town.lat_deg) && read(cells[5], town.lon_deg) &&
                     (cells[14].empty() || read(cells[14], population)) && std::isfinite(town.lat_deg) &&
                     std::isfinite(town.lon_deg) && std::abs(town.lat_deg) <= 90 && std::abs(town.lon_deg) <= 180 &&
                     !cells[1].empty();
  if (!sound) {
    ++m_counts.broken;
    return;
  }
  if (!is_wanted(cells)) {
    ++m_counts.left_out;
    return;
  }
  town.name = cells[1];
  town.feature = cells[7];
  town.country = cells[8];
  town.division = cells[10];
  town.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(population, UINT32_MAX));
  town.names = {m_fold(cells[1]), m_fold(cells[2])};
  if (town.names[0] == town.names[1] || town.names[1].empty()) {
    town.names.pop_back();
  }
  m_counts.spellings += town.names.size();
  ++m_counts.places;
  m_index.add(town);
}

void GeonamesImporter::take_spelling(const std::vector<std::string_view>& cells) {
  std::uint32_t id = 0;
  if (!read(cells[1], id)) {
    ++m_counts.broken;
    return;
  }
  const auto language = cells[2];
  const bool wanted = language.empty() || language == "en" || language == "ar" || language == "abbr";
  const std::string folded = wanted ? m_fold(cells[3]) : "";
  if (folded.empty() || !m_index.add_name(id, folded)) {
    ++m_counts.left_out;
    return;
  }
  ++m_counts.spellings;
}

}  // namespace hearsay::packs
