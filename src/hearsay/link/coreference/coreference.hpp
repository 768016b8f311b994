// SPDX-License-Identifier: Apache-2.0
// Light coreference inside one text: pronouns and definite noun phrases find the phrase and the name they stand for.
#pragma once
#include <functional>

#include <hearsay/link/coreference/choice.hpp>
#include <hearsay/link/coreference/nominal_words.hpp>
#include <hearsay/link/coreference/phrases.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Tables and weights; made once, immutable.
struct CoreferenceRules {
  CoreferenceRules() = default;
  explicit CoreferenceRules(const Pack& pack) : words(pack), weights(pack) {}
  NominalWords words;
  ChoiceWeights weights;
};

/// Fills Links::anaphors, and the antecedents of Links::phrases with the same head word.
///
/// One pass from left to right; each pronoun of the third person and each "the", "this" with a listed noun is weighed
/// against what was told before it. Somebody without a name ("a source") is never given one.
void resolve_coreference(const CleanText& text, const Analysis& analysis, const CoreferenceRules& rules, Links& links);

/// The same with another judge over each decision: what training and measuring need. Gives the index of an option or
/// -1.
using Judge = std::function<std::int32_t(const Choice&, const std::vector<Phrase>&)>;
void resolve_coreference(const CleanText& text, const Analysis& analysis, const NominalWords& words, const Judge& judge,
                         Links& links);

}  // namespace hearsay::link
