// SPDX-License-Identifier: Apache-2.0
// A linear classifier over hashed features with sparse weights, read in place from a model file.
#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::analyse::detail {

/// Weights as trained: per feature key, (class, weight) pairs.
using LinearWeights = std::map<std::uint64_t, std::vector<std::pair<std::uint16_t, float>>>;

/// The runtime form. A view: the bytes given to the constructor must outlive it.
class LinearModel {
 public:
  LinearModel() = default;
  /// Throws Fatal when the bytes are not a linear model.
  explicit LinearModel(std::string_view bytes);

  std::size_t classes() const { return m_classes; }
  /// Adds the weights of every known key to `scores` (size classes()). Integer sums: the same on every machine.
  void add_scores(std::span<const std::uint64_t> keys, std::span<std::int32_t> scores) const;
  /// Bytes for the constructor. Weights are rounded to 16 bits with one common scale; pairs that round to 0 are
  /// dropped.
  static std::string pack(const LinearWeights& weights, std::size_t classes);

 private:
  struct Pair {
    std::int16_t weight;
    std::uint16_t cls;
  };
  struct Slot {
    std::uint32_t check;  // upper half of the key; 0 when empty
    std::uint32_t begin;  // lower 24 bits: first pair; upper 8: pairs - 1
  };
  std::size_t m_classes = 0;
  std::uint64_t m_mask = 0;
  std::span<const Slot> m_slots;
  std::span<const Pair> m_pairs;
};

/// The best class; the lowest of equals.
std::size_t best_of(std::span<const std::int32_t> scores);

}  // namespace hearsay::analyse::detail
