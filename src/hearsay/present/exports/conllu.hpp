// SPDX-License-Identifier: Apache-2.0
// Writes an Analysis as CoNLL-U (https://universaldependencies.org/format.html).
#pragma once
#include <string>
#include <string_view>

#include <hearsay/types/analysis.hpp>

namespace hearsay::present {

struct ConlluOptions {
  std::string_view doc_id;  // "# newdoc id = ..." before the first sentence; none when empty
};

/// Appends all sentences. MISC holds SpaceAfter=No and TokenRange=begin:end in code points of `text`; on the words of a
/// multi-word token these stand on its range line. "# newpar" begins each paragraph.
void append_conllu(std::string& out, std::string_view text, const Analysis& analysis, const ConlluOptions& options);

}  // namespace hearsay::present
