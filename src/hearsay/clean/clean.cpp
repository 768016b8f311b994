// SPDX-License-Identifier: Apache-2.0
// The front door of clean/.
#include <hearsay/clean/clean.hpp>

namespace hearsay::clean {

struct Rules::Data {};

Rules::Rules(const Pack&) : m_data(std::make_shared<Data>()) {}

CleanText clean_report(const RawReport& report, const Rules&) {
  CleanText out;
  out.doc = report.doc;
  out.id = report.id;
  out.source = report.source;
  out.url = report.url;
  out.title = report.title;
  out.outlet = report.outlet;
  out.text = report.text;
  out.text_id = hash_bytes(out.text);
  out.language = report.language.empty() ? "en" : report.language;
  if (const auto day = parse_iso_day(report.published)) {
    out.published = {{*day, *day}, DateBasis::given};
  }
  out.extra = report.extra;
  out.replaced = report.replaced;
  return out;
}

}  // namespace hearsay::clean
