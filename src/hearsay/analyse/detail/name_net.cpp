// SPDX-License-Identifier: Apache-2.0
// Dense bytes: 8 x u32 (width, layers, states, vectors, names, phrases, networks, 0), then the tensors as float.
#include <hearsay/analyse/detail/name_net.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include <hearsay/analyse/detail/matrix.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

namespace {

constexpr std::size_t k_head_words = 8;
constexpr std::uint32_t k_batch_words = 256;

std::vector<float> rows_of(const float* bias, std::size_t rows, std::size_t cols) {
  std::vector<float> out(rows * cols);
  for (std::size_t i = 0; i < rows; ++i) {
    std::copy_n(bias, cols, out.data() + i * cols);
  }
  return out;
}

}  // namespace

std::vector<NameTensor> name_tensors(const NameNetShape& s) {
  std::vector<NameTensor> out = {{"in.w", s.inputs(), s.networks * s.width}, {"in.b", 1, s.networks * s.width}};
  for (std::uint32_t i = 0; i < s.networks * s.layers; ++i) {
    const std::string name = "layer" + std::to_string(i);
    out.push_back({name + ".w", s.width, 3 * s.width});
    out.push_back({name + ".b", 1, 2 * s.width});
    out.push_back({name + ".v", 1, 2 * s.width});
  }
  out.push_back({"out.w", s.networks * s.width, k_score_columns});
  out.push_back({"out.b", 1, k_score_columns});
  out.push_back({"names.t", s.names + 1, s.names});
  out.push_back({"phrases.t", s.phrases + 1, s.phrases});
  return out;
}

std::vector<float> name_inputs(const NameText& text, const VectorTable& vectors, std::uint32_t first,
                               std::uint32_t end) {
  const std::size_t states = text.encoded->width, inputs = states + 2 * vectors.width();
  std::vector<float> out((end - first) * inputs);
  for (std::uint32_t t = first; t < end; ++t) {
    float* row = out.data() + (t - first) * inputs;
    std::copy_n(text.encoded->states.data() + t * states, states, row);
    vectors.add(text.encoded->words[t].lower, row + states);
    vectors.add(text.encoded->words[text.words[t].core_head].lower, row + states + vectors.width());
  }
  return out;
}

NameNet::NameNet(std::string_view dense, std::string_view features, std::string_view vectors)
    : m_features(features), m_vectors(vectors) {
  std::array<std::uint32_t, k_head_words> head{};
  if (dense.size() < sizeof head) {
    throw Fatal("network of names is cut short");
  }
  std::memcpy(head.data(), dense.data(), sizeof head);
  m_shape = {head[0], head[1], head[2], head[3], head[4], head[5], head[6]};
  std::size_t floats = 0;
  for (const NameTensor& tensor : name_tensors(m_shape)) {
    floats += std::size_t{tensor.rows} * tensor.cols;
  }
  if (dense.size() != sizeof head + floats * sizeof(float) ||
      m_features.width() != std::size_t{m_shape.networks} * m_shape.width || m_vectors.width() != m_shape.vectors ||
      m_shape.names + m_shape.phrases > k_score_columns) {
    throw Fatal("network of names has another size than its head says");
  }
  const auto* at = reinterpret_cast<const float*>(dense.data() + sizeof head);
  const auto take = [&](std::size_t count) { return std::exchange(at, at + count); };
  const std::size_t width = m_shape.width, all = m_shape.networks * width;
  m_in_w = take(m_shape.inputs() * all);
  m_in_b = take(all);
  for (std::uint32_t i = 0; i < m_shape.networks * m_shape.layers; ++i) {
    RecurrentWeights layer;
    layer.gates = take(width * 3 * width);
    layer.bias = take(2 * width);
    layer.carry = take(2 * width);
    m_layers.push_back(layer);
  }
  m_out_w = take(all * k_score_columns);
  m_out_b = take(k_score_columns);
  m_names_t = take((std::size_t{m_shape.names} + 1) * m_shape.names);
  m_phrases_t = take((std::size_t{m_shape.phrases} + 1) * m_shape.phrases);
}

std::string NameNet::pack_dense(const NameNetShape& s, const std::vector<std::vector<float>>& tensors) {
  const std::array<std::uint32_t, k_head_words> head = {s.width, s.layers,  s.states,  s.vectors,
                                                        s.names, s.phrases, s.networks};
  std::string out(reinterpret_cast<const char*>(head.data()), sizeof head);
  for (const std::vector<float>& tensor : tensors) {
    out.append(reinterpret_cast<const char*>(tensor.data()), tensor.size() * sizeof(float));
  }
  return out;
}

std::vector<float> NameNet::embed(const NameText& text, std::span<const Sentence> sentences) const {
  const std::uint32_t first = sentences.front().first_token, end = sentences.back().end_token;
  const std::size_t words = end - first, width = m_shape.networks * m_shape.width, inputs = m_shape.inputs();
  const std::vector<float> in = name_inputs(text, m_vectors, first, end);
  std::vector<float> x = rows_of(m_in_b, words, width);
  add_product({in.data(), inputs, m_in_w, width, x.data(), width, words, inputs, width});
  FeatureKeys keys;
  for (std::uint32_t t = first; t < end; ++t) {
    keys.clear();
    add_name_keys(text, t, keys);
    for (const std::uint64_t key : keys.keys()) {
      m_features.prefetch(key);
    }
    for (const std::uint64_t key : keys.keys()) {
      m_features.add(key, x.data() + (t - first) * width);
    }
  }
  return x;
}

void NameNet::score_batch(const NameText& text, std::span<const Sentence> sentences, float* scores) const {
  const std::uint32_t first = sentences.front().first_token;
  const std::size_t words = sentences.back().end_token - first, width = m_shape.width, all = m_shape.networks * width;
  const std::vector<float> embedded = embed(text, sentences);
  std::vector<std::uint32_t> ends;
  for (const Sentence& sentence : sentences) {
    ends.push_back(sentence.end_token - first);
  }
  for (std::size_t i = 0; i < words; ++i) {
    std::copy_n(m_out_b, k_score_columns, scores + i * k_score_columns);
  }
  std::vector<float> x(words * width);
  for (std::size_t network = 0; network < m_shape.networks; ++network) {
    for (std::size_t i = 0; i < words; ++i) {
      std::copy_n(embedded.data() + i * all + network * width, width, x.data() + i * width);
    }
    for (std::size_t layer = 0; layer < m_shape.layers; ++layer) {
      run_layer(m_layers[network * m_shape.layers + layer], width, ends, x);
    }
    add_product({x.data(), width, m_out_w + network * width * k_score_columns, k_score_columns, scores, k_score_columns,
                 words, width, k_score_columns});
  }
}

std::vector<float> NameNet::score(const NameText& text) const {
  std::vector<float> out(text.words.size() * k_score_columns);
  const std::span<const Sentence> all = text.analysis->sentences;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    while (end < all.size() && all[end].end_token - all[first].first_token <= k_batch_words) {
      ++end;
    }
    score_batch(text, all.subspan(first, end - first), out.data() + all[first].first_token * k_score_columns);
    first = end;
  }
  return out;
}

NameLabels NameNet::label(const NameText& text) const {
  return label_sentences(*text.analysis, score(text), transitions());
}

NameLabels label_sentences(const Analysis& analysis, std::span<const float> scores, const NameTransitions& t) {
  const std::size_t words = analysis.tokens.size();
  NameLabels out{std::vector<std::uint8_t>(words), std::vector<std::uint8_t>(words)};
  for (const Sentence& sentence : analysis.sentences) {
    const float* from = scores.data() + sentence.first_token * k_score_columns;
    const std::size_t count = sentence.end_token - sentence.first_token;
    const auto names = best_labels({from, k_score_columns, count, t.name_labels, t.names});
    const auto phrases = best_labels({from + t.name_labels, k_score_columns, count, t.phrase_labels, t.phrases});
    std::copy(names.begin(), names.end(), out.names.begin() + sentence.first_token);
    std::copy(phrases.begin(), phrases.end(), out.phrases.begin() + sentence.first_token);
  }
  return out;
}

}  // namespace hearsay::analyse::detail
