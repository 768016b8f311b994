// SPDX-License-Identifier: Apache-2.0
// The front door of compare/ for a handful of reports at once.
#include <hearsay/compare/compare.hpp>

#include <algorithm>

#include <hearsay/compare/plain_memory.hpp>

namespace hearsay::compare {

Comparison compare_reports(std::span<const Report> reports, const KnownActors& known) {
  std::vector<std::string> docs;
  for (const Report& report : reports) {
    docs.push_back(report.text->id);
  }
  std::sort(docs.begin(), docs.end());
  PlainMemory memory(reports, known);
  update(memory, docs);
  return memory.comparison();
}

}  // namespace hearsay::compare
