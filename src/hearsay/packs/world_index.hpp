// SPDX-License-Identifier: Apache-2.0
// The world's towns (GeoNames) as one memory-mapped file: made by tools/compile_world, read in place.
#pragma once
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/error.hpp>

namespace hearsay::packs {

/// One town as its compiler is given it. `names`: folded spellings, the canonical one among them.
struct Town {
  std::string name, country, division, feature;  // ISO 3166-1 alpha-2; GeoNames admin1 code; GeoNames feature code
  double lat_deg = 0, lon_deg = 0;
  std::uint32_t population = 0, geonames_id = 0;
  std::vector<std::string> names;
};

/// Collects towns and writes them as an index: rows in order of population, biggest first, so that equal inputs give
/// equal bytes. Holds 40 bytes, the name, and 16 bytes a spelling for each town: five million fit into half a gigabyte.
class WorldIndexBuilder {
 public:
  WorldIndexBuilder();
  ~WorldIndexBuilder();
  WorldIndexBuilder(const WorldIndexBuilder&) = delete;
  WorldIndexBuilder& operator=(const WorldIndexBuilder&) = delete;

  void add(const Town& town);
  /// One more folded spelling of a town that was added; false when none has this id.
  bool add_name(std::uint32_t geonames_id, std::string_view folded);
  std::size_t size() const;
  /// Writes the index and leaves the builder empty.
  void write(std::ostream& out);

 private:
  struct Data;
  std::unique_ptr<Data> m_data;
};

/// The bytes of an index of these towns.
std::string compile_world_index(const std::vector<Town>& towns);

/// A mapped index. Copies share the mapping; views live as long as it.
class WorldIndex {
 public:
  struct Row {
    std::string_view name, country, division, feature;
    double lat_deg = 0, lon_deg = 0;
    std::uint32_t population = 0, geonames_id = 0;
  };

  /// An index out of bytes (tests, and what open() maps). An error when they are not one of this version.
  static Expected<std::shared_ptr<const WorldIndex>> from_bytes(std::string bytes);
  /// Maps a file. An error names it and says what to do.
  static Expected<std::shared_ptr<const WorldIndex>> open(const std::filesystem::path& file);
  ~WorldIndex();
  WorldIndex(const WorldIndex&) = delete;
  WorldIndex& operator=(const WorldIndex&) = delete;

  std::uint32_t size() const;
  Row row(std::uint32_t index) const;
  /// Rows with this folded name, biggest first.
  std::vector<std::uint32_t> find(std::string_view folded) const;

 private:
  WorldIndex() = default;
  bool check();

  std::string m_owned;
  const char* m_data = nullptr;
  std::size_t m_size = 0;
  bool m_mapped = false;
};

}  // namespace hearsay::packs
