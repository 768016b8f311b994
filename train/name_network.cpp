// SPDX-License-Identifier: Apache-2.0
// Gradients by hand, on the parts of layers.hpp.
#include "name_network.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "crf.hpp"

namespace hearsay::train {

namespace {

using analyse::detail::k_score_columns;

constexpr std::size_t k_aux_columns = 32;  // labels of outer, then of inner, padded
constexpr std::array k_task_names = {"names.t", "phrases.t", "outer.t", "inner.t"};

/// Where a task's labels begin among the columns of its scores.
std::size_t column_of(std::size_t task, const std::array<std::size_t, k_name_tasks>& labels) {
  return task % 2 == 0 ? 0 : labels[task - 1];
}

}  // namespace

NameNetwork::NameNetwork(const analyse::detail::NameNetShape& shape,
                         const std::array<std::size_t, k_name_tasks>& labels, std::size_t rows,
                         const NameNetOptions& options)
    : m_shape(shape),
      m_labels(labels),
      m_options(options),
      m_features(rows * shape.width),
      m_is_touched(rows),
      m_random(options.seed) {
  for (const auto& size : analyse::detail::name_tensors(shape)) {
    add_tensor(size.name, size.rows, size.cols);
  }
  add_tensor("aux.w", shape.width, k_aux_columns);
  add_tensor("aux.b", 1, k_aux_columns);
  add_tensor("outer.t", labels[2] + 1, labels[2]);
  add_tensor("inner.t", labels[3] + 1, labels[3]);
}

void NameNetwork::add_tensor(const std::string& name, std::size_t rows, std::size_t cols) {
  m_index[name] = m_tensors.size();
  Tensor tensor(rows * cols);
  const float range = name.ends_with(".w")   ? std::sqrt(3.0F / static_cast<float>(rows))
                      : name.ends_with(".v") ? 0.3F
                                             : 0.0F;
  for (float& value : tensor.value) {
    value = (static_cast<float>(m_random()) / 4294967295.0F * 2.0F - 1.0F) * range;
  }
  m_tensors.push_back(std::move(tensor));
}

RecurrentStep NameNetwork::layer(std::uint32_t index) {
  const std::string name = "layer" + std::to_string(index);
  return {{tensor(name + ".w"), tensor(name + ".b"), tensor(name + ".v")}, m_ends, m_shape.width};
}

void NameNetwork::embed(const std::vector<const NameExample*>& batch) {
  const std::size_t inputs = m_shape.inputs(), width = m_shape.width;
  const auto chance = [this] { return static_cast<float>(m_random() % 65536U) / 65536.0F; };
  m_ends.clear();
  m_used.clear();
  m_input.clear();
  std::uint32_t word = 0;
  for (const NameExample* s : batch) {
    std::uint32_t at = 0;
    m_input.insert(m_input.end(), s->input.begin(), s->input.end());
    for (const std::uint32_t end : s->row_ends) {
      if (chance() < m_options.vector_dropout) {
        std::fill_n(m_input.begin() + static_cast<std::ptrdiff_t>(word * inputs + m_shape.states),
                    inputs - m_shape.states, 0.0F);
      }
      for (; at < end; ++at) {
        if (s->rows[at] >= 0 && chance() >= m_options.feature_dropout) {
          m_used.emplace_back(word, s->rows[at]);
        }
      }
      ++word;
    }
    m_ends.push_back(word);
  }
  Values x(word * width);
  for (std::size_t i = 0; i < word; ++i) {
    std::copy_n(tensor("in.b").value.begin(), width, x.begin() + static_cast<std::ptrdiff_t>(i * width));
  }
  m_input = drop(m_input, 0.5F * m_options.dropout, m_random, m_input_mask);
  multiply(m_input.data(), tensor("in.w").value, x.data(), word, inputs, width);
  const float grow = 1.0F / (1.0F - m_options.feature_dropout);
  for (const auto& [w, row] : m_used) {
    const float* from = m_features.value.data() + static_cast<std::size_t>(row) * width;
    float* to = x.data() + w * width;
    for (std::size_t j = 0; j < width; ++j) {
      to[j] += grow * from[j];
    }
  }
  m_outputs.assign(1, std::move(x));
}

double NameNetwork::task(const std::vector<const NameExample*>& batch, std::size_t index, const Values& scores,
                         Values& d_scores) {
  const std::size_t columns = index < 2 ? k_score_columns : k_aux_columns;
  const std::size_t column = column_of(index, m_labels);
  double loss = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto& gold = batch[i]->gold[index];
    if (!gold.empty()) {
      const std::size_t at = begin * columns + column;
      loss += crf_loss({scores.data() + at, d_scores.data() + at, columns, m_labels[index], gold},
                       tensor(k_task_names[index]), 1.0F / static_cast<float>(m_ends.back()));
    }
    begin = m_ends[i];
  }
  return loss;
}

double NameNetwork::tasks(const std::vector<const NameExample*>& batch) {
  const std::size_t words = m_ends.back(), width = m_shape.width;
  Values mask;
  const Values x = drop(m_outputs.back(), m_options.dropout, m_random, mask);
  Values dx(x.size());
  double loss = 0;
  for (std::size_t first = 0; first < k_name_tasks; first += 2) {
    const std::string name = first == 0 ? "out" : "aux";
    const std::size_t columns = first == 0 ? k_score_columns : k_aux_columns;
    Values scores(words * columns), d_scores(words * columns);
    for (std::size_t i = 0; i < words; ++i) {
      std::copy_n(tensor(name + ".b").value.begin(), columns,
                  scores.begin() + static_cast<std::ptrdiff_t>(i * columns));
    }
    multiply(x.data(), tensor(name + ".w").value, scores.data(), words, width, columns);
    loss += task(batch, first, scores, d_scores) + task(batch, first + 1, scores, d_scores);
    add_rows(d_scores.data(), tensor(name + ".b").gradient, words, columns);
    multiply_back(x.data(), tensor(name + ".w"), d_scores.data(), dx.data(), words, width, columns);
  }
  for (std::size_t k = 0; k < dx.size(); ++k) {
    m_gradients.back()[k] += dx[k] * mask[k];
  }
  return loss;
}

void NameNetwork::embed_back() {
  const std::size_t width = m_shape.width, words = m_ends.back();
  const Values& dx = m_gradients.front();
  add_rows(dx.data(), tensor("in.b").gradient, words, width);
  multiply_back(m_input.data(), tensor("in.w"), dx.data(), nullptr, words, m_shape.inputs(), width);
  const float grow = 1.0F / (1.0F - m_options.feature_dropout);
  for (const auto& [word, row] : m_used) {
    const auto at = static_cast<std::size_t>(row);
    if (m_is_touched[at] == 0) {
      m_is_touched[at] = 1;
      m_touched.push_back(row);
    }
    float* to = m_features.gradient.data() + at * width;
    const float* from = dx.data() + word * width;
    for (std::size_t j = 0; j < width; ++j) {
      to[j] += grow * from[j];
    }
  }
}

void NameNetwork::update(float rate) {
  double norm = 0;
  for (const Tensor& tensor : m_tensors) {
    norm += squared_length(tensor.gradient);
  }
  m_adam.begin(rate, norm);
  for (Tensor& tensor : m_tensors) {
    m_adam.move(tensor, 0, tensor.value.size());
    for (float& value : tensor.value) {
      value *= 1.0F - rate * m_options.decay;
    }
  }
  for (const std::int32_t row : m_touched) {
    const std::size_t from = static_cast<std::size_t>(row) * m_shape.width;
    m_adam.move(m_features, from, from + m_shape.width);
    m_is_touched[static_cast<std::size_t>(row)] = 0;
    for (std::size_t j = from; j < from + m_shape.width; ++j) {
      m_features.value[j] *= 1.0F - rate * m_options.decay;
    }
  }
  m_touched.clear();
}

double NameNetwork::step(const std::vector<const NameExample*>& batch, float rate) {
  embed(batch);
  m_trace.resize(m_shape.layers);
  for (std::uint32_t l = 0; l < m_shape.layers; ++l) {
    m_outputs.push_back(run_forward(layer(l), m_outputs.back(), m_options.dropout, m_random, m_trace[l]));
  }
  m_gradients.clear();
  for (const Values& output : m_outputs) {
    m_gradients.emplace_back(output.size(), 0.0F);
  }
  const double loss = tasks(batch);
  for (std::uint32_t l = m_shape.layers; l-- > 0;) {
    run_backward(layer(l), m_trace[l], m_gradients[l + 1], m_gradients[l]);
  }
  embed_back();
  update(rate);
  return loss / static_cast<double>(m_ends.back());
}

void NameNetwork::add_to_average() {
  m_sums.resize(m_tensors.size() + 1);
  for (std::size_t i = 0; i < m_sums.size(); ++i) {
    const Values& from = i < m_tensors.size() ? m_tensors[i].value : m_features.value;
    m_sums[i].resize(from.size());
    for (std::size_t k = 0; k < from.size(); ++k) {
      m_sums[i][k] += from[k];
    }
  }
  ++m_averaged;
}

NameWeights NameNetwork::mean_weights() const {
  NameWeights out{m_shape, m_sums, {}};
  for (Values& values : out.tensors) {
    std::transform(values.begin(), values.end(), values.begin(), [this](float sum) { return sum / m_averaged; });
  }
  out.features = std::move(out.tensors.back());
  out.tensors.resize(analyse::detail::name_tensors(m_shape).size());
  return out;
}

namespace {

/// The networks' matrices side by side, each of `rows` rows.
Values side_by_side(const std::vector<const Values*>& parts, std::size_t rows) {
  Values out;
  for (std::size_t row = 0; row < rows; ++row) {
    for (const Values* part : parts) {
      const std::size_t cols = part->size() / rows;
      const auto from = part->begin() + static_cast<std::ptrdiff_t>(row * cols);
      out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(cols));
    }
  }
  return out;
}

Values mean_of(const std::vector<const Values*>& parts) {
  Values out(parts.front()->size());
  for (const Values* part : parts) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] += (*part)[i] / static_cast<float>(parts.size());
    }
  }
  return out;
}

/// One tensor of several networks that vote: how it is put together follows from its name.
Values joined(const std::string& name, const std::vector<const Values*>& parts, std::size_t rows) {
  if (name.starts_with("in.")) {
    return side_by_side(parts, rows);
  }
  if (name != "out.w") {
    return mean_of(parts);
  }
  Values below;
  for (const Values* part : parts) {
    std::transform(part->begin(), part->end(), std::back_inserter(below),
                   [&](float weight) { return weight / static_cast<float>(parts.size()); });
  }
  return below;
}

/// The `most` longest rows with their keys.
std::map<std::uint64_t, Values> longest_rows(const Values& rows, const std::vector<std::uint64_t>& keys,
                                             std::size_t most) {
  const std::size_t width = rows.size() / keys.size();
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t row = 0; row < keys.size(); ++row) {
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(row * width);
    order.emplace_back(-squared_length(Values(from, from + static_cast<std::ptrdiff_t>(width))), row);
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), most));
  std::map<std::uint64_t, Values> out;
  for (const auto& [length, row] : order) {
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(row * width);
    out.emplace(keys[row], Values(from, from + static_cast<std::ptrdiff_t>(width)));
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> pack_networks(const std::vector<NameWeights>& networks,
                                                 const std::vector<std::uint64_t>& keys, std::size_t most) {
  auto shape = networks.front().shape;
  const auto sizes = analyse::detail::name_tensors(shape);
  shape.networks = static_cast<std::uint32_t>(networks.size());
  std::vector<Values> tensors, layers;
  std::vector<const Values*> rows;
  for (const NameWeights& network : networks) {
    rows.push_back(&network.features);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      if (sizes[i].name.starts_with("layer")) {
        layers.push_back(network.tensors[i]);
      }
    }
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i].name == "out.w") {
      tensors.insert(tensors.end(), layers.begin(), layers.end());
    }
    if (!sizes[i].name.starts_with("layer")) {
      std::vector<const Values*> parts;
      for (const NameWeights& network : networks) {
        parts.push_back(&network.tensors[i]);
      }
      tensors.push_back(joined(sizes[i].name, parts, sizes[i].rows));
    }
  }
  const auto features = longest_rows(side_by_side(rows, keys.size()), keys, most);
  return {{"net", analyse::detail::NameNet::pack_dense(shape, tensors)},
          {"features", analyse::detail::VectorTable::pack(networks.size() * shape.width, features)}};
}

}  // namespace hearsay::train
