// SPDX-License-Identifier: Apache-2.0
// From claims to happenings: blocking, likeness, clusters, and how the claims of each stand to each other.
#pragma once
#include <span>
#include <vector>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/matching/likeness.hpp>

namespace hearsay::compare {

/// Every claim is in exactly one event. Sorted by id. Deterministic whatever the order of the reports.
std::vector<Event> find_events(std::span<const Report> reports, std::span<const Republication> republications,
                               const MatchLimits& limits = {});

}  // namespace hearsay::compare
