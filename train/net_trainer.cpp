// SPDX-License-Identifier: Apache-2.0
#include "net_trainer.hpp"

#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/penn.hpp>

namespace hearsay::train {

namespace {

namespace detail = analyse::detail;

constexpr int k_least_form = 2;          // a form or an affix needs so many occurrences for a vector of its own
constexpr int k_least_class = 6;         // rarer tag classes are replaced by a like one

struct Sentences {
  std::vector<std::vector<detail::WordFeatures>> words;
  std::vector<std::span<const Token>> tokens;
  std::vector<std::size_t> first;
};

Sentences sentences_of(const std::vector<const analyse::GivenTokens*>& corpora) {
  Sentences out;
  for (const analyse::GivenTokens* corpus : corpora) {
    for (const Sentence& s : corpus->analysis.sentences) {
      const std::span<const Token> tokens(corpus->analysis.tokens.data() + s.first_token, s.end_token - s.first_token);
      out.words.push_back(detail::sentence_features(corpus->text, tokens));
      out.tokens.push_back(tokens);
      out.first.push_back(s.first_token);
    }
  }
  return out;
}

/// Tag classes frequent enough to learn, and for every class the one that stands for it.
struct Classes {
  std::vector<detail::TagClass> kept;
  std::map<detail::TagClass, std::uint16_t> index;
};

Classes choose_classes(const Sentences& sentences) {
  std::map<detail::TagClass, int> counts;
  for (const auto tokens : sentences.tokens) {
    for (const Token& token : tokens) {
      ++counts[detail::tag_class_of(token)];
    }
  }
  Classes out;
  for (const auto& [cls, count] : counts) {
    if (count >= k_least_class) {
      out.index[cls] = static_cast<std::uint16_t>(out.kept.size());
      out.kept.push_back(cls);
    }
  }
  for (const auto& [cls, count] : counts) {
    if (count >= k_least_class) {
      continue;
    }
    const auto likeness = [&, &rare = cls](const detail::TagClass& other) {
      return (other.upos == rare.upos ? 2'000'000 : 0) + (other.penn == rare.penn ? 1'000'000 : 0) + counts[other];
    };
    const auto best = std::max_element(out.kept.begin(), out.kept.end(), [&](const auto& a, const auto& b) { return likeness(a) < likeness(b); });
    out.index[cls] = static_cast<std::uint16_t>(best - out.kept.begin());
  }
  return out;
}

/// Rows of the vectors by key; row 0 is the unknown form's.
struct Vocabulary {
  std::unordered_map<std::uint64_t, std::int32_t> row;
  std::unordered_map<std::uint64_t, int> count;
  std::vector<std::uint64_t> keys = {detail::unknown_key()};
};

Vocabulary choose_vocabulary(const Sentences& sentences) {
  Vocabulary out;
  for (const auto& words : sentences.words) {
    for (const detail::WordFeatures& word : words) {
      for (const std::uint64_t key : detail::net_keys(word)) {
        if (++out.count[key] == k_least_form) {
          out.row[key] = static_cast<std::int32_t>(out.keys.size());
          out.keys.push_back(key);
        }
      }
    }
  }
  return out;
}

std::vector<NetExample> examples_of(const Sentences& sentences, const Classes& classes, const Vocabulary& vocabulary) {
  std::vector<NetExample> out;
  for (std::size_t s = 0; s < sentences.words.size(); ++s) {
    NetExample e;
    for (std::size_t i = 0; i < sentences.words[s].size(); ++i) {
      const Token& token = sentences.tokens[s][i];
      const auto keys = detail::net_keys(sentences.words[s][i]);
      for (std::size_t slot = 0; slot < keys.size(); ++slot) {
        const auto found = vocabulary.row.find(keys[slot]);
        e.rows.push_back(found != vocabulary.row.end() ? found->second : slot == 0 ? 0 : -1);
      }
      e.unknown.push_back(0.25F / (0.25F + static_cast<float>(vocabulary.count.at(keys[0]))));
      e.tags.push_back(classes.index.at(detail::tag_class_of(token)));
      e.heads.push_back(token.head < 0 ? -1 : token.head - static_cast<std::int32_t>(sentences.first[s]));
      e.deprels.push_back(static_cast<std::uint8_t>(token.deprel));
    }
    out.push_back(std::move(e));
  }
  return out;
}

void measure(const Network& network, const Vocabulary& vocabulary, const Classes& classes, const analyse::GivenTokens& gold) {
  const std::string dense = network.pack_dense(), vectors = network.pack_vectors(vocabulary.keys);
  const detail::SyntaxNet net(dense, vectors);
  std::size_t all = 0, upos = 0, heads = 0, labelled = 0;
  for (const Sentence& s : gold.analysis.sentences) {
    const std::span<const Token> tokens(gold.analysis.tokens.data() + s.first_token, s.end_token - s.first_token);
    const std::uint32_t end = s.end_token - s.first_token;
    const detail::Parsed parsed = net.run(detail::sentence_features(gold.text, tokens), {&end, 1});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      ++all;
      upos += classes.kept[parsed.tags[i]].upos == tokens[i].upos ? 1 : 0;
      const std::int32_t head = tokens[i].head < 0 ? -1 : tokens[i].head - static_cast<std::int32_t>(s.first_token);
      const bool right = head == parsed.heads[i];
      heads += right ? 1 : 0;
      labelled += right && universal(tokens[i].deprel) == universal(parsed.deprels[i]) ? 1 : 0;
    }
  }
  const auto percent = [&](std::size_t count) { return 100.0 * static_cast<double>(count) / static_cast<double>(all); };
  std::fprintf(stderr, "  UPOS %.2f UAS %.2f LAS %.2f\n", percent(upos), percent(heads), percent(labelled));
}

std::vector<std::vector<const NetExample*>> batches_of(std::vector<const NetExample*>& order, std::size_t words, std::mt19937& random) {
  std::shuffle(order.begin(), order.end(), random);
  std::vector<std::vector<const NetExample*>> out(1);
  std::size_t filled = 0;
  for (const NetExample* e : order) {
    if (filled >= words) {
      out.emplace_back();
      filled = 0;
    }
    out.back().push_back(e);
    filled += e->words();
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> train_network(const std::vector<analyse::GivenTokens>& corpora,
                                                 const analyse::GivenTokens* measured, NetTraining training) {
  std::vector<const analyse::GivenTokens*> parts;
  std::vector<detail::LemmaExample> lemmas;
  for (const analyse::GivenTokens& corpus : corpora) {
    parts.push_back(&corpus);
    for (const Token& token : corpus.analysis.tokens) {
      const detail::TagClass cls = detail::tag_class_of(token);
      lemmas.push_back({std::string(text_of(corpus.text, token.span)), token.lemma, cls.upos, cls.penn});
    }
  }
  const Sentences sentences = sentences_of(parts);
  const Classes classes = choose_classes(sentences);
  const Vocabulary vocabulary = choose_vocabulary(sentences);
  const std::vector<NetExample> examples = examples_of(sentences, classes, vocabulary);
  training.shape.classes = static_cast<std::uint32_t>(classes.kept.size());
  Network network(training.shape, vocabulary.keys.size(), training.options);
  std::fprintf(stderr, "%zu sentences, %zu classes, %zu vectors\n", examples.size(), classes.kept.size(), vocabulary.keys.size());
  std::vector<const NetExample*> order;
  for (const NetExample& e : examples) {
    order.push_back(&e);
  }
  std::mt19937 random(training.options.seed + 100);
  for (int round = 0; round < training.rounds; ++round) {
    const auto batches = batches_of(order, training.batch_words, random);
    double loss = 0;
    for (std::size_t b = 0; b < batches.size(); ++b) {
      const float done = (static_cast<float>(round) + static_cast<float>(b) / static_cast<float>(batches.size())) / static_cast<float>(training.rounds);
      const float rate = training.options.peak_rate * std::min(1.0F, done * 30.0F) * (1.0F - done);
      loss += network.step(batches[b], rate);
    }
    std::fprintf(stderr, "round %d: loss %.4f\n", round, loss / static_cast<double>(batches.size()));
    if (measured != nullptr && (round % 5 == 4 || round + 1 == training.rounds)) {
      measure(network, vocabulary, classes, *measured);
    }
  }
  return {{"tag-classes", detail::write_tag_classes(classes.kept)}, {"lemma", detail::pack_lemmas(lemmas)},
          {"net", network.pack_dense()}, {"vectors", network.pack_vectors(vocabulary.keys)}};
}

}  // namespace hearsay::train
