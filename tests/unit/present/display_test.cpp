// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/display.hpp>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <sstream>

namespace hearsay::present {
namespace {

/// Text of every kind that has to be shown, and of kinds that nobody wants to.
std::string random_text(std::mt19937& random, std::size_t length) {
  struct Range {
    char32_t first, last;
  };
  constexpr Range k_ranges[] = {{'a', 'z'},         {' ', ' '},         {'0', '9'},         {'!', '/'},
                                {0x00, 0x1F},       {0x80, 0xAD},       {0x300, 0x36F},     {0x5D0, 0x5EA},
                                {0x600, 0x6FF},     {0x900, 0x97F},     {0xE00, 0xE7F},     {0x1100, 0x11FF},
                                {0x200B, 0x202E},   {0x2066, 0x2069},   {0x3040, 0x30FF},   {0x4E00, 0x4FFF},
                                {0xAC00, 0xAD00},   {0xFE0E, 0xFE0F},   {0xFF01, 0xFF20},   {0x1F1E6, 0x1F1FF},
                                {0x1F3FB, 0x1F3FF}, {0x1F466, 0x1F46F}, {0x1F600, 0x1F64F}, {0x200D, 0x200D}};
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    const Range& range = k_ranges[random() % std::size(k_ranges)];
    append_utf8(text, range.first + static_cast<char32_t>(random() % (range.last - range.first + 1)));
  }
  return text;
}

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(display_width("حلب"), 3U);
  EXPECT_EQ(display_width("e\u0301"), 1U);  // a combining accent takes no column
  EXPECT_EQ(display_width("دِمَشق"), 4U);     // nor do Arabic vowel signs
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("ﾊﾟ"), 2U);                  // half-width kana and its mark, a letter of its own
  EXPECT_EQ(display_width("한"), 2U);                  // a syllable
  EXPECT_EQ(display_width("\u1112\u1161\u11AB"), 2U);  // the same in three letters
}

TEST(DisplayWidth, EmojiAndFlagsTakeTwo) {
  EXPECT_EQ(display_width("\U0001F600"), 2U);
  EXPECT_EQ(display_width("\U0001F1F8\U0001F1FE"), 2U);  // one flag
  EXPECT_EQ(display_width("\u2708\uFE0F"), 2U);          // the plane as a picture
  EXPECT_EQ(display_width("\U0001F46E\U0001F3FE"), 2U);  // with a colour of skin
  EXPECT_EQ(display_width("a\uFE0F"), 1U);
  EXPECT_EQ(display_width("\u2708"), 1U);                                      // and as a letter
  EXPECT_EQ(display_width("\U0001F468\u200D\U0001F469\u200D\U0001F467"), 2U);  // a family, joined
}

TEST(Printable, LeavesATerminalAlone) {
  EXPECT_EQ(printable("a\x1b[31mb\x07"), "a[31mb");
  EXPECT_EQ(printable("one\ntwo\tthree\u2028four\u00A0five"), "one two three four five");
  EXPECT_EQ(printable("left\u202Ethgir\u202C \u2067x\u2069"), "leftthgir x");
  EXPECT_EQ(printable("Dam\u00ADascus"), "Damascus");
  EXPECT_EQ(printable("\xff ok"), "\uFFFD ok");
}

TEST(Fit, NeverCutsACharacterFromItsMarks) {
  EXPECT_EQ(fit("Deir ez-Zor", 11), "Deir ez-Zor");
  EXPECT_EQ(fit("Deir ez-Zor", 6), "Deir …");
  EXPECT_EQ(fit("حلب حلب", 4), "حلب…");
  EXPECT_EQ(fit("e\u0301e\u0301e\u0301", 2), "e\u0301…");
  EXPECT_EQ(fit("漢字漢字", 4), "漢…");  // two columns and a half do not take another wide one
  EXPECT_EQ(fit("word", 1), "…");
  EXPECT_EQ(fit("word", 0), "");
}

TEST(Wrap, BreaksAtSpacesAndIndents) {
  EXPECT_EQ(wrap("one two  three", 9, 2), " one two\n three");  // an indent leaves eight columns
  EXPECT_EQ(wrap("one two  three four", 16, 2), "  one two three\n  four");
  EXPECT_EQ(wrap("one two three", {.width = 13, .indent = 1, .hang = 2}), " one two\n   three");
  EXPECT_EQ(wrap("", 20, 2), "  ");
}

TEST(Wrap, BreaksWordsThatAreLongerThanALine) {
  EXPECT_EQ(wrap("a unbreakablelongword", 10, 0), "a\nunbreakabl\nelongword");
  EXPECT_EQ(wrap("漢字漢字", 5, 0), "漢字\n漢字");
}

TEST(Labelled, PutsTheTextInAColumnOfItsOwn) {
  EXPECT_EQ(labelled("who", "Syrian government forces", {.width = 36, .indent = 2, .hang = 8}),
            "  who     Syrian government forces");
  EXPECT_EQ(labelled("where", "in the town of Maaret al-Numan", {.width = 34, .indent = 2, .hang = 8}),
            "  where   in the town of Maaret\n          al-Numan");
  EXPECT_EQ(labelled("who", "Syrian forces", {.width = 16, .indent = 2, .hang = 8}), "  who: Syrian\n    forces");
}

TEST(Isolated, KeepsRightToLeftNamesInTheirPlace) {
  EXPECT_EQ(isolated("Aleppo -> 6"), "Aleppo -> 6");
  EXPECT_EQ(isolated("قوات النظام -> مدنيين; 6"), "\u2068قوات النظام\u2069 -> \u2068مدنيين\u2069; 6");
  EXPECT_EQ(isolated("says حلب اليوم, Aleppo"), "says \u2068حلب اليوم\u2069, Aleppo");
  EXPECT_EQ(isolated("حلبَ"), "\u2068حلبَ\u2069");
}

/// Whatever it is given, no line is wider than asked and nothing but blanks and controls is lost.
TEST(DisplayProperty, LinesNeverExceedTheWidth) {
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random, random() % 60);
    const std::size_t width = 8 + random() % 40;
    EXPECT_LE(display_width(fit(printable(text), width)), width);
    std::string whole;
    std::istringstream lines(wrap(text, {.width = width, .indent = random() % 50, .hang = random() % 9}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << text;
      EXPECT_EQ(line.find('\x1b'), std::string::npos);
      whole += line;
    }
    const auto bare = [](std::string it) {
      for (const std::string_view gone : {" ", "\u2068", "\u2069"}) {
        for (std::size_t at = it.find(gone); at != std::string::npos; at = it.find(gone, at)) {
          it.erase(at, gone.size());
        }
      }
      return it;
    };
    EXPECT_EQ(bare(whole), bare(printable(text)));
  }
}

/// The plain way: ICU's own breaks. Ours may keep more together, where ICU is of an older Unicode, never less.
TEST(DisplayProperty, FitCutsWhereIcuBreaks) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  ASSERT_TRUE(U_SUCCESS(status));
  std::mt19937 random(11);
  for (int i = 0; i < 4000; ++i) {
    const std::string text = printable(random_text(random, 1 + random() % 20));
    const std::string cut = fit(text, 1 + random() % 10);
    if (cut == text) {
      continue;
    }
    const std::string kept = cut.substr(0, cut.size() - std::string_view("…").size());
    ASSERT_EQ(text.substr(0, kept.size()), kept);
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    breaks->setText(wide);
    EXPECT_TRUE(breaks->isBoundary(icu::UnicodeString::fromUTF8(kept).length())) << text << " | " << kept;
  }
}

}  // namespace
}  // namespace hearsay::present
