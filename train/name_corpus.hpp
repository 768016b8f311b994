// SPDX-License-Identifier: Apache-2.0
// Texts with names marked: UNER and re3d as JSON lines, analysed and aligned with our words.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <hearsay/analyse/detail/models_data.hpp>
#include <hearsay/analyse/detail/name_finder.hpp>

namespace hearsay::train {

/// A marked stretch, in bytes, with the corpus' type ("PER", "Location").
struct MarkedSpan {
  Span span;
  std::string type;
};

struct MarkedText {
  std::string id, source;
  CleanText text;
  std::vector<MarkedSpan> entities, rejected;
  std::vector<MarkedSpan> mentions;  // of GUM: all of its mentions, where entities are the names alone
  Analysis analysis;
  analyse::detail::Encoded encoded;
  analyse::detail::NameText prepared;  // points into this object
};

/// Reads and analyses. Throws Fatal when a line is not as README-corpora describes it.
std::vector<std::unique_ptr<MarkedText>> read_marked(const std::filesystem::path& path,
                                                     const analyse::detail::SyntaxModels& models,
                                                     const analyse::detail::NameLists& lists);

/// How a copy of a text is written: as real texts are, where capitals or signs are lost.
enum class Writing : std::uint8_t { lower, upper, title, stripped };  // stripped: no commas, no apostrophes

/// Copies of some texts, `every` so many apart, in the four writings by turns; analysed anew.
std::vector<std::unique_ptr<MarkedText>> rewritten(const std::vector<std::unique_ptr<MarkedText>>& texts,
                                                   std::size_t every, const analyse::detail::SyntaxModels& models,
                                                   const analyse::detail::NameLists& lists);

/// The end of a name's surface word: "'s" that is written to it is part of that, as UNER marks names.
std::uint32_t surface_end(const MarkedText& text, std::uint32_t end);

/// Turns GUM's mentions into plain names as UNER marks them: proper nouns alone, without articles, cut at commas. Texts
/// of genres that are not free are dropped.
void keep_gum_names(std::vector<std::unique_ptr<MarkedText>>& texts);

/// Kind index of a type in the order of the labels; -1: not labelled.
int name_kind(std::string_view type);     // PER, ORG, LOC
int phrase_kind(std::string_view type);   // Person, Organisation, Location, Nationality
int mention_kind(std::string_view type);  // person, organization, place
using KindOf = int (*)(std::string_view);

/// Spans of known kinds that lie in no other such span, or that hold no other; in order.
std::vector<MarkedSpan> outermost(const std::vector<MarkedSpan>& spans, KindOf kind);
std::vector<MarkedSpan> innermost(const std::vector<MarkedSpan>& spans, KindOf kind);

/// Labels of all words for spans that do not overlap. A span that runs over sentences is cut at their ends.
std::vector<std::uint8_t> gold_labels(const MarkedText& text, const std::vector<MarkedSpan>& spans, KindOf kind);

}  // namespace hearsay::train
