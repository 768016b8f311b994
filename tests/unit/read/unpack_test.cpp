// SPDX-License-Identifier: Apache-2.0
#include <hearsay/read/detail/unpack.hpp>

#include <gtest/gtest.h>

#include "packing.hpp"

namespace hearsay::read::detail {
namespace {

constexpr std::size_t k_limit = 1U << 20U;

std::string some_text() {
  std::string text;
  for (int i = 0; i < 5000; ++i) {
    text += "Column " + std::to_string(i * 7919 % 1000) + " moved. ";
  }
  return text;
}

TEST(Unpack, GivesBackWhatWasPacked) {
  const std::string text = some_text();
  EXPECT_EQ(unpack_gzip(tests::gzip(text), k_limit).value(), text);
  EXPECT_EQ(unpack_zstd(tests::zstd(text), k_limit).value(), text);
}

TEST(Unpack, SeveralMembersFollowEachOther) {
  EXPECT_EQ(unpack_gzip(tests::gzip("one ") + tests::gzip("two"), k_limit).value(), "one two");
  EXPECT_EQ(unpack_zstd(tests::zstd("one ") + tests::zstd("two"), k_limit).value(), "one two");
}

TEST(Unpack, EveryCutIsSeen) {
  const std::string gz = tests::gzip(some_text());
  const std::string zst = tests::zstd(some_text());
  for (std::size_t keep = 0; keep < gz.size(); keep += gz.size() / 50 + 1) {
    const auto made = unpack_gzip(std::string_view(gz).substr(0, keep), k_limit);
    ASSERT_FALSE(made.has_value()) << keep;
    EXPECT_NE(made.error().message.find("ends early"), std::string::npos) << made.error().message;
  }
  for (std::size_t keep = 1; keep < zst.size(); keep += zst.size() / 50 + 1) {
    EXPECT_FALSE(unpack_zstd(std::string_view(zst).substr(0, keep), k_limit).has_value()) << keep;
  }
}

TEST(Unpack, DamageIsSeen) {
  std::string gz = tests::gzip(some_text());
  gz[gz.size() / 2] = static_cast<char>(gz[gz.size() / 2] ^ 0x55);
  EXPECT_FALSE(unpack_gzip(gz, k_limit).has_value());
  EXPECT_FALSE(unpack_gzip(tests::gzip("one") + "rubbish", k_limit).has_value());
  EXPECT_TRUE(unpack_gzip(tests::gzip("one") + std::string(512, '\0'), k_limit).has_value());
}

TEST(Unpack, BombsEndAtTheLimit) {
  const std::string zeros(64U << 20U, ' ');
  for (const auto& made : {unpack_gzip(tests::gzip(zeros), k_limit), unpack_zstd(tests::zstd(zeros), k_limit)}) {
    ASSERT_FALSE(made.has_value());
    EXPECT_NE(made.error().message.find("limit of 1048576 bytes"), std::string::npos);
  }
}

}  // namespace
}  // namespace hearsay::read::detail
