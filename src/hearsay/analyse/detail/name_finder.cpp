// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/name_finder.hpp>

#include <cmath>
#include <cstring>

#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {

std::vector<Mention> mentions_of(const NameText& text, std::span<const std::uint8_t> labels,
                                 std::span<const MentionKind> kinds) {
  std::vector<Mention> out;
  const auto& tokens = text.analysis->tokens;
  for (std::uint32_t t = 0; t < labels.size(); ++t) {
    if (labels[t] == 0) {
      continue;
    }
    if (!begins(labels[t])) {
      out.back().end_token = t + 1;
      out.back().span.end = tokens[t].span.end;
      continue;
    }
    Mention mention;
    mention.span = tokens[t].span;
    mention.first_token = t;
    mention.end_token = t + 1;
    mention.kind = kinds[kind_of_label(labels[t])];
    mention.score = 1;
    out.push_back(mention);
  }
  return out;
}

StyleModel::StyleModel(std::string_view values, std::string_view words)
    : m_values(values.size() / sizeof(float)), m_words(words) {
  if (m_values.size() < 2 || m_words.classes() != 1) {
    throw Fatal("model of names has no style");
  }
  std::memcpy(m_values.data(), values.data(), m_values.size() * sizeof(float));
}

float StyleModel::score(const NameText& text) const {
  const std::vector<float> values = style_values(text, layout_of(text));
  const std::vector<std::uint64_t> keys = style_keys(text);
  std::int32_t words = 0;
  m_words.add_scores(keys, {&words, 1});
  float sum = m_values[1] + static_cast<float>(words) / m_values[0] / std::sqrt(static_cast<float>(keys.size() + 1));
  for (std::size_t i = 0; i < values.size() && i + 2 < m_values.size(); ++i) {
    sum += values[i] * m_values[i + 2];
  }
  return sum;
}

NameFinder::NameFinder(const ModelFile& file)
    : m_net(file.section("net"), file.section("features"), file.section("words")),
      m_style(file.section("style.values"), file.section("style.words")) {
  if (m_net.shape().names != label_count(k_name_kinds.size()) ||
      m_net.shape().phrases != label_count(k_phrase_kinds.size())) {
    throw Fatal("model of names has other kinds than this program");
  }
}

}  // namespace hearsay::analyse::detail
