// SPDX-License-Identifier: Apache-2.0
// train_names: models/en-names.model out of marked texts, and its cross-validated figure. --help says how.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include <CLI/CLI.hpp>

#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/analyse/detail/name_finder.hpp>

#include "chain_trainer.hpp"
#include "name_corpus.hpp"

namespace {

using namespace hearsay;
using namespace hearsay::train;
using analyse::detail::NameLayer;
using analyse::detail::NameTagger;
using Texts = std::vector<std::unique_ptr<MarkedText>>;
using Some = std::vector<const MarkedText*>;

struct Options {
  std::string models = "models", packs = "packs", theatre = "levant", uner, gum, re3d, dev, out, cv, folds;
  ChainOptions names{.rounds = 8, .rate = 0.05F, .dropout = 0.5F, .least = 0.09F},
      phrases{.rounds = 20, .rate = 0.05F, .dropout = 0.4F, .least = 0.04F};
};

void declare(CLI::App& app, Options& o) {
  app.add_option("--models", o.models, "Folder with en-syntax.model")->capture_default_str();
  app.add_option("--packs", o.packs, "Folder of the packs")->capture_default_str();
  app.add_option("--theatre", o.theatre)->capture_default_str();
  app.add_option("--uner", o.uner, "Plain names: UNER EWT train")->required();
  app.add_option("--gum", o.gum, "More plain names: GUM entities");
  app.add_option("--re3d", o.re3d, "Noun phrases of reports: re3d; documents of the BBC are only measured on")
      ->required();
  app.add_option("--dev", o.dev, "UNER texts to measure plain names on");
  app.add_option("--out", o.out, "The model file to write");
  app.add_option("--cv", o.cv, "re3d: ten folds by document, figures on standard output")
      ->check(CLI::IsMember({"re3d"}));
  app.add_option("--keep-folds", o.folds, "With --cv: a folder for each fold's model and the ids of its documents");
  app.add_option("--rounds", o.names.rounds)->capture_default_str();
  app.add_option("--rate", o.names.rate)->capture_default_str();
  app.add_option("--dense-rate", o.names.dense_rate)->capture_default_str();
  app.add_option("--dropout", o.names.dropout)->capture_default_str();
  app.add_option("--decay", o.names.decay)->capture_default_str();
  app.add_option("--phrase-rounds", o.phrases.rounds)->capture_default_str();
  app.add_option("--phrase-rate", o.phrases.rate)->capture_default_str();
  app.add_option("--phrase-dense-rate", o.phrases.dense_rate)->capture_default_str();
  app.add_option("--phrase-dropout", o.phrases.dropout)->capture_default_str();
  app.add_option("--phrase-decay", o.phrases.decay)->capture_default_str();
  app.add_option("--phrase-least", o.phrases.least)->capture_default_str();
  app.add_option("--least", o.names.least, "Features of smaller weights are not kept")->capture_default_str();
}

/// A trained layer in the form that the program uses.
struct Layer {
  std::string sparse, dense;
  NameTagger tagger() const { return NameTagger(sparse, dense); }
};

/// The sentences of one text, with features of the layer.
void append_sentences(const MarkedText& text, NameLayer layer, std::span<const std::uint8_t> names,
                      std::span<const std::uint8_t> gold, std::vector<ChainSentence>& out) {
  analyse::detail::FeatureKeys keys;
  for (const Sentence& sentence : text.analysis.sentences) {
    ChainSentence made;
    made.states = text.encoded.states.data() + sentence.first_token * text.encoded.width;
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      keys.clear();
      analyse::detail::add_name_keys(text.prepared, sentence, t, keys);
      if (layer == NameLayer::phrases) {
        analyse::detail::add_phrase_keys(text.prepared, sentence, t, names, keys);
      }
      made.keys.insert(made.keys.end(), keys.keys().begin(), keys.keys().end());
      made.key_ends.push_back(static_cast<std::uint32_t>(made.keys.size()));
      made.gold.push_back(gold[t]);
    }
    out.push_back(std::move(made));
  }
}

Layer trained(const std::vector<ChainSentence>& sentences, ChainOptions options, std::size_t kinds, std::size_t width) {
  options.labels = analyse::detail::label_count(kinds);
  options.width = width;
  const ChainResult result = train_chain(sentences, options);
  return {analyse::detail::LinearModel::pack(result.sparse, options.labels), NameTagger::pack(result.chain)};
}

Layer train_names(const Texts& uner, const Texts& gum, const ChainOptions& options) {
  std::vector<ChainSentence> sentences;
  for (const Texts* texts : {&uner, &gum}) {
    for (const auto& text : *texts) {
      append_sentences(*text, NameLayer::names, {}, gold_labels(*text, name_kind), sentences);
    }
  }
  return trained(sentences, options, analyse::detail::k_name_kinds.size(), uner.front()->encoded.width);
}

std::vector<std::uint8_t> name_labels(const MarkedText& text, const NameTagger& names) {
  return label_words(text.prepared, names, NameLayer::names, {});
}

Layer train_phrases(const Some& texts, const NameTagger& names, const ChainOptions& options) {
  std::vector<ChainSentence> sentences;
  for (const MarkedText* text : texts) {
    append_sentences(*text, NameLayer::phrases, name_labels(*text, names), gold_labels(*text, phrase_kind), sentences);
  }
  return trained(sentences, options, analyse::detail::k_phrase_kinds.size(), texts.front()->encoded.width);
}

/// Sections of a style model.
struct Style {
  std::string values, words;
  analyse::detail::StyleModel model() const { return {values, words}; }
};

struct StyleExample {
  std::vector<float> values;
  std::vector<std::uint64_t> keys;
  float truth = 0;
};

/// Words of fewer than five texts say more about these texts than about their kind.
void drop_rare_words(std::vector<StyleExample>& examples) {
  std::map<std::uint64_t, int> texts;
  for (const StyleExample& example : examples) {
    for (const std::uint64_t key : example.keys) {
      ++texts[key];
    }
  }
  for (StyleExample& example : examples) {
    std::erase_if(example.keys, [&](std::uint64_t key) { return texts.at(key) < 5; });
  }
}

/// Logistic regression of "is a report on the conflict" on style_values and words.
Style train_style(const Some& reports, const Some& others) {
  std::vector<StyleExample> examples;
  for (const auto& [texts, truth] : {std::pair{&reports, 1.0F}, std::pair{&others, 0.0F}}) {
    for (const MarkedText* text : *texts) {
      examples.push_back(
          {analyse::detail::style_values(text->prepared), analyse::detail::style_keys(text->prepared), truth});
    }
  }
  std::vector<float> shrink;
  for (const StyleExample& example : examples) {
    shrink.push_back(1.0F / std::sqrt(static_cast<float>(example.keys.size() + 1)));
  }
  drop_rare_words(examples);
  const float heavy =
      std::sqrt(static_cast<float>(others.size()) / static_cast<float>(std::max<std::size_t>(reports.size(), 1)));
  std::vector<float> values(examples.front().values.size() + 1, 0.0F);
  std::map<std::uint64_t, float> words;
  for (int round = 0; round < 150; ++round) {
    for (std::size_t e = 0; e < examples.size(); ++e) {
      const StyleExample& example = examples[(e * 397) % examples.size()];  // 397: both kinds mixed
      const float share = shrink[(e * 397) % examples.size()];
      float sum = values[0];
      for (std::size_t i = 0; i < example.values.size(); ++i) {
        sum += values[i + 1] * example.values[i];
      }
      for (const std::uint64_t key : example.keys) {
        sum += words[key] * share;
      }
      const float step = 0.02F * (example.truth - 1.0F / (1.0F + std::exp(-sum))) * (example.truth > 0 ? heavy : 1.0F);
      values[0] += step;
      for (std::size_t i = 0; i < example.values.size(); ++i) {
        values[i + 1] += step * example.values[i];
      }
      for (const std::uint64_t key : example.keys) {
        words[key] += step * share - 1e-5F * words[key];
      }
    }
  }
  analyse::detail::LinearWeights weights;
  for (const auto& [key, weight] : words) {
    weights[key] = {{0, weight}};
  }
  values.insert(values.begin(), NameTagger::scale_of(weights));
  return {std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)),
          analyse::detail::LinearModel::pack(weights, 1)};
}

// ---- measuring
// -------------------------------------------------------------------------------------------------------
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
std::vector<Counts> compare(const MarkedText& text, int (*kind)(std::string_view), std::size_t kinds,
                            const Typed& found) {
  Typed gold;
  std::set<Span> spans, doubtful;
  for (const MarkedSpan& entity : outermost(text, kind)) {
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

void measure_names(const Texts& texts, const NameTagger& names) {
  std::vector<Counts> sums(4);
  for (const auto& text : texts) {
    const auto counts = compare(*text, name_kind, 3, found_spans(*text, name_labels(*text, names), 3));
    for (std::size_t i = 0; i < 4; ++i) {
      sums[i] += counts[i];
    }
  }
  const char* rows[] = {"UNER person", "UNER organisation", "UNER place", "UNER all"};
  for (std::size_t i = 0; i < 4; ++i) {
    print(rows[i], sums[i]);
  }
}

bool may_train(const MarkedText& text) {
  return text.source.find("BBC") == std::string::npos;
}

void write_model(const std::string& path, const Layer& names, const Layer& phrases, const Style& style) {
  analyse::detail::write_model_file(path, "names",
                                    {{"names.sparse", names.sparse},
                                     {"names.dense", names.dense},
                                     {"phrases.sparse", phrases.sparse},
                                     {"phrases.dense", phrases.dense},
                                     {"style.values", style.values},
                                     {"style.words", style.words}});
}

Some all_of(const Texts& texts) {
  Some out;
  for (const auto& text : texts) {
    out.push_back(text.get());
  }
  return out;
}

void keep_fold(const std::string& folder, std::size_t fold, const std::string& ids) {
  std::FILE* file = std::fopen((folder + "/" + std::to_string(fold) + "/ids").c_str(), "w");
  if (file == nullptr) {
    throw Fatal("cannot write in " + folder);
  }
  std::fputs(ids.c_str(), file);
  std::fclose(file);
}

void cross_validate(const Options& o, const Texts& re3d, const Texts& uner, const Layer& names) {
  constexpr std::size_t k_folds = 10;
  const NameTagger tagger = names.tagger();
  std::vector<Counts> sums(5);
  std::size_t missed = 0;
  for (std::size_t fold = 0; fold < k_folds; ++fold) {
    Some train, test;
    std::string ids;
    for (std::size_t i = 0; i < re3d.size(); ++i) {
      if (i % k_folds == fold) {
        test.push_back(re3d[i].get());
        ids += re3d[i]->id + "\n";
      } else if (may_train(*re3d[i])) {
        train.push_back(re3d[i].get());
      }
    }
    const Layer phrases = train_phrases(train, tagger, o.phrases);
    const Style weights = train_style(train, all_of(uner));
    const NameTagger phrase_tagger = phrases.tagger();
    const analyse::detail::StyleModel style = weights.model();
    for (const MarkedText* text : test) {
      missed += style.score(text->prepared) <= 0 ? 1U : 0U;
      const auto labels = label_words(text->prepared, phrase_tagger, NameLayer::phrases, name_labels(*text, tagger));
      const auto counts = compare(*text, phrase_kind, 4, found_spans(*text, labels, 4));
      for (std::size_t k = 0; k < 5; ++k) {
        sums[k] += counts[k];
      }
    }
    if (!o.folds.empty()) {
      std::filesystem::create_directories(o.folds + "/" + std::to_string(fold));
      write_model(o.folds + "/" + std::to_string(fold) + "/en-names.model", names, phrases, weights);
      keep_fold(o.folds, fold, ids);
    }
  }
  const char* rows[] = {"re3d person", "re3d organisation", "re3d place", "re3d nationality", "re3d all, ten folds"};
  for (std::size_t k = 0; k < 5; ++k) {
    print(rows[k], sums[k]);
  }
  std::printf("not taken for a report: %zu of %zu\n", missed, re3d.size());
}

void run(const Options& o) {
  const Pack pack = packs::load_packs(o.packs, o.theatre).pack;
  const analyse::detail::SyntaxModels models(o.models, pack);
  const analyse::detail::NameLists lists(pack);
  const Texts uner = read_marked(o.uner, models, lists), re3d = read_marked(o.re3d, models, lists);
  Texts gum;
  if (!o.gum.empty()) {
    gum = read_marked(o.gum, models, lists);
    keep_gum_names(gum);
  }
  const Layer names = train_names(uner, gum, o.names);
  std::printf("names: %zu bytes\n", names.sparse.size());
  const NameTagger tagger = names.tagger();
  Some reports;
  for (const auto& text : re3d) {
    if (may_train(*text)) {
      reports.push_back(text.get());
    }
  }
  const Style weights = train_style(reports, all_of(uner));
  if (!o.dev.empty()) {
    const Texts dev = read_marked(o.dev, models, lists);
    measure_names(dev, tagger);
    const analyse::detail::StyleModel style = weights.model();
    const auto taken =
        std::count_if(dev.begin(), dev.end(), [&](const auto& text) { return style.score(text->prepared) > 0; });
    std::printf("taken for a report: %td of %zu\n", taken, dev.size());
  }
  if (!o.cv.empty()) {
    cross_validate(o, re3d, uner, names);
  }
  if (!o.out.empty()) {
    write_model(o.out, names, train_phrases(reports, tagger, o.phrases), weights);
  }
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app("Trains the recogniser of names");
  Options options;
  declare(app, options);
  CLI11_PARSE(app, count, arguments);
  try {
    run(options);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_names: %s\n", error.what());
    return 1;
  }
}
