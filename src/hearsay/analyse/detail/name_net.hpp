// SPDX-License-Identifier: Apache-2.0
// A small network that labels names and noun phrases: what a word looks like, what it means, what the parser saw of it,
// then recurrent layers.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/analyse/detail/name_features.hpp>
#include <hearsay/analyse/detail/name_labels.hpp>
#include <hearsay/analyse/detail/recurrent.hpp>
#include <hearsay/analyse/detail/vector_table.hpp>

namespace hearsay::analyse::detail {

inline constexpr std::size_t k_score_columns = 32;  // labels of names, then of phrases, padded

/// Sizes of one network. `width` is a multiple of 32.
struct NameNetShape {
  std::uint32_t width = 128, layers = 2;
  std::uint32_t states = 160;            // values a word from the parser
  std::uint32_t vectors = 64;            // values of a word vector
  std::uint32_t names = 0, phrases = 0;  // labels
  std::uint32_t inputs() const { return states + 2 * vectors; }
};

/// Names and sizes of the dense tensors, in file order: in.w, in.b, layerN.w, layerN.b, layerN.v, out.w, out.b,
/// names.t, phrases.t (transitions).
struct NameTensor {
  std::string name;
  std::uint32_t rows = 0, cols = 0;
};
std::vector<NameTensor> name_tensors(const NameNetShape& shape);

/// Dense input of words [first, end): the parser's states, the vector of the word, the vector of its phrase's head.
std::vector<float> name_inputs(const NameText& text, const VectorTable& vectors, std::uint32_t first,
                               std::uint32_t end);

/// Labels of every word of a text.
struct NameLabels {
  std::vector<std::uint8_t> names, phrases;
};

/// Views into a model file.
class NameNet {
 public:
  NameNet() = default;
  /// Throws Fatal when the sizes do not fit.
  NameNet(std::string_view dense, std::string_view features, std::string_view vectors);
  NameLabels label(const NameText& text) const;

  const NameNetShape& shape() const { return m_shape; }
  const VectorTable& vectors() const { return m_vectors; }
  static std::string pack_dense(const NameNetShape& shape, const std::vector<std::vector<float>>& tensors);

 private:
  void label_batch(const NameText& text, std::span<const Sentence> sentences, NameLabels& out) const;

  NameNetShape m_shape;
  VectorTable m_features, m_vectors;
  std::vector<RecurrentWeights> m_layers;
  const float *m_in_w = nullptr, *m_in_b = nullptr, *m_out_w = nullptr, *m_out_b = nullptr, *m_names_t = nullptr,
              *m_phrases_t = nullptr;
};

}  // namespace hearsay::analyse::detail
