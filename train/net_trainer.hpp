// SPDX-License-Identifier: Apache-2.0
// Trains the network that tags and parses.
#pragma once
#include <map>
#include <string>
#include <vector>

#include <hearsay/analyse/conllu.hpp>
#include <hearsay/analyse/detail/tag_classes.hpp>

#include "network.hpp"

namespace hearsay::train {

struct NetTraining {
  analyse::detail::NetShape shape;
  NetOptions options;
  int rounds = 30;
  std::size_t batch_words = 700;
  float stripped = 0.1F;              // share of sentences that lose commas and apostrophes in a round
  std::vector<std::string> teachers;  // model files whose mean opinion is mixed into the gold
  float taught = 0.5F;                // their share
  float recased = 0.05F;              // share that is written as a headline: title case, small or capital letters
};

/// The section "lemma" of the model file.
std::string train_lemmas(const std::vector<analyse::GivenTokens>& corpora);

/// Sections of the model file: tag-classes, net, vectors. `measured` may be null: figures on it are printed
/// to standard error after some rounds.
std::map<std::string, std::string> train_network(const std::vector<analyse::GivenTokens>& corpora,
                                                 const analyse::GivenTokens* measured, NetTraining training);

}  // namespace hearsay::train
