// SPDX-License-Identifier: Apache-2.0
// What the rest of a text says of a word.
#include <gtest/gtest.h>

#include <hearsay/analyse/detail/name_agreement.hpp>

namespace hearsay::analyse::detail {
namespace {

constexpr std::size_t k_names = 13, k_phrases = 17;
const NameTransitions k_labels{nullptr, nullptr, k_names, k_phrases};
const std::uint8_t k_organisation = label_of(1, LabelPart::only), k_place = label_of(2, LabelPart::only);

/// A text of words with the same capital form but for the last, which has no capital.
struct Words {
  Analysis analysis;
  Encoded encoded;
  NameText text;
  std::vector<float> scores;

  explicit Words(std::size_t count) : scores((count + 1) * k_score_columns) {
    for (std::uint32_t t = 0; t <= count; ++t) {
      analysis.tokens.emplace_back().span = {t * 5, t * 5 + 4};
      encoded.words.emplace_back().lower = 7;
      text.words.emplace_back().letters = t < count ? WordCase::upper : WordCase::lower;
    }
    text.analysis = &analysis;
    text.encoded = &encoded;
  }
  float& score(std::size_t word, std::size_t label) { return scores[word * k_score_columns + label]; }
};

TEST(NameAgreement, AWordThatWavers_FollowsTheOthers) {
  Words w(3);
  w.score(0, k_organisation) = w.score(1, k_organisation) = 6;
  w.score(2, k_place) = 1;
  agree_over_text(w.text, k_labels, w.scores);
  EXPECT_GT(w.score(2, k_organisation), w.score(2, k_place));
  EXPECT_GT(w.score(0, k_organisation), w.score(0, k_place));
}

TEST(NameAgreement, PartsOfOneKindKeepTheirDistance) {
  Words w(2);
  w.score(0, k_organisation) = 4;
  w.score(1, label_of(1, LabelPart::first)) = 3;
  w.score(1, label_of(1, LabelPart::last)) = 1;
  agree_over_text(w.text, k_labels, w.scores);
  EXPECT_FLOAT_EQ(w.score(1, label_of(1, LabelPart::first)) - w.score(1, label_of(1, LabelPart::last)), 2);
}

TEST(NameAgreement, SmallWordsAndSingleOnesStayAsTheyAre) {
  Words w(1);
  w.score(0, k_organisation) = 4;
  w.score(1, k_place) = 2;
  const std::vector<float> before = w.scores;
  agree_over_text(w.text, k_labels, w.scores);
  EXPECT_EQ(w.scores, before);
}

TEST(NameAgreement, ChancesLieBetweenNoneAndCertainty) {
  Words w(2);
  w.score(0, k_place) = 500;
  w.score(1, 0) = 500;
  const auto chances = name_chances(w.scores, k_labels, false);
  ASSERT_EQ(chances.size(), 3U);
  EXPECT_FLOAT_EQ(chances[0], 1);
  EXPECT_FLOAT_EQ(chances[1], 0);
  EXPECT_FLOAT_EQ(chances[2], 0.5F);
}

}  // namespace
}  // namespace hearsay::analyse::detail
