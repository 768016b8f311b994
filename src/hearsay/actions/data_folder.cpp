// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/data_folder.hpp>
#include <hearsay/base/error.hpp>

#include <fmt/format.h>

#include <cstdlib>
#include <vector>

namespace hearsay::actions {

std::filesystem::path data_folder() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  std::vector<fs::path> places;
  if (const char* set = std::getenv("HEARSAY_DATA"); set != nullptr && *set != '\0') {
    places.emplace_back(set);
  } else {
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    places = {program / "share/hearsay", program.parent_path() / "share/hearsay"};
  }
  std::string looked_at;
  for (const fs::path& place : places) {
    if (fs::is_directory(place / "packs", ignored)) {
      return place;
    }
    looked_at += (looked_at.empty() ? "" : ", ") + place.string();
  }
  throw Fatal(fmt::format("packs and models not found (looked in {}); set HEARSAY_DATA to the folder that holds them",
                          looked_at));
}

std::filesystem::path user_world_index() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  if (const auto set = variable("HEARSAY_DATA"); !set.empty()) {
    return set / "world.idx";
  }
  const auto data = variable("XDG_DATA_HOME");
  return (data.empty() ? variable("HOME") / ".local/share" : data) / "hearsay/world.idx";
}

std::filesystem::path world_index_file() {
  std::error_code ignored;
  for (const auto& file : {user_world_index(), data_folder() / "world.idx"}) {
    if (std::filesystem::is_regular_file(file, ignored)) {
      return file;
    }
  }
  return {};
}

}  // namespace hearsay::actions
