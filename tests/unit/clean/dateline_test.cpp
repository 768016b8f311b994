// SPDX-License-Identifier: Apache-2.0
#include <hearsay/clean/detail/dateline.hpp>

#include <gtest/gtest.h>

#include "support/clean_pack.hpp"

namespace hearsay::clean::detail {
namespace {

std::string dateline(std::string_view text) {
  static const RulesData rules = compile_rules(tests::clean_pack());
  const auto found = read_dateline(text, 0, {0, static_cast<std::uint32_t>(text.size())}, rules);
  return found ? std::string(text_of(text, found->span)) : "";
}

TEST(Dateline, Forms) {
  EXPECT_EQ(dateline("AMMAN: Fighters entered the town."), "AMMAN:");
  EXPECT_EQ(dateline("BEIRUT (AP) \u2014 Fighters entered the town."), "BEIRUT (AP) \u2014");
  EXPECT_EQ(dateline("DEIR EZZOR, Syria \u2014 Fighters entered."), "DEIR EZZOR, Syria \u2014");
  EXPECT_EQ(dateline("MOSCOW (Sputnik) An explosion occurred."), "MOSCOW (Sputnik)");
  EXPECT_EQ(dateline("Tal Ahmar SANA-Terrorists fired shells."), "Tal Ahmar SANA-");
  EXPECT_EQ(dateline("Beirut, 16 June 2017 (AFP) - Fighters entered."), "Beirut, 16 June 2017 (AFP) -");
  EXPECT_EQ(dateline("BEIRUT A convoy left."), "BEIRUT");
}

TEST(Dateline, SentencesAreNone) {
  for (const std::string_view text :
       {"The army - which denied it - left.", "US-backed rebels entered the town.", "He said: go.",
        "Rebels (SDF) entered the town.", "AFP reported that the army left.", "NATO Secretary General spoke.",
        "Syria \u2014 and its neighbours \u2014 agreed.", "US Forces bombed the town.", "BEIRUT", ""}) {
    EXPECT_EQ(dateline(text), "") << text;
  }
}

}  // namespace
}  // namespace hearsay::clean::detail
