// SPDX-License-Identifier: Apache-2.0
#include <hearsay/claims/attribution/attribution.hpp>

#include <gtest/gtest.h>

#include "small_tree.hpp"

namespace hearsay::claims {
namespace {

using tests::small_report;
using tests::SmallReport;

Pack toy_pack() {
  Pack pack;
  std::vector<packs::Problem> problems;
  pack.tables["lang-xx/cues.tsv"] = packs::parse_table(
      "cue\tpos\tframes\tstance\tvoice\tsource\n"
      "say\tverb\tthat quote\tsay\tyes\tt\n"
      "want\tverb\tto\tintend\tno\tt\n"
      "reportedly\tadv\tclause\thearsay\tyes\tt\n"
      "according to\tprep\tsource\tsay\tyes\tt\n",
      "lang-xx/cues.tsv", problems);
  pack.tables["lang-xx/sources.tsv"] = packs::parse_table(
      "noun\tkind\tanonymous\twhat\tsource\nwitness\twitness\tyes\t\tt\nsource\tunnamed\tyes\t\tt\nministry\tgroup\tno"
      "\t\tt\n",
      "lang-xx/sources.tsv", problems);
  return pack;
}

std::vector<Attribution> attributions(const SmallReport& report, const Links& links = {}) {
  return find_attributions(report.text, report.analysis, links, CueRules(toy_pack()));
}

std::string words(const SmallReport& report, const std::vector<Span>& spans) {
  std::string all;
  for (const Span span : spans) {
    all.append(all.empty() ? "" : " | ").append(text_of(report.text.text, span));
  }
  return all;
}

constexpr const char* k_plain =
    "A DET a 2 det\nsource NOUN source 3 nsubj\nsaid VERB say 0 root\nthat SCONJ that 6 mark\ntroops NOUN troop 6 "
    "nsubj\n"
    "left VERB leave 3 ccomp\nDarayya PROPN Darayya 6 obj\n. PUNCT . 3 punct";

TEST(Attributions, ThatClause) {
  const SmallReport report = small_report({k_plain});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(words(report, found[0].source), "A source");
  EXPECT_EQ(words(report, found[0].cue), "said");
  EXPECT_EQ(words(report, found[0].content), "that troops left Darayya");
  EXPECT_EQ(found[0].voice.kind, VoiceKind::unnamed);
  EXPECT_EQ(found[0].voice.name, "source");
  EXPECT_TRUE(found[0].voice.anonymous);
  EXPECT_TRUE(found[0].governs);
}

TEST(Attributions, CueInTheMiddleLeavesTwoPieces) {
  const SmallReport report =
      small_report({"Troops NOUN troop 7 nsubj\n, PUNCT , 5 punct\na DET a 4 det\nwitness NOUN witness 5 nsubj\nsaid "
                    "VERB say 7 parataxis\n"
                    ", PUNCT , 5 punct\nleft VERB leave 0 root\nDarayya PROPN Darayya 7 obj\n. PUNCT . 7 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(words(report, found[0].content), "Troops | left Darayya");
  EXPECT_EQ(found[0].voice.kind, VoiceKind::witness);
}

TEST(Attributions, AccordingToWithoutComma) {
  const SmallReport report =
      small_report({"Troops NOUN troop 2 nsubj\nleft VERB leave 0 root\naccording VERB accord 6 case\nto ADP to 3 "
                    "fixed\nthe DET the 6 det\n"
                    "ministry NOUN ministry 2 obl\n. PUNCT . 2 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(words(report, found[0].source), "the ministry");
  EXPECT_EQ(words(report, found[0].content), "Troops left");
  EXPECT_EQ(found[0].voice.kind, VoiceKind::group);
}

TEST(Attributions, HearsayNamesNobody) {
  const SmallReport report = small_report(
      {"Troops NOUN troop 3 nsubj\nreportedly ADV reportedly 3 advmod\nleft VERB leave 0 root\n. PUNCT . 3 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].hearsay);
  EXPECT_TRUE(found[0].chain.empty());
  EXPECT_TRUE(is_anonymous(&found[0]));
}

TEST(Attributions, WantingGovernsNoClaim) {
  const SmallReport report =
      small_report({"Troops NOUN troop 2 nsubj\nwant VERB want 0 root\nto PART to 4 mark\nleave VERB leave 2 xcomp\n. "
                    "PUNCT . 2 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(words(report, found[0].content), "to leave");
  EXPECT_EQ(governing(found, report.analysis.tokens[3].span), nullptr);
}

TEST(Attributions, NestedSayingMakesAChain) {
  const SmallReport report =
      small_report({"The DET the 2 det\nministry NOUN ministry 3 nsubj\nsaid VERB say 0 root\na DET a 5 det\nsource "
                    "NOUN source 6 nsubj\n"
                    "said VERB say 3 ccomp\ntroops NOUN troop 8 nsubj\nleft VERB leave 6 ccomp\n. PUNCT . 3 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 2u);
  const Attribution* inner = governing(found, report.analysis.tokens[7].span);
  ASSERT_NE(inner, nullptr);
  ASSERT_EQ(inner->chain.size(), 2u);
  EXPECT_EQ(inner->chain[0].name, "ministry");
  EXPECT_EQ(inner->chain[1].name, "source");
  EXPECT_EQ(inner->parent, 0);
  const Attribution* outer = governing(found, report.analysis.tokens[5].span);
  ASSERT_NE(outer, nullptr);
  EXPECT_EQ(outer->voice.name, "ministry");
}

TEST(Attributions, PronounTakesTheSpeakerBefore) {
  const SmallReport report = small_report(
      {k_plain,
       "He PRON he 2 nsubj\nsaid VERB say 0 root\nthey PRON they 4 nsubj\nfled VERB flee 2 ccomp\n. PUNCT . 2 punct"});
  const auto found = attributions(report);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(words(report, found[1].source), "He");
  EXPECT_EQ(found[1].voice.name, "source");
}

TEST(Attributions, UnnamedAndWitnessesHaveNoEntityEvenWhenLinked) {
  const SmallReport report = small_report({k_plain});
  Links links;
  Linked wrong;
  wrong.span = report.analysis.tokens[1].span;
  wrong.first_token = wrong.head_token = 1;
  wrong.end_token = 2;
  wrong.kind = MentionKind::nationality;
  wrong.metonym = false;
  wrong.entity = "x:actor/somebody";
  links.mentions.push_back(wrong);
  for (const Attribution& a : attributions(report, links)) {
    for (const Voice& voice : a.chain) {
      EXPECT_TRUE(voice.entity.empty());
    }
  }
}

TEST(Attributions, EmptyReportHasNone) {
  EXPECT_TRUE(attributions(SmallReport{}).empty());
  EXPECT_EQ(governing({}, {0, 1}), nullptr);
  EXPECT_FALSE(is_anonymous(nullptr));
}

}  // namespace
}  // namespace hearsay::claims
