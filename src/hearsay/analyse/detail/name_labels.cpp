// SPDX-License-Identifier: Apache-2.0
// Viterbi.
#include <hearsay/analyse/detail/name_labels.hpp>

#include <algorithm>

namespace hearsay::analyse::detail {

namespace {

constexpr float k_never = -1e9F;

/// What the best way to a label scores, and over which label it came.
struct Step {
  float score = k_never;
  std::uint8_t before = 0;
};

/// The best step to `after` from labels that may precede it.
Step best_step(const LabelScores& s, const float* last, std::size_t after) {
  Step best{2 * k_never, 0};
  const auto offer = [&](std::size_t before) {
    const float score = last[before] + s.transitions[before * s.labels + after];
    if (score > best.score) {
      best = {score, static_cast<std::uint8_t>(before)};
    }
  };
  if (after == 0 || begins(after)) {
    offer(0);
    for (std::size_t closed = 3; closed < s.labels; closed += 4) {
      offer(closed);
      offer(closed + 1);
    }
  } else {
    const std::size_t first = 1 + 4 * kind_of_label(after);
    offer(first);
    offer(first + 1);
  }
  return best;
}

}  // namespace

std::vector<std::uint8_t> best_labels(const LabelScores& s) {
  std::vector<std::uint8_t> out(s.words), back(s.words * s.labels);
  std::vector<float> last(s.labels), next(s.labels);
  for (std::size_t w = 0; w < s.words; ++w) {
    for (std::size_t l = 0; l < s.labels; ++l) {
      const Step step = w > 0              ? best_step(s, last.data(), l)
                        : may_follow(0, l) ? Step{s.transitions[s.labels * s.labels + l], 0}
                                           : Step{};
      next[l] = step.score + s.scores[w * s.stride + l];
      back[w * s.labels + l] = step.before;
    }
    last.swap(next);
  }
  for (std::size_t l = 0; l < s.labels; ++l) {
    last[l] = is_open(l) ? 2 * k_never : last[l];
  }
  auto at = static_cast<std::uint8_t>(std::max_element(last.begin(), last.end()) - last.begin());
  for (std::size_t w = s.words; w-- > 0;) {
    out[w] = at;
    at = back[w * s.labels + at];
  }
  return out;
}

}  // namespace hearsay::analyse::detail
