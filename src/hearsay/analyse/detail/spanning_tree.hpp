// SPDX-License-Identifier: Apache-2.0
// The best tree over scored arcs.
// Source: Y. J. Chu and T. H. Liu 1965, J. Edmonds 1967; as used for parsing by R. McDonald et al., EMNLP 2005.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay::analyse::detail {

/// Scores of arcs of one sentence: score(dependent, head), both counted from 0; head == words() is the root.
class ArcScores {
 public:
  ArcScores(std::size_t words, std::size_t stride, std::span<const float> scores)
      : m_words(words), m_stride(stride), m_scores(scores) {}
  std::size_t words() const { return m_words; }
  float at(std::size_t dependent, std::size_t head) const { return m_scores[dependent * m_stride + head]; }

 private:
  std::size_t m_words, m_stride;
  std::span<const float> m_scores;
};

/// Heads of the best tree with exactly one root (-1). A word never heads itself. Empty for no words.
/// O(words^2) when the best heads already form a tree, else O(words^2) for each circle that has to be broken.
std::vector<std::int32_t> best_tree(const ArcScores& scores);

}  // namespace hearsay::analyse::detail
