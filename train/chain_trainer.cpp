// SPDX-License-Identifier: Apache-2.0
#include "chain_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace hearsay::train {

namespace {

using analyse::detail::may_follow;

/// Weights with the sums of their squared gradients, and their running average.
struct Weights {
  std::vector<float> value, squares, sum;
  void resize(std::size_t size) {
    value.assign(size, 0.0F);
    squares.assign(size, 1e-4F);
    sum.assign(size, 0.0F);
  }
  void step(std::size_t at, float gradient, float rate) {
    squares[at] += gradient * gradient;
    value[at] -= rate * gradient / std::sqrt(squares[at]);
  }
  void add_to_average() {
    for (std::size_t i = 0; i < value.size(); ++i) {
      sum[i] += value[i];
    }
  }
};

float log_sum(std::span<const float> values) {
  const float top = *std::max_element(values.begin(), values.end());
  float sum = 0;
  for (const float value : values) {
    sum += std::exp(value - top);
  }
  return top + std::log(sum);
}

class Trainer {
 public:
  Trainer(std::span<const ChainSentence> sentences, const ChainOptions& options)
      : m_sentences(sentences), m_o(options), m_random(options.seed) {
    index_keys();
    m_sparse.resize(m_row_of.size() * m_o.labels);
    m_dense.resize(m_o.width * m_o.labels);
    m_bias.resize(m_o.labels);
    m_transitions.resize((m_o.labels + 1) * m_o.labels);
  }

  ChainResult run() {
    std::vector<std::size_t> order(m_sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    int averaged = 0;
    for (int round = 0; round < m_o.rounds; ++round) {
      std::shuffle(order.begin(), order.end(), m_random);
      for (const std::size_t s : order) {
        learn(s);
      }
      if (round * 2 >= m_o.rounds - 1) {
        ++averaged;
        for (Weights* part : {&m_sparse, &m_dense, &m_bias, &m_transitions}) {
          part->add_to_average();
        }
      }
    }
    return result(static_cast<float>(averaged));
  }

 private:
  void index_keys() {
    for (const ChainSentence& sentence : m_sentences) {
      std::vector<std::uint32_t> rows;
      for (const std::uint64_t key : sentence.keys) {
        rows.push_back(m_row_of.try_emplace(key, static_cast<std::uint32_t>(m_row_of.size())).first->second);
      }
      m_rows.push_back(std::move(rows));
    }
  }

  /// Scores with a fresh choice of features; m_used keeps what each word saw.
  void score(std::size_t s) {
    const ChainSentence& sentence = m_sentences[s];
    const std::size_t words = sentence.gold.size(), labels = m_o.labels;
    m_scores.assign(words * labels, 0.0F);
    m_used.clear();
    m_used_ends.clear();
    std::uint32_t k = 0;
    for (std::size_t w = 0; w < words; ++w) {
      float* row = m_scores.data() + w * labels;
      std::copy(m_bias.value.begin(), m_bias.value.end(), row);
      for (std::size_t j = 0; j < m_o.width; ++j) {
        const float x = sentence.states[w * m_o.width + j];
        for (std::size_t l = 0; l < labels; ++l) {
          row[l] += x * m_dense.value[j * labels + l];
        }
      }
      const float grow = 1.0F / (1.0F - m_o.dropout);
      for (; k < sentence.key_ends[w]; ++k) {
        if (m_uniform(m_random) < m_o.dropout) {
          continue;
        }
        m_used.push_back(m_rows[s][k]);
        for (std::size_t l = 0; l < labels; ++l) {
          row[l] += grow * m_sparse.value[m_rows[s][k] * labels + l];
        }
      }
      m_used_ends.push_back(static_cast<std::uint32_t>(m_used.size()));
    }
  }

  float transition(std::size_t before, std::size_t after) const {
    return may_follow(before == m_o.labels ? 0 : before, after) ? m_transitions.value[before * m_o.labels + after]
                                                                : -1e9F;
  }

  void forward(std::size_t words) {
    const std::size_t labels = m_o.labels;
    m_forward.assign(words * labels, 0.0F);
    std::vector<float> terms(labels);
    for (std::size_t w = 0; w < words; ++w) {
      for (std::size_t l = 0; l < labels; ++l) {
        for (std::size_t b = 0; w > 0 && b < labels; ++b) {
          terms[b] = m_forward[(w - 1) * labels + b] + transition(b, l);
        }
        m_forward[w * labels + l] = m_scores[w * labels + l] + (w == 0 ? transition(labels, l) : log_sum(terms));
      }
    }
  }

  void backward(std::size_t words) {
    const std::size_t labels = m_o.labels;
    m_backward.assign(words * labels, 0.0F);
    std::vector<float> terms(labels);
    for (std::size_t w = words - 1; w-- > 0;) {
      for (std::size_t l = 0; l < labels; ++l) {
        for (std::size_t a = 0; a < labels; ++a) {
          terms[a] = transition(l, a) + m_scores[(w + 1) * labels + a] + m_backward[(w + 1) * labels + a];
        }
        m_backward[w * labels + l] = log_sum(terms);
      }
    }
  }

  void learn(std::size_t s) {
    const ChainSentence& sentence = m_sentences[s];
    const std::size_t words = sentence.gold.size(), labels = m_o.labels;
    if (words == 0) {
      return;
    }
    score(s);
    forward(words);
    backward(words);
    const float total = log_sum(std::span(m_forward).subspan((words - 1) * labels, labels));
    step_transitions(sentence, total);
    std::vector<float> error(labels);
    for (std::size_t w = 0; w < words; ++w) {
      for (std::size_t l = 0; l < labels; ++l) {
        error[l] = std::exp(m_forward[w * labels + l] + m_backward[w * labels + l] - total) -
                   (sentence.gold[w] == l ? 1.0F : 0.0F);
      }
      step_word(sentence, w, error);
    }
  }

  void step_word(const ChainSentence& sentence, std::size_t w, std::span<const float> error) {
    const std::size_t labels = m_o.labels;
    for (std::uint32_t k = w == 0 ? 0 : m_used_ends[w - 1]; k < m_used_ends[w]; ++k) {
      for (std::size_t l = 0; l < labels; ++l) {
        const std::size_t at = m_used[k] * labels + l;
        m_sparse.step(at, error[l] + m_o.decay * m_sparse.value[at], m_o.rate);
      }
    }
    for (std::size_t l = 0; l < labels; ++l) {
      m_bias.step(l, error[l], m_o.rate);
    }
    for (std::size_t j = 0; j < m_o.width; ++j) {
      const float x = sentence.states[w * m_o.width + j];
      for (std::size_t l = 0; l < labels; ++l) {
        const std::size_t at = j * labels + l;
        m_dense.step(at, x * error[l] + 10 * m_o.decay * m_dense.value[at], m_o.dense_rate);
      }
    }
  }

  void step_transitions(const ChainSentence& sentence, float total) {
    const std::size_t words = sentence.gold.size(), labels = m_o.labels;
    std::vector<float> gradient((labels + 1) * labels, 0.0F);
    for (std::size_t l = 0; l < labels; ++l) {
      gradient[labels * labels + l] = std::exp(m_forward[l] + m_backward[l] - total);
    }
    gradient[labels * labels + sentence.gold[0]] -= 1.0F;
    for (std::size_t w = 1; w < words; ++w) {
      for (std::size_t b = 0; b < labels; ++b) {
        for (std::size_t a = 0; a < labels; ++a) {
          gradient[b * labels + a] += std::exp(m_forward[(w - 1) * labels + b] + transition(b, a) +
                                               m_scores[w * labels + a] + m_backward[w * labels + a] - total);
        }
      }
      gradient[sentence.gold[w - 1] * labels + sentence.gold[w]] -= 1.0F;
    }
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      m_transitions.step(i, gradient[i] + m_o.decay * m_transitions.value[i], m_o.rate);
    }
  }

  ChainResult result(float averaged) const {
    const std::size_t labels = m_o.labels;
    ChainResult out;
    for (const auto& [key, row] : m_row_of) {
      std::vector<std::pair<std::uint16_t, float>> cells;
      float largest = 0;
      for (std::size_t l = 0; l < labels; ++l) {
        const float weight = m_sparse.sum[row * labels + l] / averaged;
        largest = std::max(largest, std::abs(weight));
        if (std::abs(weight) >= m_o.least / 4) {
          cells.emplace_back(static_cast<std::uint16_t>(l), weight);
        }
      }
      if (largest >= m_o.least) {
        out.sparse.emplace(key, std::move(cells));
      }
    }
    auto& chain = out.chain;
    chain.labels = static_cast<std::uint32_t>(labels);
    chain.columns = static_cast<std::uint32_t>((labels + 31) / 32 * 32);
    chain.width = static_cast<std::uint32_t>(m_o.width);
    chain.scale = analyse::detail::NameTagger::scale_of(out.sparse);
    chain.dense.assign(std::size_t{chain.width} * chain.columns, 0.0F);
    chain.bias.assign(chain.columns, 0.0F);
    for (std::size_t l = 0; l < labels; ++l) {
      chain.bias[l] = m_bias.sum[l] / averaged;
      for (std::size_t j = 0; j < m_o.width; ++j) {
        chain.dense[j * chain.columns + l] = m_dense.sum[j * labels + l] / averaged;
      }
    }
    for (const float sum : m_transitions.sum) {
      chain.transitions.push_back(sum / averaged);
    }
    return out;
  }

  std::span<const ChainSentence> m_sentences;
  ChainOptions m_o;
  std::mt19937_64 m_random;
  std::uniform_real_distribution<float> m_uniform{0.0F, 1.0F};
  std::unordered_map<std::uint64_t, std::uint32_t> m_row_of;
  std::vector<std::vector<std::uint32_t>> m_rows;
  Weights m_sparse, m_dense, m_bias, m_transitions;
  std::vector<float> m_scores, m_forward, m_backward;
  std::vector<std::uint32_t> m_used, m_used_ends;
};

}  // namespace

ChainResult train_chain(std::span<const ChainSentence> sentences, const ChainOptions& options) {
  return Trainer(sentences, options).run();
}

}  // namespace hearsay::train
