// SPDX-License-Identifier: Apache-2.0
// From marked texts to a network of names: a base on names and on GUM's mentions, then on with re3d's noun phrases.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "name_corpus.hpp"
#include "name_network.hpp"

namespace hearsay::train {

using Texts = std::vector<std::unique_ptr<MarkedText>>;
using Some = std::vector<const MarkedText*>;

struct NameTraining {
  analyse::detail::NameNetShape shape;
  NameNetOptions options;
  std::size_t batch_words = 500;
  int base_rounds = 9, tuned_rounds = 6;
  float base_rate = 2e-3F, tuned_rate = 1e-3F;
  std::size_t phrase_repeats = 3;  // of the reports in a round of tuning
  float base_share = 0.2F;         // of the base's sentences in a round of tuning
  int least_seen = 4;              // a feature of fewer words has no vector
};

class NameTrainer {
 public:
  /// Texts and table must outlive the trainer. `uner` and `gum` make the base; the features that are kept are counted
  /// in them and in `reports`.
  NameTrainer(const Some& uner, const Some& gum, const Some& reports, const analyse::detail::VectorTable& vectors,
              const NameTraining& training);
  void train_base();
  /// The base, tuned to noun phrases.
  NameWeights tuned(const Some& reports) const;
  /// Of the rows of features: the same for all trainers on the same texts.
  const std::vector<std::uint64_t>& keys() const { return m_keys; }

 private:
  using Examples = std::vector<NameExample>;
  void count_features(const Some& texts);
  void append(const MarkedText& text, bool report, Examples& out) const;
  void run_round(const std::vector<const NameExample*>& order, NameNetwork& network, float from, float to,
                 float peak) const;

  const analyse::detail::VectorTable& m_vectors;
  NameTraining m_training;
  std::vector<std::uint64_t> m_keys;
  std::map<std::uint64_t, std::int32_t> m_rows;
  Examples m_base_examples;
  std::unique_ptr<NameNetwork> m_network;
};

}  // namespace hearsay::train
