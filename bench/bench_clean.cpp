// SPDX-License-Identifier: Apache-2.0
// Raw reports to clean text, plain ones and pages.
#include <hearsay/read/read.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

void clean_each(benchmark::State& state, const char* name, std::string (*write)(const bench::MadeReport&)) {
  std::vector<RawReport> raw;
  for (const auto& report : bench::made_reports()) {
    const std::string file = write(report);
    raw.push_back(read::parse_reports({name, file}).reports.at(0));
  }
  for (auto _ : state) {
    for (const auto& report : raw) {
      benchmark::DoNotOptimize(clean::clean_report(report, bench::workshop().clean()));
    }
  }
  bench::count_all_reports(state);
}

void plain_text(benchmark::State& state) {
  clean_each(state, "made.txt", bench::to_plain_text);
}
void pages(benchmark::State& state) {
  clean_each(state, "made.html", bench::to_page);
}

BENCHMARK(plain_text)->Name("clean/plain text")->Unit(benchmark::kMillisecond);
BENCHMARK(pages)->Name("clean/HTML pages")->Unit(benchmark::kMillisecond);

}  // namespace
