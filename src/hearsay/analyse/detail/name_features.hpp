// SPDX-License-Identifier: Apache-2.0
// What the recogniser of names asks of a word and its neighbours.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <hearsay/analyse/detail/encoded.hpp>
#include <hearsay/analyse/detail/feature_keys.hpp>
#include <hearsay/analyse/detail/name_lists.hpp>

namespace hearsay::analyse::detail {

enum class WordCase : std::uint8_t { lower, capital, upper, none };  // none: no letter first
enum class SentenceCase : std::uint8_t { usual, title, upper, lower };

struct NameWord {
  WordCase letters = WordCase::none;
  SentenceCase sentence = SentenceCase::usual;
  bool seen_lower = false, seen_capital = false;  // elsewhere in the text; capitals count inside usual sentences only
  bool first = false;                             // of its sentence
  std::uint32_t core_head = 0, outer_head = 0;    // of the noun phrase without and with what hangs on it
  std::uint32_t core_first = 0, outer_first = 0;  // where these phrases begin
  std::uint32_t core_end = 0, outer_end = 0;
};

/// One text made ready: everything that is computed once a word.
struct NameText {
  std::string_view text;
  const Analysis* analysis = nullptr;
  const Encoded* encoded = nullptr;
  std::vector<ListMark> lists;
  std::vector<NameWord> words;
};
NameText prepare_names(std::string_view text, const Analysis& analysis, const Encoded& encoded, const NameLists& lists);

/// Features of a word whose vectors are summed. Appends.
void add_name_keys(const NameText& text, std::uint32_t word, FeatureKeys& keys);

/// How far a text is laid out as published articles are: 1 where it has paragraphs; without any, less the longer it is,
/// and 0 from ten sentences on.
float layout_of(const NameText& text);

/// What tells a report on the conflict from other writing, in values between 0 and 2: the theatre's names as far as the
/// layout is an article's; where it is none, how personal and informal the text is.
inline constexpr std::size_t k_style_values = 10;
std::array<float, k_style_values> style_values(const NameText& text, float layout);

}  // namespace hearsay::analyse::detail
