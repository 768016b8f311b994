// SPDX-License-Identifier: Apache-2.0
#include <hearsay/claims/attribution/detail/cue_lexicon.hpp>

#include <gtest/gtest.h>

#include <set>

#include "support/shipped_tables.hpp"

namespace hearsay::claims::attribution {
namespace {

Pack english() {
  return tests::shipped_tables({"lang-en/cues.tsv", "lang-en/sources.tsv"});
}

TEST(CueLexicon, EveryRowOfTheEnglishPackIsUnderstood) {
  const Pack pack = english();
  std::set<std::string> frames{"that",    "quote", "to",     "ing",         "obj",   "obj-as", "obj-pred", "hearer",
                               "clause",  "noun",  "source", "source-name", "inner", "light",  "marks",    "as-saying",
                               "inverts", "acts",  "counts", "agent",       "no",    ""};
  const packs::Table& cues = pack.tables.at("lang-en/cues.tsv");
  std::set<std::string> seen;
  for (const packs::Row& row : cues.rows) {
    const std::string at = "line " + std::to_string(row.line);
    EXPECT_TRUE(parse_stance(cues.cell(row, "stance")).has_value()) << at;
    EXPECT_TRUE(cues.cell(row, "voice") == "yes" || cues.cell(row, "voice") == "no") << at;
    EXPECT_FALSE(cues.cell(row, "source").empty()) << at;
    EXPECT_TRUE(seen.insert(cues.cell(row, "cue") + "/" + cues.cell(row, "pos")).second) << at;
    std::string word;
    for (const char c : cues.cell(row, "frames") + " ") {
      if (c == ' ') {
        EXPECT_TRUE(word.starts_with("p:") || frames.contains(word)) << at << ": " << word;
        word.clear();
      } else {
        word += c;
      }
    }
  }
}

TEST(CueLexicon, FramesStanceAndVoiceComeFromTheTable) {
  const CueLexicon lexicon = compile_cues(english());
  const Cue& deny = lexicon.verbs.at("deny");
  EXPECT_TRUE(deny.has(k_that));
  EXPECT_EQ(deny.stance, Stance::deny);
  EXPECT_TRUE(deny.voice);
  EXPECT_FALSE(lexicon.verbs.at("want").voice);
  EXPECT_TRUE(lexicon.adverbs.at("reportedly").has(k_clause));
  EXPECT_EQ(lexicon.phrases.at("according").front().words, (std::vector<std::string>{"according", "to"}));
}

TEST(CueLexicon, SourceNounsKnowTheirKind) {
  const CueLexicon lexicon = compile_cues(english());
  EXPECT_EQ(lexicon.sources.at("witness").kind, VoiceKind::witness);
  EXPECT_EQ(lexicon.sources.at("spokesman").kind, VoiceKind::spokesman);
  EXPECT_TRUE(lexicon.sources.at("source").anonymous);
  EXPECT_FALSE(lexicon.sources.at("statement").anonymous);
}

}  // namespace
}  // namespace hearsay::claims::attribution
