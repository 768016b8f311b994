// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/recurrent.hpp>

#include <cstring>

#include <hearsay/analyse/detail/matrix.hpp>

namespace hearsay::analyse::detail {

namespace {

// clang refuses to pass vectors wider than the baseline's even to functions that are always inlined; it only builds the
// fuzz targets, so there one plain width will do.
#ifdef __clang__
#define HEARSAY_CLONES
constexpr std::size_t k_lanes = 4;
#else
#define HEARSAY_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
constexpr std::size_t k_lanes = 16;
#endif
using Lanes = float __attribute__((vector_size(4 * k_lanes), aligned(4)));

inline __attribute__((always_inline)) Lanes load(const float* from) {
  Lanes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}
inline __attribute__((always_inline)) void store(float* to, const Lanes& from) {
  std::memcpy(to, &from, sizeof from);
}

// Rational approximation of tanh on [-7.9, 7.9], coefficients as in Eigen's generic_fast_tanh_float.
inline __attribute__((always_inline)) Lanes tanh_of(Lanes x) {
  x = x > 7.9F ? Lanes{} + 7.9F : x;
  x = x < -7.9F ? Lanes{} - 7.9F : x;
  const Lanes x2 = x * x;
  Lanes p = x2 * -2.76076847742355e-16F + 2.00018790482477e-13F;
  p = p * x2 - 8.60467152213735e-11F;
  p = p * x2 + 5.12229709037114e-08F;
  p = p * x2 + 1.48572235717979e-05F;
  p = p * x2 + 6.37261928875436e-04F;
  p = p * x2 + 4.89352455891786e-03F;
  Lanes q = x2 * 1.19825839466702e-06F + 1.18534705686654e-04F;
  q = q * x2 + 2.26843463243900e-03F;
  q = q * x2 + 4.89352518554385e-03F;
  return x * p / q;
}
inline __attribute__((always_inline)) Lanes sigmoid_of(Lanes x) {
  return tanh_of(x * 0.5F) * 0.5F + 0.5F;
}

// One direction of one group of lanes. `offset`: where this direction's half begins in a word's values.
inline __attribute__((always_inline)) void run_lanes(const RecurrentPass& pass, std::size_t direction,
                                                     std::size_t lane) {
  const std::size_t half = pass.width / 2;
  const std::size_t at = direction * half + lane;
  const std::size_t gate = direction * 3 * half + lane;
  const std::size_t parameter = direction * 2 * half + lane;
  const Lanes forget_bias = load(pass.bias + parameter), reset_bias = load(pass.bias + parameter + half);
  const Lanes forget_carry = load(pass.carry + parameter), reset_carry = load(pass.carry + parameter + half);
  Lanes state{};
  for (std::size_t step = 0; step < pass.words; ++step) {
    const std::size_t word = direction == 0 ? step : pass.words - 1 - step;
    float* gates = pass.gates + word * 3 * pass.width + gate;
    const Lanes candidate = load(gates);
    const Lanes forget = sigmoid_of(load(gates + half) + forget_bias + forget_carry * state);
    const Lanes reset = sigmoid_of(load(gates + 2 * half) + reset_bias + reset_carry * state);
    state = candidate + forget * (state - candidate);
    const Lanes x = load(pass.input + word * pass.width + at);
    store(gates + half, forget);
    store(gates + 2 * half, reset);
    store(pass.state + word * pass.width + at, state);
    store(pass.output + word * pass.width + at, x + reset * (tanh_of(state) - x));
  }
}

}  // namespace

HEARSAY_CLONES void run_recurrent(const RecurrentPass& pass) {
  for (std::size_t direction = 0; direction < 2; ++direction) {
    for (std::size_t lane = 0; lane < pass.width / 2; lane += k_lanes) {
      run_lanes(pass, direction, lane);
    }
  }
}

void run_layer(const RecurrentWeights& layer, std::size_t width, std::span<const std::uint32_t> ends,
               std::vector<float>& x) {
  const std::size_t words = ends.back();
  std::vector<float> gates(words * 3 * width), state(words * width), output(words * width);
  add_product({x.data(), width, layer.gates, 3 * width, gates.data(), 3 * width, words, width, 3 * width});
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    run_recurrent({x.data() + begin * width, gates.data() + begin * 3 * width, layer.bias, layer.carry,
                   state.data() + begin * width, output.data() + begin * width, end - begin, width});
    begin = end;
  }
  x.swap(output);
}

HEARSAY_CLONES void squash(std::span<float> values) {
  std::size_t i = 0;
  for (; i + k_lanes <= values.size(); i += k_lanes) {
    store(values.data() + i, tanh_of(load(values.data() + i)));
  }
  for (; i < values.size(); ++i) {
    values[i] = tanh_of(Lanes{} + values[i])[0];
  }
}

}  // namespace hearsay::analyse::detail
