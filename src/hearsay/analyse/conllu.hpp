// SPDX-License-Identifier: Apache-2.0
// Reads CoNLL-U: sentences and tokens that are given, with or without their annotation.
#pragma once
#include <string>
#include <string_view>

#include <hearsay/base/error.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::analyse {

/// A text put together from the tokens (SpaceAfter=No heeded, a blank line before "# newdoc" and "# newpar"),
/// and the sentences and tokens over it, with every column that CoNLL-U gives. "_" columns stay at their defaults.
struct GivenTokens {
  std::string text;
  Analysis analysis;
};

/// Empty nodes and unknown features are skipped; multi-word tokens whose words do not spell them out keep their form
/// on the words' side. Fails with the line's number when a line has not ten columns or IDs do not count up.
Expected<GivenTokens> read_conllu(std::string_view text);

}  // namespace hearsay::analyse
