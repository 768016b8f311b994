// SPDX-License-Identifier: Apache-2.0
// Analyses written by hand, one word a line: "form UPOS lemma head relation", heads counted from 1, 0 for the root.
#pragma once
#include <string>
#include <vector>

#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::tests {

struct SmallReport {
  CleanText text;
  Analysis analysis;
};

/// Each string is one sentence; words are joined by blanks except before punctuation. A sentence that begins with '\n'
/// opens a paragraph.
SmallReport small_report(const std::vector<std::string>& sentences);

}  // namespace hearsay::tests
