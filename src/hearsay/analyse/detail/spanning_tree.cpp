// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/spanning_tree.hpp>

#include <algorithm>

namespace hearsay::analyse::detail {

namespace {

/// Arcs among nodes 0..n, node n the root; contracted circle by circle.
struct Graph {
  std::size_t nodes = 0;     // without the root
  std::vector<float> score;  // (nodes) x (nodes + 1)
  float at(std::size_t d, std::size_t h) const { return score[d * (nodes + 1) + h]; }
};

std::vector<std::size_t> best_heads(const Graph& graph) {
  std::vector<std::size_t> heads(graph.nodes);
  for (std::size_t d = 0; d < graph.nodes; ++d) {
    std::size_t best = graph.nodes;
    for (std::size_t h = 0; h < graph.nodes; ++h) {
      best = h != d && graph.at(d, h) > graph.at(d, best) ? h : best;
    }
    heads[d] = best;
  }
  return heads;
}

/// The nodes of one circle, or none.
std::vector<std::size_t> find_circle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at < heads.size() && seen[at] == 0) {
      seen[at] = start + 1;
      at = heads[at];
    }
    if (at < heads.size() && seen[at] == start + 1) {
      std::vector<std::size_t> circle = {at};
      for (std::size_t next = heads[at]; next != at; next = heads[next]) {
        circle.push_back(next);
      }
      return circle;
    }
  }
  return {};
}

std::vector<std::size_t> solve(const Graph& graph);

std::vector<std::size_t> contract(const Graph& graph, const std::vector<std::size_t>& heads,
                                  const std::vector<std::size_t>& circle) {
  constexpr std::size_t k_inside = ~std::size_t{0};
  std::vector<std::size_t> small(graph.nodes + 1, 0), big;
  for (const std::size_t node : circle) {
    small[node] = k_inside;
  }
  for (std::size_t node = 0; node < graph.nodes; ++node) {
    if (small[node] != k_inside) {
      small[node] = big.size();
      big.push_back(node);
    }
  }
  const std::size_t whole = big.size();  // the circle as one node of the smaller graph
  Graph next{whole + 1, std::vector<float>((whole + 1) * (whole + 2))};
  std::vector<std::size_t> enter(whole + 2), leave(whole + 2);
  big.push_back(graph.nodes);
  for (std::size_t i = 0; i <= whole; ++i) {  // i == whole: the root
    const std::size_t other = big[i], column = i == whole ? whole + 1 : i;
    std::size_t best_in = circle[0], best_out = circle[0];
    const auto gain = [&](std::size_t node) { return graph.at(node, other) - graph.at(node, heads[node]); };
    for (const std::size_t node : circle) {
      best_in = gain(node) > gain(best_in) ? node : best_in;
      best_out = i < whole && graph.at(other, node) > graph.at(other, best_out) ? node : best_out;
    }
    enter[column] = best_in;
    next.score[whole * (whole + 2) + column] = gain(best_in);
    if (i == whole) {
      continue;
    }
    leave[i] = best_out;
    next.score[i * (whole + 2) + whole] = graph.at(other, best_out);
    for (std::size_t j = 0; j <= whole; ++j) {
      next.score[i * (whole + 2) + (j == whole ? whole + 1 : j)] = graph.at(other, big[j]);
    }
  }
  const std::vector<std::size_t> solved = solve(next);
  std::vector<std::size_t> out = heads;
  for (std::size_t i = 0; i < whole; ++i) {
    out[big[i]] = solved[i] == whole ? leave[i] : solved[i] == whole + 1 ? graph.nodes : big[solved[i]];
  }
  const std::size_t from = solved[whole];
  out[enter[from]] = from == whole + 1 ? graph.nodes : big[from];
  return out;
}

std::vector<std::size_t> solve(const Graph& graph) {
  std::vector<std::size_t> heads = best_heads(graph);
  const std::vector<std::size_t> circle = find_circle(heads);
  return circle.empty() ? heads : contract(graph, heads, circle);
}

}  // namespace

std::vector<std::int32_t> best_tree(const ArcScores& scores) {
  const std::size_t words = scores.words();
  Graph graph{words, std::vector<float>(words * (words + 1))};
  for (std::size_t d = 0; d < words; ++d) {
    for (std::size_t h = 0; h <= words; ++h) {
      graph.score[d * (words + 1) + h] = scores.at(d, h);
    }
  }
  std::vector<std::size_t> heads = solve(graph);
  if (std::count(heads.begin(), heads.end(), words) > 1) {
    // Every arc from the root costs more than any tree can gain: the best tree then has as few of them as there can be.
    float low = scores.at(0, words), high = low;
    for (const float score : graph.score) {
      low = std::min(low, score);
      high = std::max(high, score);
    }
    const float price = (high - low + 1.0F) * static_cast<float>(words + 1);
    for (std::size_t d = 0; d < words; ++d) {
      graph.score[d * (words + 1) + words] -= price;
    }
    heads = solve(graph);
  }
  std::vector<std::int32_t> out;
  for (const std::size_t head : heads) {
    out.push_back(head == words ? -1 : static_cast<std::int32_t>(head));
  }
  return out;
}

}  // namespace hearsay::analyse::detail
