// SPDX-License-Identifier: Apache-2.0
#include "desk.hpp"

#include <hearsay/read/read.hpp>

namespace hearsay::bench {

namespace {

std::vector<actions::CodedReport> code_all() {
  std::string lines;
  for (const MadeReport& report : made_reports()) {
    lines += to_json_line(report);
  }
  std::vector<actions::CodedReport> coded;
  for (const RawReport& raw : read::parse_reports({"made.jsonl", lines}).reports) {
    coded.push_back(actions::code_report(clean::clean_report(raw, workshop().clean()), workshop()));
  }
  return coded;
}

}  // namespace

const actions::Workshop& workshop() {
  static const actions::Workshop loaded("levant", actions::Depth::claims);
  return loaded;
}

const std::vector<MadeReport>& made_reports() {
  static const std::vector<MadeReport> made = make_reports(workshop().pack(), k_reports);
  return made;
}

const std::vector<actions::CodedReport>& coded_reports() {
  static const std::vector<actions::CodedReport> coded = code_all();
  return coded;
}

void count_all_reports(benchmark::State& state) {
  std::size_t words = 0, sentences = 0;
  for (const actions::CodedReport& report : coded_reports()) {
    words += report.analysis.tokens.size();
    sentences += report.analysis.sentences.size();
  }
  using benchmark::Counter;
  state.counters["words/s"] = Counter(static_cast<double>(words), Counter::kIsIterationInvariantRate);
  state.counters["sentences/s"] = Counter(static_cast<double>(sentences), Counter::kIsIterationInvariantRate);
}

}  // namespace hearsay::bench
