// SPDX-License-Identifier: Apache-2.0
// Reading class and id names.
#include <hearsay/clean/detail/page_hints.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay::clean::detail {

namespace {

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 5> k_meanings{{{"article", Hint::article},
                                                                               {"furniture", Hint::furniture},
                                                                               {"caption", Hint::caption},
                                                                               {"byline", Hint::byline},
                                                                               {"comments", Hint::comments}}};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper_ascii(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "articleBody-main_2" as article, body, main.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool border = is_upper_ascii(c) && i > 0 && is_lower(name[i - 1]);
    if ((border || !(is_lower(c) || is_upper_ascii(c))) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (is_lower(c) || is_upper_ascii(c)) {
      word += is_upper_ascii(c) ? static_cast<char>(c + 32) : c;
    }
  }
  if (!word.empty()) {
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

PageHints::PageHints(const packs::Table& table) {
  for (const packs::Row& row : table.rows) {
    const auto* meaning = std::find_if(k_meanings.begin(), k_meanings.end(),
                                       [&](const auto& entry) { return entry.first == table.cell(row, "meaning"); });
    if (meaning != k_meanings.end()) {
      m_hints[table.cell(row, "name")] |= meaning->second;
    } else if (table.cell(row, "meaning") == "none") {
      m_hints[table.cell(row, "name")] |= 0;  // a pair that takes away what its words mean
    }
  }
}

std::uint8_t PageHints::of_name(std::string_view name) const {
  const std::vector<std::string> words = name_words(name);
  std::uint8_t hints = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size()) {
      if (const auto pair = m_hints.find(words[i] + " " + words[i + 1]); pair != m_hints.end()) {
        hints |= pair->second;
        ++i;
        continue;
      }
    }
    if (const auto single = m_hints.find(words[i]); single != m_hints.end()) {
      hints |= single->second;
    }
  }
  return hints;
}

std::uint8_t PageHints::of(const PageNode& node) const {
  std::uint8_t hints = 0;
  for (const auto& [name, value] : node.attributes) {
    if (name == "id" || name == "role" || name == "itemprop" || name == "data-component" || name == "data-testid") {
      hints |= of_name(value);
    } else if (name == "class") {
      for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of(" \t\r\n", at), value.size());
        hints |= of_name(std::string_view(value).substr(at, end - at));
        at = end + 1;
      }
    }
  }
  return hints;
}

}  // namespace hearsay::clean::detail
