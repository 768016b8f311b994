// SPDX-License-Identifier: Apache-2.0
// The loaded models: what analyse.cpp, names.cpp and the trainers share.
#pragma once
#include <filesystem>
#include <vector>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/analyse/detail/encoded.hpp>
#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/name_finder.hpp>
#include <hearsay/analyse/detail/pack_verbs.hpp>
#include <hearsay/analyse/detail/read_as.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>
#include <hearsay/analyse/detail/syntax_net.hpp>
#include <hearsay/analyse/detail/tag_classes.hpp>

namespace hearsay::analyse::detail {

struct SyntaxModels {
  SyntaxModels(const std::filesystem::path& folder, const Pack& pack)
      : file(folder / "en-syntax.model", "syntax"),
        segmenter(
            {LinearModel(file.section("split")), LinearModel(file.section("end")), LinearModel(file.section("clitic"))},
            pack),
        classes(read_tag_classes(file.section("tag-classes"))),
        lemmatiser(file.section("lemma"), pack),
        verbs(pack),
        read_as(pack),
        nets{{file.section("net"), file.section("vectors")}} {
    for (int i = 2; file.has("net" + std::to_string(i)); ++i) {
      nets.emplace_back(file.section("net" + std::to_string(i)), file.section("vectors" + std::to_string(i)));
    }
  }
  ModelFile file;
  Segmenter segmenter;
  std::vector<TagClass> classes;
  Lemmatiser lemmatiser;
  PackVerbs verbs;
  ReadAs read_as;
  std::vector<SyntaxNet> nets;  // they vote; names read the states of the first
};

/// Sentences, words, tags and heads of the text that is read. `encoded` may be nullptr.
Analysis analyse_syntax(const CleanText& text, const SyntaxModels& models, Encoded* encoded);

}  // namespace hearsay::analyse::detail

namespace hearsay::analyse {

struct Models::Data {
  Data(const std::filesystem::path& folder, const Pack& pack)
      : syntax(folder, pack), names_file(folder / "en-names.model", "names"), lists(pack), names(names_file) {}
  detail::SyntaxModels syntax;
  detail::ModelFile names_file;
  detail::NameLists lists;
  detail::NameFinder names;
};

}  // namespace hearsay::analyse
