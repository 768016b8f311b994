// SPDX-License-Identifier: Apache-2.0
// Is a store whole? What `hearsay check` asks.
#pragma once
#include <string>
#include <vector>

#include <hearsay/store/store.hpp>

namespace hearsay::actions {

struct StoreCheck {
  std::vector<std::string> problems;  // one line each; empty: the store is whole
  store::Counts counts;               // zeros where the store is too broken to be counted
};

/// Throws Fatal when there is no store or the file is none; damage inside one is a problem, not a failure.
StoreCheck check_store(const std::string& db);

}  // namespace hearsay::actions
