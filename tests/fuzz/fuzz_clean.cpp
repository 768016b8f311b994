// SPDX-License-Identifier: Apache-2.0
// Any text or page: marks inside the text, in order, on code points, and runs that say what the source says.
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/clean/clean.hpp>
#include <hearsay/read/read.hpp>

#include "must.hpp"
#include "support/clean_pack.hpp"
#include "support/code_point_borders.hpp"

#include <cstdint>

using hearsay::tests::is_border;
using hearsay::tests::must;

namespace {

void check(const hearsay::CleanText& made, const hearsay::RawReport& report) {
  must(hearsay::is_utf8(made.text));
  for (const hearsay::Mark& mark : made.marks) {
    must(mark.span.begin < mark.span.end && mark.span.end <= made.text.size());
    must(is_border(made.text, mark.span.begin) && is_border(made.text, mark.span.end));
  }
  for (const hearsay::OffsetRun& run : made.to_raw) {
    must(made.text.compare(run.clean, run.length, report.text, run.raw, run.length) == 0);
  }
}

}  // namespace

/// The first byte chooses text or page and whether there is a title, the rest is the report.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const hearsay::clean::Rules rules(hearsay::tests::clean_pack());
  if (size == 0) {
    return 0;
  }
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  auto made = hearsay::read::parse_reports({data[0] % 2 == 0 ? "a.txt" : "a.html", bytes},
                                           {.max_text_bytes = 1U << 18U, .max_page_bytes = 1U << 18U});
  for (hearsay::RawReport& report : made.reports) {
    report.title = data[0] % 4 < 2 ? "" : std::string(report.text.substr(0, report.text.find('\n')));
    check(hearsay::clean::clean_report(report, rules), report);
  }
  return 0;
}
