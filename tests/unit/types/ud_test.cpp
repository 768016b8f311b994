// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/types/claim.hpp>
#include <hearsay/types/ud.hpp>

namespace hearsay {
namespace {

TEST(Feats, AreWrittenInAlphabeticalOrderAndReadBack) {
  const std::string line = "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin|Voice=Pass";
  EXPECT_EQ(to_string(parse_feats(line)), line);
  EXPECT_EQ(to_string(parse_feats("VerbForm=Fin|Mood=Ind")), "Mood=Ind|VerbForm=Fin");
}

TEST(Feats, UnknownOnesAreSkipped) {
  EXPECT_EQ(to_string(parse_feats("ExtPos=ADP|Number=Sing|Number=Dual|nonsense")), "Number=Sing");
  EXPECT_EQ(to_string(parse_feats("_")), "_");
}

TEST(Deprel, EveryRelationRoundTripsAndHasAUniversalOne) {
  for (std::size_t i = 0; i < k_deprel_count; ++i) {
    const auto relation = static_cast<Deprel>(i);
    EXPECT_EQ(parse_deprel(to_string(relation)), relation);
    EXPECT_EQ(to_string(universal(relation)).find(':'), std::string_view::npos);
  }
  EXPECT_EQ(parse_deprel("nmod:unheard"), Deprel::nmod);
  EXPECT_FALSE(parse_deprel("subject"));
}

TEST(Upos, RoundTrips) {
  for (std::size_t i = 0; i < k_upos_count; ++i) {
    EXPECT_EQ(parse_upos(to_string(static_cast<Upos>(i))), static_cast<Upos>(i));
  }
}

TEST(Status, RoundTrips) {
  EXPECT_EQ(parse_status(to_string(Status::denied)), Status::denied);
  EXPECT_FALSE(parse_status("true"));
}

}  // namespace
}  // namespace hearsay
