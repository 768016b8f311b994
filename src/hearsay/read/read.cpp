// SPDX-License-Identifier: Apache-2.0
// The front door of read/.
#include <hearsay/read/read.hpp>

namespace hearsay::read {

Reports parse_reports(const Input& input, const Limits&) {
  Reports out;
  RawReport report;
  report.id = input.name;
  report.source = input.name;
  report.text = std::string(input.bytes);
  report.media_type = "text/plain";
  report.doc = hash_bytes(input.bytes);
  out.reports.push_back(std::move(report));
  return out;
}

}  // namespace hearsay::read
