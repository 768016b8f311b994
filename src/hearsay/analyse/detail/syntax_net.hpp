// SPDX-License-Identifier: Apache-2.0
// A small network that tags and parses: word and affix vectors, light recurrent layers, arc and relation scores.
// Arcs are scored as in T. Dozat and C. Manning, ICLR 2017; every head is chosen by the best spanning tree.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/analyse/detail/recurrent.hpp>
#include <hearsay/analyse/detail/vector_table.hpp>
#include <hearsay/analyse/detail/word_features.hpp>
#include <hearsay/types/ud.hpp>

namespace hearsay::analyse::detail {

inline constexpr std::size_t k_word_slots = 9;      // vectors summed for one word
inline constexpr std::size_t k_distances = 16;      // arc lengths that have their own weight, to each side
inline constexpr std::size_t k_label_columns = 64;  // relations, padded

/// Sizes of one network; all are multiples of 32 except `layers`, `tag_layer` and `classes`.
struct NetShape {
  std::uint32_t width = 128, layers = 3;
  std::uint32_t tag_layer = 2;  // tags are read off after so many layers
  std::uint32_t arc = 64, label = 128;
  std::uint32_t classes = 0;  // tag classes; columns are padded to a multiple of 32
  std::uint32_t class_columns() const { return (classes + 31) / 32 * 32; }
  std::uint32_t head_columns() const { return 2 * arc + 2 * label; }
};

/// Names and sizes of the dense tensors, in file order: layerN.w, layerN.b, layerN.v, tag.w, tag.b, heads.w, heads.b
/// (dependent arc | head arc | dependent label | head label), arc.u, arc.root, arc.distance, label.w, label.b.
struct TensorSize {
  std::string name;
  std::uint32_t rows = 0, cols = 0;
};
std::vector<TensorSize> tensor_sizes(const NetShape& shape);

/// The keys whose vectors are summed for a word; the first is the lower-case form.
std::array<std::uint64_t, k_word_slots> net_keys(const WordFeatures& word);
/// Stands in for a form that was not seen in training.
std::uint64_t unknown_key();

/// Which column of arc.distance belongs to a dependent and a head.
inline std::size_t distance_column(std::size_t dependent, std::size_t head) {
  const std::size_t length = head > dependent ? head - dependent : dependent - head;
  return (head > dependent ? k_distances : 0) + (length < k_distances ? length : k_distances) - 1;
}

struct Parsed {
  std::vector<std::uint16_t> tags;
  std::vector<std::int32_t> heads;  // counted from the sentence's begin; -1 for its root
  std::vector<Deprel> deprels;
  std::vector<float> states;  // words x width: what the last layer gives
};

/// All scores of one sentence, rows one after the other (for training another network from this one).
struct SentenceScores {
  std::vector<float> tags;     // words x classes
  std::vector<float> arcs;     // words x (words + 1), last column the root; a word's own column means nothing
  std::vector<float> deprels;  // words x k_deprel_count, for the heads that were given; zeros for the root
};

class SyntaxNet {
 public:
  SyntaxNet() = default;
  /// Views into a model file. Throws Fatal when the sizes do not fit.
  SyntaxNet(std::string_view dense, std::string_view vectors);
  /// Sentences one after the other: sentence i is words [ends[i - 1], ends[i]).
  Parsed run(std::span<const WordFeatures> words, std::span<const std::uint32_t> ends) const {
    return run_together({this, 1}, words, ends);
  }
  /// Several networks with the same tag classes vote by the sums of their scores. At least one.
  static Parsed run_together(std::span<const SyntaxNet> nets, std::span<const WordFeatures> words,
                             std::span<const std::uint32_t> ends);

  std::size_t width() const { return m_shape.width; }

  SentenceScores score(std::span<const WordFeatures> words, std::span<const std::int32_t> heads) const;

  static std::string pack_dense(const NetShape& shape, const std::vector<std::vector<float>>& tensors);

 private:
  void embed(std::span<const WordFeatures> words, std::span<float> out) const;
  std::vector<float> tag_scores(std::span<const float> x, std::size_t words) const;
  std::vector<float> head_values(std::span<const float> x, std::size_t words) const;
  /// Reads the tags' scores on the way; leaves the last layer's output in x.
  std::vector<float> encode(std::span<const WordFeatures> words, std::span<const std::uint32_t> ends,
                            std::vector<float>& x) const;
  std::vector<float> asked(std::span<const float> values, std::size_t words) const;
  std::size_t arc_scores(std::span<const float> values, const float* asked, std::size_t words,
                         std::vector<float>& offered, std::vector<float>& scores) const;
  std::vector<float> label_scores(std::span<const float> values, std::span<const std::uint32_t> ends,
                                  std::span<const std::int32_t> heads) const;
  void choose_tags(std::span<const float> scores, Parsed& out) const;
  static void choose_heads(std::span<const SyntaxNet> nets, std::span<const std::vector<float>> values,
                           std::span<const std::uint32_t> ends, Parsed& out);
  static void choose_labels(std::vector<float>& scores, Parsed& out);

  NetShape m_shape;
  std::vector<RecurrentWeights> m_layers;
  const float *m_tag_w = nullptr, *m_tag_b = nullptr, *m_heads_w = nullptr, *m_heads_b = nullptr, *m_arc_u = nullptr,
              *m_root = nullptr, *m_distance = nullptr, *m_label_w = nullptr, *m_label_b = nullptr;
  VectorTable m_vectors;
};

}  // namespace hearsay::analyse::detail
