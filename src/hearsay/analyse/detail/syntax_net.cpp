// SPDX-License-Identifier: Apache-2.0
// Dense bytes: 16 x u32 (width, layers, tag_layer, arc, label, classes, 0...), then the tensors as float.
// Vectors: a VectorTable.
#include <hearsay/analyse/detail/syntax_net.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/matrix.hpp>
#include <hearsay/analyse/detail/recurrent.hpp>
#include <hearsay/analyse/detail/spanning_tree.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_head_words = 16;
void fill_rows(std::vector<float>& out, std::size_t rows, const float* bias, std::size_t cols) {
  out.resize(rows * cols);
  for (std::size_t i = 0; i < rows; ++i) {
    std::copy_n(bias, cols, out.data() + i * cols);
  }
}

/// sum += values, or sum = values for the first.
void add_to(std::vector<float>& sum, const std::vector<float>& values, bool first) {
  if (first) {
    sum = values;
    return;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum[i] += values[i];
  }
}

}  // namespace

std::vector<TensorSize> tensor_sizes(const NetShape& s) {
  std::vector<TensorSize> out;
  for (std::uint32_t i = 0; i < s.layers; ++i) {
    const std::string name = "layer" + std::to_string(i);
    out.push_back({name + ".w", s.width, 3 * s.width});
    out.push_back({name + ".b", 1, 2 * s.width});
    out.push_back({name + ".v", 1, 2 * s.width});
  }
  out.push_back({"tag.w", s.width, s.class_columns()});
  out.push_back({"tag.b", 1, s.class_columns()});
  out.push_back({"heads.w", s.width, s.head_columns()});
  out.push_back({"heads.b", 1, s.head_columns()});
  out.push_back({"arc.u", s.arc, s.arc});
  out.push_back({"arc.root", 1, s.arc});
  out.push_back({"arc.distance", 1, 2 * k_distances});
  out.push_back({"label.w", s.label, k_label_columns});
  out.push_back({"label.b", 1, k_label_columns});
  return out;
}

std::uint64_t unknown_key() {
  return join(100, 0);
}

std::array<std::uint64_t, k_word_slots> net_keys(const WordFeatures& w) {
  return {join(101, w.lower),   join(102, w.suffix2), join(103, w.suffix3), join(104, w.suffix4), join(105, w.prefix2),
          join(106, w.prefix3), join(107, w.shape),   join(108, w.suffix1), join(109, w.form)};
}

SyntaxNet::SyntaxNet(std::string_view dense, std::string_view vectors) : m_vectors(vectors) {
  std::array<std::uint32_t, k_head_words> head{};
  if (dense.size() < sizeof head) {
    throw Fatal("network of the model is cut short");
  }
  std::memcpy(head.data(), dense.data(), sizeof head);
  m_shape = {head[0], head[1], head[2], head[3], head[4], head[5]};
  std::size_t floats = 0;
  for (const TensorSize& size : tensor_sizes(m_shape)) {
    floats += std::size_t{size.rows} * size.cols;
  }
  if (dense.size() != sizeof head + floats * sizeof(float) || m_vectors.width() != m_shape.width) {
    throw Fatal("network of the model has another size than its head says");
  }
  const auto* at = reinterpret_cast<const float*>(dense.data() + sizeof head);
  const auto take = [&](std::size_t count) { return std::exchange(at, at + count); };
  const std::size_t width = m_shape.width;
  for (std::uint32_t i = 0; i < m_shape.layers; ++i) {
    RecurrentWeights layer;
    layer.gates = take(width * 3 * width);
    layer.bias = take(2 * width);
    layer.carry = take(2 * width);
    m_layers.push_back(layer);
  }
  m_tag_w = take(width * m_shape.class_columns());
  m_tag_b = take(m_shape.class_columns());
  m_heads_w = take(width * m_shape.head_columns());
  m_heads_b = take(m_shape.head_columns());
  m_arc_u = take(std::size_t{m_shape.arc} * m_shape.arc);
  m_root = take(m_shape.arc);
  m_distance = take(2 * k_distances);
  m_label_w = take(std::size_t{m_shape.label} * k_label_columns);
  m_label_b = take(k_label_columns);
}

void SyntaxNet::embed(std::span<const WordFeatures> words, std::span<float> out) const {
  const std::size_t width = m_shape.width;
  for (std::size_t i = 0; i < words.size(); ++i) {
    float* to = out.data() + i * width;
    std::fill_n(to, width, 0.0F);
    const auto keys = net_keys(words[i]);
    for (const std::uint64_t key : keys) {
      m_vectors.prefetch(key);
    }
    for (std::size_t slot = 0; slot < keys.size(); ++slot) {
      if (!m_vectors.add(keys[slot], to) && slot == 0) {
        m_vectors.add(unknown_key(), to);
      }
    }
  }
}

std::vector<float> SyntaxNet::tag_scores(std::span<const float> x, std::size_t words) const {
  const std::size_t cols = m_shape.class_columns();
  std::vector<float> scores;
  fill_rows(scores, words, m_tag_b, cols);
  add_product({x.data(), m_shape.width, m_tag_w, cols, scores.data(), cols, words, m_shape.width, cols});
  return scores;
}

std::vector<float> SyntaxNet::head_values(std::span<const float> x, std::size_t words) const {
  const std::size_t cols = m_shape.head_columns();
  std::vector<float> values;
  fill_rows(values, words, m_heads_b, cols);
  add_product({x.data(), m_shape.width, m_heads_w, cols, values.data(), cols, words, m_shape.width, cols});
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t j = 0; j < 2 * m_shape.arc; ++j) {
      values[i * cols + j] = std::max(0.0F, values[i * cols + j]);
    }
  }
  return values;
}

std::vector<float> SyntaxNet::encode(std::span<const WordFeatures> words, std::span<const std::uint32_t> ends,
                                     std::vector<float>& x) const {
  std::vector<float> tags;
  x.resize(words.size() * m_shape.width);
  embed(words, x);
  for (std::uint32_t i = 0; i < m_layers.size(); ++i) {
    run_layer(m_layers[i], m_shape.width, ends, x);
    if (i + 1 == m_shape.tag_layer) {
      tags = tag_scores(x, words.size());
    }
  }
  return tags;
}

void SyntaxNet::choose_tags(std::span<const float> scores, Parsed& out) const {
  const std::size_t cols = m_shape.class_columns();
  for (std::size_t at = 0; at < scores.size(); at += cols) {
    const float* row = scores.data() + at;
    out.tags.push_back(static_cast<std::uint16_t>(std::max_element(row, row + m_shape.classes) - row));
  }
}

std::vector<float> SyntaxNet::asked(std::span<const float> values, std::size_t words) const {
  const std::size_t arc = m_shape.arc;
  std::vector<float> out(words * arc);
  add_product({values.data(), m_shape.head_columns(), m_arc_u, arc, out.data(), arc, words, arc, arc});
  return out;
}

std::size_t SyntaxNet::arc_scores(std::span<const float> values, const float* asking, std::size_t words,
                                  std::vector<float>& offered, std::vector<float>& scores) const {
  const std::size_t arc = m_shape.arc, cols = m_shape.head_columns(), stride = (words + 32) / 32 * 32;
  offered.assign(arc * stride, 0.0F);
  for (std::size_t k = 0; k < arc; ++k) {
    for (std::size_t h = 0; h < words; ++h) {
      offered[k * stride + h] = values[h * cols + arc + k];
    }
    offered[k * stride + words] = m_root[k];
  }
  scores.assign(words * stride, 0.0F);
  for (std::size_t d = 0; d < words; ++d) {
    for (std::size_t h = 0; h < words; ++h) {
      scores[d * stride + h] = h == d ? 0.0F : m_distance[distance_column(d, h)];
    }
  }
  add_product({asking, arc, offered.data(), stride, scores.data(), stride, words, arc, stride});
  return stride;
}

void SyntaxNet::choose_heads(std::span<const SyntaxNet> nets, std::span<const std::vector<float>> values,
                             std::span<const std::uint32_t> ends, Parsed& out) {
  std::vector<std::vector<float>> asking;
  for (std::size_t i = 0; i < nets.size(); ++i) {
    asking.push_back(nets[i].asked(values[i], ends.back()));
  }
  std::vector<float> offered, scores, sum;
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    const std::size_t words = end - begin;
    std::size_t stride = 0;
    for (std::size_t i = 0; i < nets.size(); ++i) {
      const NetShape& shape = nets[i].m_shape;
      stride = nets[i].arc_scores(std::span<const float>(values[i]).subspan(begin * shape.head_columns()),
                                  asking[i].data() + begin * shape.arc, words, offered, scores);
      add_to(sum, scores, i == 0);
    }
    const auto tree = best_tree(ArcScores(words, stride, sum));
    out.heads.insert(out.heads.end(), tree.begin(), tree.end());
    begin = end;
  }
}

std::vector<float> SyntaxNet::label_scores(std::span<const float> values, std::span<const std::uint32_t> ends,
                                           std::span<const std::int32_t> heads) const {
  const std::size_t cols = m_shape.head_columns(), label = m_shape.label, words = ends.back();
  std::vector<float> hidden(words * label, 0.0F), scores;
  std::size_t begin = 0;
  for (const std::uint32_t end : ends) {
    for (std::size_t d = begin; d < end; ++d) {
      if (heads[d] < 0) {
        continue;
      }
      const float* dependent = values.data() + d * cols + 2 * m_shape.arc;
      const float* head = values.data() + (begin + static_cast<std::size_t>(heads[d])) * cols + 2 * m_shape.arc + label;
      for (std::size_t j = 0; j < label; ++j) {
        hidden[d * label + j] = std::max(0.0F, dependent[j] + head[j]);
      }
    }
    begin = end;
  }
  fill_rows(scores, words, m_label_b, k_label_columns);
  add_product({hidden.data(), label, m_label_w, k_label_columns, scores.data(), k_label_columns, words, label,
               k_label_columns});
  return scores;
}

void SyntaxNet::choose_labels(std::vector<float>& scores, Parsed& out) {
  out.deprels.assign(out.heads.size(), Deprel::root);
  for (std::size_t d = 0; d < out.heads.size(); ++d) {
    if (out.heads[d] >= 0) {
      float* row = scores.data() + d * k_label_columns;
      row[static_cast<std::size_t>(Deprel::root)] = -1e9F;
      out.deprels[d] = static_cast<Deprel>(std::max_element(row, row + k_deprel_count) - row);
    }
  }
}

Parsed SyntaxNet::run_together(std::span<const SyntaxNet> nets, std::span<const WordFeatures> words,
                               std::span<const std::uint32_t> ends) {
  Parsed out;
  if (words.empty()) {
    return out;
  }
  std::vector<float> x, tags, labels;
  std::vector<std::vector<float>> values;
  for (const SyntaxNet& net : nets) {
    add_to(tags, net.encode(words, ends, x), &net == nets.data());
    if (out.states.empty()) {
      out.states = x;
    }
    values.push_back(net.head_values(x, words.size()));
  }
  nets.front().choose_tags(tags, out);
  choose_heads(nets, values, ends, out);
  for (std::size_t i = 0; i < nets.size(); ++i) {
    add_to(labels, nets[i].label_scores(values[i], ends, out.heads), i == 0);
  }
  choose_labels(labels, out);
  return out;
}

SentenceScores SyntaxNet::score(std::span<const WordFeatures> words, std::span<const std::int32_t> heads) const {
  const auto end = static_cast<std::uint32_t>(words.size());
  const std::size_t n = words.size();
  SentenceScores out;
  std::vector<float> x, offered, scores;
  const std::vector<float> tags = encode(words, {&end, 1}, x);
  const std::vector<float> values = head_values(x, n);
  const std::size_t stride = arc_scores(values, asked(values, n).data(), n, offered, scores);
  const std::vector<float> labels = label_scores(values, {&end, 1}, heads);
  for (std::size_t i = 0; i < n; ++i) {
    const auto copy = [i](const std::vector<float>& from, std::size_t step, std::size_t count, std::vector<float>& to) {
      to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(i * step),
                from.begin() + static_cast<std::ptrdiff_t>(i * step + count));
    };
    copy(tags, m_shape.class_columns(), m_shape.classes, out.tags);
    copy(scores, stride, n + 1, out.arcs);
    copy(labels, k_label_columns, k_deprel_count, out.deprels);
  }
  return out;
}

std::string SyntaxNet::pack_dense(const NetShape& shape, const std::vector<std::vector<float>>& tensors) {
  const std::array<std::uint32_t, k_head_words> head = {shape.width, shape.layers, shape.tag_layer,
                                                        shape.arc,   shape.label,  shape.classes};
  std::string out(reinterpret_cast<const char*>(head.data()), sizeof head);
  for (const std::vector<float>& tensor : tensors) {
    out.append(reinterpret_cast<const char*>(tensor.data()), tensor.size() * sizeof(float));
  }
  return out;
}

}  // namespace hearsay::analyse::detail
