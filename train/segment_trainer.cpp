// SPDX-License-Identifier: Apache-2.0
#include "segment_trainer.hpp"

#include <algorithm>
#include <array>
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

void add_splits(const analyse::GivenTokens& corpus, const detail::Abbreviations& abbreviations,
                std::vector<Example>& out) {
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
        detail::split_features(corpus.text, letters, at, abbreviations, keys);
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

void add_ends(const analyse::GivenTokens& corpus, const detail::Abbreviations& abbreviations,
              std::vector<Example>& out) {
  detail::FeatureKeys keys;
  for (const Paragraph& paragraph : paragraphs_of(corpus)) {
    detail::EndContext context;
    for (std::size_t at = 0; at + 1 < paragraph.tokens.size(); ++at) {
      detail::enter_token(corpus.text, paragraph.tokens, at, context);
      if (detail::may_end(corpus.text, paragraph.tokens, at)) {
        context.at = at;
        detail::end_features(corpus.text, paragraph.tokens, context, abbreviations, keys);
        out.push_back({{keys.keys().begin(), keys.keys().end()}, paragraph.ends[at] ? 1U : 0U});
      }
      detail::leave_token(corpus.text, paragraph.tokens, at, context);
      if (paragraph.ends[at]) {
        context = {at + 1, at + 1, false, 0};
      }
    }
  }
}

/// A treebank's tokens as they are or as a text without commas and apostrophes has them, and which hide a clitic.
struct CliticText {
  std::string text;
  std::vector<detail::RawToken> tokens;
  std::vector<bool> hides;
};

std::string without_apostrophes(std::string_view form) {
  std::string out(form);
  for (const std::string_view sign : {"'", ",", "\u2019", "\u2018"}) {
    for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign)) {
      out.erase(at, sign.size());
    }
  }
  return out;
}

CliticText clitic_text(const analyse::GivenTokens& corpus, bool take_signs) {
  CliticText out;
  std::vector<Span> spans;
  const auto& tokens = corpus.analysis.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].words == 0) {
      continue;
    }
    const Span whole{tokens[i].span.begin, tokens[i + tokens[i].words - 1U].span.end};
    const std::string_view given = text_of(corpus.text, whole);
    const std::string form = take_signs ? without_apostrophes(given) : std::string(given);
    if (form.empty()) {
      continue;
    }
    const std::string last = without_apostrophes(text_of(corpus.text, tokens[i + tokens[i].words - 1U].span));
    out.hides.push_back(tokens[i].words == 2 && last == "s");
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += form;
    spans.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    out.text += " ";
  }
  for (const Span span : spans) {
    out.tokens.push_back(detail::make_raw_token(out.text, span));
  }
  return out;
}

void add_clitics(const analyse::GivenTokens& corpus, bool stripped, std::vector<Example>& out) {
  const CliticText text = clitic_text(corpus, stripped);
  detail::FeatureKeys keys;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    if (detail::may_hide_clitic(text_of(text.text, text.tokens[i].span), stripped)) {
      detail::clitic_features(text.text, text.tokens, {i, stripped}, keys);
      out.push_back({{keys.keys().begin(), keys.keys().end()}, text.hides[i] ? 1U : 0U});
    }
  }
}

}  // namespace

CliticFigures measure_clitics(const analyse::GivenTokens& corpus, const std::string& packed) {
  const detail::LinearModel model(packed);
  std::vector<Example> examples;
  add_clitics(corpus, true, examples);
  CliticFigures out;
  for (const Example& e : examples) {
    std::array<std::int32_t, 2> scores{};
    model.add_scores(e.keys, scores);
    const bool guess = scores[1] > scores[0];
    out.right += guess && e.truth == 1 ? 1 : 0;
    out.found += guess ? 1 : 0;
    out.gold += e.truth == 1 ? 1 : 0;
  }
  return out;
}

SegmentModels train_segmenter(const std::vector<analyse::GivenTokens>& corpora,
                              const analyse::detail::Abbreviations& abbreviations) {
  std::vector<Example> splits, ends, clitics;
  for (const analyse::GivenTokens& corpus : corpora) {
    add_splits(corpus, abbreviations, splits);
    add_ends(corpus, abbreviations, ends);
    add_clitics(corpus, true, clitics);
    add_clitics(corpus, false, clitics);
  }
  return {learn(splits, 8), learn(ends, 8), learn(clitics, 8)};
}

}  // namespace hearsay::train
