// SPDX-License-Identifier: Apache-2.0
#include "crf.hpp"

#include <algorithm>
#include <cmath>

#include <hearsay/analyse/detail/name_labels.hpp>

namespace hearsay::train {

namespace {

using analyse::detail::may_follow;

/// Everything as probabilities; each word's row is scaled to sum 1.
class Pass {
 public:
  Pass(const CrfSentence& sentence, const Tensor& transitions)
      : m_s(sentence),
        m_words(sentence.gold.size()),
        m_labels(sentence.labels),
        m_steps((m_labels + 1) * m_labels),
        m_emitted(m_words * m_labels),
        m_forward(m_words * m_labels),
        m_backward(m_words * m_labels) {
    for (std::size_t b = 0; b <= m_labels; ++b) {
      for (std::size_t a = 0; a < m_labels; ++a) {
        const bool allowed = may_follow(b == m_labels ? 0 : b, a);
        m_steps[b * m_labels + a] = allowed ? std::exp(transitions.value[b * m_labels + a]) : 0.0F;
      }
    }
    for (std::size_t w = 0; w < m_words; ++w) {
      const float* row = m_s.scores + w * m_s.stride;
      const float top = *std::max_element(row, row + m_labels);
      m_shift += static_cast<double>(top);
      for (std::size_t l = 0; l < m_labels; ++l) {
        m_emitted[w * m_labels + l] = std::exp(row[l] - top);
      }
    }
  }

  /// The logarithm of the sum over all label sequences.
  double run() {
    double total = m_shift;
    for (std::size_t w = 0; w < m_words; ++w) {
      float* now = m_forward.data() + w * m_labels;
      if (w == 0) {
        std::copy_n(m_steps.data() + m_labels * m_labels, m_labels, now);
      } else {
        const float* before = now - m_labels;
        for (std::size_t b = 0; b < m_labels; ++b) {
          for (std::size_t a = 0; a < m_labels; ++a) {
            now[a] += before[b] * m_steps[b * m_labels + a];
          }
        }
      }
      float sum = 0;
      for (std::size_t l = 0; l < m_labels; ++l) {
        const bool end = w + 1 < m_words || !analyse::detail::is_open(l);
        now[l] = end ? now[l] * m_emitted[w * m_labels + l] : 0.0F;
        sum += now[l];
      }
      for (std::size_t l = 0; l < m_labels; ++l) {
        now[l] /= sum;
      }
      m_scale.push_back(sum);
      total += std::log(static_cast<double>(sum));
    }
    run_back();
    return total;
  }

  void add_gradients(Tensor& transitions, float weight) const {
    for (std::size_t w = 0; w < m_words; ++w) {
      for (std::size_t l = 0; l < m_labels; ++l) {
        m_s.d_scores[w * m_s.stride + l] += weight * m_forward[w * m_labels + l] * m_backward[w * m_labels + l];
      }
      m_s.d_scores[w * m_s.stride + m_s.gold[w]] -= weight;
    }
    for (std::size_t l = 0; l < m_labels; ++l) {
      transitions.gradient[m_labels * m_labels + l] += weight * m_forward[l] * m_backward[l];
    }
    transitions.gradient[m_labels * m_labels + m_s.gold[0]] -= weight;
    for (std::size_t w = 1; w < m_words; ++w) {
      for (std::size_t b = 0; b < m_labels; ++b) {
        const float from = weight * m_forward[(w - 1) * m_labels + b] / m_scale[w];
        for (std::size_t a = 0; a < m_labels; ++a) {
          transitions.gradient[b * m_labels + a] +=
              from * m_steps[b * m_labels + a] * m_emitted[w * m_labels + a] * m_backward[w * m_labels + a];
        }
      }
      transitions.gradient[m_s.gold[w - 1] * m_labels + m_s.gold[w]] -= weight;
    }
  }

  double gold_score(const Tensor& transitions) const {
    double sum = 0;
    std::size_t before = m_labels;
    for (std::size_t w = 0; w < m_words; ++w) {
      sum += static_cast<double>(m_s.scores[w * m_s.stride + m_s.gold[w]]) +
             static_cast<double>(transitions.value[before * m_labels + m_s.gold[w]]);
      before = m_s.gold[w];
    }
    return sum;
  }

 private:
  void run_back() {
    for (std::size_t l = 0; l < m_labels; ++l) {
      m_backward[(m_words - 1) * m_labels + l] = analyse::detail::is_open(l) ? 0.0F : 1.0F;
    }
    for (std::size_t w = m_words - 1; w-- > 0;) {
      const float* after = m_backward.data() + (w + 1) * m_labels;
      const float* emitted = m_emitted.data() + (w + 1) * m_labels;
      for (std::size_t b = 0; b < m_labels; ++b) {
        float sum = 0;
        for (std::size_t a = 0; a < m_labels; ++a) {
          sum += m_steps[b * m_labels + a] * emitted[a] * after[a];
        }
        m_backward[w * m_labels + b] = sum / m_scale[w + 1];
      }
    }
  }

  const CrfSentence& m_s;
  std::size_t m_words, m_labels;
  Values m_steps, m_emitted, m_forward, m_backward, m_scale;
  double m_shift = 0;
};

}  // namespace

double crf_loss(const CrfSentence& sentence, Tensor& transitions, float weight) {
  Pass pass(sentence, transitions);
  const double total = pass.run();
  pass.add_gradients(transitions, weight);
  return total - pass.gold_score(transitions);
}

}  // namespace hearsay::train
