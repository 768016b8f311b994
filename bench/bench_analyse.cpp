// SPDX-License-Identifier: Apache-2.0
// Clean text to sentences, words, heads and names; and the whole way from text to CoNLL-U, as `hearsay parse` goes it.
#include <hearsay/present/exports/conllu.hpp>
#include <hearsay/read/read.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

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

BENCHMARK(analyse_all)->Name("analyse/analyse_text")->Unit(benchmark::kMillisecond);
BENCHMARK(text_to_conllu)->Name("analyse/text in to CoNLL-U out")->Unit(benchmark::kMillisecond);

}  // namespace
