// SPDX-License-Identifier: Apache-2.0
// Labels on words that spell out names: first, inner, last word of a name of some kind, or a name of one word.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay::analyse::detail {

enum class LabelPart : std::uint8_t { first, inner, last, only };

/// Label 0: outside; then four labels a kind, in the order of LabelPart.
inline std::size_t label_count(std::size_t kinds) {
  return 1 + 4 * kinds;
}
inline std::uint8_t label_of(std::size_t kind, LabelPart part) {
  return static_cast<std::uint8_t>(1 + 4 * kind + static_cast<std::size_t>(part));
}
inline std::size_t kind_of_label(std::size_t label) {
  return (label - 1) / 4;
}
/// Whether a name begins at the word.
inline bool begins(std::size_t label) {
  return label % 4 == 1 || (label % 4 == 0 && label != 0);
}
/// Whether a name goes on after the word.
inline bool is_open(std::size_t label) {
  return label % 4 == 1 || label % 4 == 2;
}
/// A name that is open goes on with an inner or last word of its kind; after any other label none does. Label 0 may
/// begin and end a sentence, and so may what may follow or precede it.
inline bool may_follow(std::size_t before, std::size_t after) {
  if (is_open(before)) {
    return after != 0 && !begins(after) && kind_of_label(before) == kind_of_label(after);
  }
  return after == 0 || begins(after);
}

/// Scores of the labels of one sentence: word w's begin at scores[w * stride].
struct LabelScores {
  const float* scores = nullptr;
  std::size_t stride = 0, words = 0, labels = 0;
  const float* transitions = nullptr;  // (labels + 1) x labels, [before * labels + after]; the last row: at the begin
};

/// The best sequence that is allowed. Of equal ones that with lower labels.
std::vector<std::uint8_t> best_labels(const LabelScores& scores);

}  // namespace hearsay::analyse::detail
