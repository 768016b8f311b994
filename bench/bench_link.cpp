// SPDX-License-Identifier: Apache-2.0
// Parsed text to entities, places, times and quantities; and coreference alone.
#include <hearsay/link/coreference/coreference.hpp>

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

void coreference(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  const link::CoreferenceRules rules(bench::workshop().pack());
  std::vector<Links> links;
  for (const auto& report : reports) {
    links.push_back(report.links);
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      links[i].anaphors.clear();
      link::resolve_coreference(reports[i].text, reports[i].analysis, rules, links[i]);
    }
    benchmark::DoNotOptimize(links);
  }
  bench::count_all_reports(state);
}

BENCHMARK(coreference)->Name("link/coreference")->Unit(benchmark::kMillisecond);
BENCHMARK(link_all)->Name("link/link_mentions")->Unit(benchmark::kMillisecond);

}  // namespace
