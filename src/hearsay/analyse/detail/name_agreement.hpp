// SPDX-License-Identifier: Apache-2.0
// What a whole text says of a word, beside its sentence: "HANO" is one organisation wherever it stands.
// Source: V. Krishnan, C. Manning, ACL 2006 (label consistency over a document).
#pragma once
#include <span>
#include <vector>

#include <hearsay/analyse/detail/name_net.hpp>

namespace hearsay::analyse::detail {

/// Moves the scores of every capitalised word part of the way to the mean of the text's words of the same form, kind by
/// kind; k_score_columns scores a word. Parts of labels (first, last) keep their distances.
void agree_over_text(const NameText& text, const NameTransitions& labels, std::span<float> scores);

/// For each word the chance, 0 to 1, of its likeliest label of a name against "outside": of plain names, or of phrases.
std::vector<float> name_chances(std::span<const float> scores, const NameTransitions& labels, bool phrases);

}  // namespace hearsay::analyse::detail
