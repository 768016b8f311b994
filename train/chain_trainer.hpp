// SPDX-License-Identifier: Apache-2.0
// Trains a linear-chain conditional random field by gradient steps of their own size for every weight.
// Sources: J. Lafferty, A. McCallum, F. Pereira, ICML 2001; J. Duchi, E. Hazan, Y. Singer, JMLR 2011 (AdaGrad).
#pragma once
#include <cstdint>
#include <random>
#include <span>
#include <unordered_map>
#include <vector>

#include <hearsay/analyse/detail/name_tagger.hpp>

namespace hearsay::train {

/// One sentence: features and states of its words, and its true labels.
struct ChainSentence {
  std::vector<std::uint64_t> keys;      // of all words, one after the other
  std::vector<std::uint32_t> key_ends;  // where a word's keys end
  const float* states = nullptr;        // words x width; must outlive the training
  std::vector<std::uint8_t> gold;
};

struct ChainOptions {
  std::size_t labels = 0, width = 0;
  int rounds = 12;
  float rate = 0.1F, dense_rate = 0.02F;
  float dropout = 0.2F;  // share of features that a word does not see in a round
  float decay = 1e-5F;
  float least = 0.02F;  // a feature whose weights are all below is not kept
  std::uint64_t seed = 1;
};

struct ChainResult {
  analyse::detail::LinearWeights sparse;
  analyse::detail::ChainWeights chain;
};

/// The average of the weights after the later half of the rounds.
ChainResult train_chain(std::span<const ChainSentence> sentences, const ChainOptions& options);

}  // namespace hearsay::train
