// SPDX-License-Identifier: Apache-2.0
// When a report was published, and by whom.
#pragma once
#include <string>
#include <string_view>

#include <hearsay/clean/detail/draft.hpp>
#include <hearsay/clean/detail/page_metadata.hpp>
#include <hearsay/clean/detail/rules_data.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::clean::detail {

struct PublicationSources {
  const RawReport& report;
  const PageMetadata& page;
  std::string_view url;
};

/// The first that is there: given with the report, the page's metadata, a day in the address, the date in byline or
/// dateline. Else bounds: a month in the address; not before the last full date or year that the text names as past;
/// not after the report was retrieved. Else nothing. The clock is never asked.
Published find_publication(const PublicationSources& sources, const Draft& draft, const RulesData& rules);

/// The given name; else the pack's outlet of the address' domain; else the name that the page gives itself.
std::string outlet_of(const std::string& given, std::string_view url, const std::string& site, const RulesData& rules);

/// "example.org" of "https://www.Example.org:8080/a"; "" when there is none.
std::string domain_of(std::string_view url);

}  // namespace hearsay::clean::detail
