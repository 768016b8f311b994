// SPDX-License-Identifier: Apache-2.0
// Trains the tagger, the lemmatiser and the parser.
#pragma once
#include <map>
#include <string>
#include <vector>

#include <hearsay/analyse/conllu.hpp>

namespace hearsay::train {

struct ParseOptions {
  int tag_rounds = 6;
  int parse_rounds = 7;
  int folds = 5;               // parts of the jack-knife that gives the parser predicted tags to learn from
};

/// Sections of the model file: tag, tag-classes, lemma, parse.
std::map<std::string, std::string> train_parser(const std::vector<analyse::GivenTokens>& corpora, const ParseOptions& options);

}  // namespace hearsay::train
