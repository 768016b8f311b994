// SPDX-License-Identifier: Apache-2.0
// What a page says about itself: JSON-LD, meta elements, title, language.
#pragma once
#include <string>
#include <vector>

#include <hearsay/types/report.hpp>

namespace hearsay::clean::detail {

/// Empty where the page does not say. Titles come as on the page, perhaps with the site's name.
struct PageMetadata {
  std::vector<std::string> titles;                                       // all that it calls itself, best first
  std::string title, byline, published, site, publisher, url, language;  // published: as written
  std::string body;                                                      // JSON-LD articleBody
};

/// JSON-LD before Open Graph before other meta elements before the title element; but for the site's name Open Graph
/// first, since JSON-LD's publisher may be the agency.
PageMetadata read_metadata(const Page& page);

}  // namespace hearsay::clean::detail
