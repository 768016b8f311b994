// SPDX-License-Identifier: Apache-2.0
// The training side of analyse/detail/name_net. Besides names and noun phrases the network learns the mentions of
// another scheme from the same layers; their weights are not kept.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <hearsay/analyse/detail/name_net.hpp>

#include "layers.hpp"

namespace hearsay::train {

/// What is learned: the two layers that the program uses, then longest and shortest mentions of GUM's scheme.
enum class NameTask : std::uint8_t { names, phrases, outer, inner };
inline constexpr std::size_t k_name_tasks = 4;

/// One sentence. `gold` is empty for tasks that its corpus does not mark.
struct NameExample {
  Values input;                    // words x NameNetShape::inputs()
  std::vector<std::int32_t> rows;  // of features, one word's after the other; -1: not kept
  std::vector<std::uint32_t> row_ends;
  std::array<std::vector<std::uint8_t>, k_name_tasks> gold;
  std::size_t words() const { return row_ends.size(); }
};

struct NameNetOptions {
  float dropout = 0.35F;
  float feature_dropout = 0.3F;  // share of a word's features that are hidden in a step
  float vector_dropout = 0.1F;   // share of words whose dense input is hidden
  float decay = 0.0F;
  std::uint32_t seed = 1;
};

/// The weights of one trained network: tensors as in name_tensors, and rows of features.
struct NameWeights {
  analyse::detail::NameNetShape shape;
  std::vector<Values> tensors;
  Values features;
};

/// Sections net and features of networks of one shape that vote together; `keys` of the features' rows. The `most`
/// features with the longest vectors are kept: others change no score by much.
std::map<std::string, std::string> pack_networks(const std::vector<NameWeights>& networks,
                                                 const std::vector<std::uint64_t>& keys, std::size_t most);

class NameNetwork {
 public:
  /// `labels`: of each task; `rows`: how many features have a vector.
  NameNetwork(const analyse::detail::NameNetShape& shape, const std::array<std::size_t, k_name_tasks>& labels,
              std::size_t rows, const NameNetOptions& options);
  /// One step on a batch; the mean loss of a word.
  double step(const std::vector<const NameExample*>& batch, float rate);
  /// Adds the present weights to those that mean_weights() averages.
  void add_to_average();
  /// Call after add_to_average().
  NameWeights mean_weights() const;

 private:
  Tensor& tensor(const std::string& name) { return m_tensors[m_index.at(name)]; }
  RecurrentStep layer(std::uint32_t index);
  void add_tensor(const std::string& name, std::size_t rows, std::size_t cols);
  void embed(const std::vector<const NameExample*>& batch);
  double tasks(const std::vector<const NameExample*>& batch);
  double task(const std::vector<const NameExample*>& batch, std::size_t index, const Values& scores, Values& d_scores);
  void embed_back();
  void update(float rate);

  analyse::detail::NameNetShape m_shape;
  std::array<std::size_t, k_name_tasks> m_labels;
  NameNetOptions m_options;
  std::vector<Tensor> m_tensors;
  std::vector<Values> m_sums;  // of the tensors, then of the features
  float m_averaged = 0;
  std::map<std::string, std::size_t> m_index;
  Tensor m_features;
  std::vector<std::int32_t> m_touched;  // rows of m_features with a gradient, each once
  std::vector<char> m_is_touched;
  std::vector<std::uint32_t> m_ends;
  std::vector<std::pair<std::uint32_t, std::int32_t>> m_used;  // word and feature, after dropout
  Values m_input, m_input_mask;
  std::vector<RecurrentTrace> m_trace;
  std::vector<Values> m_outputs, m_gradients;  // [0] the sums, [i + 1] layer i
  Adam m_adam;
  std::mt19937 m_random;
};

}  // namespace hearsay::train
