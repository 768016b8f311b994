// SPDX-License-Identifier: Apache-2.0
// Clean text to sentences, words, heads and names, each step alone and all together; and the whole way from text to
// CoNLL-U, as `hearsay parse` goes it.
#include <hearsay/analyse/analyse.hpp>
#include <hearsay/analyse/detail/models_data.hpp>
#include <hearsay/analyse/names.hpp>
#include <hearsay/present/exports/conllu.hpp>
#include <hearsay/read/read.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

void segment(benchmark::State& state) {
  const auto& segmenter = bench::workshop().models().data().syntax.segmenter;
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      const CleanText& text = report.text;
      Analysis out;
      for (const auto& region : analyse::detail::regions_of(text.text, text.marks)) {
        segmenter.segment(text.text, region, {.stripped = analyse::detail::is_stripped(text.text)}, out);
      }
      benchmark::DoNotOptimize(out);
    }
  }
  bench::count_all_reports(state);
}

// Tags, lemmas, features and heads of sentences and words that are there; what was there before is overwritten.
void tag_and_parse(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  std::vector<Analysis> analyses;
  for (const auto& report : reports) {
    analyses.push_back(report.analysis);
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      analyse::tag_and_parse(reports[i].text.text, analyses[i], bench::workshop().models());
    }
    benchmark::DoNotOptimize(analyses);
  }
  bench::count_all_reports(state);
}

// The names of parsed text; the parser's states for its words are there, as they are inside analyse_text.
void names(benchmark::State& state) {
  const auto& models = bench::workshop().models();
  const auto& reports = bench::coded_reports();
  std::vector<Analysis> analyses;
  std::vector<analyse::detail::Encoded> encoded(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    analyses.push_back(analyse::detail::analyse_syntax(reports[i].text, models.data().syntax, &encoded[i]));
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      analyse::find_names(reports[i].text, models, encoded[i], analyses[i]);
    }
    benchmark::DoNotOptimize(analyses);
  }
  bench::count_all_reports(state);
}

void analyse_all(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(analyse::analyse_text(report.text, bench::workshop().models()));
    }
  }
  bench::count_all_reports(state);
}

void text_to_conllu(benchmark::State& state) {
  std::vector<std::string> files;
  for (const auto& report : bench::made_reports()) {
    files.push_back(bench::to_plain_text(report));
  }
  for (auto _ : state) {
    std::string out;
    for (const auto& file : files) {
      const auto raw = read::parse_reports({"made.txt", file}).reports;
      const CleanText text = clean::clean_report(raw.at(0), bench::workshop().clean());
      present::append_conllu(out, text.text, analyse::analyse_text(text, bench::workshop().models()), {text.id});
    }
    benchmark::DoNotOptimize(out);
  }
  bench::count_all_reports(state);
}

BENCHMARK(segment)->Name("analyse/sentences and words")->Unit(benchmark::kMillisecond);
BENCHMARK(tag_and_parse)->Name("analyse/tags and heads")->Unit(benchmark::kMillisecond);
BENCHMARK(names)->Name("analyse/names")->Unit(benchmark::kMillisecond);
BENCHMARK(analyse_all)->Name("analyse/analyse_text")->Unit(benchmark::kMillisecond);
BENCHMARK(text_to_conllu)->Name("analyse/text in to CoNLL-U out")->Unit(benchmark::kMillisecond);

}  // namespace
