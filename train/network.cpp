// SPDX-License-Identifier: Apache-2.0
// Gradients by hand; every product is add_product on explicit transposes.
#include "network.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <hearsay/analyse/detail/matrix.hpp>

namespace hearsay::train {

namespace {

using analyse::detail::add_product;
using analyse::detail::distance_column;
using analyse::detail::k_label_columns;
using analyse::detail::k_word_slots;

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
  m_outputs.assign(1, with_dropout(x, m_vector_mask));
}

RecurrentStep Network::layer(std::uint32_t index) {
  const std::string name = "layer" + std::to_string(index);
  return {{tensor(name + ".w"), tensor(name + ".b"), tensor(name + ".v")}, m_ends, m_shape.width};
}

void Network::forward_layers() {
  m_trace.resize(m_shape.layers);
  for (std::uint32_t l = 0; l < m_shape.layers; ++l) {
    m_outputs.push_back(run_forward(layer(l), m_outputs.back(), m_options.dropout, m_random, m_trace[l]));
  }
}

double Network::tags(const std::vector<const NetExample*>& batch) {
  const std::size_t width = m_shape.width, words = m_ends.back(), cols = m_shape.class_columns();
  const Values x = with_dropout(m_outputs[m_shape.tag_layer], m_tag_mask);
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
  const Values dropped = with_dropout(hidden, mask);
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
  m_head_input = with_dropout(m_outputs.back(), m_head_mask);
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

void Network::backward_layers() {
  for (std::uint32_t l = m_shape.layers; l-- > 0;) {
    run_backward(layer(l), m_trace[l], m_gradients[l + 1], m_gradients[l]);
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
  double norm = 0;
  for (const Tensor& tensor : m_tensors) {
    norm += squared_length(tensor.gradient);
  }
  m_adam.begin(rate, norm);
  for (Tensor& tensor : m_tensors) {
    m_adam.move(tensor, 0, tensor.value.size());
  }
  for (const std::int32_t row : m_touched) {
    const std::size_t from = static_cast<std::size_t>(row) * m_shape.width;
    m_adam.move(m_vectors, from, from + m_shape.width);
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
  return analyse::detail::VectorTable::pack(m_shape.width, vectors);
}

}  // namespace hearsay::train
