// SPDX-License-Identifier: Apache-2.0
// Numbers in cells: the short way must give the very double that from_chars gives.
#include <gtest/gtest.h>

#include <charconv>
#include <random>
#include <string>

#include <fmt/format.h>

#include <hearsay/packs/detail/schema.hpp>

namespace hearsay::packs::detail {
namespace {

TEST(Numbers, ShortWayIsExact) {
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const std::string cell = fmt::format("{}{}.{:0{}}", random() % 2 == 0 ? "-" : "", random() % 1000,
                                         random() % 1000000, 6 + static_cast<int>(random() % 3));
    double expected = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), expected);
    ASSERT_EQ(to_number(cell), expected) << cell;
  }
}

TEST(Numbers, WhatIsNone) {
  for (const char* cell : {"", "-", ".", "1.", "1.2.3", "12a", " 1", "+1", "nan", "inf", "1e999"}) {
    const std::string text = cell;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = error == std::errc() && end == text.data() + text.size() && value - value == 0;
    EXPECT_EQ(to_number(text).has_value(), sound) << cell;
  }
  EXPECT_EQ(to_number("12345678901234567890"), 12345678901234567890.0);
  EXPECT_EQ(to_number("1e3"), 1000.0);
}

}  // namespace
}  // namespace hearsay::packs::detail
