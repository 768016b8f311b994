// SPDX-License-Identifier: Apache-2.0
#include "name_trainer.hpp"

#include <algorithm>
#include <cstdio>
#include <random>
#include <unordered_map>

namespace hearsay::train {

namespace {

using analyse::detail::FeatureKeys;
using analyse::detail::label_count;

/// The labels of the tasks that a text is marked for.
std::array<std::vector<std::uint8_t>, k_name_tasks> gold_of(const MarkedText& text, bool report) {
  std::array<std::vector<std::uint8_t>, k_name_tasks> out;
  if (report) {
    out[1] = gold_labels(text, outermost(text.entities, phrase_kind), phrase_kind);
    return out;
  }
  out[0] = gold_labels(text, outermost(text.entities, name_kind), name_kind);
  if (!text.mentions.empty()) {
    out[2] = gold_labels(text, outermost(text.mentions, mention_kind), mention_kind);
    out[3] = gold_labels(text, innermost(text.mentions, mention_kind), mention_kind);
  }
  return out;
}

/// Pointers in a random order.
std::vector<const NameExample*> shuffled(const std::vector<NameExample>& examples, std::mt19937& random) {
  std::vector<const NameExample*> out;
  for (const NameExample& example : examples) {
    out.push_back(&example);
  }
  std::shuffle(out.begin(), out.end(), random);
  return out;
}

}  // namespace

NameTrainer::NameTrainer(const Some& uner, const Some& gum, const Some& reports,
                         const analyse::detail::VectorTable& vectors, const NameTraining& training)
    : m_vectors(vectors), m_training(training) {
  Some all = uner;
  all.insert(all.end(), gum.begin(), gum.end());
  Some counted = all;
  counted.insert(counted.end(), reports.begin(), reports.end());
  count_features(counted);
  for (const MarkedText* text : all) {
    append(*text, false, m_base_examples);
  }
  auto& shape = m_training.shape;
  shape.states = static_cast<std::uint32_t>(all.front()->encoded.width);
  shape.vectors = static_cast<std::uint32_t>(vectors.width());
  shape.names = static_cast<std::uint32_t>(label_count(analyse::detail::k_name_kinds.size()));
  shape.phrases = static_cast<std::uint32_t>(label_count(analyse::detail::k_phrase_kinds.size()));
  const std::size_t mentions = label_count(3);
  m_network = std::make_unique<NameNetwork>(
      shape, std::array<std::size_t, k_name_tasks>{shape.names, shape.phrases, mentions, mentions}, m_keys.size(),
      m_training.options);
  std::fprintf(stderr, "%zu sentences, %zu features\n", m_base_examples.size(), m_keys.size());
}

void NameTrainer::count_features(const Some& texts) {
  std::unordered_map<std::uint64_t, int> seen;
  FeatureKeys keys;
  for (const MarkedText* text : texts) {
    for (std::uint32_t t = 0; t < text->analysis.tokens.size(); ++t) {
      keys.clear();
      analyse::detail::add_name_keys(text->prepared, t, keys);
      for (const std::uint64_t key : keys.keys()) {
        if (++seen[key] == m_training.least_seen) {
          m_rows.emplace(key, static_cast<std::int32_t>(m_keys.size()));
          m_keys.push_back(key);
        }
      }
    }
  }
}

void NameTrainer::append(const MarkedText& text, bool report, Examples& out) const {
  const auto gold = gold_of(text, report);
  FeatureKeys keys;
  for (const Sentence& sentence : text.analysis.sentences) {
    NameExample made;
    made.input = analyse::detail::name_inputs(text.prepared, m_vectors, sentence.first_token, sentence.end_token);
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      keys.clear();
      analyse::detail::add_name_keys(text.prepared, t, keys);
      for (const std::uint64_t key : keys.keys()) {
        const auto row = m_rows.find(key);
        made.rows.push_back(row == m_rows.end() ? -1 : row->second);
      }
      made.row_ends.push_back(static_cast<std::uint32_t>(made.rows.size()));
    }
    for (std::size_t task = 0; task < k_name_tasks; ++task) {
      if (!gold[task].empty()) {
        made.gold[task].assign(gold[task].begin() + sentence.first_token, gold[task].begin() + sentence.end_token);
      }
    }
    out.push_back(std::move(made));
  }
}

void NameTrainer::run_round(const std::vector<const NameExample*>& order, NameNetwork& network, float from, float to,
                            float peak) const {
  double loss = 0;
  std::size_t batches = 0;
  for (std::size_t first = 0; first < order.size();) {
    std::vector<const NameExample*> batch;
    std::size_t words = 0;
    const float done = from + (to - from) * static_cast<float>(first) / static_cast<float>(order.size());
    for (; first < order.size() && words < m_training.batch_words; ++first) {
      batch.push_back(order[first]);
      words += order[first]->words();
    }
    loss += network.step(batch, peak * std::min(1.0F, done * 20.0F) * (1.02F - done));
    ++batches;
  }
  std::fprintf(stderr, "  loss %.4f\n", loss / static_cast<double>(batches));
}

void NameTrainer::train_base() {
  std::mt19937 random(m_training.options.seed + 7);
  const auto rounds = static_cast<float>(m_training.base_rounds);
  for (int round = 0; round < m_training.base_rounds; ++round) {
    const auto at = static_cast<float>(round);
    run_round(shuffled(m_base_examples, random), *m_network, at / rounds, (at + 1) / rounds, m_training.base_rate);
  }
}

NameWeights NameTrainer::tuned(const Some& reports) const {
  NameNetwork network = *m_network;
  Examples examples;
  for (const MarkedText* text : reports) {
    append(*text, true, examples);
  }
  std::mt19937 random(m_training.options.seed + 8);
  const int rounds = m_training.tuned_rounds;
  for (int round = 0; round < rounds; ++round) {
    std::vector<const NameExample*> order = shuffled(m_base_examples, random);
    order.resize(static_cast<std::size_t>(m_training.base_share * static_cast<float>(order.size())));
    for (const NameExample& example : examples) {
      order.insert(order.end(), m_training.phrase_repeats, &example);
    }
    std::shuffle(order.begin(), order.end(), random);
    const auto at = static_cast<float>(round), all = static_cast<float>(rounds);
    run_round(order, network, at / all, (at + 1) / all, m_training.tuned_rate);
    if (round * 3 >= rounds * 2 - 1) {
      network.add_to_average();
    }
  }
  return network.mean_weights();
}

}  // namespace hearsay::train
