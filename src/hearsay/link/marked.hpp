// SPDX-License-Identifier: Apache-2.0
// What a reader is shown as mentions: the trained spans and kinds, with what the lists know of them.
#pragma once
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Claims are coded from Links::mentions, where a listed name has the extent and the kind of the list. A reader wants
/// what the sentence means: extent and kind are the trained model's where it marks the name, and the listed entity
/// stays with it. In a report on the conflict (Analysis::is_report) whole noun phrases are shown, as re3d marks them,
/// and listed names beside them only where the model sees a name, too. In other texts names are shown as UNER marks
/// them: the whole surface word, "Enron's" included.
Marked marked_mentions(const CleanText& text, const Analysis& analysis, const Links& links);

}  // namespace hearsay::link
