// SPDX-License-Identifier: Apache-2.0
// Where packs and models lie.
#pragma once
#include <filesystem>

namespace hearsay::actions {

/// The folder that holds packs/ and models/: $HEARSAY_DATA, else share/hearsay beside the program (build tree), else
/// ../share/hearsay (installed). Throws Fatal, naming the places looked at, when none of them exists.
std::filesystem::path data_folder();

}  // namespace hearsay::actions
