// SPDX-License-Identifier: Apache-2.0
// Labels on words become names and noun phrases.
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/name_net.hpp>

namespace hearsay::analyse::detail {

/// Kinds in the order of the labels: of plain names, and of phrases in reports on the conflict.
inline constexpr std::array k_name_kinds = {MentionKind::person, MentionKind::organisation, MentionKind::place};
inline constexpr std::array k_phrase_kinds = {MentionKind::person, MentionKind::organisation, MentionKind::place,
                                              MentionKind::nationality};

/// One mention for each labelled stretch, in order.
std::vector<Mention> mentions_of(const NameText& text, std::span<const std::uint8_t> labels,
                                 std::span<const MentionKind> kinds);

/// Logistic weights of style_values, the first for the bias.
class StyleModel {
 public:
  StyleModel() = default;
  /// Throws Fatal when the number of weights is another.
  explicit StyleModel(std::string_view weights);
  /// Above 0: a report on the conflict.
  float score(const NameText& text) const;

 private:
  std::vector<float> m_weights;
};

class NameFinder {
 public:
  /// Sections: net, features, words, style. Throws Fatal when they do not fit.
  explicit NameFinder(const ModelFile& file);
  /// Above 0: a report whose noun phrases are marked, too.
  float style_of(const NameText& text) const { return m_style.score(text); }
  const NameNet& net() const { return m_net; }

 private:
  NameNet m_net;
  StyleModel m_style;
};

}  // namespace hearsay::analyse::detail
