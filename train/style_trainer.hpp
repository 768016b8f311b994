// SPDX-License-Identifier: Apache-2.0
// Learns what tells a report on the conflict from other writing.
#pragma once
#include <string>
#include <vector>

#include <hearsay/analyse/detail/name_finder.hpp>

#include "name_corpus.hpp"

namespace hearsay::train {

using Some = std::vector<const MarkedText*>;

/// Logistic regression of "is a report" on style_values: the model's section. `articles` are other writing in
/// paragraphs: a layout alone makes no report.
std::string train_style(const Some& reports, const Some& others, const Some& articles);

}  // namespace hearsay::train
