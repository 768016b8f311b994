// SPDX-License-Identifier: Apache-2.0
// What the recogniser of names asks of a word and its neighbours.
#pragma once
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

/// Features of the word for plain names. Appends.
void add_name_keys(const NameText& text, const Sentence& sentence, std::uint32_t word, FeatureKeys& keys);

/// Features for whole noun phrases; `names` are the labels of plain names of the whole text. Appends.
void add_phrase_keys(const NameText& text, const Sentence& sentence, std::uint32_t word,
                     std::span<const std::uint8_t> names, FeatureKeys& keys);

/// What tells a report on the conflict from other writing, in values between 0 and about 1.
std::vector<float> style_values(const NameText& text);

/// Keys of the text's distinct words in small letters, sorted.
std::vector<std::uint64_t> style_keys(const NameText& text);

}  // namespace hearsay::analyse::detail
