// SPDX-License-Identifier: Apache-2.0
// Which stretches of a text are names, and of what family: the packs' names and the trained mentions brought together.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include <hearsay/link/names/lexicon.hpp>
#include <hearsay/link/names/words.hpp>
#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/place_words.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// A name on its way to a Linked: where it stands and what the packs offer for it.
struct Draft {
  Linked linked;                               // span, tokens, kind
  std::uint32_t first_word = 0, end_word = 0;  // equal: no name words (a pronoun, "the group")
  std::vector<NameRef> refs;                   // readings that are valid on the day and fit the kind
  std::int32_t trained = -1;                   // index into Analysis::mentions, -1: known from lists alone
  bool by_sound = false;
  bool nested = false;   // inside a longer name
  bool anchors = false;  // another place is told by it ("100 km north of it"): it modifies that phrase
};

/// Drafts in order of begin, longest first; they nest and never cross.
std::vector<Draft> recognise(const CleanText& text, const Analysis& analysis, const Words& words,
                             const Lexicon& lexicon, const PlaceWords& place_words, const Gazetteer& gazetteer,
                             const Pack& pack);

/// The last of tokens [first, end) whose head lies outside; function words do not count.
std::uint32_t head_of(const Analysis& analysis, std::uint32_t first, std::uint32_t end);

/// Whether a validity reaches into the days of publication; unknown days fit everything.
bool is_valid(const packs::Validity& valid, const Published& published);

}  // namespace hearsay::link
