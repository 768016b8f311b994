// SPDX-License-Identifier: Apache-2.0
// Comparing what came into a store with what is there.
#pragma once
#include <functional>

#include <hearsay/compare/compare.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

/// Compares all documents that wait for it, in portions, each in one transaction: a run that is killed loses at most
/// the portion it was at. Stops early, between portions, when `stop` says so. Returns how many documents were compared.
std::size_t compare_store(store::Store& store, const compare::Parents& parents, const std::function<bool()>& stop = {});

/// Whose forces or part every actor of the pack is.
compare::Parents parents_in(const packs::Pack& pack);

}  // namespace hearsay::actions
