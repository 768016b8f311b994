// SPDX-License-Identifier: Apache-2.0
// Is everything there and sound? What `hearsay doctor` asks.
#pragma once
#include <string>
#include <vector>

#include <hearsay/packs/pack.hpp>

namespace hearsay::actions {

struct Check {
  std::string what, found;
  bool good = true;
};

/// Data folder, packs, models.
std::vector<Check> check_installation(const std::string& pack);

/// Every problem of one pack and of the packs it needs.
std::vector<packs::Problem> check_pack(const std::string& pack);

}  // namespace hearsay::actions
