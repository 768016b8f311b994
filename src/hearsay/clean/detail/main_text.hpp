// SPDX-License-Identifier: Apache-2.0
// The article of a page.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/clean/detail/page_metadata.hpp>
#include <hearsay/clean/detail/rules_data.hpp>

namespace hearsay::clean::detail {

struct MainText {
  std::string text;               // title first where the page shows it; blocks on lines of their own
  std::vector<OffsetRun> to_raw;  // sorted by clean
  std::optional<Day> shown_date;  // the first day behind the title in an element for dates or bylines
  std::string title;              // as the page shows it, else from the metadata without the site's name
};

/// Finds the element that holds the article - the one whose blocks, prose counted for it and link lists against it, sum
/// up highest - and keeps the blocks in it that are prose, their headings and lists.
MainText extract_main_text(const Page& page, std::string_view source, const PageMetadata& metadata,
                           const RulesData& rules);

}  // namespace hearsay::clean::detail
