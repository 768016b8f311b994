// SPDX-License-Identifier: Apache-2.0
// All reports with one another: republications, events, contradictions.
#include <hearsay/compare/compare.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

void compare_all(benchmark::State& state) {
  std::vector<compare::Report> reports;
  for (const auto& coded : bench::coded_reports()) {
    reports.push_back({&coded.text, coded.coded.claims, "", {}});
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(compare::compare_reports(reports));
  }
  bench::count_all_reports(state);
  state.counters["reports/s"] =
      benchmark::Counter(static_cast<double>(reports.size()), benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(compare_all)->Name("compare/compare_reports")->Unit(benchmark::kMillisecond);

}  // namespace
