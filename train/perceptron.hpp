// SPDX-License-Identifier: Apache-2.0
// The averaged perceptron with sparse rows, for any classifier over FeatureKeys.
// Source: M. Collins, EMNLP 2002; lazy averaging as usual (sum of weight times steps).
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include <hearsay/analyse/detail/linear_model.hpp>

namespace hearsay::train {

class Perceptron {
 public:
  explicit Perceptron(std::size_t classes) : m_scores(classes) {}

  /// Scores of all classes with the present weights.
  std::span<const float> score(std::span<const std::uint64_t> keys) {
    std::fill(m_scores.begin(), m_scores.end(), 0.0F);
    for (const std::uint64_t key : keys) {
      if (const auto found = m_rows.find(key); found != m_rows.end()) {
        for (const Cell& cell : found->second) {
          m_scores[cell.cls] += cell.weight;
        }
      }
    }
    return m_scores;
  }

  /// One step: the true class up, the predicted one down. Call with truth == guess to count the step only.
  void update(std::span<const std::uint64_t> keys, std::size_t truth, std::size_t guess) {
    ++m_step;
    if (truth == guess) {
      return;
    }
    for (const std::uint64_t key : keys) {
      std::vector<Cell>& row = m_rows[key];
      add(row, truth, 1.0F);
      add(row, guess, -1.0F);
    }
  }

  /// Averaged weights; rows that were touched by fewer than `least` updates are left out.
  analyse::detail::LinearWeights averaged(std::uint32_t least) const {
    analyse::detail::LinearWeights out;
    for (const auto& [key, row] : m_rows) {
      std::vector<std::pair<std::uint16_t, float>> cells;
      std::uint32_t touched = 0;
      for (const Cell& cell : row) {
        touched += cell.touched;
        const double total = cell.total + static_cast<double>(cell.weight) * static_cast<double>(m_step - cell.last);
        cells.emplace_back(cell.cls, static_cast<float>(total / static_cast<double>(m_step)));
      }
      if (touched >= 2 * least) {
        out.emplace(key, std::move(cells));
      }
    }
    return out;
  }

 private:
  struct Cell {
    std::uint16_t cls = 0;
    std::uint32_t touched = 0;
    float weight = 0;
    std::uint64_t last = 0;
    double total = 0;
  };
  void add(std::vector<Cell>& row, std::size_t cls, float by) {
    auto at = row.begin();
    while (at != row.end() && at->cls != cls) {
      ++at;
    }
    if (at == row.end()) {
      at = row.insert(at, Cell{static_cast<std::uint16_t>(cls), 0, 0, m_step, 0});
    }
    at->total += static_cast<double>(at->weight) * static_cast<double>(m_step - at->last);
    at->last = m_step;
    at->weight += by;
    ++at->touched;
  }

  std::unordered_map<std::uint64_t, std::vector<Cell>> m_rows;
  std::vector<float> m_scores;
  std::uint64_t m_step = 0;
};

}  // namespace hearsay::train
