// SPDX-License-Identifier: Apache-2.0
// The front door of clean/: main text, marks, publication date, outlet.
#include <hearsay/clean/clean.hpp>

#include <fmt/format.h>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/base/time/date.hpp>
#include <hearsay/clean/detail/main_text.hpp>
#include <hearsay/clean/detail/publication.hpp>
#include <hearsay/clean/detail/rules_holder.hpp>
#include <hearsay/clean/detail/steps.hpp>

namespace hearsay::clean {

namespace {

using detail::Draft;
using detail::MainText;
using detail::PageMetadata;
using detail::RulesData;

Draft mark(std::string_view text, std::string_view title, const RulesData& rules) {
  Draft draft = detail::make_draft(text);
  detail::mark_furniture(draft, rules);
  detail::mark_captions(draft, rules);
  detail::mark_duplicates(draft);
  detail::mark_head(draft, rules, title);
  detail::mark_sign_off(draft, rules);
  detail::mark_run_on(draft);
  detail::mark_comments(draft, rules);
  return draft;
}

/// "en" of "en-GB", "en_US.UTF-8".
std::string language_tag(const std::string& given) {
  const std::string tag = to_lower(given.substr(0, given.find_first_of("-_.")));
  return tag.empty() ? "en" : tag;
}

std::string first_of(const std::string& a, const std::string& b) {
  return a.empty() ? b : a;
}

/// Seconds since the year 1, always as many digits; "" for no moment.
std::string sortable(const std::optional<std::chrono::sys_seconds>& moment) {
  constexpr Day k_year_one{std::chrono::year(1) / 1 / 1};
  return moment ? fmt::format("{:012}", (*moment - k_year_one).count()) : "";
}

/// See CleanText::stamp. A day of retrieval without a time is its beginning.
std::string stamp_of(const std::string& published, const std::string& retrieved) {
  std::optional<std::chrono::sys_seconds> fetched = parse_iso_instant(retrieved);
  if (const auto day = fetched ? std::nullopt : parse_iso_day(retrieved)) {
    fetched = *day;
  }
  const std::string stamp = sortable(parse_iso_instant(published)) + "/" + sortable(fetched);
  return stamp.size() == 1 ? "" : stamp;
}

/// What the page says outside of its text: an agency as author or publisher, the date under the headline.
void take_page(const MainText& main, PageMetadata& page, const RulesData& rules, Draft& draft) {
  const std::vector<detail::Word> words =
      detail::fold_words(page.byline, {0, static_cast<std::uint32_t>(page.byline.size())});
  const std::size_t opener = detail::match_opener(rules.byline_openers, words, 0);
  if (draft.credit.empty()) {
    draft.credit = detail::first_agency(page.byline, rules);
  }
  if (draft.credit.empty() && page.publisher != page.site) {
    draft.credit = detail::first_agency(page.publisher, rules);
  }
  if (opener > 0 && opener < words.size()) {
    page.byline.erase(0, words[opener].span.begin);
  }
  if (main.shown_date && !draft.head_date) {
    draft.head_date = main.shown_date;
    draft.head_date_basis = DateBasis::byline;
  }
}

}  // namespace

CleanText clean_report(const RawReport& report, const Rules& rules_holder) {
  const RulesData& rules = rules_holder.data().rules;
  const bool is_page = report.media_type == "text/html";
  PageMetadata page;
  MainText main;
  CleanText out;
  if (is_page) {
    page = detail::read_metadata(report.page);
    main = detail::extract_main_text(report.page, report.text, page, rules);
    out.text = std::move(main.text);
    out.to_raw = std::move(main.to_raw);
    page.title = std::move(main.title);
  } else {
    out.text = report.text;
  }
  Draft draft = mark(out.text, first_of(report.title, page.title), rules);
  if (is_page) {
    take_page(main, page, rules, draft);
  }
  out.marks = collect_marks(draft);
  out.doc = report.doc;
  out.id = report.id;
  out.source = report.source;
  out.url = first_of(report.url, page.url);
  out.title = draft.title;
  out.byline = first_of(page.byline, draft.byline);
  out.credit = draft.credit;
  out.outlet = detail::outlet_of(first_of(report.outlet, ""), out.url, page.site, rules);
  out.language = language_tag(first_of(report.language, page.language));
  out.published = detail::find_publication({report, page, out.url}, draft, rules);
  out.stamp = stamp_of(first_of(report.published, page.published), report.retrieved);
  out.text_id = hash_bytes(out.text);
  out.extra = report.extra;
  out.replaced = report.replaced;
  return out;
}

}  // namespace hearsay::clean
