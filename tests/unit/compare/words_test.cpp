// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <set>

#include <hearsay/compare/republication/words.hpp>

namespace hearsay::compare {
namespace {

CleanText text_of_words(const std::string& text) {
  CleanText clean;
  clean.text = text;
  return clean;
}

std::vector<std::string> spelled(const CleanText& clean) {
  std::vector<std::string> words;
  for (const Span span : words_of(clean).spans) {
    words.emplace_back(text_of(clean.text, span));
  }
  return words;
}

using Spelled = std::vector<std::string>;

TEST(Words, split_at_signs_and_keep_their_bytes) {
  EXPECT_EQ(spelled(text_of_words("Rebel-held Douma, on 3 May: Assad's men")),
            (Spelled{"Rebel", "held", "Douma", "on", "3", "May", "Assad's", "men"}));
}

TEST(Words, are_equal_without_case_and_apostrophes) {
  const Words a = words_of(text_of_words("ASSAD\u2019S Étoile"));
  const Words b = words_of(text_of_words("assads étoile"));
  EXPECT_EQ(a.hashes, b.hashes);
  EXPECT_EQ(a.spans[1], (Span{10, 17}));
}

TEST(Words, of_furniture_repetitions_and_comments_are_left_out) {
  CleanText clean = text_of_words("Menu here. The convoy left. The convoy left. My view!");
  clean.marks = {{{0, 10}, MarkKind::boilerplate}, {{28, 44}, MarkKind::duplicate}, {{45, 53}, MarkKind::comment}};
  EXPECT_EQ(spelled(clean), (Spelled{"The", "convoy", "left"}));
}

TEST(Words, know_whether_they_are_quoted) {
  const Words words = words_of(text_of_words("He said \"we hold it\" and “no one else” left"));
  EXPECT_EQ(words.quoted, (std::vector<bool>{false, false, true, true, true, false, true, true, true, false}));
}

TEST(Words, of_arabic_are_words) {
  EXPECT_EQ(words_of(text_of_words("حلب، إدلب")).size(), 2u);
}

// The promise of winnowing, over many random rows: a shared run of 12 words shares a fingerprint.
TEST(Fingerprints, see_every_shared_run_of_twelve_words) {
  std::mt19937 random(4);
  const auto row = [&](std::size_t n) {
    Words words;
    for (std::size_t i = 0; i < n; ++i) {
      words.hashes.push_back(random());
    }
    return words;
  };
  for (int round = 0; round < 500; ++round) {
    Words a = row(40 + random() % 60), b = row(20 + random() % 60);
    const std::size_t at_a = random() % (a.size() - 12), at_b = random() % (b.size() - 12);
    std::copy_n(a.hashes.begin() + static_cast<std::ptrdiff_t>(at_a), 12,
                b.hashes.begin() + static_cast<std::ptrdiff_t>(at_b));
    const auto prints_a = fingerprints_of(grams_of(a)), prints_b = fingerprints_of(grams_of(b));
    std::vector<std::uint64_t> shared;
    std::set_intersection(prints_a.begin(), prints_a.end(), prints_b.begin(), prints_b.end(),
                          std::back_inserter(shared));
    ASSERT_FALSE(shared.empty()) << "round " << round;
    ASSERT_LT(prints_a.size(), grams_of(a).size());  // a choice, not all of them
  }
}

TEST(Fingerprints, of_too_short_a_text_are_none) {
  EXPECT_TRUE(fingerprints_of(grams_of(words_of(text_of_words("Four words are few")))).empty());
}

}  // namespace
}  // namespace hearsay::compare
