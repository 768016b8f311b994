// SPDX-License-Identifier: Apache-2.0
#include "parse_trainer.hpp"

#include <algorithm>
#include <cstdio>
#include <random>

#include <hearsay/analyse/detail/greedy_parser.hpp>
#include <hearsay/analyse/detail/penn.hpp>
#include <hearsay/analyse/detail/tagger.hpp>

#include "perceptron.hpp"

namespace hearsay::train {

namespace {

namespace detail = analyse::detail;

struct Example {
  std::vector<detail::WordFeatures> words;
  std::vector<std::uint16_t> gold_tags, tags;
  std::vector<std::uint8_t> upos;
  std::vector<std::int32_t> heads;
  std::vector<Deprel> deprels;
};

struct Data {
  std::vector<Example> sentences;
  std::vector<detail::TagClass> classes;
  std::vector<detail::LemmaExample> lemmas;
};

Data collect(const std::vector<analyse::GivenTokens>& corpora) {
  Data data;
  std::map<detail::TagClass, std::uint16_t> index;
  for (const analyse::GivenTokens& corpus : corpora) {
    for (const Sentence& s : corpus.analysis.sentences) {
      const std::span<const Token> tokens(corpus.analysis.tokens.data() + s.first_token, s.end_token - s.first_token);
      Example example;
      example.words = detail::sentence_features(corpus.text, tokens);
      for (const Token& token : tokens) {
        const detail::TagClass cls = detail::tag_class_of(token);
        const auto [at, added] = index.emplace(cls, static_cast<std::uint16_t>(data.classes.size()));
        if (added) {
          data.classes.push_back(cls);
        }
        example.gold_tags.push_back(at->second);
        example.heads.push_back(token.head < 0 ? -1 : token.head - static_cast<std::int32_t>(s.first_token));
        example.deprels.push_back(token.deprel);
        data.lemmas.push_back({std::string(text_of(corpus.text, token.span)), token.lemma, cls.upos, cls.penn});
      }
      data.sentences.push_back(std::move(example));
    }
  }
  return data;
}

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

using Chosen = std::vector<const Example*>;

detail::LinearWeights train_tagger(Chosen sentences, std::size_t classes, int rounds) {
  Perceptron model(classes);
  std::mt19937 random(11);
  detail::FeatureKeys keys;
  for (int round = 0; round < rounds; ++round) {
    std::shuffle(sentences.begin(), sentences.end(), random);
    for (const Example* s : sentences) {
      std::vector<std::uint16_t> tags(s->words.size());
      for (std::size_t i = 0; i < tags.size(); ++i) {
        detail::tag_features(s->words, i, tags, keys);
        tags[i] = static_cast<std::uint16_t>(best(model.score(keys.keys())));
        model.update(keys.keys(), s->gold_tags[i], tags[i]);
      }
    }
  }
  return model.averaged(2);
}

void apply_tagger(const std::string& packed, const Data& data, Example& sentence) {
  const detail::Tagger tagger(detail::LinearModel(packed), data.classes);
  sentence.tags = tagger.tag(sentence.words);
  sentence.upos.clear();
  for (const std::uint16_t tag : sentence.tags) {
    sentence.upos.push_back(static_cast<std::uint8_t>(data.classes[tag].upos));
  }
}

void jack_knife(Data& data, const ParseOptions& options) {
  const auto folds = static_cast<std::size_t>(options.folds);
  constexpr std::size_t k_block = 50;      // neighbouring sentences are of one document
  for (std::size_t fold = 0; fold < folds; ++fold) {
    Chosen rest;
    for (std::size_t i = 0; i < data.sentences.size(); ++i) {
      if (i / k_block % folds != fold) {
        rest.push_back(&data.sentences[i]);
      }
    }
    const std::string packed = detail::LinearModel::pack(train_tagger(rest, data.classes.size(), 4), data.classes.size());
    std::size_t right = 0, all = 0;
    for (std::size_t i = 0; i < data.sentences.size(); ++i) {
      Example& s = data.sentences[i];
      if (i / k_block % folds == fold) {
        apply_tagger(packed, data, s);
        for (std::size_t w = 0; w < s.tags.size(); ++w) {
          right += data.classes[s.tags[w]].upos == data.classes[s.gold_tags[w]].upos ? 1 : 0;
          ++all;
        }
      }
    }
    std::fprintf(stderr, "fold %zu: UPOS %.2f\n", fold, 100.0 * static_cast<double>(right) / static_cast<double>(all));
  }
}

std::size_t best_allowed(std::span<const float> scores, std::span<const char> allowed) {
  std::size_t found = k_deprel_count * 4;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (allowed[i] != 0 && (found >= scores.size() || scores[i] > scores[found])) {
      found = i;
    }
  }
  return found;
}

/// The transitions that lose nothing: a gold arc keeps its gold relation, a move that builds another arc may take any.
struct Oracle {
  std::vector<char> legal, free;
};

Oracle consult(const detail::ParserState& state, const Example& s) {
  Oracle out{std::vector<char>(detail::k_transition_count), std::vector<char>(detail::k_transition_count)};
  int least = 1 << 30;
  for (const detail::Move move : {detail::Move::shift, detail::Move::left, detail::Move::right}) {
    least = state.can(move) ? std::min(least, state.cost(move, s.heads)) : least;
  }
  for (std::size_t i = 0; i < detail::k_transition_count; ++i) {
    const detail::Transition t = detail::transition_at(i);
    if (!state.can(t.move)) {
      continue;
    }
    out.legal[i] = 1;
    if (state.cost(t.move, s.heads) != least) {
      continue;
    }
    const std::int32_t word = state.stack(0);
    const std::int32_t head = t.move == detail::Move::left ? state.buffer(0) : state.stack(1);
    const bool gold_arc = t.move != detail::Move::shift && s.heads[static_cast<std::size_t>(word)] == head;
    out.free[i] = !gold_arc || s.deprels[static_cast<std::size_t>(word)] == t.deprel ? 1 : 0;
  }
  return out;
}

detail::LinearWeights train_transitions(const Data& data, int rounds) {
  Perceptron model(detail::k_transition_count);
  std::mt19937 random(13);
  detail::FeatureKeys keys;
  Chosen order;
  for (const Example& s : data.sentences) {
    order.push_back(&s);
  }
  for (int round = 0; round < rounds; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::size_t wrong = 0;
    for (const Example* s : order) {
      detail::ParserState state(s->words.size());
      while (!state.done()) {
        detail::parse_features(state, {s->words, s->tags, s->upos}, keys);
        const auto scores = model.score(keys.keys());
        const Oracle oracle = consult(state, *s);
        const std::size_t guess = best_allowed(scores, oracle.legal);
        const std::size_t truth = oracle.free[guess] != 0 ? guess : best_allowed(scores, oracle.free);
        model.update(keys.keys(), truth, guess);
        wrong += truth != guess ? 1 : 0;
        const bool explore = round > 0 && random() % 10 != 0;
        state.apply(detail::transition_at(explore ? guess : truth));
      }
    }
    std::fprintf(stderr, "parser round %d: %zu wrong\n", round, wrong);
  }
  return model.averaged(5);
}

}  // namespace

std::map<std::string, std::string> train_parser(const std::vector<analyse::GivenTokens>& corpora, const ParseOptions& options) {
  Data data = collect(corpora);
  std::fprintf(stderr, "%zu sentences, %zu tag classes\n", data.sentences.size(), data.classes.size());
  Chosen all;
  for (const Example& s : data.sentences) {
    all.push_back(&s);
  }
  std::map<std::string, std::string> out;
  out["tag"] = detail::LinearModel::pack(train_tagger(all, data.classes.size(), options.tag_rounds), data.classes.size());
  out["tag-classes"] = detail::write_tag_classes(data.classes);
  out["lemma"] = detail::pack_lemmas(data.lemmas);
  jack_knife(data, options);
  out["parse"] = detail::LinearModel::pack(train_transitions(data, options.parse_rounds), detail::k_transition_count);
  return out;
}

}  // namespace hearsay::train
