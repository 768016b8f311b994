// SPDX-License-Identifier: Apache-2.0
// What the class and id names of page elements tell.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::clean::detail {

/// What an element seems to hold, as bits.
struct Hint {
  static constexpr std::uint8_t article = 1, furniture = 2, caption = 4, byline = 8, comments = 16;
};

/// Words of class and id names (split at capitals, digits and signs: "articleBody-main" is article body main), and
/// pairs of neighbours ("article body"), with what they mean. A pair beats its words.
class PageHints {
 public:
  PageHints() = default;
  explicit PageHints(const packs::Table& table);

  /// All hints of an element's class, id, role, itemprop and data-component names together.
  std::uint8_t of(const PageNode& node) const;

 private:
  std::uint8_t of_name(std::string_view name) const;
  std::unordered_map<std::string, std::uint8_t> m_hints;
};

}  // namespace hearsay::clean::detail
