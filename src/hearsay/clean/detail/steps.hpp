// SPDX-License-Identifier: Apache-2.0
// The marking steps, in the order in which they run. Each looks at the draft and adds marks; none removes one.
#pragma once
#include <hearsay/clean/detail/draft.hpp>
#include <hearsay/clean/detail/rules_data.hpp>

namespace hearsay::clean::detail {

/// Lines and stretches that are the page's, not the article's: by table, and menus, link lists, lines of signs.
void mark_furniture(Draft& draft, const RulesData& rules);

/// Tag lists and codes inside a line that holds a whole page.
void mark_run_on(Draft& draft);

/// What stands before the first paragraph: title, byline, dates, dateline. `given_title` may be empty; then a short
/// first line that is followed by longer ones is taken for the title.
void mark_head(Draft& draft, const RulesData& rules, std::string_view given_title);

/// "(Reporting by ...; Editing by ...)", "--AFP", "Source: ..." at the end, and whom they credit.
void mark_sign_off(Draft& draft, const RulesData& rules);

/// Texts of pictures: by their credit, and a short line that stands twice in a row.
void mark_captions(Draft& draft, const RulesData& rules);

/// Paragraphs and long sentences said before, and teasers ("...", "[…]") that a later paragraph says in full.
void mark_duplicates(Draft& draft);

/// A reposter's own words: from "Comment:" to the next furniture, separator or wider gap.
void mark_comments(Draft& draft, const RulesData& rules);

}  // namespace hearsay::clean::detail
