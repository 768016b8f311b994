// SPDX-License-Identifier: Apache-2.0
// Fingerprints give the candidates, alignment the figures, dates and credits the direction.
#include <hearsay/compare/republication/republication.hpp>

#include <algorithm>
#include <map>
#include <unordered_map>

#include <hearsay/compare/republication/alignment.hpp>

namespace hearsay::compare {

namespace {

// Documents that share one fingerprint beyond which it says nothing: a slogan, a menu, a legal notice.
constexpr std::size_t k_common = 256;

using Index = std::uint32_t;   // into the reports sorted by id

std::vector<const Report*> sorted(std::span<const Report> reports) {
  std::vector<const Report*> list;
  for (const Report& report : reports) {
    list.push_back(&report);
  }
  std::sort(list.begin(), list.end(), [](const Report* a, const Report* b) { return a->text->id < b->text->id; });
  return list;
}

// How many different texts of one outlet have a gram.
class Furniture {
 public:
  Furniture(const std::vector<const Report*>& reports, const std::vector<Fingerprinted>& made, std::size_t least) {
    std::map<std::string, std::vector<Index>> by_outlet;
    for (Index i = 0; i < reports.size(); ++i) {
      if (!reports[i]->outlet.empty()) {
        by_outlet[reports[i]->outlet].push_back(i);
      }
    }
    for (const auto& [outlet, members] : by_outlet) {
      count(members, reports, made, least);
    }
  }
  bool has(std::uint64_t gram) const { return std::binary_search(m_grams.begin(), m_grams.end(), gram); }

 private:
  void count(const std::vector<Index>& members, const std::vector<const Report*>& reports,
             const std::vector<Fingerprinted>& made, std::size_t least) {
    if (members.size() < least) {
      return;
    }
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    std::vector<Hash128> texts;
    for (const Index member : members) {
      if (std::find(texts.begin(), texts.end(), reports[member]->text->text_id) != texts.end()) {
        continue;
      }
      texts.push_back(reports[member]->text->text_id);
      std::vector<std::uint64_t> grams = made[member].grams;
      std::sort(grams.begin(), grams.end());
      grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
      for (const std::uint64_t gram : grams) {
        if (++seen[gram] == least) {
          m_grams.push_back(gram);
        }
      }
    }
    std::sort(m_grams.begin(), m_grams.end());
  }
  std::vector<std::uint64_t> m_grams;
};

using Pair = std::pair<Index, Index>;

// Pairs with the number of fingerprints they share.
std::map<Pair, std::size_t> candidates(const std::vector<Fingerprinted>& made) {
  std::unordered_map<std::uint64_t, std::vector<Index>> postings;
  for (Index i = 0; i < made.size(); ++i) {
    for (const std::uint64_t print : made[i].fingerprints) {
      postings[print].push_back(i);
    }
  }
  std::map<Pair, std::size_t> shared;
  for (const auto& [print, documents] : postings) {
    if (documents.size() > k_common) {
      continue;
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
      for (std::size_t j = i + 1; j < documents.size(); ++j) {
        ++shared[{documents[i], documents[j]}];
      }
    }
  }
  return shared;
}

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
    return Reuse::quotation;   // both quote the same words; nothing else is shared
  }
  if (coverage >= limits.republished) {
    return Reuse::republished;
  }
  const bool long_enough = overlap.longest >= limits.wire_run ||
                           (overlap.longest >= limits.least_run && coverage >= limits.same_wire);
  if (long_enough) {
    return Reuse::same_wire;
  }
  return overlap.quoted >= limits.quotation ? std::optional(Reuse::quotation) : std::nullopt;
}

struct Side {
  const Report& report;
  const Fingerprinted& made;
};

std::optional<Republication> compare_pair(const Side& a, const Side& b, const Furniture& furniture, const ReuseLimits& limits) {
  const Overlap overlap = overlap_of(a.made, b.made, [&](std::uint64_t gram) { return furniture.has(gram); });
  const std::size_t words_a = a.made.words.size(), words_b = b.made.words.size();
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
  const int order = earlier(a.report, b.report);
  found.kind = *kind;
  found.directed = order != 0;
  found.from = (order <= 0 ? a : b).report.text->id;
  found.to = (order <= 0 ? b : a).report.text->id;
  found.shared_words = static_cast<std::uint32_t>(shared);
  found.longest_run = static_cast<std::uint32_t>(overlap.longest);
  found.wire = *kind == Reuse::quotation ? "" : wire_of(a.report, b.report);
  found.passages = passages_of(overlap, a.made.words, b.made.words);
  if (order > 0) {
    for (SharedPassage& passage : found.passages) {
      std::swap(passage.in_from, passage.in_to);
    }
  }
  return found;
}

}  // namespace

std::vector<Republication> find_republications(std::span<const Report> reports, const ReuseLimits& limits) {
  const std::vector<const Report*> list = sorted(reports);
  std::vector<Fingerprinted> made;
  made.reserve(list.size());
  for (const Report* report : list) {
    made.push_back(fingerprint(*report->text));
  }
  const Furniture furniture(list, made, limits.furniture);
  std::vector<Republication> found;
  for (const auto& [pair, shared] : candidates(made)) {
    auto one = compare_pair({*list[pair.first], made[pair.first]}, {*list[pair.second], made[pair.second]}, furniture, limits);
    if (one) {
      found.push_back(std::move(*one));
    }
  }
  std::sort(found.begin(), found.end(), [](const Republication& a, const Republication& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  return found;
}

}  // namespace hearsay::compare
