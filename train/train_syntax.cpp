// SPDX-License-Identifier: Apache-2.0
// train_syntax PACKS OUT TREEBANK...: models/en-syntax.model out of CoNLL-U files (gzip allowed).
#include <cstdio>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>

#include "corpus.hpp"
#include "parse_trainer.hpp"
#include "segment_trainer.hpp"

namespace {

std::unordered_set<std::uint64_t> abbreviations_in(const std::filesystem::path& packs) {
  std::vector<hearsay::packs::Problem> problems;
  hearsay::Pack pack;
  const std::string path = "lang-en/abbreviations.tsv";
  pack.tables[path] = hearsay::packs::parse_table(hearsay::train::read_bytes(packs / path), path, problems);
  return hearsay::analyse::detail::abbreviation_hashes(pack);
}

int run(int count, char** arguments) {
  std::vector<hearsay::analyse::GivenTokens> corpora;
  for (int i = 3; i < count; ++i) {
    corpora.push_back(hearsay::train::read_corpus(arguments[i], {}));
  }
  const auto segment = hearsay::train::train_segmenter(corpora, abbreviations_in(arguments[1]));
  auto sections = hearsay::train::train_parser(corpora, {});
  sections["split"] = segment.split;
  sections["end"] = segment.end;
  for (const auto& [name, bytes] : sections) {
    std::fprintf(stderr, "%s: %zu bytes\n", name.c_str(), bytes.size());
  }
  hearsay::analyse::detail::write_model_file(arguments[2], "syntax", sections);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr, "usage: train_syntax PACKS OUT TREEBANK...\n");
    return 2;
  }
  try {
    return run(count, arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_syntax: %s\n", error.what());
    return 1;
  }
}
