// SPDX-License-Identifier: Apache-2.0
// Trains the two models of the segmenter: token borders and sentence ends.
#pragma once
#include <string>
#include <vector>

#include <hearsay/analyse/conllu.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>

namespace hearsay::train {

struct SegmentModels {
  std::string split, end, clitic;  // packed linear models
};

SegmentModels train_segmenter(const std::vector<analyse::GivenTokens>& corpora,
                              const analyse::detail::Abbreviations& abbreviations);

/// Lost possessives of a treebank whose apostrophes are taken away.
struct CliticFigures {
  std::size_t right = 0, found = 0, gold = 0;
};
CliticFigures measure_clitics(const analyse::GivenTokens& corpus, const std::string& packed);

}  // namespace hearsay::train
