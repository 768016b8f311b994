// SPDX-License-Identifier: Apache-2.0
// Where packs and models lie.
#pragma once
#include <filesystem>

namespace hearsay::actions {

/// The folder that holds packs/ and models/: $HEARSAY_DATA, else share/hearsay beside the program (build tree), else
/// ../share/hearsay (installed). Throws Fatal, naming the places looked at, when none of them exists.
std::filesystem::path data_folder();

/// The user's own index of the world's towns ("hearsay pack import-geonames" writes it):
/// $XDG_DATA_HOME/hearsay/world.idx, else ~/.local/share/hearsay/world.idx; with $HEARSAY_DATA set, world.idx there.
std::filesystem::path user_world_index();

/// The index to read: the user's own where there is one, else the one that the build made; empty without either.
std::filesystem::path world_index_file();

}  // namespace hearsay::actions
