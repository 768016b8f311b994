// SPDX-License-Identifier: Apache-2.0
// A greedy parser: the best legal transition, by a linear model, until one word is left.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include <hearsay/analyse/detail/arc_hybrid.hpp>
#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/linear_model.hpp>
#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

/// One sentence as the parser sees it. All spans have one entry per word.
struct ParserInput {
  std::span<const WordFeatures> words;
  std::span<const std::uint16_t> tags;      // classes of the tagger
  std::span<const std::uint8_t> upos;
};

void parse_features(const ParserState& state, const ParserInput& input, FeatureKeys& keys);

/// The best-scored transition among the legal ones.
Transition best_legal(const ParserState& state, std::span<const std::int32_t> scores);

class GreedyParser {
 public:
  explicit GreedyParser(LinearModel model) : m_model(model) {}
  /// Heads (-1 for the root) and relations; one root, no cycle, projective.
  std::vector<ParserState::Node> parse(const ParserInput& input) const;

 private:
  LinearModel m_model;
};

}  // namespace hearsay::analyse::detail
