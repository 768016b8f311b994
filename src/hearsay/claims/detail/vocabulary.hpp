// SPDX-License-Identifier: Apache-2.0
// The words that rules and classes speak of, as small numbers. Readers probably want rule_book.hpp.
#pragma once
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay::claims::detail {

/// Lexical classes ("weapon", "light") that a word belongs to; the bit numbers are given out in table order.
using ClassSet = std::bitset<128>;
using WordId = std::uint32_t;
inline constexpr WordId k_unknown = 0;

/// Lower-case lemmas by number. Number 0 is every word that no table mentions.
class Vocabulary {
 public:
  Vocabulary();
  WordId add(std::string_view word);
  /// Another spelling of a listed word ("struck" for strike); kept as it is when it is listed already.
  void add_form(std::string_view form, WordId word);
  WordId find(std::string_view word) const;
  void add_to_class(WordId word, std::size_t bit) { m_classes[word].set(bit); }
  const ClassSet& classes(WordId word) const { return m_classes[word]; }
  std::size_t size() const { return m_classes.size(); }

  /// The number of a class by name; made when new and `make`. k_no_class when absent.
  static constexpr std::size_t k_no_class = 128;
  std::size_t class_bit(std::string_view name) const;
  std::size_t make_class(std::string_view name);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> m_index;
  std::vector<ClassSet> m_classes;
  std::vector<std::string> m_class_names;
};

}  // namespace hearsay::claims::detail
