// SPDX-License-Identifier: Apache-2.0
// What must hold for any tree, however wrong, and any links: spans, chains, and that nobody unnamed gets an entity.
#include <hearsay/claims/attribution/attribution.hpp>

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "support/shipped_tables.hpp"

namespace hearsay::claims {
namespace {

struct Word {
  const char *form, *lemma, *xpos;
  Upos upos;
};

constexpr std::array<Word, 30> k_words{{{"said", "say", "VBD", Upos::verb},
                                        {"told", "tell", "VBD", Upos::verb},
                                        {"quoted", "quote", "VBN", Upos::verb},
                                        {"saying", "say", "VBG", Upos::verb},
                                        {"citing", "cite", "VBG", Upos::verb},
                                        {"denied", "deny", "VBD", Upos::verb},
                                        {"called", "call", "VBD", Upos::verb},
                                        {"seen", "see", "VBN", Upos::verb},
                                        {"struck", "strike", "VBD", Upos::verb},
                                        {"was", "be", "VBD", Upos::aux},
                                        {"as", "as", "IN", Upos::sconj},
                                        {"that", "that", "IN", Upos::sconj},
                                        {"to", "to", "TO", Upos::part},
                                        {"according", "accord", "VBG", Upos::verb},
                                        {"reportedly", "reportedly", "RB", Upos::adv},
                                        {"claims", "claim", "NNS", Upos::noun},
                                        {"source", "source", "NN", Upos::noun},
                                        {"witness", "witness", "NN", Upos::noun},
                                        {"spokesman", "spokesman", "NN", Upos::noun},
                                        {"ministry", "ministry", "NN", Upos::noun},
                                        {"video", "video", "NN", Upos::noun},
                                        {"monitor", "monitor", "NN", Upos::noun},
                                        {"Reuters", "Reuters", "NNP", Upos::propn},
                                        {"Dillon", "Dillon", "NNP", Upos::propn},
                                        {"he", "he", "PRP", Upos::pron},
                                        {"we", "we", "PRP", Upos::pron},
                                        {"who", "who", "WP", Upos::pron},
                                        {"the", "the", "DT", Upos::det},
                                        {",", ",", ",", Upos::punct},
                                        {"\"", "\"", "``", Upos::punct}}};

struct Made {
  CleanText text;
  Analysis analysis;
  Links links;
};

void add_sentence(std::mt19937& random, Made& made) {
  const auto pick = [&](std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); };
  Sentence sentence;
  sentence.first_token = static_cast<std::uint32_t>(made.analysis.tokens.size());
  sentence.paragraph = static_cast<std::uint32_t>(made.analysis.sentences.size()) / 2;
  const std::uint32_t count = 1 + pick(25);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Word& word = k_words[pick(k_words.size())];
    Token token;
    token.span.begin = static_cast<std::uint32_t>(made.text.text.size());
    made.text.text += word.form;
    token.span.end = static_cast<std::uint32_t>(made.text.text.size());
    made.text.text += pick(6) == 0 ? "" : " ";
    token.lemma = word.lemma;
    token.xpos = word.xpos;
    token.upos = word.upos;
    token.deprel = static_cast<Deprel>(pick(static_cast<std::uint32_t>(k_deprel_count)));
    token.head = static_cast<std::int32_t>(sentence.first_token + pick(count + 1)) - 1;  // cycles and strangers too
    made.analysis.tokens.push_back(token);
  }
  sentence.end_token = static_cast<std::uint32_t>(made.analysis.tokens.size());
  sentence.span = {made.analysis.tokens[sentence.first_token].span.begin, made.analysis.tokens.back().span.end};
  made.analysis.sentences.push_back(sentence);
  made.text.text += made.analysis.sentences.size() % 2 == 0 ? "\n" : " ";
}

Made random_report(std::uint32_t seed) {
  std::mt19937 random(seed);
  Made made;
  for (int i = 0; i < 8; ++i) {
    add_sentence(random, made);
  }
  for (std::uint32_t i = 0; i < made.analysis.tokens.size(); ++i) {
    if (random() % 5 == 0) {
      Linked linked;
      linked.span = made.analysis.tokens[i].span;
      linked.first_token = linked.head_token = i;
      linked.end_token = i + 1;
      linked.kind = static_cast<MentionKind>(random() % 10);
      linked.entity = "toy:actor/anybody";
      linked.name = "Anybody";
      linked.nominal = random() % 2 == 0;
      linked.antecedent = static_cast<std::int32_t>(random() % (made.links.mentions.size() + 1)) - 1;
      made.links.mentions.push_back(linked);
    }
  }
  return made;
}

bool is_hidden(const Voice& voice) {
  return voice.kind == VoiceKind::witness || voice.kind == VoiceKind::unnamed;
}

void check(const Made& made, const std::vector<Attribution>& all) {
  for (const Attribution& a : all) {
    ASSERT_FALSE(a.cue.empty());
    ASSERT_FALSE(a.content.empty());
    for (const auto* spans : {&a.source, &a.cue, &a.content}) {
      for (const Span span : *spans) {
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, made.text.text.size());
      }
    }
    ASSERT_LT(a.parent, static_cast<std::int32_t>(all.size()));
    for (const Voice& voice : a.chain) {
      ASSERT_TRUE(!is_hidden(voice) || voice.entity.empty());
    }
    ASSERT_TRUE(!is_hidden(a.voice) || a.voice.entity.empty());
    if (a.governs && !a.hearsay) {
      ASSERT_FALSE(a.chain.empty());
      ASSERT_EQ(a.chain.back().name, a.voice.name);
      ASSERT_EQ(a.chain.back().entity, a.voice.entity);
    }
  }
}

TEST(AttributionProperties, HoldForRandomTreesAndLinks) {
  const CueRules rules(tests::shipped_tables({"lang-en/cues.tsv", "lang-en/sources.tsv"}));
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    const Made made = random_report(seed);
    const auto all = find_attributions(made.text, made.analysis, made.links, rules);
    check(made, all);
    found += all.size();
    for (const Token& token : made.analysis.tokens) {
      const Attribution* a = governing(all, token.span);
      ASSERT_TRUE(a == nullptr || a->governs);
    }
  }
  EXPECT_GT(found, 1500u);  // the words are such that there is something to check
}

TEST(AttributionProperties, SameReportSameAttributions) {
  const CueRules rules(tests::shipped_tables({"lang-en/cues.tsv", "lang-en/sources.tsv"}));
  const Made made = random_report(7);
  const auto once = find_attributions(made.text, made.analysis, made.links, rules);
  const auto again = find_attributions(made.text, made.analysis, made.links, rules);
  ASSERT_EQ(once.size(), again.size());
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].content, again[i].content);
    EXPECT_EQ(once[i].voice.name, again[i].voice.name);
  }
}

}  // namespace
}  // namespace hearsay::claims
