// SPDX-License-Identifier: Apache-2.0
// What must hold of the anaphors of any text.
#include <gtest/gtest.h>

#include <random>

#include "linked_text.hpp"

namespace hearsay::tests {
namespace {

/// Sentences strung together at random: names, pronouns, noun phrases, signs that break the tree.
std::string random_report(std::uint32_t seed) {
  static const std::vector<std::string> pieces = {"The group said it had shelled the base. ",
                                                  "Bashar al-Assad spoke in Damascus. ",
                                                  "He told his generals that they must hold the city.\n",
                                                  "A source close to the Free Syrian Army said so. ",
                                                  "\"They fled,\" she added, \"and it burned.\" ",
                                                  "The source gave no name. ",
                                                  "Turkey and Russia sent their envoys; they met the president. ",
                                                  "its , his . \" the the ",
                                                  "Jaysh al-Islam, the largest faction there, denied it.\n",
                                                  "The commander, Abu Omar, said the faction had lost its town. ",
                                                  "\xD9\x82\xD8\xA7\xD9\x84 he said. ",
                                                  "This village and that town saw them. "};
  std::mt19937 random(seed);
  std::string out;
  for (int i = 0; i < 14; ++i) {
    out += pieces[random() % pieces.size()];
  }
  return out;
}

TEST(CoreferenceProperties, ChainsGoBackAndEnd) {
  std::size_t resolved = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const LinkedText made = link_text(random_report(seed));
    const auto& anaphors = made.links.anaphors;
    for (std::size_t i = 0; i < anaphors.size(); ++i) {
      const Anaphor& one = anaphors[i];
      EXPECT_LE(one.span.begin, one.span.end);
      EXPECT_LE(one.span.end, made.text.text.size());
      EXPECT_LT(one.before, static_cast<std::int32_t>(i)) << "so no chain ends where it began";
      ASSERT_LT(one.antecedent, static_cast<std::int32_t>(made.links.mentions.size()));
      if (one.antecedent >= 0) {
        const Linked& name = made.links.mentions[static_cast<std::size_t>(one.antecedent)];
        EXPECT_LT(name.span.begin, one.span.begin);
        EXPECT_FALSE(name.nominal);
        ++resolved;
      }
    }
    EXPECT_TRUE(std::is_sorted(anaphors.begin(), anaphors.end(),
                               [](const Anaphor& a, const Anaphor& b) { return a.span.begin < b.span.begin; }));
  }
  EXPECT_GT(resolved, 100u);
}

TEST(CoreferenceProperties, SameTwice) {
  for (std::uint32_t seed = 0; seed < 10; ++seed) {
    const LinkedText a = link_text(random_report(seed)), b = link_text(random_report(seed));
    ASSERT_EQ(a.links.anaphors.size(), b.links.anaphors.size());
    for (std::size_t i = 0; i < a.links.anaphors.size(); ++i) {
      EXPECT_EQ(a.links.anaphors[i].span, b.links.anaphors[i].span);
      EXPECT_EQ(a.links.anaphors[i].before, b.links.anaphors[i].before);
      EXPECT_EQ(a.links.anaphors[i].antecedent, b.links.anaphors[i].antecedent);
    }
  }
}

/// Whoever has no name keeps none: no chain that begins with a source ends in a name.
TEST(CoreferenceProperties, SourcesStayNameless) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const LinkedText made = link_text(random_report(seed));
    for (const Anaphor& one : made.links.anaphors) {
      if (made.analysis.tokens[one.head_token].lemma == "source") {
        EXPECT_LT(one.antecedent, 0) << text_of(made.text.text, one.span);
      }
    }
  }
}

}  // namespace
}  // namespace hearsay::tests
