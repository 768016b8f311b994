// SPDX-License-Identifier: Apache-2.0
// GeoNames dumps to the index of the world's towns: what `hearsay pack import-geonames` does.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include <hearsay/packs/geonames_import.hpp>

namespace hearsay::actions {

struct ImportRequest {
  std::vector<std::filesystem::path> files;  // .txt, .gz or .zip; dumps before alternateNamesV2
  std::filesystem::path output;              // the index to write
  std::function<void(std::uint64_t done, std::uint64_t total)>
      progress;  // bytes of the files as they lie on disk; may be empty
};

/// Streams the files into a new index, written beside `output` and moved there when whole. Throws Fatal naming the file
/// that cannot be read or written.
packs::GeonamesCounts import_geonames(const ImportRequest& request);

}  // namespace hearsay::actions
