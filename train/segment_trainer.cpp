// SPDX-License-Identifier: Apache-2.0
#include "segment_trainer.hpp"

#include <algorithm>
#include <random>

#include <hearsay/analyse/detail/segmenter.hpp>

#include "perceptron.hpp"

namespace hearsay::train {

namespace {

namespace detail = analyse::detail;

struct Example {
  std::vector<std::uint64_t> keys;
  std::size_t truth = 0;
};

std::string learn(std::vector<Example>& examples, int rounds) {
  Perceptron model(2);
  std::mt19937 random(7);
  for (int round = 0; round < rounds; ++round) {
    std::shuffle(examples.begin(), examples.end(), random);
    for (const Example& e : examples) {
      const auto scores = model.score(e.keys);
      model.update(e.keys, e.truth, scores[1] > scores[0] ? 1 : 0);
    }
  }
  return detail::LinearModel::pack(model.averaged(1), 2);
}

void add_splits(const analyse::GivenTokens& corpus, std::vector<Example>& out) {
  std::unordered_set<std::uint32_t> begins;
  for (const Token& token : corpus.analysis.tokens) {
    if (token.words > 0) {
      begins.insert(token.span.begin);
    }
  }
  detail::FeatureKeys keys;
  const Span all{0, static_cast<std::uint32_t>(corpus.text.size())};
  for (const detail::Chunk& chunk : detail::chunks_of(corpus.text, all)) {
    const auto letters = detail::letters_of(corpus.text, chunk.span);
    const Span address = detail::address_in(corpus.text, chunk.span);
    for (std::size_t at = 1; at < letters.size(); ++at) {
      if (detail::may_split(letters, at) && !(address.begin <= letters[at].at && letters[at].at <= address.end)) {
        detail::split_features(corpus.text, letters, at, keys);
        out.push_back({{keys.keys().begin(), keys.keys().end()}, begins.contains(letters[at].at) ? 1U : 0U});
      }
    }
  }
}

/// The orthographic tokens of a treebank and where its sentences end, paragraph by paragraph.
struct Paragraph {
  std::vector<detail::RawToken> tokens;
  std::vector<bool> ends;
};

std::vector<Paragraph> paragraphs_of(const analyse::GivenTokens& corpus) {
  std::vector<Paragraph> out;
  std::uint32_t last = 0;
  for (const Sentence& sentence : corpus.analysis.sentences) {
    if (out.empty() || sentence.paragraph != last) {
      out.emplace_back();
    }
    last = sentence.paragraph;
    Paragraph& paragraph = out.back();
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = corpus.analysis.tokens[i];
      if (token.words == 0) {
        continue;
      }
      const Span span{token.span.begin, corpus.analysis.tokens[i + token.words - 1U].span.end};
      paragraph.tokens.push_back(detail::make_raw_token(corpus.text, span));
      paragraph.tokens.back().space_after = token.space_after;
      paragraph.ends.push_back(false);
    }
    paragraph.ends.back() = true;
  }
  return out;
}

void add_ends(const analyse::GivenTokens& corpus, const std::unordered_set<std::uint64_t>& abbreviations,
              std::vector<Example>& out) {
  detail::FeatureKeys keys;
  for (const Paragraph& paragraph : paragraphs_of(corpus)) {
    detail::EndContext context;
    for (std::size_t at = 0; at + 1 < paragraph.tokens.size(); ++at) {
      const Span span = paragraph.tokens[at].span;
      context.quote_open = context.quote_open != (span.size() == 1 && corpus.text[span.begin] == '"');
      if (detail::may_end(corpus.text, paragraph.tokens, at)) {
        context.at = at;
        detail::end_features(corpus.text, paragraph.tokens, context, abbreviations, keys);
        out.push_back({{keys.keys().begin(), keys.keys().end()}, paragraph.ends[at] ? 1U : 0U});
      }
      if (paragraph.ends[at]) {
        context = {at + 1, at + 1, false};
      }
    }
  }
}

}  // namespace

SegmentModels train_segmenter(const std::vector<analyse::GivenTokens>& corpora,
                              const std::unordered_set<std::uint64_t>& abbreviations) {
  std::vector<Example> splits, ends;
  for (const analyse::GivenTokens& corpus : corpora) {
    add_splits(corpus, splits);
    add_ends(corpus, abbreviations, ends);
  }
  return {learn(splits, 8), learn(ends, 8)};
}

}  // namespace hearsay::train
