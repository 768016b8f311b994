// SPDX-License-Identifier: Apache-2.0
// A light recurrent layer run in both directions.
// Source: T. Lei, Y. Zhang, S. Wang, H. Dai, Y. Artzi, Simple Recurrent Units, EMNLP 2018 (with state in the gates),
// with tanh on the state.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay::analyse::detail {

/// One layer over one sentence, `width` values a word: the first half is read left to right, the second right to left.
/// `gates` holds 3 * width values a word, on input X * W in the order
/// (left: state, forget, reset; right: state, forget, reset), each of width / 2; on output the gates are squashed in
/// place.
struct RecurrentPass {
  const float* input = nullptr;      // words x width
  float* gates = nullptr;            // words x 3 width
  const float* bias = nullptr;       // 2 width: (left: forget, reset; right: forget, reset)
  const float* carry = nullptr;      // 2 width: weights of the last state in the gates, same order
  float* state = nullptr;            // words x width: the inner state
  float* output = nullptr;           // words x width
  std::size_t words = 0, width = 0;  // width: a multiple of 32
};
void run_recurrent(const RecurrentPass& pass);

/// The weights of one layer: gates width x 3 width, bias and carry as in RecurrentPass.
struct RecurrentWeights {
  const float *gates = nullptr, *bias = nullptr, *carry = nullptr;
};
/// Runs the layer over several sentences, replacing x (words x width); sentence i is words [ends[i - 1], ends[i]).
void run_layer(const RecurrentWeights& layer, std::size_t width, std::span<const std::uint32_t> ends,
               std::vector<float>& x);

/// tanh by a rational function, absolute error below 1e-6; the same formula everywhere in training and use.
void squash(std::span<float> values);

}  // namespace hearsay::analyse::detail
