// SPDX-License-Identifier: Apache-2.0
// A linear-chain model over words: sparse features, the network's states, and transitions between labels.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/analyse/detail/linear_model.hpp>

namespace hearsay::analyse::detail {

/// Labels of k kinds: 0 outside, 1 + 2k begins a name of kind k, 2 + 2k goes on with it.
inline std::size_t label_count(std::size_t kinds) {
  return 1 + 2 * kinds;
}
inline bool begins(std::size_t label) {
  return label % 2 == 1;
}
/// Whether `after` may follow `before`: a name goes on only after itself.
inline bool may_follow(std::size_t before, std::size_t after) {
  return after == 0 || begins(after) || before == after || before + 1 == after;
}

/// The dense weights, in training as in the file: rows of `columns` floats.
struct ChainWeights {
  std::uint32_t labels = 0, columns = 0, width = 0;  // columns: labels, padded to a multiple of 32
  float scale = 1;                                   // sparse weights of the file, divided by this
  std::vector<float> dense;                          // width x columns
  std::vector<float> bias;                           // columns
  std::vector<float> transitions;                    // (labels + 1) x labels; the last row: at a sentence's begin
};

/// Views into a model file.
class NameTagger {
 public:
  NameTagger() = default;
  /// Throws Fatal when the sizes do not fit.
  NameTagger(std::string_view sparse, std::string_view dense);
  static std::string pack(const ChainWeights& weights);
  /// The factor by which LinearModel::pack multiplies these weights.
  static float scale_of(const LinearWeights& weights);

  std::size_t labels() const { return m_weights.labels; }
  /// Scores of every word and label, rows of weights().columns: bias and states; the sparse part is added word by word.
  std::vector<float> dense_scores(std::span<const float> states, std::size_t words) const;
  void add_sparse(std::span<const std::uint64_t> keys, std::span<float> row) const;
  /// The best labels of one sentence, rows of `scores` as from dense_scores.
  void decode(std::span<const float> scores, std::span<std::uint8_t> labels) const;
  const ChainWeights& weights() const { return m_weights; }

 private:
  LinearModel m_sparse;
  ChainWeights m_weights;
};

/// Viterbi over rows of scores. Of equal paths the one with lower labels.
void best_path(const ChainWeights& weights, std::span<const float> scores, std::span<std::uint8_t> labels);

}  // namespace hearsay::analyse::detail
