// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include <hearsay/analyse/detail/name_labels.hpp>

namespace hearsay::analyse::detail {
namespace {

constexpr std::size_t k_labels = 9;  // two kinds

struct Scores {
  std::vector<float> words, transitions;
  LabelScores view() const { return {words.data(), k_labels, words.size() / k_labels, k_labels, transitions.data()}; }
};

Scores random_scores(std::mt19937& random, std::size_t words) {
  const auto value = [&] { return static_cast<float>(random() % 1000U) / 100.0F; };
  Scores out{std::vector<float>(words * k_labels), std::vector<float>((k_labels + 1) * k_labels)};
  std::generate(out.words.begin(), out.words.end(), value);
  std::generate(out.transitions.begin(), out.transitions.end(), value);
  return out;
}

bool is_allowed(const std::vector<std::uint8_t>& labels) {
  bool allowed = labels.empty() || (may_follow(0, labels.front()) && !is_open(labels.back()));
  for (std::size_t w = 1; w < labels.size(); ++w) {
    allowed = allowed && may_follow(labels[w - 1], labels[w]);
  }
  return allowed;
}

float score_of(const Scores& scores, const std::vector<std::uint8_t>& labels) {
  float sum = 0;
  std::size_t before = k_labels;
  for (std::size_t w = 0; w < labels.size(); ++w) {
    sum += scores.words[w * k_labels + labels[w]] + scores.transitions[before * k_labels + labels[w]];
    before = labels[w];
  }
  return sum;
}

/// The best of all allowed sequences of three words, one by one.
float best_score(const Scores& scores) {
  float best = -1e9F;
  for (std::size_t code = 0; code < k_labels * k_labels * k_labels; ++code) {
    const std::vector<std::uint8_t> labels = {static_cast<std::uint8_t>(code / k_labels / k_labels),
                                              static_cast<std::uint8_t>(code / k_labels % k_labels),
                                              static_cast<std::uint8_t>(code % k_labels)};
    best = is_allowed(labels) ? std::max(best, score_of(scores, labels)) : best;
  }
  return best;
}

TEST(NameLabels, BestIsAllowedAndBest) {
  std::mt19937 random(3);
  for (int i = 0; i < 200; ++i) {
    const Scores scores = random_scores(random, 3);
    const auto labels = best_labels(scores.view());
    ASSERT_TRUE(is_allowed(labels));
    EXPECT_NEAR(score_of(scores, labels), best_score(scores), 1e-3F);
  }
}

TEST(NameLabels, LongSentencesAndNone) {
  std::mt19937 random(4);
  for (const std::size_t words : {0U, 1U, 2U, 80U}) {
    const auto labels = best_labels(random_scores(random, words).view());
    EXPECT_EQ(labels.size(), words);
    EXPECT_TRUE(is_allowed(labels));
  }
}

TEST(NameLabels, NamesOfOneAndOfMoreWords) {
  EXPECT_EQ(label_of(0, LabelPart::first), 1);
  EXPECT_EQ(label_of(1, LabelPart::only), 8);
  EXPECT_TRUE(begins(label_of(1, LabelPart::only)) && begins(label_of(0, LabelPart::first)));
  EXPECT_FALSE(begins(label_of(0, LabelPart::last)) || begins(0));
  EXPECT_FALSE(may_follow(label_of(0, LabelPart::first), label_of(1, LabelPart::last)));
}

}  // namespace
}  // namespace hearsay::analyse::detail
