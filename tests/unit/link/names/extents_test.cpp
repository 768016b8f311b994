// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/link/extents.hpp>

namespace hearsay::link {
namespace {

std::vector<std::size_t> order_of(const std::vector<Span>& spans) {
  std::vector<Linked> mentions(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    mentions[i].span = spans[i];
  }
  return nesting_order(mentions);
}

TEST(NestingOrder, OfTwoThatCrossTheFirstStays) {
  EXPECT_EQ(order_of({{4, 9}, {0, 5}, {6, 8}}), (std::vector<std::size_t>{1, 2}));
}

TEST(NestingOrder, NestedSpansFollowTheirHolder) {
  EXPECT_EQ(order_of({{2, 4}, {0, 9}, {6, 9}, {0, 3}}), (std::vector<std::size_t>{1, 3, 2}));
}

TEST(NestingOrder, EqualSpansKeepTheirOrder) {
  EXPECT_EQ(order_of({{3, 5}, {3, 5}, {5, 7}}), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(SameButArticle, EndsMustMeetAndBeginsLieNear) {
  EXPECT_TRUE(is_same_but_article({0, 12}, {4, 12}));
  EXPECT_TRUE(is_same_but_article({4, 12}, {0, 12}));
  EXPECT_FALSE(is_same_but_article({0, 12}, {5, 12}));
  EXPECT_FALSE(is_same_but_article({0, 12}, {4, 13}));
}

}  // namespace
}  // namespace hearsay::link
