// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>

#include <hearsay/base/hash/flat_index.hpp>

namespace hearsay {
namespace {

TEST(FlatIndex, KeepsWhatAMapKeeps) {
  std::mt19937_64 random(7);
  std::unordered_map<std::uint64_t, int> map;
  FlatIndex<int> index;
  for (int i = 0; i < 5000; ++i) {
    const std::uint64_t key = 1 + random() % 3000;  // many come twice
    const auto [value, fresh] = index.try_emplace(key);
    EXPECT_EQ(fresh, map.try_emplace(key, i).second);
    *value = fresh ? i : *value;
  }
  EXPECT_EQ(index.size(), map.size());
  for (std::uint64_t key = 1; key <= 3100; ++key) {
    const int* found = index.find(key);
    ASSERT_EQ(found != nullptr, map.contains(key)) << key;
    if (found != nullptr) {
      EXPECT_EQ(*found, map.at(key));
    }
  }
}

TEST(FlatIndex, EmptyFindsNothingAndTakesZero) {
  FlatIndex<int> index;
  EXPECT_EQ(index.find(0), nullptr);
  EXPECT_FALSE(index.contains(9));
  *index.try_emplace(0).first = 3;
  EXPECT_EQ(*index.find(0), 3);
}

TEST(Hashes, TellTextsApart) {
  EXPECT_NE(hash_text(""), hash_text(std::string_view("\0", 1)));
  EXPECT_NE(hash_text("levant:place/a"), hash_text("levant:place/b"));
  EXPECT_EQ(hash_text("abcdefgh"), hash_text(std::string("abcd") + "efgh"));
  EXPECT_EQ(fnv1a("b", fnv1a("a")), fnv1a("ab"));
}

}  // namespace
}  // namespace hearsay
