// SPDX-License-Identifier: Apache-2.0
// Small networks that label names and noun phrases together: what a word looks like, what it means, what the parser saw
// of it, then recurrent layers. Each was trained on its own; their scores are averaged.
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

/// Sizes of the networks. `width` is a multiple of 32.
struct NameNetShape {
  std::uint32_t width = 96, layers = 2;
  std::uint32_t states = 160;            // values a word from the parser
  std::uint32_t vectors = 64;            // values of a word vector
  std::uint32_t names = 0, phrases = 0;  // labels
  std::uint32_t networks = 1;
  std::uint32_t inputs() const { return states + 2 * vectors; }
};

/// Names and sizes of the dense tensors, in file order: in.w, in.b (the networks side by side), layerN.w, layerN.b,
/// layerN.v (the layers of the first network, then of the next), out.w (the networks one below the other, each with its
/// share of the mean), out.b, names.t, phrases.t (transitions).
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

/// Scores of one label after another, as in LabelScores, and how many labels there are.
struct NameTransitions {
  const float *names = nullptr, *phrases = nullptr;
  std::size_t name_labels = 0, phrase_labels = 0;
};

/// The best labels of each sentence, given k_score_columns scores a word.
NameLabels label_sentences(const Analysis& analysis, std::span<const float> scores, const NameTransitions& transitions);

/// Views into a model file.
class NameNet {
 public:
  NameNet() = default;
  /// Throws Fatal when the sizes do not fit.
  NameNet(std::string_view dense, std::string_view features, std::string_view vectors);
  NameLabels label(const NameText& text) const;
  /// Scores of every word, k_score_columns each: of the labels of names, then of phrases.
  std::vector<float> score(const NameText& text) const;
  NameTransitions transitions() const { return {m_names_t, m_phrases_t, m_shape.names, m_shape.phrases}; }

  const NameNetShape& shape() const { return m_shape; }
  const VectorTable& vectors() const { return m_vectors; }
  static std::string pack_dense(const NameNetShape& shape, const std::vector<std::vector<float>>& tensors);

 private:
  std::vector<float> embed(const NameText& text, std::span<const Sentence> sentences) const;
  void score_batch(const NameText& text, std::span<const Sentence> sentences, float* scores) const;

  NameNetShape m_shape;
  VectorTable m_features, m_vectors;
  std::vector<RecurrentWeights> m_layers;
  const float *m_in_w = nullptr, *m_in_b = nullptr, *m_out_w = nullptr, *m_out_b = nullptr, *m_names_t = nullptr,
              *m_phrases_t = nullptr;
};

}  // namespace hearsay::analyse::detail
