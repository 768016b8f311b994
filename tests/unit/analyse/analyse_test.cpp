// SPDX-License-Identifier: Apache-2.0
// The whole room with the models that ship: what must hold of every text.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <thread>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/present/exports/conllu.hpp>

namespace hearsay::analyse {
namespace {

const Models& models() {
  static const Models loaded(std::string(HEARSAY_SOURCE_DIR) + "/models", Pack{});
  return loaded;
}

Analysis analyse(const std::string& text, std::vector<Mark> marks = {}) {
  CleanText clean;
  clean.text = text;
  clean.marks = std::move(marks);
  return analyse_text(clean, models());
}

std::string conllu(const std::string& text, const Analysis& analysis) {
  std::string out;
  present::append_conllu(out, text, analysis, {});
  return out;
}

std::vector<std::string> sentences(const std::string& text, const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Sentence& s : analysis.sentences) {
    out.emplace_back(text_of(text, s.span));
  }
  return out;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_at(text, at);
    if (!is_space(d.code) && d.code != 0x85 && d.code != 0x200B && d.code != 0xFEFF &&
        !(d.code >= 0x1C && d.code <= 0x1F)) {
      return false;
    }
    at += d.length;
  }
  return true;
}

/// Sentences and tokens in order, with nothing but white space left between them.
void expect_covers(const std::string& text, const Analysis& a) {
  std::uint32_t end = 0, token = 0;
  for (const Sentence& s : a.sentences) {
    ASSERT_LE(end, s.span.begin);
    EXPECT_EQ(s.first_token, token);
    ASSERT_LT(s.first_token, s.end_token);
    EXPECT_EQ(a.tokens[s.first_token].span.begin, s.span.begin);
    EXPECT_EQ(a.tokens[s.end_token - 1].span.end, s.span.end);
    for (token = s.first_token; token < s.end_token; ++token) {
      ASSERT_LE(end, a.tokens[token].span.begin);
      ASSERT_LT(a.tokens[token].span.begin, a.tokens[token].span.end);
      EXPECT_TRUE(is_blank(text_of(text, {end, a.tokens[token].span.begin})));
      end = a.tokens[token].span.end;
    }
  }
  EXPECT_EQ(token, a.tokens.size());
  EXPECT_TRUE(is_blank(text_of(text, {end, static_cast<std::uint32_t>(text.size())})));
}

void expect_trees(const Analysis& a) {
  for (const Sentence& s : a.sentences) {
    int roots = 0;
    for (std::uint32_t i = s.first_token; i < s.end_token; ++i) {
      const Token& t = a.tokens[i];
      roots += t.head < 0 ? 1 : 0;
      EXPECT_EQ(t.head < 0, t.deprel == Deprel::root);
      std::int32_t up = t.head;
      std::uint32_t steps = 0;
      while (up >= 0 && steps++ <= s.end_token - s.first_token) {
        ASSERT_GE(up, static_cast<std::int32_t>(s.first_token));
        ASSERT_LT(up, static_cast<std::int32_t>(s.end_token));
        up = a.tokens[static_cast<std::size_t>(up)].head;
      }
      EXPECT_LT(up, 0) << "a circle of heads";
    }
    EXPECT_EQ(roots, 1);
  }
}

std::string random_text(std::mt19937& random) {
  static const std::array<std::string, 34> k_pieces = {
      "The",  "army",   "said",   "rebels", "don't", "U.S.",    "Gen.", "a.m.",   "Aleppo", "al-Bab",
      "حلب",  "Москва", "СССР",   "\u00A0", "’",     "“",       "”",    ".",      ",",      "\n",
      "\n\n", " ",      " ",      " ",      "é",     "e\u0301", "😀",    "\u200D", "12",     "http://x.y/z?q=1",
      "(",    "--",     "\u2014", "\u3000"};
  std::string out;
  for (auto left = random() % 60; left > 0; --left) {
    if (random() % 12 == 0) {
      append_utf8(out, static_cast<char32_t>(0x20 + random() % 0xD700));
    } else {
      out += k_pieces[random() % k_pieces.size()];
    }
    out += random() % 2 == 0 ? " " : "";
  }
  return out;
}

TEST(Analyse, RebuildsRandomTextsAndGivesTrees) {
  std::mt19937 random(20);
  for (int round = 0; round < 400; ++round) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    const Analysis a = analyse(text);
    expect_covers(text, a);
    expect_trees(a);
  }
}

TEST(Analyse, SameResultTwiceAndFromTwoThreads) {
  std::mt19937 random(21);
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += random_text(random) + "\n";
  }
  const std::string first = conllu(text, analyse(text));
  EXPECT_EQ(first, conllu(text, analyse(text)));
  std::array<std::string, 2> others;
  std::thread left([&] { others[0] = conllu(text, analyse(text)); });
  std::thread right([&] { others[1] = conllu(text, analyse(text)); });
  left.join();
  right.join();
  EXPECT_EQ(first, others[0]);
  EXPECT_EQ(first, others[1]);
}

TEST(Analyse, AMarkedStretchNeverJoinsItsNeighbours) {
  const std::string text = "Army says town is taken Share this The army took the town.";
  const auto a = analyse(text, {{{0, 23}, MarkKind::title}, {{24, 34}, MarkKind::boilerplate}});
  EXPECT_EQ(sentences(text, a), (std::vector<std::string>{"Army says town is taken", "The army took the town."}));
  EXPECT_TRUE(a.sentences[0].marked);
  EXPECT_EQ(a.sentences[0].mark, MarkKind::title);
  EXPECT_FALSE(a.sentences[1].marked);
}

TEST(Analyse, CutsSentencesThatNeverEnd) {
  std::string text;
  for (int i = 0; i < 10000; ++i) {
    text += "word ";
  }
  const Analysis a = analyse(text);
  EXPECT_EQ(a.tokens.size(), 10000U);
  for (const Sentence& s : a.sentences) {
    EXPECT_LE(s.end_token - s.first_token, 420U);
  }
  expect_trees(a);
}

TEST(Analyse, NothingOutOfNothing) {
  EXPECT_TRUE(analyse("").sentences.empty());
  EXPECT_TRUE(analyse(" \n\u00A0\t\n").tokens.empty());
}

TEST(Models, RefusesAFolderWithoutModels) {
  EXPECT_THROW(Models("/nonexistent", Pack{}), Fatal);
}

}  // namespace
}  // namespace hearsay::analyse
