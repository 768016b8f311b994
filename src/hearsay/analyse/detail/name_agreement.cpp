// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/name_agreement.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace hearsay::analyse::detail {

namespace {

constexpr float k_pull = 0.5F;           // share of the way to the mean; 0.3 to 1 gain the same
constexpr float k_least_chance = 1e-4F;  // a kind that one sentence excludes weighs no more than this
constexpr std::size_t k_most_kinds = 5;  // with "outside"

using KindScores = std::array<float, k_most_kinds>;

std::size_t group_of(std::size_t label) {
  return label == 0 ? 0 : kind_of_label(label) + 1;
}

/// Logarithms of the chances of each kind, outside first.
KindScores kind_scores(const float* row, std::size_t labels) {
  const float top = *std::max_element(row, row + labels);
  KindScores out{};
  float sum = 0;
  for (std::size_t l = 0; l < labels; ++l) {
    const float chance = std::exp(row[l] - top);
    sum += chance;
    out[group_of(l)] += chance;
  }
  for (float& score : out) {
    score = std::log(score / sum + k_least_chance);
  }
  return out;
}

/// The words of one form.
void agree(std::span<const std::pair<std::uint64_t, std::uint32_t>> words, std::size_t column, std::size_t labels,
           std::span<float> scores) {
  std::vector<KindScores> each;
  KindScores mean{};
  for (const auto& [form, word] : words) {
    each.push_back(kind_scores(scores.data() + word * k_score_columns + column, labels));
    for (std::size_t k = 0; k < mean.size(); ++k) {
      mean[k] += each.back()[k] / static_cast<float>(words.size());
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    float* row = scores.data() + words[i].second * k_score_columns + column;
    for (std::size_t l = 0; l < labels; ++l) {
      row[l] += k_pull * (mean[group_of(l)] - each[i][group_of(l)]);
    }
  }
}

}  // namespace

void agree_over_text(const NameText& text, const NameTransitions& labels, std::span<float> scores) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> words;
  for (std::uint32_t t = 0; t < text.words.size(); ++t) {
    const WordCase letters = text.words[t].letters;
    if ((letters == WordCase::capital || letters == WordCase::upper) && text.analysis->tokens[t].span.size() > 1) {
      words.emplace_back(text.encoded->words[t].lower, t);
    }
  }
  std::sort(words.begin(), words.end());
  for (std::size_t first = 0, end = 0; first < words.size(); first = end) {
    while (end < words.size() && words[end].first == words[first].first) {
      ++end;
    }
    if (end - first > 1) {
      const auto same = std::span(words).subspan(first, end - first);
      agree(same, 0, labels.name_labels, scores);
      agree(same, labels.name_labels, labels.phrase_labels, scores);
    }
  }
}

std::vector<float> name_chances(std::span<const float> scores, const NameTransitions& labels, bool phrases) {
  const std::size_t column = phrases ? labels.name_labels : 0;
  const std::size_t count = phrases ? labels.phrase_labels : labels.name_labels;
  std::vector<float> out(scores.size() / k_score_columns);
  for (std::size_t t = 0; t < out.size(); ++t) {
    const float* row = scores.data() + t * k_score_columns + column;
    out[t] = 1.0F / (1.0F + std::exp(row[0] - *std::max_element(row + 1, row + count)));
  }
  return out;
}

}  // namespace hearsay::analyse::detail
