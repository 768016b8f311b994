// SPDX-License-Identifier: Apache-2.0
// Parts of networks with their gradients, by hand: products, recurrent layers, dropout, Adam.
#pragma once
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace hearsay::train {

using Values = std::vector<float>;

/// A tensor with its gradient and Adam's moments.
struct Tensor {
  Values value, gradient, mean, square;
  explicit Tensor(std::size_t size = 0) : value(size), gradient(size), mean(size), square(size) {}
};

/// The first `cols` of each of `rows` rows, `stride` apart, as columns.
Values transposed(const float* from, std::size_t rows, std::size_t cols, std::size_t stride);

/// y += x W, with x rows x depth and W depth x cols.
void multiply(const float* x, const Values& w, float* y, std::size_t rows, std::size_t depth, std::size_t cols);

/// Gradients of y = x W: dW += x^T dy, dx += dy W^T. `dx` may be nullptr.
void multiply_back(const float* x, Tensor& w, const float* dy, float* dx, std::size_t rows, std::size_t depth,
                   std::size_t cols);

/// The gradient of a bias that was added to every row.
void add_rows(const float* dy, Values& bias_gradient, std::size_t rows, std::size_t cols);

/// Values of x, some of them zero and the others grown; `mask` gets the factors.
Values drop(const Values& x, float share, std::mt19937& random, Values& mask);

struct RecurrentTensors {
  Tensor &gates, &bias, &carry;
};

/// What the backward pass of one layer needs.
struct RecurrentTrace {
  Values input, mask, dropped, gates, state;
};

/// A layer of analyse/detail/recurrent over several sentences, with dropout before its gates; sentence i is words
/// [ends[i - 1], ends[i]).
struct RecurrentStep {
  RecurrentTensors tensors;
  std::span<const std::uint32_t> ends;
  std::size_t width = 0;
};
Values run_forward(const RecurrentStep& step, Values input, float dropout, std::mt19937& random, RecurrentTrace& trace);
/// Adds to d_input.
void run_backward(const RecurrentStep& step, const RecurrentTrace& trace, const Values& d_output, Values& d_input);

/// Adam with clipped gradients. Source: D. Kingma, J. Ba, ICLR 2015.
class Adam {
 public:
  /// Begins a step; `norm` is the squared length of the gradients that are clipped to 5.
  void begin(float rate, double norm);
  /// Moves entries [from, to) against their gradient and clears it.
  void move(Tensor& tensor, std::size_t from, std::size_t to) const;

 private:
  std::uint64_t m_steps = 0;
  float m_scale = 0, m_clip = 1;
};

/// The squared length of a gradient.
double squared_length(const Values& gradient);

}  // namespace hearsay::train
