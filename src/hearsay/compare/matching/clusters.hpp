// SPDX-License-Identifier: Apache-2.0
// Claims brought together into happenings.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/matching/likeness.hpp>

namespace hearsay::compare {

/// Two claims (indices, a < b) with what speaks for joining them.
struct Edge {
  std::uint32_t a = 0, b = 0;
  double score = 0;
  std::string why;
};

struct Cluster {
  std::vector<std::uint32_t> members;  // sorted
  std::vector<Edge> joins;             // the edges that made it, strongest first
};

/// Joins along the strongest edges first; never two clusters of which some member excludes one of the other, unless the
/// edge is `certain` (a score of at least k_certain: the same words). `facts` must be in a stable order (document,
/// claim), which settles ties; then the clusters depend on nothing else.
std::vector<Cluster> cluster(std::span<const Facts> facts, std::vector<Edge> edges, const MatchLimits& limits);

inline constexpr double k_certain = 100;  // score of two claims in the same place of a copied passage

}  // namespace hearsay::compare
