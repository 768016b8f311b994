// SPDX-License-Identifier: Apache-2.0
// What the parser's network saw of every word, handed on to the recogniser of names.
#pragma once
#include <vector>

#include <hearsay/analyse/detail/word_features.hpp>

namespace hearsay::analyse::detail {

/// One entry a token of the text, in order. `states` holds `width` values a token: the last recurrent layer.
struct Encoded {
  std::vector<WordFeatures> words;
  std::vector<float> states;
  std::size_t width = 0;
};

}  // namespace hearsay::analyse::detail
