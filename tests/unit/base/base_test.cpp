// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/base/geo/point.hpp>
#include <hearsay/base/hash/hash128.hpp>
#include <hearsay/base/span.hpp>
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/base/time/date.hpp>

namespace hearsay {
namespace {

TEST(Utf8, BrokenBytesBecomeReplacementCharacters) {
  const Repaired repaired = repair_utf8("a\xFF\xC3(b");
  EXPECT_EQ(repaired.text, "a\xEF\xBF\xBD\xEF\xBF\xBD(b");
  EXPECT_EQ(repaired.replaced, 2U);
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // a surrogate
  EXPECT_TRUE(is_utf8("حلب"));
}

TEST(CodePoints, MapsBothWaysAcrossBlocks) {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    text += i % 3 == 0 ? "é" : i % 3 == 1 ? "x" : "حل";
  }
  const CodePoints points(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    EXPECT_EQ(points.at_byte(at), count);
    EXPECT_EQ(points.to_byte(count), at);
    at += decode_at(text, at).length;
    ++count;
  }
  EXPECT_EQ(points.count(), count);
  EXPECT_EQ(points.at_byte(static_cast<std::uint32_t>(text.size())), count);
}

TEST(Date, ReadsIsoDaysOnly) {
  EXPECT_EQ(to_iso(*parse_iso_day("2017-06-16T12:00:00Z")), "2017-06-16");
  EXPECT_FALSE(parse_iso_day("2017-02-30"));
  EXPECT_FALSE(parse_iso_day("2017-6-16"));
}

TEST(Date, ReadsInstantsOfAnyZone) {
  const auto noon = parse_iso_instant("2017-06-16T12:00:00Z");
  ASSERT_TRUE(noon);
  EXPECT_EQ(parse_iso_instant("2017-06-16T15:00+03:00"), noon);
  EXPECT_EQ(parse_iso_instant("2017-06-16 12:00:00.250"), noon);
  EXPECT_EQ(parse_iso_instant("2017-06-16T08:30:00-0330"), noon);
  EXPECT_EQ(*noon - *parse_iso_instant("2017-06-16T11:59:58Z"), std::chrono::seconds(2));
  for (const char* none : {"2017-06-16", "2017-06-16T12", "2017-06-16T12:00:00 CEST", "2017-06-16T25:00", "", "noon"}) {
    EXPECT_FALSE(parse_iso_instant(none)) << none;
  }
}

TEST(DateRange, OpenEndsReachEverywhere) {
  const DateRange until{{}, parse_iso_day("2017-06-16")};
  const DateRange later{parse_iso_day("2017-06-17"), {}};
  EXPECT_FALSE(intersects(until, later));
  EXPECT_TRUE(intersects(until, {}));
}

TEST(Geo, DestinationIsTheStatedDistanceAway) {
  const GeoPoint start{33.5, 38.6};
  const GeoPoint end = destination(start, 0, 100'000);
  EXPECT_NEAR(distance_m(start, end), 100'000, 0.01);
  EXPECT_GT(end.lat_deg, start.lat_deg);
  EXPECT_NEAR(bearing_deg(start, end), 0, 1e-6);
}

TEST(Span, CrossesWhatItCutsAndNothingElse) {
  const Span span{4, 8};
  EXPECT_TRUE(span.crosses({6, 9}));
  EXPECT_TRUE(span.crosses({2, 5}));
  for (const Span beside :
       {Span{8, 9}, Span{1, 4}, Span{4, 8}, Span{5, 7}, Span{0, 9}, Span{4, 6}, Span{4, 9}, Span{6, 8}}) {
    EXPECT_FALSE(span.crosses(beside)) << beside.begin << ".." << beside.end;
  }
}

TEST(Hash, IsTheBeginningOfSha256) {
  EXPECT_EQ(to_hex(hash_bytes("")), "e3b0c44298fc1c149afbf4c8996fb924");
}

}  // namespace
}  // namespace hearsay
