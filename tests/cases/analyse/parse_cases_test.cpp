// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder: where sentences and words end, and what their classes and heads are. Keys of a
// story:
//   text       lines of the report (a line is a paragraph)
//   sentence   the text of each sentence, all of them in order; none given: not looked at
//   words      the first sentence that begins with the first of these words is cut into them
//   word       form="" and any of upos= xpos= lemma= head="form" (or head="" for the root) deprel= feats=: the first
//   such word
//   name       text="" kind=: the trained names and noun phrases have it, with just these words; no-name: none of these
//   words
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/packs/pack.hpp>

#include "support/case_file.hpp"

namespace hearsay::tests {
namespace {

const std::filesystem::path k_source = HEARSAY_SOURCE_DIR;

const analyse::Models& models() {
  static const analyse::Models loaded(k_source / "models", packs::load_packs(k_source / "packs", "levant").pack);
  return loaded;
}

std::vector<std::string> sentences_of(const std::string& text, const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Sentence& s : analysis.sentences) {
    out.emplace_back(text_of(text, s.span));
  }
  return out;
}

std::vector<std::string> words_like(const std::string& text, const Analysis& analysis,
                                    const std::vector<std::string>& wanted) {
  for (const Sentence& s : analysis.sentences) {
    if (text_of(text, analysis.tokens[s.first_token].span) != wanted.front()) {
      continue;
    }
    std::vector<std::string> out;
    for (std::uint32_t i = s.first_token; i < s.end_token; ++i) {
      out.emplace_back(text_of(text, analysis.tokens[i].span));
    }
    return out;
  }
  return {};
}

std::string value_of(const std::string& text, const Analysis& analysis, const Token& token, const std::string& key) {
  if (key == "upos") {
    return std::string(to_string(token.upos));
  }
  if (key == "xpos") {
    return std::string(token.xpos);
  }
  if (key == "lemma") {
    return token.lemma;
  }
  if (key == "deprel") {
    return std::string(to_string(token.deprel));
  }
  if (key == "feats") {
    return to_string(token.feats);
  }
  EXPECT_EQ(key, "head") << "unknown key";
  return token.head < 0 ? "" : std::string(text_of(text, analysis.tokens[static_cast<std::size_t>(token.head)].span));
}

void check_word(const std::string& text, const Analysis& analysis, const CaseLine& line) {
  const auto pairs = read_pairs(line.value);
  ASSERT_FALSE(pairs.empty());
  const std::string& form = pairs.front().second;
  for (const Token& token : analysis.tokens) {
    if (text_of(text, token.span) != form) {
      continue;
    }
    for (std::size_t i = 1; i < pairs.size(); ++i) {
      const std::string value = value_of(text, analysis, token, pairs[i].first);
      const bool part = pairs[i].first == "feats" && value.find(pairs[i].second) != std::string::npos;
      EXPECT_TRUE(part || value == pairs[i].second) << form << ": " << pairs[i].first << " is " << value;
    }
    return;
  }
  ADD_FAILURE() << "no word " << form;
}

void check_name(const std::string& text, const Analysis& analysis, const CaseLine& line) {
  const auto pairs = read_pairs(line.value);
  ASSERT_FALSE(pairs.empty());
  const std::string& name = pairs.front().second;
  std::vector<std::string> kinds;
  for (const auto* list : {&analysis.mentions, &analysis.phrases}) {
    for (const Mention& mention : *list) {
      if (text_of(text, mention.span) == name) {
        kinds.emplace_back(to_string(mention.kind));
      }
    }
  }
  if (line.key == "no-name") {
    EXPECT_TRUE(kinds.empty()) << name << " is a " << kinds.front();
    return;
  }
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_TRUE(std::find(kinds.begin(), kinds.end(), pairs[1].second) != kinds.end())
      << name << " is " << (kinds.empty() ? "no name" : kinds.front());
}

void check_case(const Case& story) {
  CleanText clean;
  clean.text = story.value("text");
  const Analysis analysis = analyse::analyse_text(clean, models());
  std::vector<std::string> sentences;
  for (const CaseLine& line : story.lines) {
    SCOPED_TRACE("line " + std::to_string(line.line));
    if (line.key == "sentence") {
      sentences.push_back(line.value);
    } else if (line.key == "words") {
      std::istringstream stream(line.value);
      const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
      EXPECT_EQ(words_like(clean.text, analysis, words), words);
    } else if (line.key == "name" || line.key == "no-name") {
      check_name(clean.text, analysis, line);
    } else if (line.key == "word") {
      check_word(clean.text, analysis, line);
    }
  }
  if (!sentences.empty()) {
    EXPECT_EQ(sentences_of(clean.text, analysis), sentences);
  }
}

TEST(ParseCases, All) {
  const auto stories = read_case_folder(k_source / "tests/cases/analyse");
  ASSERT_FALSE(stories.empty());
  for (const Case& story : stories) {
    SCOPED_TRACE(story.label());
    check_case(story);
  }
}

}  // namespace
}  // namespace hearsay::tests
