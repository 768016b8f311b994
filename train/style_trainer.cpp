// SPDX-License-Identifier: Apache-2.0
#include "style_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace hearsay::train {

namespace {

struct StyleExample {
  std::vector<float> values;
  std::vector<std::uint64_t> keys;
  float truth = 0;
};

/// Words of fewer than five texts say more about these texts than about their kind.
void drop_rare_words(std::vector<StyleExample>& examples) {
  std::map<std::uint64_t, int> texts;
  for (const StyleExample& example : examples) {
    for (const std::uint64_t key : example.keys) {
      ++texts[key];
    }
  }
  for (StyleExample& example : examples) {
    std::erase_if(example.keys, [&](std::uint64_t key) { return texts.at(key) < 5; });
  }
}

float largest_of(const std::map<std::uint64_t, float>& weights) {
  float largest = 1e-6F;
  for (const auto& [key, weight] : weights) {
    largest = std::max(largest, std::abs(weight));
  }
  return largest;
}

}  // namespace

Style train_style(const Some& reports, const Some& others, const Some& articles) {
  std::vector<StyleExample> examples;
  const auto add = [&](const MarkedText& text, float layout, float truth) {
    examples.push_back(
        {analyse::detail::style_values(text.prepared, layout), analyse::detail::style_keys(text.prepared), truth});
  };
  for (const MarkedText* text : reports) {
    add(*text, analyse::detail::layout_of(text->prepared), 1);
  }
  for (const MarkedText* text : others) {
    add(*text, analyse::detail::layout_of(text->prepared), 0);
  }
  for (const MarkedText* text : articles) {
    add(*text, 1, 0);  // their corpus does not keep the layout
  }
  std::vector<float> shrink;
  for (const StyleExample& example : examples) {
    shrink.push_back(1.0F / std::sqrt(static_cast<float>(example.keys.size() + 1)));
  }
  drop_rare_words(examples);
  const float heavy = static_cast<float>(others.size() + articles.size()) /
                      static_cast<float>(std::max<std::size_t>(reports.size(), 1));
  std::vector<float> values(examples.front().values.size() + 1, 0.0F);
  std::map<std::uint64_t, float> words;
  for (int round = 0; round < 150; ++round) {
    for (std::size_t e = 0; e < examples.size(); ++e) {
      const StyleExample& example = examples[(e * 397) % examples.size()];  // 397: both kinds mixed
      const float share = shrink[(e * 397) % examples.size()];
      float sum = values[0];
      for (std::size_t i = 0; i < example.values.size(); ++i) {
        sum += values[i + 1] * example.values[i];
      }
      for (const std::uint64_t key : example.keys) {
        sum += words[key] * share;
      }
      const float step = 0.02F * (example.truth - 1.0F / (1.0F + std::exp(-sum))) * (example.truth > 0 ? heavy : 1.0F);
      values[0] += step;
      for (std::size_t i = 0; i < example.values.size(); ++i) {
        values[i + 1] += step * example.values[i];
      }
      for (const std::uint64_t key : example.keys) {
        words[key] += 0.1F * step * share - 1e-4F * words[key];  // values first: words soon tell single texts apart
      }
    }
  }
  analyse::detail::LinearWeights weights;
  for (const auto& [key, weight] : words) {
    weights[key] = {{0, weight}};
  }
  values.insert(values.begin(), 16000.0F / largest_of(words));
  return {std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)),
          analyse::detail::LinearModel::pack(weights, 1)};
}

}  // namespace hearsay::train
