// SPDX-License-Identifier: Apache-2.0
// Loading all packs and models, part by part and together, and a report's whole way from text to claims.
#include <unistd.h>

#include <fstream>
#include <memory>

#include <hearsay/actions/data_folder.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

/// Resident memory of this process in MB, from /proc/self/statm.
double resident_mb() {
  std::ifstream statm("/proc/self/statm");
  double total = 0, resident = 0;
  statm >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

void load_all(benchmark::State& state) {
  for (auto _ : state) {
    auto loaded = std::make_unique<actions::Workshop>("levant", actions::Depth::claims);
    state.PauseTiming();
    state.counters["resident MB"] = resident_mb();
    loaded.reset();  // a program that ends does not tidy up
    state.ResumeTiming();
  }
}

void load_packs(benchmark::State& state) {
  const auto folder = actions::data_folder() / "packs";
  for (auto _ : state) {
    benchmark::DoNotOptimize(packs::load_packs(folder, "levant"));
  }
}

template <class Part>
void load_part(benchmark::State& state) {
  const Pack pack = packs::load_packs(actions::data_folder() / "packs", "levant").pack;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Part(pack));
  }
}

void load_models(benchmark::State& state) {
  const auto folder = actions::data_folder();
  const Pack pack = packs::load_packs(folder / "packs", "levant").pack;
  for (auto _ : state) {
    benchmark::DoNotOptimize(analyse::Models(folder / "models", pack));
  }
}

void text_to_claims(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(actions::code_report(report.text, bench::workshop()));
    }
  }
  bench::count_all_reports(state);
}

// The first to run, so that its memory is that of the loaded packs and models and of nothing else.
BENCHMARK(load_all)->Name("load/everything")->Unit(benchmark::kMillisecond);
BENCHMARK(load_packs)->Name("load/packs")->Unit(benchmark::kMillisecond);
BENCHMARK(load_part<clean::Rules>)->Name("load/clean rules")->Unit(benchmark::kMillisecond);
BENCHMARK(load_models)->Name("load/models")->Unit(benchmark::kMillisecond);
BENCHMARK(load_part<link::Knowledge>)->Name("load/link knowledge")->Unit(benchmark::kMillisecond);
BENCHMARK(load_part<claims::CueRules>)->Name("load/cue rules")->Unit(benchmark::kMillisecond);
BENCHMARK(load_part<claims::Rules>)->Name("load/claim rules")->Unit(benchmark::kMillisecond);
BENCHMARK(text_to_claims)->Name("whole way/clean text to claims")->Unit(benchmark::kMillisecond);

}  // namespace
