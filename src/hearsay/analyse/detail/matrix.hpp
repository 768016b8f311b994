// SPDX-License-Identifier: Apache-2.0
// Dense float matrices in row-major order: the few products that the networks need.
#pragma once
#include <cstddef>

namespace hearsay::analyse::detail {

/// C (rows x cols) += A (rows x depth) * B (depth x cols). Strides are row lengths in floats.
/// Any sizes; fastest when cols is a multiple of 32. Built for several instruction sets, chosen when the program
/// starts.
struct Product {
  const float* a = nullptr;
  std::size_t a_stride = 0;
  const float* b = nullptr;
  std::size_t b_stride = 0;
  float* c = nullptr;
  std::size_t c_stride = 0;
  std::size_t rows = 0, depth = 0, cols = 0;
};
void add_product(const Product& p);

}  // namespace hearsay::analyse::detail
