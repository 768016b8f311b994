// SPDX-License-Identifier: Apache-2.0
// Every stage after cleaning, loaded with the packs and models that ship. Who includes this links analyse, link,
// claims.
#pragma once
#include <filesystem>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/claims/attribution/attribution.hpp>
#include <hearsay/claims/claims.hpp>
#include <hearsay/link/link.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::tests {

struct Stages {
  Pack pack = packs::load_packs(std::filesystem::path(HEARSAY_SOURCE_DIR) / "packs", "levant").pack;
  analyse::Models models{std::filesystem::path(HEARSAY_SOURCE_DIR) / "models", pack};
  link::Knowledge knowledge{pack};
  claims::CueRules cues{pack};
  claims::Rules rules{pack};
};

/// Loaded at its first use.
inline const Stages& stages() {
  static const Stages loaded;
  return loaded;
}

}  // namespace hearsay::tests
