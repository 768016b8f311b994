// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/data_folder.hpp>
#include <hearsay/actions/workshop.hpp>
#include <hearsay/packs/world_index.hpp>

#include <future>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay::actions {

namespace {

Pack load_sound_pack(const std::string& name) {
  packs::Loaded loaded = packs::load_packs(data_folder() / "packs", name);
  if (!loaded.problems.empty()) {
    const packs::Problem& first = loaded.problems.front();
    throw Fatal(fmt::format("pack '{}' has {} error(s), the first in {}:{}: {}; 'hearsay doctor pack {}' lists all",
                            name, loaded.problems.size(), first.path, first.line, first.message, name));
  }
  return std::move(loaded.pack);
}

/// The world's towns, where the build made their index; the packs' places do without.
std::shared_ptr<const packs::WorldIndex> load_world_index() {
  const auto file = world_index_file();
  if (file.empty()) {
    return nullptr;
  }
  auto index = packs::WorldIndex::open(file);
  if (!index) {
    throw Fatal(index.error().message);
  }
  return *index;
}

}  // namespace

/// The dearest two parts, names and the rest, are made side by side: each reads the pack only. Whichever thread is
/// ready first, the result is the same; of two failures the one of this thread is told.
Workshop::Workshop(const std::string& pack_name, Depth depth) : m_pack(load_sound_pack(pack_name)), m_depth(depth) {
  std::future<void> names;
  if (depth >= Depth::mentions) {
    names = std::async(std::launch::async, [this] { m_knowledge.emplace(m_pack, load_world_index()); });
  }
  m_clean.emplace(m_pack);
  if (depth >= Depth::parse) {
    m_models.emplace(data_folder() / "models", m_pack);
  }
  if (depth >= Depth::quotes) {
    m_cues.emplace(m_pack);
  }
  if (depth >= Depth::claims) {
    m_rules.emplace(m_pack);
  }
  if (names.valid()) {
    names.get();
  }
}

std::string pack_versions(const Pack& pack) {
  return fmt::format("{}", fmt::join(pack.loaded, ", "));
}

}  // namespace hearsay::actions
