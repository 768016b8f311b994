// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/compare/corroboration/cut_down.hpp>

namespace hearsay::compare {
namespace {

struct Told {
  CleanText text;
  std::vector<Claim> claims;
};

Told told(const std::string& id, double killed) {
  Told made;
  made.text.id = id;
  made.text.text = id + " says that planes struck the town.";
  const auto day = parse_iso_day("2017-04-08");
  made.text.published.range = {day, day};
  Claim& claim = made.claims.emplace_back();
  claim.doc = id;
  claim.id = hash_bytes(id);
  claim.type = "ASSAULT";
  claim.mode = "airstrike";
  claim.place.emplace();
  claim.place->name = "town";
  claim.place->at.lat = 35;
  claim.place->at.lon = 36;
  claim.place->at.radius_km = 3;
  claim.time.emplace();
  claim.time->at.range = {day, day};
  claim.quantities.resize(1);
  claim.quantities[0].amount.min = claim.quantities[0].amount.max = killed;
  claim.quantities[0].amount.what = "killed";
  return made;
}

TEST(CutDown, leaves_no_trace_of_what_came_later) {
  const Told a = told("a", 18), b = told("b", 18), c = told("c", 30);
  const std::vector<Report> all = {
      {&a.text, a.claims, "one", {}}, {&b.text, b.claims, "two", {}}, {&c.text, c.claims, "three", {}}};
  const Comparison comparison = compare_reports(all);
  ASSERT_EQ(comparison.events.size(), 1u);
  const Event& whole = comparison.events[0];
  ASSERT_FALSE(whole.contested.empty());
  const Event cut = cut_down(whole, std::span(all).first(2), comparison.republications);
  EXPECT_EQ(cut.id, whole.id);
  EXPECT_EQ(cut.claims.size(), 2u);
  EXPECT_EQ(cut.independent, 2u);
  EXPECT_TRUE(cut.contested.empty());
  for (const std::string& line : cut.why) {
    EXPECT_EQ(line.find(" of c"), std::string::npos) << line;
  }
  const Event same = cut_down(whole, all, comparison.republications);
  EXPECT_EQ(same.independent, whole.independent);
  EXPECT_EQ(same.why, whole.why);
  EXPECT_EQ(same.contested.size(), whole.contested.size());
}

TEST(CutDown, to_one_claim_is_that_claim) {
  const Told a = told("a", 18), b = told("b", 18);
  const std::vector<Report> all = {{&a.text, a.claims, "one", {}}, {&b.text, b.claims, "two", {}}};
  const Event cut = cut_down(compare_reports(all).events[0], std::span(all).first(1), {});
  EXPECT_EQ(cut.claims.size(), 1u);
  EXPECT_TRUE(cut.agree.empty());
  EXPECT_TRUE(cut.why.empty());
}

}  // namespace
}  // namespace hearsay::compare
