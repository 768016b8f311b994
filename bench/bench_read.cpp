// SPDX-License-Identifier: Apache-2.0
// Bytes to raw reports, by kind of input.
#include <hearsay/read/read.hpp>

#include "support/desk.hpp"

namespace {

using namespace hearsay;

/// Every report is one input of its own, except that a JSONL file holds them all.
void read_all(benchmark::State& state, const std::vector<read::Input>& inputs) {
  std::size_t bytes = 0;
  for (const auto& input : inputs) {
    bytes += input.bytes.size();
  }
  for (auto _ : state) {
    for (const auto& input : inputs) {
      benchmark::DoNotOptimize(read::parse_reports(input));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
  bench::count_all_reports(state);
}

void read_each(benchmark::State& state, const char* name, std::string (*write)(const bench::MadeReport&)) {
  std::vector<std::string> files;
  for (const auto& report : bench::made_reports()) {
    files.push_back(write(report));
  }
  std::vector<read::Input> inputs;
  for (const auto& file : files) {
    inputs.push_back({name, file});
  }
  read_all(state, inputs);
}

void plain_text(benchmark::State& state) {
  read_each(state, "made.txt", bench::to_plain_text);
}
void pages(benchmark::State& state) {
  read_each(state, "made.html", bench::to_page);
}

void json_lines(benchmark::State& state) {
  std::string lines;
  for (const auto& report : bench::made_reports()) {
    lines += bench::to_json_line(report);
  }
  read_all(state, {{"made.jsonl", lines}});
}

BENCHMARK(plain_text)->Name("read/plain text")->Unit(benchmark::kMillisecond);
BENCHMARK(pages)->Name("read/HTML pages")->Unit(benchmark::kMillisecond);
BENCHMARK(json_lines)->Name("read/JSONL")->Unit(benchmark::kMillisecond);

}  // namespace
