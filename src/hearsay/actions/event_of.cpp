// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/event_of.hpp>

#include <algorithm>
#include <set>

namespace hearsay::actions {

namespace {

/// All claims that joins lead to from these: the events of these claims lie among them.
std::set<ClaimRef> reachable(store::Traces& traces, std::span<const ClaimRef> claims) {
  std::set<ClaimRef> seen;
  std::vector<ClaimRef> open(claims.begin(), claims.end());
  while (!open.empty()) {
    const ClaimRef at = open.back();
    open.pop_back();
    if (!seen.insert(at).second) {
      continue;
    }
    for (const ClaimJoin& join : traces.joins_of(at)) {
      open.push_back(join.a == at ? join.b : join.a);
    }
  }
  return seen;
}

}  // namespace

// An event has the id of its smallest claim, so asking for every claim's id finds them all.
std::vector<Event> events_of(store::Store& store, std::span<const ClaimRef> claims) {
  const std::set<ClaimRef> wanted(claims.begin(), claims.end());
  std::set<ClaimId> ids;
  for (const ClaimRef& ref : reachable(store.traces(), claims)) {
    ids.insert(ref.id);
  }
  std::vector<Event> events;
  for (const ClaimId& id : ids) {
    auto event = store.event(to_hex(id));
    if (event && std::any_of(event->claims.begin(), event->claims.end(),
                             [&](const ClaimRef& ref) { return wanted.contains(ref); })) {
      events.push_back(std::move(*event));
    }
  }
  return events;
}

}  // namespace hearsay::actions
