// SPDX-License-Identifier: Apache-2.0
// A reader for the few wire types that cities.pbf uses.
#include "cities_file.hpp"

#include <optional>

#include <fmt/format.h>

namespace hearsay::tools {

namespace {

/// Reads protocol buffer primitives; every read says whether the bytes sufficed.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
  std::size_t at() const { return m_at; }
  bool done() const { return m_at >= m_bytes.size(); }

  std::optional<std::uint64_t> varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && m_at < m_bytes.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(m_bytes[m_at++]);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) {
        return value;
      }
    }
    return std::nullopt;
  }

  std::optional<std::string_view> bytes(std::uint64_t size) {
    if (size > m_bytes.size() - m_at) {
      return std::nullopt;
    }
    const auto out = m_bytes.substr(m_at, static_cast<std::size_t>(size));
    m_at += static_cast<std::size_t>(size);
    return out;
  }

 private:
  std::string_view m_bytes;
  std::size_t m_at = 0;
};

std::int64_t zigzag(std::uint64_t value) { return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1); }

/// Coordinates are told as differences from the town before, in 1e-5 degrees.
struct Position {
  std::int64_t lat_e5 = 0, lon_e5 = 0;
};

void set_text(packs::Town& town, std::uint64_t field, std::string_view text) {
  switch (field) {
    case 2: town.name = text; break;
    case 3: town.country = text; break;
    case 7: town.feature = text; break;
    case 8: town.division = text; break;
    default: break;
  }
}

void set_number(packs::Town& town, Position& position, std::uint64_t field, std::uint64_t value) {
  switch (field) {
    case 1: town.geonames_id = static_cast<std::uint32_t>(zigzag(value)); break;
    case 9: town.population = static_cast<std::uint32_t>(value); break;
    case 10: position.lon_e5 += zigzag(value); break;
    case 11: position.lat_e5 += zigzag(value); break;
    default: break;
  }
}

bool read_town(std::string_view message, Position& position, packs::Town& town) {
  Reader reader(message);
  while (!reader.done()) {
    const auto tag = reader.varint();
    const auto value = tag ? reader.varint() : std::nullopt;
    if (!value) {
      return false;
    }
    if ((*tag & 7U) == 2) {
      const auto text = reader.bytes(*value);
      if (!text) {
        return false;
      }
      set_text(town, *tag >> 3, *text);
    } else if ((*tag & 7U) == 0) {
      set_number(town, position, *tag >> 3, *value);
    } else {
      return false;
    }
  }
  town.lat_deg = static_cast<double>(position.lat_e5) / 1e5;
  town.lon_deg = static_cast<double>(position.lon_e5) / 1e5;
  return true;
}

}  // namespace

Expected<std::vector<packs::Town>> read_cities(std::string_view bytes) {
  std::vector<packs::Town> towns;
  Position position;
  Reader reader(bytes);
  while (!reader.done()) {
    const std::size_t at = reader.at();
    const auto size = reader.varint();
    const auto message = size ? reader.bytes(*size) : std::nullopt;
    packs::Town town;
    if (!message || !read_town(*message, position, town)) {
      return fail(ErrorKind::bad_input, fmt::format("no town can be read at byte {}", at));
    }
    towns.push_back(std::move(town));
  }
  return towns;
}

}  // namespace hearsay::tools
