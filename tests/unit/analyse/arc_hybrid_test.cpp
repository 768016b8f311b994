// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include <hearsay/analyse/detail/arc_hybrid.hpp>

namespace hearsay::analyse::detail {
namespace {

std::vector<std::int32_t> random_projective(std::size_t words, std::mt19937& random) {
  ParserState state(words);
  while (!state.done()) {
    const Move move = static_cast<Move>(random() % 3);
    if (state.can(move)) {
      state.apply({move, Deprel::obj});
    }
  }
  std::vector<std::int32_t> heads;
  for (const auto& node : state.nodes()) {
    heads.push_back(node.head);
  }
  return heads;
}

TEST(ArcHybrid, ZeroCostMovesRebuildEveryProjectiveTree) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    const auto heads = random_projective(1 + random() % 12, random);
    ParserState state(heads.size());
    while (!state.done()) {
      std::vector<Move> free;
      for (const Move move : {Move::shift, Move::left, Move::right}) {
        if (state.can(move) && state.cost(move, heads) == 0) {
          free.push_back(move);
        }
      }
      ASSERT_FALSE(free.empty());
      state.apply({free[random() % free.size()], Deprel::obj});
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
      EXPECT_EQ(state.node(static_cast<std::int32_t>(i)).head, heads[i]);
    }
  }
}

TEST(ArcHybrid, TransitionsAndTheirNumbersAgree) {
  for (std::size_t i = 0; i < k_transition_count; ++i) {
    EXPECT_EQ(index_of(transition_at(i)), i);
  }
}

}  // namespace
}  // namespace hearsay::analyse::detail
