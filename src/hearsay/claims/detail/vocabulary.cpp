// SPDX-License-Identifier: Apache-2.0
// Numbering words and classes.
#include <hearsay/claims/detail/vocabulary.hpp>

#include <algorithm>

namespace hearsay::claims::detail {

Vocabulary::Vocabulary() : m_classes(1) {}

WordId Vocabulary::add(std::string_view word) {
  const auto [at, is_new] = m_index.try_emplace(std::string(word), static_cast<WordId>(m_classes.size()));
  if (is_new) {
    m_classes.emplace_back();
  }
  return at->second;
}

void Vocabulary::add_form(std::string_view form, WordId word) {
  m_index.try_emplace(std::string(form), word);
}

WordId Vocabulary::find(std::string_view word) const {
  const auto found = m_index.find(word);
  return found == m_index.end() ? k_unknown : found->second;
}

std::size_t Vocabulary::class_bit(std::string_view name) const {
  const auto found = std::find(m_class_names.begin(), m_class_names.end(), name);
  return found == m_class_names.end() ? k_no_class : static_cast<std::size_t>(found - m_class_names.begin());
}

std::size_t Vocabulary::make_class(std::string_view name) {
  const std::size_t known = class_bit(name);
  if (known != k_no_class || m_class_names.size() >= k_no_class) {
    return known;
  }
  m_class_names.emplace_back(name);
  return m_class_names.size() - 1;
}

}  // namespace hearsay::claims::detail
