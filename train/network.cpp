// SPDX-License-Identifier: Apache-2.0
// Gradients by hand; every product is add_product on explicit transposes.
#include "network.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <hearsay/analyse/detail/matrix.hpp>
#include <hearsay/analyse/detail/recurrent.hpp>

namespace hearsay::train {

namespace {

using analyse::detail::add_product;
using analyse::detail::distance_column;
using analyse::detail::k_label_columns;
using analyse::detail::k_word_slots;
using Values = std::vector<float>;

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

/// y = x W, with x rows x depth.
void multiply(const float* x, const Values& w, float* y, std::size_t rows, std::size_t depth, std::size_t cols) {
  add_product({x, depth, w.data(), cols, y, cols, rows, depth, cols});
}

/// Gradients of y = x W: dW += x^T dy, dx += dy W^T.
void multiply_back(const float* x, Tensor& w, const float* dy, float* dx, std::size_t rows, std::size_t depth,
                   std::size_t cols) {
  const Values xt = transposed(x, rows, depth, depth);
  add_product({xt.data(), rows, dy, cols, w.gradient.data(), cols, depth, rows, cols});
  const Values wt = transposed(w.value.data(), depth, cols, cols);
  add_product({dy, cols, wt.data(), depth, dx, depth, rows, cols, depth});
}

void add_rows(const float* dy, Values& bias_gradient, std::size_t rows, std::size_t cols) {
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < cols; ++j) {
      bias_gradient[j] += dy[i * cols + j];
    }
  }
}

/// Scores become gradients of the cross entropy (times `weight`); returns the loss.
double softmax_loss(float* scores, std::size_t count, std::span<const Share> target, float weight) {
  const float highest = *std::max_element(scores, scores + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] = std::exp(scores[i] - highest);
    sum += scores[i];
  }
  double loss = 0;
  for (const Share& part : target) {
    loss -= part.share * std::log(std::max(scores[part.cls] / sum, 1e-12F));
  }
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] *= weight / sum;
  }
  for (const Share& part : target) {
    scores[part.cls] -= weight * part.share;
  }
  return loss;
}

/// The target of word `at`, or the gold class alone where there are none; `only` keeps it.
std::span<const Share> target_of(const std::vector<Target>& targets, std::size_t at, std::size_t gold, Share& only) {
  if (!targets.empty()) {
    return targets[at];
  }
  only = {static_cast<std::uint16_t>(gold), 1.0F};
  return {&only, 1};
}

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

Network::Network(const analyse::detail::NetShape& shape, std::size_t rows, const NetOptions& options)
    : m_shape(shape), m_options(options), m_vectors(rows * shape.width), m_is_touched(rows), m_random(options.seed) {
  const auto uniform = [&](float range) {
    return (static_cast<float>(m_random()) / 4294967295.0F * 2.0F - 1.0F) * range;
  };
  for (const auto& size : analyse::detail::tensor_sizes(shape)) {
    m_index[size.name] = m_tensors.size();
    Tensor tensor(std::size_t{size.rows} * size.cols);
    if (size.rows > 1) {
      const float range = std::sqrt(3.0F / static_cast<float>(size.rows));
      std::generate(tensor.value.begin(), tensor.value.end(), [&] { return uniform(range); });
    } else if (size.name.ends_with(".v") || size.name == "arc.root") {
      std::generate(tensor.value.begin(), tensor.value.end(), [&] { return uniform(0.3F); });
    }
    m_tensors.push_back(std::move(tensor));
  }
  std::generate(m_vectors.value.begin(), m_vectors.value.end(), [&] { return uniform(0.3F); });
}

void Network::lay_out(const std::vector<const NetExample*>& batch) {
  m_ends.clear();
  m_rows.clear();
  std::uint32_t end = 0;
  for (const NetExample* s : batch) {
    end += static_cast<std::uint32_t>(s->words());
    m_ends.push_back(end);
    for (std::size_t i = 0; i < s->words(); ++i) {
      const bool hide = static_cast<float>(m_random() % 10000U) < 10000.0F * s->unknown[i];
      for (std::size_t slot = 0; slot < k_word_slots; ++slot) {
        const std::int32_t row = s->rows[i * k_word_slots + slot];
        const bool whole = slot == 0 || slot == k_word_slots - 1;
        m_rows.push_back(whole && hide ? (slot == 0 ? 0 : -1) : row);
      }
    }
  }
}

Values Network::drop(const Values& x, Values& mask) {
  const auto limit = static_cast<std::uint32_t>(m_options.dropout * 65536.0F);
  const float keep = 1.0F / (1.0F - m_options.dropout);
  mask.resize(x.size());
  Values out(x.size());
  const std::uint64_t start = (std::uint64_t{m_random()} << 32U) | m_random();
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

void Network::embed(const std::vector<const NetExample*>& batch) {
  lay_out(batch);
  const std::size_t width = m_shape.width;
  Values x(m_ends.back() * width);
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    if (m_rows[i] < 0) {
      continue;
    }
    const float* from = m_vectors.value.data() + static_cast<std::size_t>(m_rows[i]) * width;
    float* to = x.data() + i / k_word_slots * width;
    for (std::size_t j = 0; j < width; ++j) {
      to[j] += from[j];
    }
  }
  m_outputs.assign(1, drop(x, m_vector_mask));
}

void Network::forward_layers() {
  const std::size_t width = m_shape.width, words = m_ends.back();
  m_trace.resize(m_shape.layers);
  m_masks.resize(m_shape.layers);
  for (std::uint32_t l = 0; l < m_shape.layers; ++l) {
    const std::string name = "layer" + std::to_string(l);
    LayerTrace& t = m_trace[l];
    t.input = m_outputs.back();
    t.dropped = drop(t.input, m_masks[l]);
    t.gates.assign(words * 3 * width, 0.0F);
    t.state.assign(words * width, 0.0F);
    multiply(t.dropped.data(), tensor(name + ".w").value, t.gates.data(), words, width, 3 * width);
    Values output(words * width);
    std::size_t begin = 0;
    for (const std::uint32_t end : m_ends) {
      analyse::detail::run_recurrent({t.input.data() + begin * width, t.gates.data() + begin * 3 * width,
                                      tensor(name + ".b").value.data(), tensor(name + ".v").value.data(),
                                      t.state.data() + begin * width, output.data() + begin * width, end - begin,
                                      width});
      begin = end;
    }
    m_outputs.push_back(std::move(output));
  }
}

double Network::tags(const std::vector<const NetExample*>& batch) {
  const std::size_t width = m_shape.width, words = m_ends.back(), cols = m_shape.class_columns();
  const Values x = drop(m_outputs[m_shape.tag_layer], m_tag_mask);
  Values scores(words * cols), dx(words * width);
  for (std::size_t i = 0; i < words; ++i) {
    std::copy_n(tensor("tag.b").value.begin(), cols, scores.begin() + static_cast<std::ptrdiff_t>(i * cols));
  }
  multiply(x.data(), tensor("tag.w").value, scores.data(), words, width, cols);
  double loss = 0;
  std::size_t i = 0;
  for (const NetExample* s : batch) {
    for (std::size_t at = 0; at < s->words(); ++at) {
      float* row = scores.data() + i++ * cols;
      Share only;
      const auto target = target_of(s->tag_targets, at, s->tags[at], only);
      loss += softmax_loss(row, m_shape.classes, target, 1.0F / static_cast<float>(words));
      std::fill(row + m_shape.classes, row + cols, 0.0F);
    }
  }
  add_rows(scores.data(), tensor("tag.b").gradient, words, cols);
  multiply_back(x.data(), tensor("tag.w"), scores.data(), dx.data(), words, width, cols);
  for (std::size_t k = 0; k < dx.size(); ++k) {
    m_gradients[m_shape.tag_layer][k] += dx[k] * m_tag_mask[k];
  }
  return loss;
}

double Network::arcs(const NetExample& s, std::size_t begin, const Values& asked, Values& d_asked, Values& d_heads) {
  const std::size_t arc = m_shape.arc, cols = m_shape.head_columns(), n = s.words(), stride = (n + 32) / 32 * 32;
  Values offered((n + 1) * arc), scores(n * stride, 0.0F);
  for (std::size_t h = 0; h < n; ++h) {
    std::copy_n(m_head_values.begin() + static_cast<std::ptrdiff_t>((begin + h) * cols + arc), arc,
                offered.begin() + static_cast<std::ptrdiff_t>(h * arc));
  }
  std::copy_n(tensor("arc.root").value.begin(), arc, offered.begin() + static_cast<std::ptrdiff_t>(n * arc));
  Values across(arc * stride, 0.0F);
  for (std::size_t h = 0; h <= n; ++h) {
    for (std::size_t k = 0; k < arc; ++k) {
      across[k * stride + h] = offered[h * arc + k];
    }
  }
  const Values& distance = tensor("arc.distance").value;
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h < n; ++h) {
      scores[d * stride + h] = h == d ? -1e9F : distance[distance_column(d, h)];
    }
  }
  add_product({asked.data() + begin * arc, arc, across.data(), stride, scores.data(), stride, n, arc, stride});
  double loss = 0;
  for (std::size_t d = 0; d < n; ++d) {
    float* row = scores.data() + d * stride;
    const std::size_t gold = s.heads[d] < 0 ? n : static_cast<std::size_t>(s.heads[d]);
    Share only;
    loss +=
        softmax_loss(row, n + 1, target_of(s.head_targets, d, gold, only), 1.0F / static_cast<float>(m_ends.back()));
    std::fill(row + n + 1, row + stride, 0.0F);
    for (std::size_t h = 0; h < n; ++h) {
      if (h != d) {
        tensor("arc.distance").gradient[distance_column(d, h)] += row[h];
      }
    }
  }
  add_product({scores.data(), stride, offered.data(), arc, d_asked.data() + begin * arc, arc, n, n + 1, arc});
  const Values back = transposed(scores.data(), n, n + 1, stride);
  Values d_offered((n + 1) * arc);
  add_product({back.data(), n, asked.data() + begin * arc, arc, d_offered.data(), arc, n + 1, n, arc});
  for (std::size_t h = 0; h < n; ++h) {
    for (std::size_t k = 0; k < arc; ++k) {
      d_heads[(begin + h) * cols + arc + k] += d_offered[h * arc + k];
    }
  }
  for (std::size_t k = 0; k < arc; ++k) {
    tensor("arc.root").gradient[k] += d_offered[n * arc + k];
  }
  return loss;
}

double Network::labels(const std::vector<const NetExample*>& batch, Values& d_heads) {
  const std::size_t cols = m_shape.head_columns(), label = m_shape.label, words = m_ends.back(), from = 2 * m_shape.arc;
  Values hidden(words * label), scores(words * k_label_columns), d_hidden(words * label), mask;
  std::vector<std::ptrdiff_t> head_of(words, -1);
  std::size_t begin = 0;
  for (const NetExample* s : batch) {
    for (std::size_t d = 0; d < s->words(); ++d) {
      if (s->heads[d] >= 0) {
        head_of[begin + d] = static_cast<std::ptrdiff_t>(begin) + s->heads[d];
      }
    }
    begin += s->words();
  }
  for (std::size_t d = 0; d < words; ++d) {
    for (std::size_t j = 0; head_of[d] >= 0 && j < label; ++j) {
      const float sum = m_head_values[d * cols + from + j] +
                        m_head_values[static_cast<std::size_t>(head_of[d]) * cols + from + label + j];
      hidden[d * label + j] = std::max(0.0F, sum);
    }
    std::copy_n(tensor("label.b").value.begin(), k_label_columns,
                scores.begin() + static_cast<std::ptrdiff_t>(d * k_label_columns));
  }
  const Values dropped = drop(hidden, mask);
  multiply(dropped.data(), tensor("label.w").value, scores.data(), words, label, k_label_columns);
  double loss = 0;
  std::size_t d = 0;
  for (const NetExample* s : batch) {
    for (std::size_t at = 0; at < s->words(); ++at) {
      float* row = scores.data() + d * k_label_columns;
      Share only;
      if (head_of[d++] < 0) {
        std::fill_n(row, k_label_columns, 0.0F);
        continue;
      }
      loss += softmax_loss(row, k_deprel_count, target_of(s->deprel_targets, at, s->deprels[at], only),
                           1.0F / static_cast<float>(words));
      std::fill(row + k_deprel_count, row + k_label_columns, 0.0F);
    }
  }
  add_rows(scores.data(), tensor("label.b").gradient, words, k_label_columns);
  multiply_back(dropped.data(), tensor("label.w"), scores.data(), d_hidden.data(), words, label, k_label_columns);
  for (d = 0; d < words; ++d) {
    for (std::size_t j = 0; head_of[d] >= 0 && j < label; ++j) {
      const float back = hidden[d * label + j] > 0 ? d_hidden[d * label + j] * mask[d * label + j] : 0.0F;
      d_heads[d * cols + from + j] += back;
      d_heads[static_cast<std::size_t>(head_of[d]) * cols + from + label + j] += back;
    }
  }
  return loss;
}

double Network::heads(const std::vector<const NetExample*>& batch) {
  const std::size_t width = m_shape.width, words = m_ends.back(), cols = m_shape.head_columns(), arc = m_shape.arc;
  m_head_input = drop(m_outputs.back(), m_head_mask);
  m_head_values.assign(words * cols, 0.0F);
  for (std::size_t i = 0; i < words; ++i) {
    std::copy_n(tensor("heads.b").value.begin(), cols, m_head_values.begin() + static_cast<std::ptrdiff_t>(i * cols));
  }
  multiply(m_head_input.data(), tensor("heads.w").value, m_head_values.data(), words, width, cols);
  Values asked_input(words * arc), asked(words * arc), d_asked(words * arc), d_input(words * arc),
      d_heads(words * cols);
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t j = 0; j < 2 * arc; ++j) {
      m_head_values[i * cols + j] = std::max(0.0F, m_head_values[i * cols + j]);
    }
    std::copy_n(m_head_values.begin() + static_cast<std::ptrdiff_t>(i * cols), arc,
                asked_input.begin() + static_cast<std::ptrdiff_t>(i * arc));
  }
  multiply(asked_input.data(), tensor("arc.u").value, asked.data(), words, arc, arc);
  double loss = labels(batch, d_heads);
  std::size_t begin = 0;
  for (const NetExample* s : batch) {
    loss += arcs(*s, begin, asked, d_asked, d_heads);
    begin += s->words();
  }
  multiply_back(asked_input.data(), tensor("arc.u"), d_asked.data(), d_input.data(), words, arc, arc);
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t j = 0; j < arc; ++j) {
      d_heads[i * cols + j] += d_input[i * arc + j];
    }
    for (std::size_t j = 0; j < 2 * arc; ++j) {
      d_heads[i * cols + j] = m_head_values[i * cols + j] > 0 ? d_heads[i * cols + j] : 0.0F;
    }
  }
  add_rows(d_heads.data(), tensor("heads.b").gradient, words, cols);
  Values dx(words * width);
  multiply_back(m_head_input.data(), tensor("heads.w"), d_heads.data(), dx.data(), words, width, cols);
  for (std::size_t k = 0; k < dx.size(); ++k) {
    m_gradients.back()[k] += dx[k] * m_head_mask[k];
  }
  return loss;
}

void Network::backward_layer(std::uint32_t index, Values& d_output) {
  const std::string name = "layer" + std::to_string(index);
  const LayerTrace& t = m_trace[index];
  const std::size_t width = m_shape.width, half = width / 2, words = m_ends.back();
  Tensor &bias = tensor(name + ".b"), &carry = tensor(name + ".v");
  Values d_gates(words * 3 * width), d_input(words * width), d_dropped(words * width), d_state(half);
  Values squashed = t.state;
  analyse::detail::squash(squashed);
  const Values zero(half, 0.0F);
  std::size_t begin = 0;
  for (const std::size_t end : m_ends) {
    for (std::size_t direction = 0; direction < 2; ++direction) {
      std::fill(d_state.begin(), d_state.end(), 0.0F);
      const std::size_t off = direction * half, par = direction * 2 * half;
      for (std::size_t step = end - begin; step-- > 0;) {
        const std::size_t word = direction == 0 ? begin + step : end - 1 - step;
        const std::size_t before = direction == 0 ? word - 1 : word + 1;
        const std::size_t at = word * width + off, gates_at = word * 3 * width + direction * 3 * half;
        back_step({t.gates.data() + gates_at, step == 0 ? zero.data() : t.state.data() + before * width + off,
                   t.input.data() + at, squashed.data() + at, d_output.data() + at, carry.value.data() + par,
                   d_gates.data() + gates_at, d_input.data() + at, d_state.data(), bias.gradient.data() + par,
                   carry.gradient.data() + par, half});
      }
    }
    begin = end;
  }
  multiply_back(t.dropped.data(), tensor(name + ".w"), d_gates.data(), d_dropped.data(), words, width, 3 * width);
  Values& below = m_gradients[index];
  for (std::size_t k = 0; k < below.size(); ++k) {
    below[k] += d_input[k] + d_dropped[k] * m_masks[index][k];
  }
}

void Network::backward_layers() {
  for (std::uint32_t l = m_shape.layers; l-- > 0;) {
    backward_layer(l, m_gradients[l + 1]);
  }
  const std::size_t width = m_shape.width;
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const std::int32_t row = m_rows[i];
    if (row < 0) {
      continue;
    }
    if (m_is_touched[static_cast<std::size_t>(row)] == 0) {
      m_is_touched[static_cast<std::size_t>(row)] = 1;
      m_touched.push_back(row);
    }
    const std::size_t word = i / k_word_slots;
    float* to = m_vectors.gradient.data() + static_cast<std::size_t>(row) * width;
    for (std::size_t j = 0; j < width; ++j) {
      to[j] += m_gradients[0][word * width + j] * m_vector_mask[word * width + j];
    }
  }
}

void Network::update(float rate) {
  constexpr float k_beta1 = 0.9F, k_beta2 = 0.98F;
  ++m_steps;
  double norm = 0;
  for (const Tensor& tensor : m_tensors) {
    for (const float g : tensor.gradient) {
      norm += static_cast<double>(g) * static_cast<double>(g);
    }
  }
  const float clip = norm > 25.0 ? static_cast<float>(5.0 / std::sqrt(norm)) : 1.0F;
  const auto steps = static_cast<float>(m_steps);
  const float scale = rate * std::sqrt(1.0F - std::pow(k_beta2, steps)) / (1.0F - std::pow(k_beta1, steps));
  const auto move = [&](Tensor& t, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const float g = t.gradient[i] * clip;
      t.mean[i] += (1.0F - k_beta1) * (g - t.mean[i]);
      t.square[i] += (1.0F - k_beta2) * (g * g - t.square[i]);
      t.value[i] -= scale * t.mean[i] / (std::sqrt(t.square[i]) + 1e-8F);
      t.gradient[i] = 0;
    }
  };
  for (Tensor& tensor : m_tensors) {
    move(tensor, 0, tensor.value.size());
  }
  for (const std::int32_t row : m_touched) {
    const std::size_t from = static_cast<std::size_t>(row) * m_shape.width;
    move(m_vectors, from, from + m_shape.width);
    m_is_touched[static_cast<std::size_t>(row)] = 0;
  }
  m_touched.clear();
}

double Network::step(const std::vector<const NetExample*>& batch, float rate) {
  embed(batch);
  forward_layers();
  m_gradients.clear();
  for (const Values& output : m_outputs) {
    m_gradients.emplace_back(output.size(), 0.0F);
  }
  const double loss = tags(batch) + heads(batch);
  backward_layers();
  update(rate);
  return loss / static_cast<double>(m_ends.back());
}

std::string Network::pack_dense() const {
  std::vector<Values> tensors;
  for (const Tensor& tensor : m_tensors) {
    tensors.push_back(tensor.value);
  }
  return analyse::detail::SyntaxNet::pack_dense(m_shape, tensors);
}

std::string Network::pack_vectors(const std::vector<std::uint64_t>& keys) const {
  std::map<std::uint64_t, Values> vectors;
  for (std::size_t row = 0; row < keys.size(); ++row) {
    const float* from = m_vectors.value.data() + row * m_shape.width;
    vectors.emplace(keys[row], Values(from, from + m_shape.width));
  }
  return analyse::detail::SyntaxNet::pack_vectors(m_shape.width, vectors);
}

}  // namespace hearsay::train
