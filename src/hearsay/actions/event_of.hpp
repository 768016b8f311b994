// SPDX-License-Identifier: Apache-2.0
// From claims to the events that they stand in.
#pragma once
#include <span>
#include <vector>

#include <hearsay/store/store.hpp>

namespace hearsay::actions {

/// The events of these claims, each once, in order of event id.
std::vector<Event> events_of(store::Store& store, std::span<const ClaimRef> claims);

}  // namespace hearsay::actions
