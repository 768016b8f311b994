// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/matrix.hpp>

#include <cstring>

namespace hearsay::analyse::detail {

namespace {

using Lanes = float __attribute__((vector_size(64), aligned(4)));
constexpr std::size_t k_lanes = 16;

// A block of R rows by two vectors of columns stays in registers while the depth runs.
template <std::size_t R>
inline __attribute__((always_inline)) void block(const Product& p, std::size_t row, std::size_t col) {
  Lanes sum[R][2];
  for (std::size_t r = 0; r < R; ++r) {
    const float* c = p.c + (row + r) * p.c_stride + col;
    std::memcpy(&sum[r][0], c, sizeof(Lanes));
    std::memcpy(&sum[r][1], c + k_lanes, sizeof(Lanes));
  }
  for (std::size_t k = 0; k < p.depth; ++k) {
    Lanes b0, b1;
    std::memcpy(&b0, p.b + k * p.b_stride + col, sizeof(Lanes));
    std::memcpy(&b1, p.b + k * p.b_stride + col + k_lanes, sizeof(Lanes));
    for (std::size_t r = 0; r < R; ++r) {
      const float a = p.a[(row + r) * p.a_stride + k];
      sum[r][0] += a * b0;
      sum[r][1] += a * b1;
    }
  }
  for (std::size_t r = 0; r < R; ++r) {
    float* c = p.c + (row + r) * p.c_stride + col;
    std::memcpy(c, &sum[r][0], sizeof(Lanes));
    std::memcpy(c + k_lanes, &sum[r][1], sizeof(Lanes));
  }
}

inline __attribute__((always_inline)) void edge(const Product& p, std::size_t row, std::size_t col) {
  for (std::size_t k = 0; k < p.depth; ++k) {
    const float a = p.a[row * p.a_stride + k];
    for (std::size_t j = col; j < p.cols; ++j) {
      p.c[row * p.c_stride + j] += a * p.b[k * p.b_stride + j];
    }
  }
}

}  // namespace

__attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"))) void add_product(const Product& p) {
  const std::size_t whole = p.cols - p.cols % (2 * k_lanes);
  std::size_t row = 0;
  for (; row + 8 <= p.rows; row += 8) {
    for (std::size_t col = 0; col < whole; col += 2 * k_lanes) {
      block<8>(p, row, col);
    }
  }
  for (; row < p.rows; ++row) {
    for (std::size_t col = 0; col < whole; col += 2 * k_lanes) {
      block<1>(p, row, col);
    }
  }
  for (row = 0; whole < p.cols && row < p.rows; ++row) {
    edge(p, row, whole);
  }
}

}  // namespace hearsay::analyse::detail
