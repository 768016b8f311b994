// SPDX-License-Identifier: Apache-2.0
// Treebanks for the trainers: CoNLL-U, plain or gzip, with documents of some genres left out.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include <hearsay/analyse/conllu.hpp>

namespace hearsay::train {

/// Genres of GUM under non-commercial terms or without a statement: not used for what is shipped.
inline constexpr std::string_view k_left_out[] = {"whow", "fiction", "court", "essay", "letter", "podcast"};

/// One treebank file. Documents whose id is "GUM_<genre>_..." with a genre of k_left_out are dropped unless `all`.
struct CorpusOptions {
  bool all = false;
};
analyse::GivenTokens read_corpus(const std::filesystem::path& path, const CorpusOptions& options);

/// The bytes of a file, unpacked when it is gzip. Throws Fatal.
std::string read_bytes(const std::filesystem::path& path);

}  // namespace hearsay::train
