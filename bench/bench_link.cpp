// SPDX-License-Identifier: Apache-2.0
// Parsed text to entities, places, times and quantities.
#include "support/desk.hpp"

namespace {

using namespace hearsay;

void link_all(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(link::link_mentions(report.text, report.analysis, bench::workshop().knowledge()));
    }
  }
  bench::count_all_reports(state);
}

BENCHMARK(link_all)->Name("link/link_mentions")->Unit(benchmark::kMillisecond);

}  // namespace
