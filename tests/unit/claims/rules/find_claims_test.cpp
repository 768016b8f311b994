// SPDX-License-Identifier: Apache-2.0
// The steps from trigger to claim on trees written by hand, with rules of an invented language pack.
#include <hearsay/claims/claims.hpp>

#include <gtest/gtest.h>

#include "../attribution/small_tree.hpp"

namespace hearsay::claims {
namespace {

using tests::small_report;
using tests::SmallReport;

const Rules& toy_rules() {
  static const Rules rules = [] {
    Pack pack;
    std::vector<packs::Problem> problems;
    const auto put = [&](const std::string& path, const std::string& bytes) {
      pack.tables[path] = packs::parse_table(bytes, path, problems);
    };
    put("ontology-plover/event_types.tsv",
        "type\tquad\tplover\tcounts\tsource\nASSAULT\tmaterial conflict\tyes\t\tt\nRETREAT\tmaterial "
        "cooperation\tyes\t\tt\nREQUEST\tverbal conflict\tyes\t\tt\n");
    put("lang-en/classes.tsv",
        "class\twords\tnote\tsource\nactor|\tx\t\tt\nactor\tarmy|rebel\t\tt\nlight\tlaunch\t\tt\nnegation\tnot|"
        "no\t\tt\nfuture\twill\t\tt\nrelative\twho\t\tt\n");
    put("lang-en/factuality.tsv",
        "lemma\tcomplement\tobject\tattached\tnote\tsource\nplan\tplanned\tplanned\t\t\tt\nmay\t\t\tpossible\t\tt\nfail"
        "\tdenied\tdenied\t\t\tt\n");
    put("lang-en/loaded_words.tsv", "lemma\tname\tsource\nrebel\tarmed group\tt\n");
    const std::string header = "id\tlemma\tpos\tneeds\tmode\tstatus\tactor\trecipient\tflags\texample\tsource\n";
    put("lang-en/triggers/ASSAULT.tsv", header +
                                            "shell\tshell\tVERB\t\t\t\t\t\t\t\tt\nattack\tattack\tNOUN\t\t\t\t\t\t\t\tt"
                                            "\nkill\tkill\tVERB\t\t\t\t\t\tresult\t\tt\n");
    put("lang-en/triggers/RETREAT.tsv", header + "leave\tleave\tVERB\t\t\t\t\t\t\t\tt\n");
    put("lang-en/triggers/REQUEST.tsv", header + "demand\tdemand\tVERB\t\t\t\t\t\tspeaks\t\tt\n");
    return Rules(pack);
  }();
  return rules;
}

std::vector<Claim> claims_of(const SmallReport& report, const std::vector<Attribution>& attributions = {}) {
  const Links links;
  return find_claims({report.text, report.analysis, links}, attributions, toy_rules()).claims;
}

std::string names(const std::vector<Participant>& people) {
  std::string all;
  for (const Participant& who : people) {
    all.append(all.empty() ? "" : "+").append(who.name);
  }
  return all;
}

Status status_of(const std::string& sentence) {
  const auto claims = claims_of(small_report({sentence}));
  EXPECT_EQ(claims.size(), 1u) << sentence;
  return claims.empty() ? Status::asserted : claims[0].status;
}

TEST(FindClaims, NothingInNothingOut) {
  EXPECT_TRUE(claims_of(SmallReport{}).empty());
  EXPECT_TRUE(claims_of(small_report({"Rain NOUN rain 2 nsubj\nfell VERB fall 0 root\n. PUNCT . 2 punct"})).empty());
}

TEST(FindClaims, ActiveVerb) {
  const auto claims =
      claims_of(small_report({"The DET the 2 det\narmy NOUN army 3 nsubj\nshelled VERB shell 0 root\nrebels NOUN rebel "
                              "3 obj\n. PUNCT . 3 punct"}));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].type, "ASSAULT");
  EXPECT_EQ(claims[0].plover, "ASSAULT");
  EXPECT_EQ(names(claims[0].actors), "army");
  EXPECT_EQ(names(claims[0].recipients), "rebels");
  EXPECT_EQ(claims[0].status, Status::asserted);
  ASSERT_EQ(claims[0].framing.size(), 1u);
  EXPECT_EQ(claims[0].framing[0].word, "rebels");
}

TEST(FindClaims, PassiveIsUndone) {
  const auto claims =
      claims_of(small_report({"Rebels NOUN rebel 3 nsubj:pass\nwere AUX be 3 aux:pass\nshelled VERB shell 0 root\nby "
                              "ADP by 6 case\nthe DET the 6 det\narmy NOUN army 3 obl:agent\n. PUNCT . 3 punct"}));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(names(claims[0].actors), "army");
  EXPECT_EQ(names(claims[0].recipients), "Rebels");
}

TEST(FindClaims, AgentlessPassiveHasNoActor) {
  const auto claims = claims_of(small_report(
      {"Rebels NOUN rebel 3 nsubj:pass\nwere AUX be 3 aux:pass\nshelled VERB shell 0 root\n. PUNCT . 3 punct"}));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].actors.empty());
}

TEST(FindClaims, LightVerbGivesTheActorOfAnEventNoun) {
  const auto claims =
      claims_of(small_report({"Rebels NOUN rebel 2 nsubj\nlaunched VERB launch 0 root\nan DET a 4 det\nattack NOUN "
                              "attack 2 obj\n. PUNCT . 2 punct"}));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(names(claims[0].actors), "Rebels");
}

TEST(FindClaims, AnEventNounAloneIsSilentWithReason) {
  const SmallReport report =
      small_report({"The DET the 2 det\nattack NOUN attack 3 nsubj\nended VERB end 0 root\n. PUNCT . 3 punct"});
  const Links links;
  const Coded coded = find_claims({report.text, report.analysis, links}, {}, toy_rules());
  EXPECT_TRUE(coded.claims.empty());
  ASSERT_EQ(coded.silences.size(), 1u);
  EXPECT_EQ(coded.silences[0].reason, "names nobody and no place of its own");
}

TEST(FindClaims, AnOutcomeJoinsItsDeed) {
  const auto claims =
      claims_of(small_report({"Rebels NOUN rebel 2 nsubj\nshelled VERB shell 0 root\nHoms PROPN Homs 2 obj\n, PUNCT , "
                              "5 punct\nkilling VERB kill 2 advcl\nmen NOUN man 5 obj\n. PUNCT . 2 punct"}));
  EXPECT_EQ(claims.size(), 1u);
}

TEST(FindClaims, ATopicIsNoEvent) {
  const auto claims =
      claims_of(small_report({"Rebels NOUN rebel 2 nsubj\ndemanded VERB demand 0 root\nthat SCONJ that 6 mark\nthe DET "
                              "the 5 det\narmy NOUN army 6 nsubj\nleave VERB leave 2 ccomp\n. PUNCT . 2 punct"}));
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].type, "REQUEST");
}

TEST(Factuality, ReadsTheTree) {
  EXPECT_EQ(status_of("Rebels NOUN rebel 4 nsubj\ndid AUX do 4 aux\nnot PART not 4 advmod\nshell VERB shell 0 "
                      "root\nHoms PROPN Homs 4 obj"),
            Status::denied);
  EXPECT_EQ(status_of("Rebels NOUN rebel 3 nsubj\nmay AUX may 3 aux\nshell VERB shell 0 root\nHoms PROPN Homs 3 obj"),
            Status::possible);
  EXPECT_EQ(status_of("Rebels NOUN rebel 3 nsubj\nwill AUX will 3 aux\nshell VERB shell 0 root\nHoms PROPN Homs 3 obj"),
            Status::planned);
  EXPECT_EQ(status_of("Rebels NOUN rebel 2 nsubj\nplan VERB plan 0 root\nto PART to 4 mark\nshell VERB shell 2 "
                      "xcomp\nHoms PROPN Homs 4 obj"),
            Status::planned);
  EXPECT_EQ(status_of("Rebels NOUN rebel 2 nsubj\nfailed VERB fail 0 root\nto PART to 4 mark\nshell VERB shell 2 "
                      "xcomp\nHoms PROPN Homs 4 obj"),
            Status::denied);
  EXPECT_EQ(status_of("No DET no 2 det\nrebel NOUN rebel 3 nsubj\nshelled VERB shell 0 root\nHoms PROPN Homs 3 obj"),
            Status::denied);
  EXPECT_EQ(status_of("Will AUX will 3 aux\nrebels NOUN rebel 3 nsubj\nshell VERB shell 0 root\nHoms PROPN Homs 3 "
                      "obj\n? PUNCT ? 3 punct"),
            Status::possible);
}

TEST(FindClaims, AnUnnamedSpeakerStaysUnnamed) {
  const SmallReport report =
      small_report({"Rebels NOUN rebel 2 nsubj\nshelled VERB shell 0 root\nHoms PROPN Homs 2 obj\n, PUNCT , 7 punct\na "
                    "DET a 6 det\nsource NOUN source 7 nsubj\nsaid VERB say 2 parataxis"});
  Attribution said;
  said.content = {{0, report.analysis.tokens[2].span.end}};
  said.voice.name = "source";
  said.voice.anonymous = true;
  said.chain = {said.voice};
  said.governs = true;
  const auto claims = claims_of(report, {said});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims[0].anonymous);
  ASSERT_EQ(claims[0].attribution.size(), 1u);
  EXPECT_TRUE(claims[0].attribution[0].entity.empty());
}

TEST(FindClaims, SameInputSameOutput) {
  const SmallReport report =
      small_report({"The DET the 2 det\narmy NOUN army 3 nsubj\nshelled VERB shell 0 root\nrebels NOUN rebel 3 obj\n. "
                    "PUNCT . 3 punct"});
  const auto once = claims_of(report), twice = claims_of(report);
  ASSERT_EQ(once.size(), twice.size());
  EXPECT_EQ(once[0].id, twice[0].id);
  EXPECT_LE(once[0].trigger.end, report.text.text.size());
}

}  // namespace
}  // namespace hearsay::claims
