// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include <hearsay/analyse/detail/spanning_tree.hpp>

namespace hearsay::analyse::detail {
namespace {

/// Sum of a choice of heads, or nothing when it is no tree with one root.
float tree_score(const ArcScores& scores, const std::vector<std::int32_t>& heads) {
  float sum = 0;
  int roots = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    roots += heads[d] < 0 ? 1 : 0;
    sum += scores.at(d, heads[d] < 0 ? heads.size() : static_cast<std::size_t>(heads[d]));
    std::int32_t up = heads[d];
    for (std::size_t steps = 0; up >= 0; ++steps) {
      if (steps > heads.size()) {
        return -INFINITY;
      }
      up = heads[static_cast<std::size_t>(up)];
    }
  }
  return roots == 1 ? sum : -INFINITY;
}

float best_by_trying(const ArcScores& scores) {
  const auto n = static_cast<std::int32_t>(scores.words());
  std::vector<std::int32_t> heads(scores.words(), -1);
  float best = -INFINITY;
  while (true) {
    best = std::max(best, tree_score(scores, heads));
    std::size_t at = 0;
    while (at < heads.size() && ++heads[at] == n) {
      heads[at++] = -1;
    }
    if (at == heads.size()) {
      return best;
    }
  }
}

TEST(SpanningTree, FindsWhatTryingAllTreesFinds) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 5, stride = words + 1 + random() % 3;
    std::vector<float> values(words * stride);
    for (float& value : values) {
      value = static_cast<float>(random() % 2000) / 100.0F - 10.0F;
    }
    const ArcScores scores(words, stride, values);
    EXPECT_NEAR(tree_score(scores, best_tree(scores)), best_by_trying(scores), 1e-3F);
  }
}

}  // namespace
}  // namespace hearsay::analyse::detail
