// SPDX-License-Identifier: Apache-2.0
// Alignment gives the figures, dates and credits the direction.
#include <hearsay/compare/republication/republication.hpp>

#include <algorithm>

namespace hearsay::compare {

namespace {

bool names(const std::vector<std::string>& credited, const std::string& outlet) {
  return !outlet.empty() && std::find(credited.begin(), credited.end(), outlet) != credited.end();
}

std::string credit_of(const Report& report) {
  return !report.credited.empty() ? report.credited.front() : report.text->credit;
}

// -1: a is the earlier one; 1: b; 0: nothing tells.
int earlier(const Report& a, const Report& b) {
  const bool b_credits_a = names(b.credited, a.outlet), a_credits_b = names(a.credited, b.outlet);
  if (b_credits_a != a_credits_b) {
    return b_credits_a ? -1 : 1;
  }
  const DateRange& day_a = a.text->published.range;
  const DateRange& day_b = b.text->published.range;
  if (day_a.to && day_b.from && *day_a.to < *day_b.from) {
    return -1;
  }
  return day_b.to && day_a.from && *day_b.to < *day_a.from ? 1 : 0;
}

std::string wire_of(const Report& a, const Report& b) {
  for (const std::string& one : a.credited) {
    if (names(b.credited, one)) {
      return one;
    }
  }
  const std::string credit_a = credit_of(a), credit_b = credit_of(b);
  return credit_a.empty() || credit_b.empty() || credit_a == credit_b ? std::max(credit_a, credit_b) : "";
}

std::optional<Reuse> kind_of(const Overlap& overlap, std::size_t words_a, std::size_t words_b, double coverage,
                             const ReuseLimits& limits) {
  const std::size_t shorter = std::min(words_a, words_b);
  const double both = std::min(static_cast<double>(overlap.words_a) / static_cast<double>(words_a),
                               static_cast<double>(overlap.words_b) / static_cast<double>(words_b));
  if (both >= limits.identical) {
    return Reuse::identical;
  }
  if (overlap.words_b < limits.least_words && overlap.words_b < shorter) {
    return std::nullopt;
  }
  if (overlap.quoted >= limits.quotation && overlap.quoted * 5 >= overlap.words_b * 4) {
    return Reuse::quotation;  // both quote the same words; nothing else is shared
  }
  if (coverage >= limits.republished) {
    return Reuse::republished;
  }
  const bool long_enough =
      overlap.longest >= limits.wire_run || (overlap.longest >= limits.least_run && coverage >= limits.same_wire);
  if (long_enough) {
    return Reuse::same_wire;
  }
  return overlap.quoted >= limits.quotation ? std::optional(Reuse::quotation) : std::nullopt;
}

}  // namespace

std::optional<Republication> compare_wording(const Worded& a, const Worded& b,
                                             const std::function<bool(std::uint64_t)>& is_common,
                                             const ReuseLimits& limits) {
  const std::size_t words_a = a.made.words.size(), words_b = b.made.words.size();
  const std::size_t least = std::min({limits.least_words, words_a, words_b});
  if (most_shared_words(a.made, b.made, least) < least) {
    return std::nullopt;
  }
  const Overlap overlap = overlap_of(a.made, b.made, is_common);
  const Report &report_a = a.loaded.report, &report_b = b.loaded.report;
  if (overlap.runs.empty()) {
    return std::nullopt;
  }
  Republication found;
  const std::size_t shared = words_a <= words_b ? overlap.words_a : overlap.words_b;
  found.coverage = static_cast<double>(shared) / static_cast<double>(std::min(words_a, words_b));
  const auto kind = kind_of(overlap, words_a, words_b, found.coverage, limits);
  if (!kind) {
    return std::nullopt;
  }
  const int order = earlier(report_a, report_b);
  found.kind = *kind;
  found.directed = order != 0;
  found.from = (order <= 0 ? report_a : report_b).text->id;
  found.to = (order <= 0 ? report_b : report_a).text->id;
  found.shared_words = static_cast<std::uint32_t>(shared);
  found.longest_run = static_cast<std::uint32_t>(overlap.longest);
  found.wire = *kind == Reuse::quotation ? "" : wire_of(report_a, report_b);
  found.passages = passages_of(overlap, a.made.words, b.made.words);
  if (order > 0) {
    for (SharedPassage& passage : found.passages) {
      std::swap(passage.in_from, passage.in_to);
    }
  }
  return found;
}

}  // namespace hearsay::compare
