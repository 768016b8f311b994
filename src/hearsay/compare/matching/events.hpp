// SPDX-License-Identifier: Apache-2.0
// One happening out of the claims that were brought together.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/corroboration/voices.hpp>
#include <hearsay/compare/matching/clusters.hpp>

namespace hearsay::compare {

/// Joins between the claims of two reports whose triggers are the same word of a copied passage: they say the same
/// thing. `from` and `to` are the facts of the reports that the republication names so.
std::vector<Edge> edges_by_copying(const Republication& copy, std::span<const Facts> from, const Words& words_from,
                                   std::span<const Facts> to, const Words& words_to);

/// The claims of a cluster with how they stand to each other. `reports` sorted by document id, Facts::report an index
/// into them.
Event event_of(const Cluster& cluster, std::span<const Facts> facts, std::span<const Report* const> reports,
               const CopyLinks& links);

}  // namespace hearsay::compare
