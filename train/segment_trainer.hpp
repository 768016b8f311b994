// SPDX-License-Identifier: Apache-2.0
// Trains the two models of the segmenter: token borders and sentence ends.
#pragma once
#include <string>
#include <unordered_set>
#include <vector>

#include <hearsay/analyse/conllu.hpp>

namespace hearsay::train {

struct SegmentModels {
  std::string split, end;      // packed linear models
};

SegmentModels train_segmenter(const std::vector<analyse::GivenTokens>& corpora,
                              const std::unordered_set<std::uint64_t>& abbreviations);

}  // namespace hearsay::train
