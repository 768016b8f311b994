// SPDX-License-Identifier: Apache-2.0
#include <hearsay/clean/detail/publication.hpp>

#include <gtest/gtest.h>

#include "support/clean_pack.hpp"

namespace hearsay::clean::detail {
namespace {

TEST(Publication, DomainOfAnAddress) {
  EXPECT_EQ(domain_of("https://www.RiverPost.example:8080/a?b#c"), "riverpost.example");
  EXPECT_EQ(domain_of("http://user@english.riverpost.example"), "english.riverpost.example");
  EXPECT_EQ(domain_of("riverpost.example/a"), "riverpost.example");
  EXPECT_EQ(domain_of(""), "");
}

TEST(Publication, OutletByDomainAndItsParents) {
  const RulesData rules = compile_rules(tests::clean_pack());
  EXPECT_EQ(outlet_of("", "https://english.riverpost.example/a", "Site", rules), "River Post");
  EXPECT_EQ(outlet_of("", "https://other.example/a", "Site", rules), "Site");
  EXPECT_EQ(outlet_of("Given", "https://riverpost.example/a", "Site", rules), "Given");
  EXPECT_EQ(outlet_of("", "", "", rules), "");
}

}  // namespace
}  // namespace hearsay::clean::detail
