// SPDX-License-Identifier: Apache-2.0
// Whatever tree the parser gives: coding ends, and every claim points into its sentence.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include "support/stages.hpp"

namespace hearsay::tests {
namespace {

constexpr std::string_view k_report =
    "Intense regime shelling of the town where rebels say they had regrouped killed 14 people on Friday activists "
    "told the agency. Fierce battles between the two sides rounds of shelling and strikes on Saraqib near Idlib left "
    "the bakery in ruins the Observatory said. Warplanes believed to be Russian pounded positions that the group "
    "which controls the crossing denied holding. The army which said that its troops will not withdraw from the base "
    "north of al-Tanf attacked headed towards the river and seized two villages a source close to the operation "
    "claims. Who fired the rockets that hit the hospital the ministry did not say but officials fear more attacks. "
    // Keywords that ran into the headline: two repairs of this sentence together once made a circle.
    "Keywords Hawija airstrikes IS Iraq airstrikes Overnight airstrikes on the old city of Hawija killed nine people a "
    "medic said on Sunday.";

/// Some words of each sentence are hung on another word near by, with relations that coding asks for. It stays a tree.
void bend(Analysis& analysis, int moves, std::mt19937& random) {
  for (const Sentence& sentence : analysis.sentences) {
    std::vector<std::uint32_t> order(sentence.end_token - sentence.first_token);
    std::iota(order.begin(), order.end(), sentence.first_token);
    constexpr std::array k_often = {Deprel::acl_relcl, Deprel::nsubj, Deprel::ccomp, Deprel::obj,
                                    Deprel::obl,       Deprel::conj,  Deprel::nmod,  Deprel::acl};
    for (int move = 0; move < moves; ++move) {
      const auto word = static_cast<std::int32_t>(order[random() % order.size()]);
      const std::size_t near =
          (static_cast<std::size_t>(word) - sentence.first_token + order.size() + random() % 9U - 4U);
      const auto head = static_cast<std::int32_t>(order[near % order.size()]);
      std::int32_t above = head;
      while (above >= 0 && above != word) {
        above = analysis.tokens[static_cast<std::size_t>(above)].head;
      }
      Token& moved = analysis.tokens[static_cast<std::size_t>(word)];
      if (above != word && moved.head >= 0) {
        moved.head = head;
        moved.deprel = k_often[random() % k_often.size()];
      }
    }
  }
}

TEST(AnyTree, CodingEndsAndPointsIntoTheText) {
  CleanText text;
  text.id = "bent";
  text.text = k_report;
  const Analysis straight = analyse::analyse_text(text, stages().models);
  std::mt19937 random(11);
  std::size_t claims = 0;
  for (int round = 0; round < 1000; ++round) {
    Analysis bent = straight;
    bend(bent, round == 0 ? 0 : 6, random);
    const Links links = link::link_mentions(text, bent, stages().knowledge);
    const auto attributions = claims::find_attributions(text, bent, links, stages().cues);
    for (const Claim& claim : claims::find_claims({text, bent, links}, attributions, stages().rules).claims) {
      ++claims;
      ASSERT_LT(claim.trigger.begin, claim.trigger.end);
      ASSERT_LE(claim.trigger.end, text.text.size());
      ASSERT_FALSE(claim.type.empty());
      ASSERT_TRUE(std::any_of(bent.sentences.begin(), bent.sentences.end(),
                              [&](const Sentence& sentence) { return sentence.span.contains(claim.trigger); }));
    }
  }
  EXPECT_GT(claims, 1000U);
}

}  // namespace
}  // namespace hearsay::tests
