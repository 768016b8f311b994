// SPDX-License-Identifier: Apache-2.0
// Every product is add_product on explicit transposes.
#include "layers.hpp"

#include <algorithm>
#include <cmath>

#include <hearsay/analyse/detail/matrix.hpp>
#include <hearsay/analyse/detail/recurrent.hpp>

namespace hearsay::train {

namespace {

using analyse::detail::add_product;

constexpr float k_beta1 = 0.9F, k_beta2 = 0.98F;

/// One word of one direction of a recurrent layer, backwards. All arrays have `half` entries, gates and parameters two
/// or three.
struct BackStep {
  const float *gate, *last, *x, *squashed, *dh, *carry;
  float *d_gate, *dx, *d_state, *d_bias, *d_carry;
  std::size_t half;
};
void back_step(const BackStep& b) {
  const float* __restrict gate = b.gate;
  const float* __restrict last = b.last;
  const float* __restrict x = b.x;
  const float* __restrict squashed = b.squashed;
  const float* __restrict dh = b.dh;
  const float* __restrict carry = b.carry;
  float* __restrict d_gate = b.d_gate;
  float* __restrict dx = b.dx;
  float* __restrict d_state = b.d_state;
  float* __restrict d_bias = b.d_bias;
  float* __restrict d_carry = b.d_carry;
  const std::size_t half = b.half;
  for (std::size_t j = 0; j < half; ++j) {
    const float candidate = gate[j], forget = gate[half + j], reset = gate[2 * half + j], g = squashed[j];
    dx[j] = dh[j] * (1.0F - reset);
    const float d_reset = dh[j] * (g - x[j]) * reset * (1.0F - reset);
    const float dc = d_state[j] + dh[j] * reset * (1.0F - g * g);
    const float d_forget = dc * (last[j] - candidate) * forget * (1.0F - forget);
    d_gate[j] = dc * (1.0F - forget);
    d_gate[half + j] = d_forget;
    d_gate[2 * half + j] = d_reset;
    d_bias[j] += d_forget;
    d_bias[half + j] += d_reset;
    d_carry[j] += d_forget * last[j];
    d_carry[half + j] += d_reset * last[j];
    d_state[j] = dc * forget + d_forget * carry[j] + d_reset * carry[half + j];
  }
}

}  // namespace

Values transposed(const float* from, std::size_t rows, std::size_t cols, std::size_t stride) {
  Values out(rows * cols);
  constexpr std::size_t k_tile = 32;
  for (std::size_t i0 = 0; i0 < rows; i0 += k_tile) {
    for (std::size_t j0 = 0; j0 < cols; j0 += k_tile) {
      for (std::size_t i = i0; i < std::min(rows, i0 + k_tile); ++i) {
        for (std::size_t j = j0; j < std::min(cols, j0 + k_tile); ++j) {
          out[j * rows + i] = from[i * stride + j];
        }
      }
    }
  }
  return out;
}

void multiply(const float* x, const Values& w, float* y, std::size_t rows, std::size_t depth, std::size_t cols) {
  add_product({x, depth, w.data(), cols, y, cols, rows, depth, cols});
}

void multiply_back(const float* x, Tensor& w, const float* dy, float* dx, std::size_t rows, std::size_t depth,
                   std::size_t cols) {
  const Values xt = transposed(x, rows, depth, depth);
  add_product({xt.data(), rows, dy, cols, w.gradient.data(), cols, depth, rows, cols});
  if (dx != nullptr) {
    const Values wt = transposed(w.value.data(), depth, cols, cols);
    add_product({dy, cols, wt.data(), depth, dx, depth, rows, cols, depth});
  }
}

void add_rows(const float* dy, Values& bias_gradient, std::size_t rows, std::size_t cols) {
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < cols; ++j) {
      bias_gradient[j] += dy[i * cols + j];
    }
  }
}

Values drop(const Values& x, float share, std::mt19937& random, Values& mask) {
  const auto limit = static_cast<std::uint32_t>(share * 65536.0F);
  const float keep = 1.0F / (1.0F - share);
  mask.resize(x.size());
  Values out(x.size());
  const std::uint64_t start = (std::uint64_t{random()} << 32U) | random();
  for (std::size_t i = 0; i < x.size(); ++i) {
    // A counter through a short mixing function: unlike a running generator, the compiler can do sixteen at once.
    auto bits = static_cast<std::uint32_t>(start) + static_cast<std::uint32_t>(i) * 0x9E3779B9U;
    bits = (bits ^ (bits >> 16U)) * 0x85EBCA6BU;
    bits = (bits ^ (bits >> 13U)) * 0xC2B2AE35U;
    mask[i] = ((bits ^ static_cast<std::uint32_t>(start >> 32U)) >> 16U) < limit ? 0.0F : keep;
    out[i] = x[i] * mask[i];
  }
  return out;
}

Values run_forward(const RecurrentStep& step, Values input, float dropout, std::mt19937& random, RecurrentTrace& t) {
  const std::size_t width = step.width, words = step.ends.back();
  t.input = std::move(input);
  t.dropped = drop(t.input, dropout, random, t.mask);
  t.gates.assign(words * 3 * width, 0.0F);
  t.state.assign(words * width, 0.0F);
  multiply(t.dropped.data(), step.tensors.gates.value, t.gates.data(), words, width, 3 * width);
  Values output(words * width);
  std::size_t begin = 0;
  for (const std::uint32_t end : step.ends) {
    analyse::detail::run_recurrent({t.input.data() + begin * width, t.gates.data() + begin * 3 * width,
                                    step.tensors.bias.value.data(), step.tensors.carry.value.data(),
                                    t.state.data() + begin * width, output.data() + begin * width, end - begin, width});
    begin = end;
  }
  return output;
}

void run_backward(const RecurrentStep& step, const RecurrentTrace& t, const Values& d_output, Values& d_input) {
  const std::size_t width = step.width, half = width / 2, words = step.ends.back();
  Tensor &bias = step.tensors.bias, &carry = step.tensors.carry;
  Values d_gates(words * 3 * width), d_through(words * width), d_dropped(words * width), d_state(half);
  Values squashed = t.state;
  analyse::detail::squash(squashed);
  const Values zero(half, 0.0F);
  std::size_t begin = 0;
  for (const std::size_t end : step.ends) {
    for (std::size_t direction = 0; direction < 2; ++direction) {
      std::fill(d_state.begin(), d_state.end(), 0.0F);
      const std::size_t off = direction * half, par = direction * 2 * half;
      for (std::size_t back = end - begin; back-- > 0;) {
        const std::size_t word = direction == 0 ? begin + back : end - 1 - back;
        const std::size_t before = direction == 0 ? word - 1 : word + 1;
        const std::size_t at = word * width + off, gates_at = word * 3 * width + direction * 3 * half;
        back_step({t.gates.data() + gates_at, back == 0 ? zero.data() : t.state.data() + before * width + off,
                   t.input.data() + at, squashed.data() + at, d_output.data() + at, carry.value.data() + par,
                   d_gates.data() + gates_at, d_through.data() + at, d_state.data(), bias.gradient.data() + par,
                   carry.gradient.data() + par, half});
      }
    }
    begin = end;
  }
  multiply_back(t.dropped.data(), step.tensors.gates, d_gates.data(), d_dropped.data(), words, width, 3 * width);
  for (std::size_t k = 0; k < d_input.size(); ++k) {
    d_input[k] += d_through[k] + d_dropped[k] * t.mask[k];
  }
}

void Adam::begin(float rate, double norm) {
  ++m_steps;
  m_clip = norm > 25.0 ? static_cast<float>(5.0 / std::sqrt(norm)) : 1.0F;
  const auto steps = static_cast<float>(m_steps);
  m_scale = rate * std::sqrt(1.0F - std::pow(k_beta2, steps)) / (1.0F - std::pow(k_beta1, steps));
}

void Adam::move(Tensor& t, std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i) {
    const float g = t.gradient[i] * m_clip;
    t.mean[i] += (1.0F - k_beta1) * (g - t.mean[i]);
    t.square[i] += (1.0F - k_beta2) * (g * g - t.square[i]);
    t.value[i] -= m_scale * t.mean[i] / (std::sqrt(t.square[i]) + 1e-8F);
    t.gradient[i] = 0;
  }
}

double squared_length(const Values& gradient) {
  double sum = 0;
  for (const float g : gradient) {
    sum += static_cast<double>(g) * static_cast<double>(g);
  }
  return sum;
}

}  // namespace hearsay::train
