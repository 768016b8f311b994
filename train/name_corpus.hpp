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
  Analysis analysis;
  analyse::detail::Encoded encoded;
  analyse::detail::NameText prepared;  // points into this object
};

/// Reads and analyses. Throws Fatal when a line is not as README-corpora describes it.
std::vector<std::unique_ptr<MarkedText>> read_marked(const std::filesystem::path& path,
                                                     const analyse::detail::SyntaxModels& models,
                                                     const analyse::detail::NameLists& lists);

/// Turns GUM's mentions into plain names as UNER marks them: proper nouns alone, without articles, cut at commas. Texts
/// of genres that are not free are dropped.
void keep_gum_names(std::vector<std::unique_ptr<MarkedText>>& texts);

/// Kind index of a type in the order of the labels; -1: not labelled.
int name_kind(std::string_view type);    // PER, ORG, LOC
int phrase_kind(std::string_view type);  // Person, Organisation, Location, Nationality

/// Labels of all words for the outermost spans whose kind is known.
std::vector<std::uint8_t> gold_labels(const MarkedText& text, int (*kind)(std::string_view));

/// Spans of known kinds that lie in no other such span.
std::vector<MarkedSpan> outermost(const MarkedText& text, int (*kind)(std::string_view));

}  // namespace hearsay::train
