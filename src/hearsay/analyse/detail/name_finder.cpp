// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/name_finder.hpp>

#include <cstring>
#include <numeric>

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

StyleModel::StyleModel(std::string_view weights) : m_weights(weights.size() / sizeof(float)) {
  if (m_weights.size() != k_style_values + 1) {
    throw Fatal("model of names has no style, or another one than this program");
  }
  std::memcpy(m_weights.data(), weights.data(), m_weights.size() * sizeof(float));
}

float StyleModel::score(const NameText& text) const {
  const auto values = style_values(text, layout_of(text));
  return std::inner_product(values.begin(), values.end(), m_weights.begin() + 1, m_weights.front());
}

NameFinder::NameFinder(const ModelFile& file)
    : m_net(file.section("net"), file.section("features"), file.section("words")), m_style(file.section("style")) {
  if (m_net.shape().names != label_count(k_name_kinds.size()) ||
      m_net.shape().phrases != label_count(k_phrase_kinds.size())) {
    throw Fatal("model of names has other kinds than this program");
  }
}

}  // namespace hearsay::analyse::detail
