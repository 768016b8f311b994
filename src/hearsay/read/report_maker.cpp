// SPDX-License-Identifier: Apache-2.0
// Limits, page and identity of one report.
#include <hearsay/read/detail/report_maker.hpp>

#include <hearsay/read/detail/page.hpp>

#include <fmt/format.h>

namespace hearsay::read::detail {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

Expected<RawReport> finish_report(RawReport report, const Limits& limits) {
  const bool is_html = report.media_type == "text/html";
  const std::size_t limit = is_html ? limits.max_page_bytes : limits.max_text_bytes;
  if (report.text.size() > limit) {
    return fail(ErrorKind::unsupported, fmt::format("{} bytes of {}, more than the limit of {} for one report",
                                                    report.text.size(), is_html ? "HTML" : "text", limit));
  }
  if (is_blank(report.text)) {
    return fail(ErrorKind::bad_input, "empty");
  }
  if (report.id.empty()) {
    report.id = to_hex(hash_bytes(report.text));
  }
  report.doc = hash_bytes((report.url.empty() ? report.id : report.url) + '\0' + report.text);
  if (is_html) {
    report.page = parse_page(report.text, limits.max_page_depth);
  }
  return report;
}

}  // namespace hearsay::read::detail
