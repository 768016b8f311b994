// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <deque>

#include <hearsay/compare/posture/posture.hpp>

namespace hearsay::compare {
namespace {

class Posture : public testing::Test {
 protected:
  Claim& add(const std::string& type, const std::string& mode, const std::string& actor, const std::string& day,
             const std::string& outlet = "paper", const std::string& place = "river town") {
    Claim& claim = m_claims.emplace_back();
    claim.doc = "d";
    claim.id = hash_bytes(fmt::format("{}", m_claims.size()));
    claim.type = type;
    claim.mode = mode;
    if (!actor.empty()) {
      claim.actors = {{"toy:actor/" + actor, actor, {}, false}};
    }
    claim.place.emplace();
    claim.place->name = place;
    const auto date = parse_iso_day(day);
    claim.time.emplace();
    claim.time->at.range = {date, date};
    m_told.push_back({&claim, outlet});
    return claim;
  }
  std::vector<PostureEntry> ledger() const { return posture_of(m_told); }

  std::deque<Claim> m_claims;
  std::vector<ToldClaim> m_told;
};

using Names = std::vector<std::string>;

Names names(const std::vector<ContestedValue>& values) {
  Names names;
  for (const ContestedValue& one : values) {
    names.push_back(one.value);
  }
  return names;
}

TEST_F(Posture, one_entry_holds_all_who_say_it_and_all_numbers) {
  Claim& dozens = add("MOBILIZE", "reinforce", "army", "2017-06-01", "paper");
  Claim& forty = add("MOBILIZE", "reinforce", "army", "2017-06-03", "radio");
  dozens.quantities.resize(1);
  dozens.quantities[0].amount.min = 24;
  dozens.quantities[0].amount.what = "trucks";
  forty.quantities.resize(1);
  forty.quantities[0].amount.min = forty.quantities[0].amount.max = 40;
  forty.quantities[0].amount.what = "trucks";
  ASSERT_EQ(ledger().size(), 1u);
  const PostureEntry entry = ledger()[0];
  EXPECT_EQ(names(entry.said_by), (Names{"paper", "radio"}));
  EXPECT_EQ(entry.numbers[0].value, "24- trucks");
  EXPECT_EQ(entry.numbers[1].value, "40 trucks");
  EXPECT_EQ(to_iso(*entry.time.from), "2017-06-01");
  EXPECT_EQ(to_iso(*entry.time.to), "2017-06-03");
  EXPECT_EQ(entry.claims.size(), 2u);
}

TEST_F(Posture, months_of_silence_begin_a_new_entry) {
  add("STATE", "presence", "army", "2017-01-01");
  add("STATE", "presence", "army", "2017-06-01");
  EXPECT_EQ(ledger().size(), 2u);
}

TEST_F(Posture, a_denial_is_shown_beside_what_it_denies) {
  add("MOBILIZE", "fortify", "coalition", "2017-06-15", "paper");
  add("MOBILIZE", "fortify", "coalition", "2017-06-15", "agency").status = Status::denied;
  ASSERT_EQ(ledger().size(), 1u);
  EXPECT_EQ(names(ledger()[0].said_by), Names{"paper"});
  EXPECT_EQ(names(ledger()[0].disputed_by), Names{"agency"});
}

TEST_F(Posture, two_holders_of_one_place_dispute_each_other) {
  add("STATE", "control", "army", "2017-06-15", "state television");
  add("STATE", "control", "rebels", "2017-06-15", "opposition site");
  add("STATE", "control", "caliphate", "2014-06-15", "agency");
  ASSERT_EQ(ledger().size(), 3u);
  EXPECT_EQ(names(ledger()[0].disputed_by), Names{});
  EXPECT_EQ(names(ledger()[1].disputed_by), Names{"opposition site"});
  EXPECT_EQ(names(ledger()[2].disputed_by), Names{"state television"});
}

TEST_F(Posture, an_unnamed_voice_is_counted_and_not_named) {
  Claim& claim = add("MOBILIZE", "deploy", "", "2017-06-15");
  claim.attribution.emplace_back();
  claim.anonymous = true;
  EXPECT_EQ(ledger()[0].anonymous, 1u);
  EXPECT_EQ(names(ledger()[0].said_by), Names{});
}

TEST_F(Posture, talks_and_strikes_are_not_in_it) {
  add("CONSULT", "visit", "army", "2017-06-15");
  add("ASSAULT", "airstrike", "army", "2017-06-15");
  EXPECT_TRUE(ledger().empty());
}

TEST_F(Posture, does_not_depend_on_the_order_of_claims) {
  for (int i = 0; i < 12; ++i) {
    add("MOBILIZE", i % 2 == 0 ? "deploy" : "reinforce", fmt::format("actor {}", i % 3),
        fmt::format("2017-0{}-01", 1 + i % 5), fmt::format("outlet {}", i % 4), fmt::format("town {}", i % 2));
  }
  const auto shown = [&] {
    std::string text;
    for (const PostureEntry& entry : ledger()) {
      text += fmt::format("{} {} {} {} {}\n", entry.place_name, entry.actor_name, entry.kind,
                          fmt::join(names(entry.said_by), ","), to_hex(entry.claims[0].id));
    }
    return text;
  };
  const std::string first = shown();
  for (int i = 0; i < 20; ++i) {
    std::rotate(m_told.begin(), m_told.begin() + 5, m_told.end());
    std::swap(m_told[1], m_told[static_cast<std::size_t>(2 + i % 9)]);
    EXPECT_EQ(shown(), first);
  }
}

}  // namespace
}  // namespace hearsay::compare
