// SPDX-License-Identifier: Apache-2.0
// train_syntax: models/en-syntax.model out of CoNLL-U files. --help says how.
#include <cstdio>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/segmenter.hpp>

#include "corpus.hpp"
#include "net_trainer.hpp"
#include "program.hpp"
#include "segment_trainer.hpp"

namespace {

using hearsay::analyse::detail::ModelFile;

struct Options {
  std::string packs = "packs", out, measure, keep_segments;
  std::vector<std::string> keep_nets;
  std::vector<std::string> treebanks;
  hearsay::train::NetTraining net;
};

void declare(CLI::App& app, Options& o) {
  app.add_option("--packs", o.packs, "Folder of the packs (abbreviations)")->capture_default_str();
  app.add_option("--out", o.out, "The model file to write")->required();
  app.add_option("--measure", o.measure, "A treebank to print figures on while training");
  app.add_option("--keep-net", o.keep_nets, "Take tags and parser from this model file; several vote")
      ->allow_extra_args(false);
  app.add_option("--keep-segments", o.keep_segments, "Take the segmenter from this model file");
  app.add_option("--width", o.net.shape.width, "Values a word in the recurrent layers")->capture_default_str();
  app.add_option("--layers", o.net.shape.layers, "Recurrent layers")->capture_default_str();
  app.add_option("--tag-layer", o.net.shape.tag_layer, "Layer that tags are read from")->capture_default_str();
  app.add_option("--arc", o.net.shape.arc, "Values a word in arc scores")->capture_default_str();
  app.add_option("--label", o.net.shape.label, "Values a word in relation scores")->capture_default_str();
  app.add_option("--dropout", o.net.options.dropout)->capture_default_str();
  app.add_option("--rate", o.net.options.peak_rate, "Highest learning rate")->capture_default_str();
  app.add_option("--rounds", o.net.rounds, "Times over the corpus")->capture_default_str();
  app.add_option("--batch", o.net.batch_words, "Words a step")->capture_default_str();
  app.add_option("--stripped", o.net.stripped, "Share of sentences without commas and apostrophes")
      ->capture_default_str();
  app.add_option("--recased", o.net.recased, "Share of sentences in title, small or capital letters")
      ->capture_default_str();
  app.add_option("--teacher", o.net.teachers, "Model files of trained networks to learn from as well")
      ->allow_extra_args(false);
  app.add_option("--taught", o.net.taught, "Share of the teachers' opinion against the gold")->capture_default_str();
  app.add_option("--seed", o.net.options.seed)->capture_default_str();
  app.add_option("treebanks", o.treebanks, "CoNLL-U files, plain or gzip")->required();
}

hearsay::analyse::detail::Abbreviations abbreviations_in(const std::filesystem::path& packs) {
  std::vector<hearsay::packs::Problem> problems;
  hearsay::Pack pack;
  const std::string path = "lang-en/abbreviations.tsv";
  pack.tables[path] = hearsay::packs::parse_table(hearsay::train::read_bytes(packs / path), path, problems);
  return hearsay::analyse::detail::abbreviation_hashes(pack);
}

using Sections = std::map<std::string, std::string>;

void take(Sections& sections, const std::string& file, const std::vector<std::string>& names) {
  const ModelFile model(file, "syntax");
  for (const std::string& name : names) {
    sections[name] = model.section(name);
  }
}

/// Networks that vote are net and vectors, net2 and vectors2, ...
void take_nets(Sections& sections, const std::vector<std::string>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const ModelFile model(files[i], "syntax");
    const std::string number = i == 0 ? "" : std::to_string(i + 1);
    const std::string classes(model.section("tag-classes"));
    if (sections.emplace("tag-classes", classes).first->second != classes) {
      throw hearsay::Fatal(files[i] + ": has other tag classes than " + files[0]);
    }
    sections["net" + number] = model.section("net");
    sections["vectors" + number] = model.section("vectors");
  }
}

void run(const Options& o) {
  std::vector<hearsay::analyse::GivenTokens> corpora;
  for (const std::string& path : o.treebanks) {
    corpora.push_back(hearsay::train::read_corpus(path, {}));
  }
  Sections sections;
  if (o.keep_segments.empty()) {
    const auto segment = hearsay::train::train_segmenter(corpora, abbreviations_in(o.packs));
    sections = {{"split", segment.split}, {"end", segment.end}, {"clitic", segment.clitic}};
  } else {
    take(sections, o.keep_segments, {"split", "end", "clitic"});
  }
  sections["lemma"] = hearsay::train::train_lemmas(corpora);
  if (o.keep_nets.empty()) {
    hearsay::analyse::GivenTokens measured;
    if (!o.measure.empty()) {
      measured = hearsay::train::read_corpus(o.measure, {.all = true});
    }
    sections.merge(hearsay::train::train_network(corpora, o.measure.empty() ? nullptr : &measured, o.net));
  } else {
    take_nets(sections, o.keep_nets);
  }
  if (!o.measure.empty()) {
    const auto clitics =
        hearsay::train::measure_clitics(hearsay::train::read_corpus(o.measure, {.all = true}), sections["clitic"]);
    std::fprintf(stderr, "lost possessives: %zu right of %zu found, %zu there\n", clitics.right, clitics.found,
                 clitics.gold);
  }
  for (const auto& [name, bytes] : sections) {
    std::fprintf(stderr, "%s: %zu bytes\n", name.c_str(), bytes.size());
  }
  hearsay::analyse::detail::write_model_file(o.out, "syntax", sections);
}

}  // namespace

int main(int count, char** arguments) {
  return hearsay::train::run_program("train_syntax", "Trains the segmenter, the tagger and the parser", declare, run,
                                     count, arguments);
}
