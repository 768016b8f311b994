// SPDX-License-Identifier: Apache-2.0
// Names and noun phrases with the models and packs that ship.
#include <gtest/gtest.h>

#include <algorithm>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::analyse {
namespace {

const Models& models() {
  static const std::string source = HEARSAY_SOURCE_DIR;
  static const Models loaded(source + "/models", packs::load_packs(source + "/packs", "levant").pack);
  return loaded;
}

CleanText clean(const std::string& text) {
  CleanText out;
  out.text = text;
  return out;
}

const std::string k_report =
    "Coalition forces struck ISIL positions near Mosul on Monday, Col. Peter Marden said in a statement from Baghdad. "
    "An ISIL tactical unit and two vehicles were destroyed. The Syrian Democratic Forces said they had taken the "
    "village. "
    "Iraqi security forces advanced east of Ramadi, and the coalition supported them with four strikes.";

bool finds(const std::string& text, const std::string& name, MentionKind kind) {
  const Analysis a = analyse_text(clean(text), models());
  return std::any_of(a.mentions.begin(), a.mentions.end(),
                     [&](const Mention& m) { return text_of(text, m.span) == name && m.kind == kind; });
}

TEST(Names, PeopleThatNoListHas) {
  EXPECT_TRUE(
      finds("Yesterday Maria Kowalenko met John Brackley in the city.", "Maria Kowalenko", MentionKind::person));
}

TEST(Names, PlacesAfterPrepositions) {
  EXPECT_TRUE(finds("They moved from Baghdad to London in May.", "London", MentionKind::place));
}

void expect_sound(const Analysis& a, const std::vector<Mention>& mentions) {
  std::uint32_t end = 0;
  for (const Mention& m : mentions) {
    ASSERT_LT(m.first_token, m.end_token);
    ASSERT_LE(m.end_token, a.tokens.size());
    EXPECT_EQ(m.span.begin, a.tokens[m.first_token].span.begin);
    EXPECT_EQ(m.span.end, a.tokens[m.end_token - 1].span.end);
    EXPECT_GE(m.span.begin, end);
    EXPECT_GE(m.head_token, m.first_token);
    EXPECT_LT(m.head_token, m.end_token);
    end = m.span.end;
  }
}

TEST(Names, LieOnWordsInOrderAndApart) {
  for (const std::string& text :
       {k_report, std::string("MAY LEE AND TOM REED MEET IN ROME"), std::string(), std::string("Bob\n\nBob\n")}) {
    const Analysis a = analyse_text(clean(text), models());
    expect_sound(a, a.mentions);
    expect_sound(a, a.phrases);
    for (const Mention& phrase : a.phrases) {
      EXPECT_LT(phrase.antecedent, static_cast<std::int32_t>(a.mentions.size()));
    }
  }
}

TEST(Names, PhrasesInReportsOnly) {
  EXPECT_FALSE(analyse_text(clean(k_report), models()).phrases.empty());
  EXPECT_TRUE(
      analyse_text(clean("I love this cafe! My husband and I had the best cake, and you should try it, too."), models())
          .phrases.empty());
}

}  // namespace
}  // namespace hearsay::analyse
