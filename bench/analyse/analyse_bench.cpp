// SPDX-License-Identifier: Apache-2.0
// Words a second from text to CoNLL-U on one core, with the models already loaded, and how long loading them takes.
#include <benchmark/benchmark.h>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/packs/pack.hpp>
#include <hearsay/present/exports/conllu.hpp>

#include "made_reports.hpp"

namespace {

const hearsay::Pack& pack() {
  static const hearsay::Pack loaded = hearsay::packs::load_packs(HEARSAY_SOURCE_DIR "/packs", "levant").pack;
  return loaded;
}

void text_to_conllu(benchmark::State& state) {
  const hearsay::analyse::Models models(HEARSAY_SOURCE_DIR "/models", pack());
  const auto reports = hearsay::bench::made_reports(300);
  std::size_t words = 0;
  std::string out;
  for (auto _ : state) {
    for (const std::string& report : reports) {
      hearsay::CleanText text;
      text.text = report;
      const hearsay::Analysis analysis = hearsay::analyse::analyse_text(text, models);
      words += analysis.tokens.size();
      out.clear();
      hearsay::present::append_conllu(out, text.text, analysis, {});
      benchmark::DoNotOptimize(out.data());
    }
  }
  state.counters["words"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(text_to_conllu)->Unit(benchmark::kMillisecond);

void load_models(benchmark::State& state) {
  pack();
  for (auto _ : state) {
    const hearsay::analyse::Models models(HEARSAY_SOURCE_DIR "/models", pack());
    benchmark::DoNotOptimize(&models);
  }
}
BENCHMARK(load_models)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
