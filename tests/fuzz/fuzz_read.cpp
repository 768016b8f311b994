// SPDX-License-Identifier: Apache-2.0
// Any bytes under any name: reports that hold what report.hpp promises, or a problem.
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/read/read.hpp>

#include <array>
#include <cstdint>

#include "must.hpp"

using hearsay::tests::must;

namespace {

void check(const hearsay::RawReport& report) {
  must(!report.id.empty() && !report.text.empty() && hearsay::is_utf8(report.text));
  const auto count = static_cast<std::int32_t>(report.page.nodes.size());
  for (std::int32_t i = 0; i < count; ++i) {
    const hearsay::PageNode& node = report.page.nodes[static_cast<std::size_t>(i)];
    must(node.parent < i && node.end > i && node.end <= count && node.raw <= report.text.size());
  }
}

}  // namespace

/// The first byte chooses the name, the rest is the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::array<const char*, 8> k_names{"a.txt", "a.html", "a.jsonl", "a.json",
                                                      "a",     "-",      "a.warc",  "a.xml"};
  if (size == 0) {
    return 0;
  }
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const hearsay::read::Limits limits{
      .max_bytes = 4U << 20U, .max_text_bytes = 1U << 20U, .max_page_bytes = 1U << 20U, .max_json_bytes = 1U << 20U};
  const auto made = hearsay::read::parse_reports({k_names[data[0] % k_names.size()], bytes}, limits);
  for (const hearsay::RawReport& report : made.reports) {
    check(report);
  }
  return 0;
}
