// SPDX-License-Identifier: Apache-2.0
#include "teachers.hpp"

#include <algorithm>
#include <cmath>

#include <hearsay/base/error.hpp>

namespace hearsay::train {

namespace {

constexpr float k_least_share = 0.002F;  // smaller shares are left out and the rest scaled up

/// Adds softmax(scores) / teachers, row by row. Column `skipped(row)` counts as impossible.
struct Rows {
  std::size_t cols = 0;
  bool skip_diagonal = false;
};
void add_chances(std::vector<float> scores, const Rows& rows, float weight, std::vector<float>& sum) {
  sum.resize(scores.size());
  for (std::size_t at = 0, row = 0; at < scores.size(); at += rows.cols, ++row) {
    if (rows.skip_diagonal) {
      scores[at + row] = -1e9F;
    }
    const auto begin = scores.begin() + static_cast<std::ptrdiff_t>(at),
               end = begin + static_cast<std::ptrdiff_t>(rows.cols);
    const float highest = *std::max_element(begin, end);
    float total = 0;
    for (auto score = begin; score != end; ++score) {
      *score = std::exp(*score - highest);
      total += *score;
    }
    for (std::size_t i = 0; i < rows.cols; ++i) {
      sum[at + i] += scores[at + i] / total * weight;
    }
  }
}

Target mixed(const float* chances, std::size_t count, std::size_t gold, float share) {
  Target out;
  float kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    kept += chances[i] >= k_least_share ? chances[i] : 0.0F;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const float taught = chances[i] >= k_least_share && kept > 0 ? chances[i] / kept * share : 0.0F;
    const float value = taught + (i == gold ? 1.0F - share : 0.0F);
    if (value > 0) {
      out.push_back({static_cast<std::uint16_t>(i), value});
    }
  }
  return out;
}

}  // namespace

Teachers::Teachers(const std::vector<std::string>& files, const std::string& tag_classes) {
  for (const std::string& file : files) {
    m_files.push_back(std::make_unique<analyse::detail::ModelFile>(file, "syntax"));
    if (m_files.back()->section("tag-classes") != tag_classes) {
      throw Fatal(file + ": was trained on another corpus (its tag classes differ)");
    }
    m_nets.emplace_back(m_files.back()->section("net"), m_files.back()->section("vectors"));
  }
}

void Teachers::teach(const std::vector<analyse::detail::WordFeatures>& words, float share, NetExample& example) const {
  std::vector<float> tags, arcs, deprels;
  const std::size_t n = words.size();
  for (const analyse::detail::SyntaxNet& net : m_nets) {
    const auto scores = net.score(words, example.heads);
    const float weight = 1.0F / static_cast<float>(m_nets.size());
    add_chances(scores.tags, {scores.tags.size() / n, false}, weight, tags);
    add_chances(scores.arcs, {n + 1, true}, weight, arcs);
    add_chances(scores.deprels, {k_deprel_count, false}, weight, deprels);
  }
  const std::size_t classes = tags.size() / n;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t head = example.heads[i] < 0 ? n : static_cast<std::size_t>(example.heads[i]);
    example.tag_targets.push_back(mixed(tags.data() + i * classes, classes, example.tags[i], share));
    example.head_targets.push_back(mixed(arcs.data() + i * (n + 1), n + 1, head, share));
    example.deprel_targets.push_back(
        mixed(deprels.data() + i * k_deprel_count, k_deprel_count, example.deprels[i], share));
  }
}

}  // namespace hearsay::train
