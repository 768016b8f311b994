// SPDX-License-Identifier: Apache-2.0
// Parsed and linked text to attributions and claims.
#include "support/desk.hpp"

namespace {

using namespace hearsay;

auto attributions_of(const actions::CodedReport& report) {
  return claims::find_attributions(report.text, report.analysis, report.links, bench::workshop().cues());
}

auto claims_of(const actions::CodedReport& report, const std::vector<Attribution>& attributions) {
  return claims::find_claims({report.text, report.analysis, report.links}, attributions, bench::workshop().rules());
}

void attributions(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(attributions_of(report));
    }
  }
  bench::count_all_reports(state);
}

void claims_alone(benchmark::State& state) {
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      benchmark::DoNotOptimize(claims_of(report, report.attributions));
    }
  }
  bench::count_all_reports(state);
}

void attributions_and_claims(benchmark::State& state) {
  std::size_t found = 0;
  const auto& reports = bench::coded_reports();
  for (auto _ : state) {
    for (const auto& report : reports) {
      found += claims_of(report, attributions_of(report)).claims.size();
    }
  }
  bench::count_all_reports(state);
  state.counters["claims/s"] = benchmark::Counter(static_cast<double>(found), benchmark::Counter::kIsRate);
}

BENCHMARK(attributions)->Name("claims/find_attributions")->Unit(benchmark::kMillisecond);
BENCHMARK(claims_alone)->Name("claims/find_claims")->Unit(benchmark::kMillisecond);
BENCHMARK(attributions_and_claims)->Name("claims/both")->Unit(benchmark::kMillisecond);

}  // namespace
