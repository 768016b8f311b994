// SPDX-License-Identifier: Apache-2.0
// The loss of a linear-chain conditional random field and its gradients.
// Source: J. Lafferty, A. McCallum, F. Pereira, ICML 2001; forward-backward with scaled probabilities as in
// L. Rabiner, Proceedings of the IEEE 77 (1989).
#pragma once
#include <cstdint>
#include <span>

#include "layers.hpp"

namespace hearsay::train {

/// One sentence: scores of word w at scores[w * stride], gradients are added at the same places of d_scores.
struct CrfSentence {
  const float* scores = nullptr;
  float* d_scores = nullptr;
  std::size_t stride = 0, labels = 0;
  std::span<const std::uint8_t> gold;
};

/// Minus the logarithm of the gold labels' probability. `transitions` is (labels + 1) x labels as in LabelScores and
/// gets its gradient; gradients are multiplied by `weight`.
double crf_loss(const CrfSentence& sentence, Tensor& transitions, float weight);

}  // namespace hearsay::train
