// SPDX-License-Identifier: Apache-2.0
// Dense bytes: u32 labels, u32 columns, u32 width, float scale; dense, bias, transitions as float.
#include <hearsay/analyse/detail/name_tagger.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <hearsay/analyse/detail/matrix.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_head_bytes = 16;
constexpr std::size_t k_most_labels = 32;
constexpr float k_never = -1e9F;

}  // namespace

float NameTagger::scale_of(const LinearWeights& weights) {
  float largest = 1e-6F;
  for (const auto& [key, row] : weights) {
    for (const auto& [cls, weight] : row) {
      largest = std::max(largest, std::abs(weight));
    }
  }
  return 16000.0F / largest;
}

NameTagger::NameTagger(std::string_view sparse, std::string_view dense) : m_sparse(sparse) {
  if (dense.size() < k_head_bytes) {
    throw Fatal("model of names is cut short");
  }
  ChainWeights& w = m_weights;
  std::memcpy(&w.labels, dense.data(), 4);
  std::memcpy(&w.columns, dense.data() + 4, 4);
  std::memcpy(&w.width, dense.data() + 8, 4);
  std::memcpy(&w.scale, dense.data() + 12, 4);
  if (w.labels > k_most_labels || w.labels > w.columns || w.columns > 64 || w.width > 4096) {
    throw Fatal("model of names has sizes that cannot be");
  }
  const std::size_t cells = std::size_t{w.width} * w.columns + w.columns + (std::size_t{w.labels} + 1) * w.labels;
  if (dense.size() != k_head_bytes + cells * sizeof(float) || m_sparse.classes() != w.labels) {
    throw Fatal("model of names has another size than its head says");
  }
  const char* at = dense.data() + k_head_bytes;
  const auto take = [&at](std::vector<float>& to, std::size_t count) {
    to.resize(count);
    std::memcpy(to.data(), at, count * sizeof(float));
    at += count * sizeof(float);
  };
  take(w.dense, std::size_t{w.width} * w.columns);
  take(w.bias, w.columns);
  take(w.transitions, (std::size_t{w.labels} + 1) * w.labels);
}

std::string NameTagger::pack(const ChainWeights& w) {
  std::string out(k_head_bytes, '\0');
  std::memcpy(out.data(), &w.labels, 4);
  std::memcpy(out.data() + 4, &w.columns, 4);
  std::memcpy(out.data() + 8, &w.width, 4);
  std::memcpy(out.data() + 12, &w.scale, 4);
  for (const auto* part : {&w.dense, &w.bias, &w.transitions}) {
    out.append(reinterpret_cast<const char*>(part->data()), part->size() * sizeof(float));
  }
  return out;
}

std::vector<float> NameTagger::dense_scores(std::span<const float> states, std::size_t words) const {
  const ChainWeights& w = m_weights;
  std::vector<float> scores(words * w.columns);
  for (std::size_t i = 0; i < words; ++i) {
    std::copy(w.bias.begin(), w.bias.end(), scores.begin() + static_cast<std::ptrdiff_t>(i * w.columns));
  }
  add_product({states.data(), w.width, w.dense.data(), w.columns, scores.data(), w.columns, words, w.width, w.columns});
  return scores;
}

void NameTagger::add_sparse(std::span<const std::uint64_t> keys, std::span<float> row) const {
  std::array<std::int32_t, k_most_labels> sums{};
  m_sparse.add_scores(keys, {sums.data(), m_weights.labels});
  for (std::size_t l = 0; l < m_weights.labels; ++l) {
    row[l] += static_cast<float>(sums[l]) / m_weights.scale;
  }
}

void NameTagger::decode(std::span<const float> scores, std::span<std::uint8_t> labels) const {
  best_path(m_weights, scores, labels);
}

void best_path(const ChainWeights& w, std::span<const float> scores, std::span<std::uint8_t> labels) {
  const std::size_t n = labels.size(), count = w.labels;
  std::vector<std::uint8_t> back(n * count);
  std::array<float, k_most_labels> best{}, next{};
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t l = 0; l < count; ++l) {
      float top = i == 0 ? (may_follow(0, l) ? w.transitions[count * count + l] : k_never) : 2 * k_never;
      for (std::size_t before = 0; i > 0 && before < count; ++before) {
        const float value = may_follow(before, l) ? best[before] + w.transitions[before * count + l] : k_never;
        if (value > top) {
          top = value;
          back[i * count + l] = static_cast<std::uint8_t>(before);
        }
      }
      next[l] = top + scores[i * w.columns + l];
    }
    best = next;
  }
  if (n == 0) {
    return;
  }
  std::size_t at = static_cast<std::size_t>(
      std::max_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count)) - best.begin());
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(at);
    at = back[i * count + at];
  }
}

}  // namespace hearsay::analyse::detail
