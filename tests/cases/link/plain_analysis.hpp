// SPDX-License-Identifier: Apache-2.0
// Sentences and tokens by blanks and punctuation alone: lets cases of link/ run without trained models.
#pragma once
#include <filesystem>
#include <string>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>

namespace hearsay::tests {

/// Tokens at blanks, punctuation cut off; a sentence ends at ".", "!", "?" before a blank and a capital, and at a
/// line's end. Tags come from a few endings: enough for grammars that look at forms.
Analysis plain_analysis(const std::string& text);

/// The tables of packs/lang-en alone.
Pack language_pack(const std::filesystem::path& packs_folder);

}  // namespace hearsay::tests
