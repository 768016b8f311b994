// SPDX-License-Identifier: Apache-2.0
// train_coreference: packs/lang-en/coreference.tsv out of texts with marked coreference (GUM). --help says how.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/link/coreference/coreference.hpp>
#include <hearsay/link/link.hpp>

#include "corpus.hpp"

namespace {

using namespace hearsay;
using namespace hearsay::train;
using link::Choice;
using link::ChoiceWeights;
using link::Phrase;
using link::Taking;
using Json = nlohmann::json;

constexpr int k_folds = 5;
constexpr int k_rounds = 60;
constexpr std::size_t k_enough = 100;

struct Options {
  std::string models = "models", packs = "packs", theatre = "levant", gum, out;
  std::array<double, link::k_takings> precision = {0.8, 0.7, 0.74, 0.84};  // wanted of he, it, they, nominal
  double rate = 0.1, decay = 0.02;
};

/// A marked phrase and the number of the thing it stands for.
struct Marked {
  Span span;
  std::string group;
};

/// One decision, with the options that are right; none right: "unknown" is.
struct Example {
  Choice choice;
  std::vector<bool> right;
  int fold = 0;
};

std::vector<std::uint32_t> byte_offsets(std::string_view text) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      out.push_back(i);
    }
  }
  out.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

std::vector<Marked> marked_of(const Json& row, const std::string& text) {
  const auto bytes = byte_offsets(text);
  std::vector<Marked> out;
  for (const Json& entity : row.at("entities")) {
    out.push_back({{bytes.at(entity.at("begin").get<std::size_t>()), bytes.at(entity.at("end").get<std::size_t>())},
                   entity.at("group").get<std::string>()});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Marked& a, const Marked& b) { return a.span.size() < b.span.size(); });
  return out;
}

/// The group of the smallest marked phrase around this one that has the same head; "" where none is.
std::string group_of(const Phrase& phrase, const Analysis& analysis, const std::vector<Marked>& marked) {
  const Span span{analysis.tokens[phrase.head].span.begin, analysis.tokens[phrase.end - 1].span.end};
  const std::int32_t head = analysis.tokens[phrase.head].head;
  for (const Marked& one : marked) {
    const bool whole = phrase.form != link::Form::pronoun || one.span == span;
    if (whole && one.span.contains(span)) {
      const bool inner = head >= 0 && one.span.contains(analysis.tokens[static_cast<std::size_t>(head)].span) &&
                         phrase.form != link::Form::name;
      return inner ? "" : one.group;
    }
  }
  return "";
}

/// Without the table that is to be made: an older one may name other traits.
Pack pack_of(const Options& o) {
  Pack pack = packs::load_packs(o.packs, o.theatre).pack;
  std::erase_if(pack.tables, [](const auto& table) { return table.first.ends_with("/coreference.tsv"); });
  return pack;
}

class Reader {
 public:
  explicit Reader(const Options& o)
      : m_pack(pack_of(o)), m_models(o.models, m_pack), m_knowledge(m_pack), m_words(m_pack) {}

  void read(const Json& row, int fold, std::vector<Example>& out) const {
    CleanText text;
    text.text = row.at("text").get<std::string>();
    const Analysis analysis = analyse::analyse_text(text, m_models);
    Links links = link::link_mentions(text, analysis, m_knowledge);
    const std::vector<Marked> marked = marked_of(row, text.text);
    const link::Judge judge = [&](const Choice& choice, const std::vector<Phrase>& phrases) {
      Example example{choice, {}, fold};
      const std::string group = group_of(phrases[choice.phrase], analysis, marked);
      std::int32_t first = -1;
      for (const link::Option& option : choice.options) {
        const bool right = !group.empty() && group_of(phrases[option.phrase], analysis, marked) == group;
        first = right && first < 0 ? static_cast<std::int32_t>(example.right.size()) : first;
        example.right.push_back(right);
      }
      out.push_back(std::move(example));
      return first;
    };
    link::resolve_coreference(text, analysis, m_words, judge, links);
  }

 private:
  Pack m_pack;
  analyse::Models m_models;
  link::Knowledge m_knowledge;
  link::NominalWords m_words;
};

std::vector<Example> read_all(const Options& o) {
  const Reader reader(o);
  std::vector<Example> out;
  std::istringstream lines(read_bytes(o.gum));
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    const Json row = Json::parse(line);
    const auto id = row.at("id").get<std::string>();
    const bool left_out = std::any_of(std::begin(k_left_out), std::end(k_left_out), [&](std::string_view genre) {
      return id.find("GUM_" + std::string(genre) + "_") != std::string::npos;
    });
    if (!left_out) {
      reader.read(row, count++ % k_folds, out);
    }
  }
  return out;
}

/// One step up the likelihood of the right options (of "unknown" where none is right), with AdaGrad.
void learn(const Example& example, const Options& o, ChoiceWeights& weights, ChoiceWeights& squares) {
  const auto taking = static_cast<std::size_t>(example.choice.taking);
  const std::vector<double> all = weights.probabilities(example.choice);
  double right = 0, sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    right += example.right[i] ? all[i] : 0;
    sum += all[i];
  }
  const bool none = std::none_of(example.right.begin(), example.right.end(), [](bool r) { return r; });
  right += none ? 1 - sum : 0;
  const auto move = [&](const link::Traits& traits, double gradient) {
    for (std::uint32_t t = 0; t < traits.size; ++t) {
      double& weight = weights.weights[taking][static_cast<std::size_t>(traits.list[t])];
      double& square = squares.weights[taking][static_cast<std::size_t>(traits.list[t])];
      const double step = gradient - o.decay * weight * 0.01;
      square += step * step;
      weight += o.rate * step / (std::sqrt(square) + 1e-3);
    }
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    move(example.choice.options[i].traits, (example.right[i] ? all[i] / std::max(right, 1e-9) : 0) - all[i]);
  }
  move(example.choice.none, (none ? (1 - sum) / std::max(right, 1e-9) : 0) - (1 - sum));
}

ChoiceWeights fit(const std::vector<Example>& examples, int without, const Options& o) {
  ChoiceWeights weights, squares;
  for (int round = 0; round < k_rounds; ++round) {
    for (std::size_t e = 0; e < examples.size(); ++e) {
      const Example& example = examples[(e * 7919 + static_cast<std::size_t>(round)) % examples.size()];
      if (example.fold != without) {
        learn(example, o, weights, squares);
      }
    }
  }
  return weights;
}

struct Answer {
  double probability = 0;
  bool right = false;
};

/// The least probability from which on answers are right often enough, over all folds.
double least_for(std::vector<Answer> answers, std::size_t resolvable, const char* name, double precision) {
  std::sort(answers.begin(), answers.end(),
            [](const Answer& a, const Answer& b) { return a.probability > b.probability; });
  double least = 2;
  std::size_t right = 0, given = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    right += answers[i].right ? 1 : 0;
    const double share = static_cast<double>(right) / static_cast<double>(i + 1);
    if (share >= precision) {
      least = answers[i].probability;
      given = i + 1;
    }
    if ((i + 1) % (answers.size() / 10 + 1) == 0) {
      std::printf("  %-8s from %.2f: precision %.3f recall %.3f\n", name, answers[i].probability, share,
                  static_cast<double>(right) / static_cast<double>(resolvable));
    }
  }
  std::printf("%-8s %zu decisions, %zu resolvable, least %.3f gives %zu\n", name, answers.size(), resolvable, least,
              given);
  return least;
}

void set_least(const std::vector<Example>& examples, const Options& o, ChoiceWeights& weights) {
  std::array<std::array<std::vector<Answer>, 2>, link::k_takings> answers;
  std::array<std::size_t, link::k_takings> resolvable{};
  for (int fold = 0; fold < k_folds; ++fold) {
    const ChoiceWeights others = fit(examples, fold, o);
    for (const Example& example : examples) {
      if (example.fold != fold) {
        continue;
      }
      const auto taking = static_cast<std::size_t>(example.choice.taking);
      const auto all = others.probabilities(example.choice);
      const auto best = std::max_element(all.begin(), all.end());
      const auto chosen = static_cast<std::size_t>(best - all.begin());
      const bool named = example.choice.options[chosen].traits.has(link::Trait::named);
      answers[taking][named ? 1 : 0].push_back({*best, example.right[chosen]});
      resolvable[taking] += std::any_of(example.right.begin(), example.right.end(), [](bool r) { return r; }) ? 1U : 0U;
    }
  }
  constexpr std::array k_names = {"he", "it", "they", "nominal"};
  for (std::size_t t = 0; t < link::k_takings; ++t) {
    if (answers[t][0].size() < k_enough || answers[t][1].size() < k_enough) {  // too few for a limit of their own
      answers[t][0].insert(answers[t][0].end(), answers[t][1].begin(), answers[t][1].end());
      answers[t][1] = answers[t][0];
    }
    for (std::size_t named = 0; named < 2; ++named) {
      std::printf("%s", named == 0 ? "nameless " : "named ");
      weights.least[t][named] = least_for(answers[t][named], resolvable[t], k_names[t], o.precision[t]);
    }
  }
}

void write(const ChoiceWeights& weights, const std::string& path) {
  std::ofstream out(path);
  out << "# Log-linear weights of coreference: what speaks for a candidate, and (none...) for \"unknown\". A column a "
         "kind of\n"
         "# anaphor: he (he, she), it, they, nominal (\"the group\"). least_...: what is not so sure is unknown.\n"
         "# Trained by train/train_coreference on the free genres of GUM (annotations CC BY 4.0).\n"
         "trait\the\tit\tthey\tnominal\tsource\n";
  const auto row = [&](std::string_view name, const auto& value) {
    out << name;
    for (std::size_t t = 0; t < link::k_takings; ++t) {
      char cell[32];
      std::snprintf(cell, sizeof cell, "%.3f", value(t));
      out << '\t' << cell;
    }
    out << "\tGUM\n";
  };
  row("least_nameless", [&](std::size_t t) { return weights.least[t][0]; });
  row("least_named", [&](std::size_t t) { return weights.least[t][1]; });
  for (std::size_t trait = 0; trait < link::k_traits; ++trait) {
    row(to_string(static_cast<link::Trait>(trait)), [&](std::size_t t) { return weights.weights[t][trait]; });
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Weights of coreference out of marked texts. Prints precision and recall by probability, over five folds.");
  Options o;
  app.add_option("--models", o.models)->capture_default_str();
  app.add_option("--packs", o.packs)->capture_default_str();
  app.add_option("--theatre", o.theatre)->capture_default_str();
  app.add_option("--gum", o.gum, "GUM entities with coreference, train half; non-commercial genres are left out")
      ->required();
  app.add_option("--out", o.out, "The table to write")->required();
  app.add_option("--precision", o.precision, "Wanted of the links of he, it, they and noun phrases")
      ->capture_default_str();
  app.add_option("--rate", o.rate)->capture_default_str();
  app.add_option("--decay", o.decay)->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    const std::vector<Example> examples = read_all(o);
    ChoiceWeights weights = fit(examples, -1, o);
    set_least(examples, o, weights);
    write(weights, o.out);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_coreference: %s\n", error.what());
    return 3;
  }
  return 0;
}
