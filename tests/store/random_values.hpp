// SPDX-License-Identifier: Apache-2.0
// Structs with every field filled at random from a seed, by their fields alone.
#pragma once
#include <random>
#include <string>

#include <hearsay/store/store.hpp>
#include <support/fields.hpp>

namespace hearsay::tests {

class RandomValues {
 public:
  explicit RandomValues(unsigned seed) : m_random(seed) {}

  template <class T>
  T make() {
    T value{};
    fill(value);
    return value;
  }

 private:
  std::uint64_t below(std::uint64_t n) { return std::uniform_int_distribution<std::uint64_t>(0, n - 1)(m_random); }

  template <class Enum>
  static constexpr std::uint64_t size_of_enum() {
    if constexpr (std::is_same_v<Enum, Status> || std::is_same_v<Enum, TimexType>) {
      return 4;
    } else if constexpr (std::is_same_v<Enum, VoiceKind>) {
      return 8;
    } else if constexpr (std::is_same_v<Enum, Stance>) {
      return 18;
    } else if constexpr (std::is_same_v<Enum, Reuse>) {
      return 5;
    } else {
      static_assert(std::is_same_v<Enum, MarkKind> || std::is_same_v<Enum, DateBasis>);
      return 7;
    }
  }

  template <class T>
  void fill(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      value = below(2) == 1;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(below(size_of_enum<T>()));
    } else if constexpr (std::is_floating_point_v<T>) {
      value = static_cast<T>(below(1'000'000)) / 7;
    } else if constexpr (std::is_arithmetic_v<T>) {
      value = static_cast<T>(below(1'000'000));
    } else if constexpr (std::is_same_v<T, Day>) {
      value = Day(std::chrono::days(below(30'000)));
    } else if constexpr (std::is_same_v<T, Hash128>) {
      value = {m_random(), m_random()};
    } else if constexpr (std::is_same_v<T, std::string>) {
      static constexpr const char* k_words[] = {
          "", "Tanf", "\"quoted\"\n", "\xD8\xAD\xD9\x84\xD8\xA8", "a\\b\t\x01", "\xF0\x9F\x99\x82"};
      value = std::string(k_words[below(6)]) + std::to_string(below(100));
    } else if constexpr (requires {
                           value.emplace();
                           value.has_value();
                         }) {
      if (below(4) != 0) {
        fill(value.emplace());
      }
    } else if constexpr (requires { value.emplace_back(); }) {
      for (std::uint64_t i = below(4); i > 0; --i) {
        fill(value.emplace_back());
      }
    } else {
      std::apply([this](auto&... fields) { (fill(fields), ...); }, fields_of(value));
    }
  }

  std::mt19937_64 m_random;
};

}  // namespace hearsay::tests
