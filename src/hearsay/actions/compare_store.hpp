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
std::size_t compare_store(store::Store& store, const compare::KnownActors& known,
                          const std::function<bool()>& stop = {});

/// What the pack knows of its actors, and of the countries that stand for their states.
compare::KnownActors known_actors_in(const packs::Pack& pack);

}  // namespace hearsay::actions
