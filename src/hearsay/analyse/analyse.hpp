// SPDX-License-Identifier: Apache-2.0
// Clean text in; sentences, words, tags, lemmas, heads and names out.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::analyse {

/// The trained weights and the pack features they use. Loaded once, immutable, shared by all threads.
class Models {
 public:
  /// Throws Fatal naming the file when one is missing, damaged or of another version.
  Models(const std::filesystem::path& folder, const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// Sentences and tokens cover exactly the text that is read (not boilerplate, not duplicates). Pure and thread-safe.
Analysis analyse_text(const CleanText& text, const Models& models);

/// Tags and heads for sentences and tokens that are given (forms and spans set); the rest is filled in.
void tag_and_parse(std::string_view text, Analysis& analysis, const Models& models);

}  // namespace hearsay::analyse
