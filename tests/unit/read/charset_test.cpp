// SPDX-License-Identifier: Apache-2.0
#include <hearsay/read/detail/charset.hpp>

#include <gtest/gtest.h>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::read::detail {
namespace {

std::string utf16le(std::u16string_view text) {
  std::string out;
  for (const char16_t c : text) {
    out += static_cast<char>(c & 0xFF);
    out += static_cast<char>(c >> 8);
  }
  return out;
}

TEST(Charset, MarksAreObeyedAndTakenOff) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFtown", false).text, "town");
  EXPECT_EQ(decode_text("\xFF\xFE" + utf16le(u"caf\u00E9"), false).text, "caf\u00E9");
  EXPECT_EQ(decode_text(std::string("\xFE\xFF\0t\0o", 6), false).text, "to");
}

TEST(Charset, Utf16WithoutMarkIsToldByItsZeros) {
  const DecodedText made = decode_text(utf16le(u"The convoy left the town."), false);
  EXPECT_EQ(made.text, "The convoy left the town.");
  EXPECT_EQ(made.charset, "UTF-16LE");
  EXPECT_FALSE(is_binary(utf16le(u"The convoy left the town.")));
}

TEST(Charset, DeclaredCharsetOfAPage) {
  EXPECT_EQ(declared_charset("<html><head><meta charset=\"utf-8\">"), "utf-8");
  EXPECT_EQ(declared_charset("<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>"), "windows-1252");
  EXPECT_EQ(declared_charset("<meta name=x content=y><meta charset = windows-1256 >"), "windows-1256");
  EXPECT_EQ(declared_charset("<p>no meta</p>"), "");
}

TEST(Charset, DeclarationHoldsForWhatIsNotUtf8) {
  // "حلب" in windows-1256
  const DecodedText made = decode_text("<meta charset=windows-1256><p>\xCD\xE1\xC8</p>", true);
  EXPECT_NE(made.text.find("\u062D\u0644\u0628"), std::string::npos);
  EXPECT_EQ(made.replaced, 0U);
}

TEST(Charset, Utf8GoesBeforeAWrongDeclaration) {
  const DecodedText made = decode_text("<meta charset=iso-8859-1><p>Qa\xC3\xADm</p>", true);
  EXPECT_NE(made.text.find("Qa\u00EDm"), std::string::npos);
  EXPECT_EQ(made.charset, "UTF-8");
}

TEST(Charset, WesternTextWithoutDeclaration) {
  const DecodedText made = decode_text(
      "The army\x92s caf\xE9 \x96 in d\xE9"
      "cembre \x93old\x94 \x96 burned down.",
      false);
  EXPECT_EQ(made.text,
            "The army\u2019s caf\u00E9 \u2013 in d\u00E9"
            "cembre \u201Cold\u201D \u2013 burned down.");
  EXPECT_EQ(made.charset, "windows-1252");
}

TEST(Charset, DamageIsReplacedNotGuessed) {
  const DecodedText made = decode_text("The army \xFF\xFE shelled \xC3\x28 the town \xFF and left.", false);
  EXPECT_EQ(made.charset, "UTF-8");
  EXPECT_EQ(made.replaced, 4U);
}

TEST(Charset, AnyBytesGiveValidUtf8) {
  std::uint64_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (int i = 0; i < 80; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      bytes += static_cast<char>(state >> 56U);
    }
    EXPECT_TRUE(is_utf8(decode_text(bytes, round % 2 == 0).text));
  }
}

}  // namespace
}  // namespace hearsay::read::detail
