// SPDX-License-Identifier: Apache-2.0
// The training side of analyse/detail/syntax_net: forward with what the gradients need, backward, Adam.
#pragma once
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <hearsay/analyse/detail/syntax_net.hpp>

#include "layers.hpp"

namespace hearsay::train {

/// What one decision should come out as: classes and their shares, which sum to 1.
struct Share {
  std::uint16_t cls = 0;
  float share = 1;
};
using Target = std::vector<Share>;

/// One sentence with its gold annotation. `rows`: k_word_slots vectors a word, -1 for none.
struct NetExample {
  std::vector<std::int32_t> rows;
  std::vector<std::uint16_t> tags;
  std::vector<std::int32_t> heads;  // -1 for the root
  std::vector<std::uint8_t> deprels;
  std::vector<Target> tag_targets, head_targets,
      deprel_targets;          // empty: the gold alone; a head's class is words() for the root
  std::vector<float> unknown;  // chance that the form's vector is replaced by the unknown one
  std::size_t words() const { return tags.size(); }
};

struct NetOptions {
  float dropout = 0.3F;
  float peak_rate = 2e-3F;
  float label_smoothing = 0.0F;
  std::uint32_t seed = 1;
};

class Network {
 public:
  Network(const analyse::detail::NetShape& shape, std::size_t rows, const NetOptions& options);
  /// One step on a batch; the mean loss of a word.
  double step(const std::vector<const NetExample*>& batch, float rate);
  std::string pack_dense() const;
  std::string pack_vectors(const std::vector<std::uint64_t>& keys) const;

 private:
  Tensor& tensor(const std::string& name) { return m_tensors[m_index.at(name)]; }
  void lay_out(const std::vector<const NetExample*>& batch);
  void embed(const std::vector<const NetExample*>& batch);
  Values with_dropout(const Values& x, Values& mask) { return drop(x, m_options.dropout, m_random, mask); }
  RecurrentStep layer(std::uint32_t index);
  void forward_layers();
  double tags(const std::vector<const NetExample*>& batch);
  double heads(const std::vector<const NetExample*>& batch);
  double arcs(const NetExample& s, std::size_t begin, const Values& asked, Values& d_asked, Values& d_heads);
  double labels(const std::vector<const NetExample*>& batch, Values& d_heads);
  void backward_layers();
  void update(float rate);

  analyse::detail::NetShape m_shape;
  NetOptions m_options;
  std::vector<Tensor> m_tensors;
  std::map<std::string, std::size_t> m_index;
  Tensor m_vectors;
  std::vector<std::int32_t> m_touched;  // rows of m_vectors with a gradient, each once
  std::vector<char> m_is_touched;
  std::vector<std::uint32_t> m_ends;
  std::vector<std::int32_t> m_rows;  // of the batch, after word dropout
  std::vector<RecurrentTrace> m_trace;
  std::vector<Values> m_outputs;    // [0] the vectors, [i + 1] layer i
  std::vector<Values> m_gradients;  // of m_outputs
  Values m_head_mask, m_tag_mask, m_head_input, m_head_values, m_vector_mask;
  Adam m_adam;
  std::mt19937 m_random;
};

}  // namespace hearsay::train
