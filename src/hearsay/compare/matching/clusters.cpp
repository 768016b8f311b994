// SPDX-License-Identifier: Apache-2.0
// Agglomeration with a veto.
#include <hearsay/compare/matching/clusters.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hearsay::compare {

namespace {

class Forest {
 public:
  Forest(std::span<const Facts> facts, const MatchLimits& limits)
      : m_facts(facts), m_limits(limits), m_clusters(facts.size()) {
    m_root.resize(facts.size());
    std::iota(m_root.begin(), m_root.end(), 0U);
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      m_clusters[i].members = {i};
    }
  }

  void join(Edge edge) {
    std::uint32_t into = m_root[edge.a], from = m_root[edge.b];
    if (into == from || (edge.score < k_certain && vetoed(m_clusters[into], m_clusters[from]))) {
      return;
    }
    if (m_clusters[into].members.size() < m_clusters[from].members.size()) {
      std::swap(into, from);
    }
    Cluster& kept = m_clusters[into];
    Cluster& gone = m_clusters[from];
    for (const std::uint32_t member : gone.members) {
      m_root[member] = into;
    }
    kept.members.insert(kept.members.end(), gone.members.begin(), gone.members.end());
    kept.joins.insert(kept.joins.end(), std::make_move_iterator(gone.joins.begin()),
                      std::make_move_iterator(gone.joins.end()));
    kept.joins.push_back(std::move(edge));
    gone = {};
  }

  std::vector<Cluster> result() && {
    std::vector<Cluster> made;
    for (Cluster& one : m_clusters) {
      if (!one.members.empty()) {
        std::sort(one.members.begin(), one.members.end());
        std::sort(one.joins.begin(), one.joins.end(), stronger);
        made.push_back(std::move(one));
      }
    }
    std::sort(made.begin(), made.end(), [](const Cluster& a, const Cluster& b) { return a.members < b.members; });
    return made;
  }

  static bool stronger(const Edge& one, const Edge& other) {
    return one.score != other.score ? one.score > other.score : std::tie(one.a, one.b) < std::tie(other.a, other.b);
  }

 private:
  bool vetoed(const Cluster& one, const Cluster& other) const {
    return std::any_of(one.members.begin(), one.members.end(), [&](std::uint32_t a) {
      return std::any_of(other.members.begin(), other.members.end(),
                         [&](std::uint32_t b) { return excludes(m_facts[a], m_facts[b], m_limits); });
    });
  }

  std::span<const Facts> m_facts;
  const MatchLimits& m_limits;
  std::vector<std::uint32_t> m_root;
  std::vector<Cluster> m_clusters;
};

}  // namespace

std::vector<Cluster> cluster(std::span<const Facts> facts, std::vector<Edge> edges, const MatchLimits& limits) {
  std::sort(edges.begin(), edges.end(), Forest::stronger);
  Forest forest(facts, limits);
  for (Edge& edge : edges) {
    forest.join(std::move(edge));
  }
  return std::move(forest).result();
}

}  // namespace hearsay::compare
