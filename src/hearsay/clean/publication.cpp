// SPDX-License-Identifier: Apache-2.0
// Publication date and outlet.
#include <hearsay/clean/detail/publication.hpp>

#include <hearsay/base/text/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace hearsay::clean::detail {

namespace {

Published known(Day day, DateBasis basis) {
  return {{day, day}, basis};
}

/// Words that let a sentence speak of what is to come, so that its dates bound nothing.
bool looks_ahead(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 14> k_ahead{"will",    "would",    "shall", "scheduled", "planned",
                                                     "plans",   "expected", "due",   "upcoming",  "deadline",
                                                     "expires", "until",    "till",  "slated"};
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return std::find(k_ahead.begin(), k_ahead.end(), word.folded) != k_ahead.end();
  });
}

std::optional<int> year_of(const std::string& word) {
  int year = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), year);
  const bool whole = result.ec == std::errc{} && result.ptr == word.data() + word.size() && word.size() == 4;
  return whole && year >= 1990 && year <= 2099 ? std::optional(year) : std::nullopt;
}

/// "in 2014", "since March 2011", "late 2016": the first day that this can mean.
std::optional<Day> first_day_of_year(const std::vector<Word>& words, std::size_t i, const DateReader& dates) {
  constexpr std::array<std::string_view, 9> k_before{"in",  "since", "during", "early",     "late",
                                                     "mid", "of",    "from",   "throughout"};
  const auto year = year_of(words[i].folded);
  if (!year || i == 0) {
    return std::nullopt;
  }
  const std::string& before = words[i - 1].folded;
  const bool said = std::find(k_before.begin(), k_before.end(), before) != k_before.end() || dates.is_month(before);
  return said ? std::optional<Day>(
                    std::chrono::year_month_day{std::chrono::year(*year), std::chrono::January, std::chrono::day(1)})
              : std::nullopt;
}

/// The last day that the text names as past.
std::optional<Day> last_past_day(const Draft& draft, const DateReader& dates) {
  std::optional<Day> last;
  const auto take = [&](std::optional<Day> day) { last = day && (!last || *last < *day) ? day : last; };
  for (const DraftLine& line : draft.lines) {
    if (line.kind && *line.kind != MarkKind::title) {
      continue;
    }
    for (const Span sentence : rough_sentences(draft.text, line.span)) {
      const std::vector<Word> words = fold_words(draft.text, sentence);
      if (looks_ahead(words)) {
        continue;
      }
      for (const FoundDate& date : dates.find_all(draft.text, sentence)) {
        take(date.day);
      }
      for (std::size_t i = 0; i < words.size(); ++i) {
        take(first_day_of_year(words, i, dates));
      }
    }
  }
  return last;
}

Published bounds(const PublicationSources& sources, const Draft& draft, const RulesData& rules) {
  Published found;
  found.range.from = last_past_day(draft, rules.dates);
  found.range.to = parse_iso_day(sources.report.retrieved);
  if (const auto month = date_of_url(sources.url)) {
    found.range.from = std::max(found.range.from.value_or(*month->from), *month->from);
    found.range.to = std::min(found.range.to.value_or(*month->to), *month->to);
  }
  // What the text names as past may be a slip; it never moves the day behind the one on which the page was fetched.
  if (found.range.from && found.range.to && *found.range.to < *found.range.from) {
    found.range.from.reset();
  }
  found.basis = found.range.known() ? DateBasis::bounds : DateBasis::none;
  return found;
}

}  // namespace

Published find_publication(const PublicationSources& sources, const Draft& draft, const RulesData& rules) {
  if (const auto day = parse_iso_day(sources.report.published)) {
    return known(*day, DateBasis::given);
  }
  if (const auto day = rules.dates.read_value(sources.report.published)) {
    return known(*day, DateBasis::given);
  }
  if (const auto day = rules.dates.read_value(sources.page.published)) {
    return known(*day, DateBasis::metadata);
  }
  if (const auto day = date_of_url(sources.url); day && day->exact()) {
    return known(*day->from, DateBasis::url);
  }
  if (draft.head_date) {
    return known(*draft.head_date, draft.head_date_basis);
  }
  return bounds(sources, draft, rules);
}

std::string domain_of(std::string_view url) {
  const auto scheme = url.find("://");
  std::string_view rest = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  const auto at = rest.rfind('@');
  rest = at == std::string_view::npos ? rest : rest.substr(at + 1);
  std::string domain = to_lower(rest.substr(0, rest.find(':')));
  return domain.starts_with("www.") ? domain.substr(4) : domain;
}

std::string outlet_of(const std::string& given, std::string_view url, const std::string& site, const RulesData& rules) {
  if (!given.empty()) {
    return given;
  }
  std::string domain = domain_of(url);
  // "english.example.org" belongs to "example.org", where the pack knows no better.
  while (domain.find('.') != std::string::npos) {
    if (const auto found = rules.outlet_of_domain.find(domain); found != rules.outlet_of_domain.end()) {
      return found->second;
    }
    domain.erase(0, domain.find('.') + 1);
  }
  return site;
}

}  // namespace hearsay::clean::detail
