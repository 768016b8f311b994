// SPDX-License-Identifier: Apache-2.0
// Comparing what came into a store with what is there.
#pragma once
#include <functional>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/limits.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

struct CompareOptions {
  std::function<bool()> stop{};  // says, between portions, whether to stop early
  compare::Limits limits{};      // of one store always the same
};

/// Compares all documents that wait for it, in portions, each in one transaction: a run that is killed loses at most
/// the portion it was at. Returns how many documents were compared.
std::size_t compare_store(store::Store& store, const compare::KnownActors& known, const CompareOptions& options = {});

}  // namespace hearsay::actions
