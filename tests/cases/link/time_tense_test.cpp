// SPDX-License-Identifier: Apache-2.0
// A weekday or month means the one before or after publication by the tense of its verb: on trees made by hand.
#include <gtest/gtest.h>

#include <hearsay/link/times/times.hpp>

#include "plain_analysis.hpp"

namespace hearsay {
namespace {

struct Word {
  std::string form;
  Upos upos = Upos::x;
  int head = -1;
  ud::Tense tense = ud::Tense::none;
  ud::VerbForm verb_form = ud::VerbForm::none;
};

/// The value of the one time phrase of a sentence published on Friday, 25 August 2017.
std::string value_in(const std::vector<Word>& words) {
  CleanText text;
  const auto day = parse_iso_day("2017-08-25");
  text.published = {{day, day}, DateBasis::given};
  Analysis analysis;
  for (const Word& word : words) {
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.text.size());
    text.text += word.form;
    token.span.end = static_cast<std::uint32_t>(text.text.size());
    text.text += " ";
    token.upos = word.upos;
    token.head = word.head;
    token.feats.tense = word.tense;
    token.feats.verb_form = word.verb_form;
    analysis.tokens.push_back(token);
  }
  Sentence sentence;
  sentence.span = {0, static_cast<std::uint32_t>(text.text.size())};
  sentence.end_token = static_cast<std::uint32_t>(words.size());
  analysis.sentences.push_back(sentence);
  static const link::TimeRules k_rules(tests::language_pack(std::string(HEARSAY_SOURCE_DIR) + "/packs"));
  const auto found = link::find_times(text, analysis, k_rules);
  return found.size() == 1 ? found[0].time->value : "found " + std::to_string(found.size());
}

const Word k_met{"met", Upos::verb, -1, ud::Tense::past, ud::VerbForm::fin};

TEST(TimeTense, APastVerbLooksBack) {
  EXPECT_EQ(value_in({{"They", Upos::pron, 1}, k_met, {"on", Upos::adp, 3}, {"Sunday", Upos::propn, 1}}), "2017-08-20");
}

TEST(TimeTense, WillLooksAhead) {
  EXPECT_EQ(value_in({{"They", Upos::pron, 2},
                      {"will", Upos::aux, 2},
                      {"meet", Upos::verb, -1, ud::Tense::none, ud::VerbForm::inf},
                      {"on", Upos::adp, 4},
                      {"Sunday", Upos::propn, 2}}),
            "2017-08-27");
}

TEST(TimeTense, AnInfinitiveLooksAhead) {
  EXPECT_EQ(value_in({{"They", Upos::pron, 1},
                      {"plan", Upos::verb, -1, ud::Tense::pres, ud::VerbForm::fin},
                      {"to", Upos::part, 3},
                      {"meet", Upos::verb, 1, ud::Tense::none, ud::VerbForm::inf},
                      {"Sunday", Upos::propn, 3}}),
            "2017-08-27");
}

TEST(TimeTense, AnInfinitiveUnderHadLooksBack) {
  EXPECT_EQ(value_in({{"They", Upos::pron, 2},
                      {"had", Upos::aux, 2, ud::Tense::past, ud::VerbForm::fin},
                      {"planned", Upos::verb, -1, ud::Tense::past, ud::VerbForm::part},
                      {"to", Upos::part, 4},
                      {"meet", Upos::verb, 2, ud::Tense::none, ud::VerbForm::inf},
                      {"Sunday", Upos::propn, 4}}),
            "2017-08-20");
}

TEST(TimeTense, AMonthAheadIsTakenWhenTheVerbIsFuture) {
  EXPECT_EQ(value_in({{"Talks", Upos::noun, 2},
                      {"will", Upos::aux, 2},
                      {"resume", Upos::verb, -1, ud::Tense::none, ud::VerbForm::inf},
                      {"in", Upos::adp, 4},
                      {"March", Upos::propn, 2}}),
            "2018-03");
  EXPECT_EQ(value_in({{"They", Upos::pron, 1}, k_met, {"in", Upos::adp, 3}, {"March", Upos::propn, 1}}), "2017-03");
}

TEST(TimeTense, ANearDayBeatsThePastVerbOfAReporter) {
  EXPECT_EQ(value_in({{"It", Upos::pron, 2},
                      {"was", Upos::aux, 2, ud::Tense::past, ud::VerbForm::fin},
                      {"extended", Upos::verb, -1, ud::Tense::past, ud::VerbForm::part},
                      {"to", Upos::adp, 4},
                      {"Sept.", Upos::propn, 2},
                      {"20", Upos::num, 4}}),
            "2017-09-20");
}

TEST(TimeTense, AHeadThatPointsAtItselfEndsTheClimb) {
  EXPECT_EQ(value_in({{"on", Upos::adp, 0}, {"Sunday", Upos::propn, 0}}), "2017-08-20");
}

}  // namespace
}  // namespace hearsay
