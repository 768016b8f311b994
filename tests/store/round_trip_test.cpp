// SPDX-License-Identifier: Apache-2.0
// What goes into a body column comes out equal in every field.
#include <gtest/gtest.h>

#include <hearsay/store/detail/codec.hpp>
#include "random_values.hpp"

namespace hearsay::tests {
namespace {

using namespace store::detail;

TEST(RoundTrip, claims_come_back_equal) {
  RandomValues random(1);
  for (int i = 0; i < 300; ++i) {
    const auto claim = random.make<Claim>();
    ASSERT_TRUE(same(claim, decode_claim(encode(claim)))) << encode(claim);
  }
}

TEST(RoundTrip, events_and_republications_come_back_equal) {
  RandomValues random(2);
  for (int i = 0; i < 300; ++i) {
    const auto event = random.make<Event>();
    ASSERT_TRUE(same(event, decode_event(encode(event)))) << encode(event);
    const auto copy = random.make<Republication>();
    ASSERT_TRUE(same(copy, decode_republication(encode(copy)))) << encode(copy);
  }
}

TEST(RoundTrip, attributions_come_back_equal) {
  RandomValues random(3);
  for (int i = 0; i < 300; ++i) {
    const auto attributions = random.make<std::vector<Attribution>>();
    ASSERT_TRUE(same(attributions, decode_attributions(encode(attributions))));
  }
}

TEST(RoundTrip, a_field_unknown_to_an_older_writer_keeps_its_default) {
  const Claim claim = decode_claim(R"({"id":"000000000000000a000000000000000b","type":"ASSAULT"})");
  EXPECT_EQ(claim.id, (Hash128{10, 11}));
  EXPECT_EQ(claim.type, "ASSAULT");
  EXPECT_EQ(claim.status, Status::asserted);
  EXPECT_FALSE(claim.place);
}

}  // namespace
}  // namespace hearsay::tests
