// SPDX-License-Identifier: Apache-2.0
// How many independent voices stand behind a happening.
#include <hearsay/compare/corroboration/voices.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::compare {

namespace {

std::uint32_t index_of(std::span<const Report* const> sorted, const std::string& doc) {
  const auto found =
      std::lower_bound(sorted.begin(), sorted.end(), doc,
                       [](const Report* report, const std::string& id) { return report->text->id < id; });
  return static_cast<std::uint32_t>(found - sorted.begin());
}

// The innermost speaker with a name, if the innermost speaker has one.
std::string named_speaker(const Claim& claim) {
  if (claim.attribution.empty()) {
    return "";
  }
  const Voice& innermost = claim.attribution.back();
  return innermost.entity.empty() ? to_lower(innermost.name) : innermost.entity;
}

bool is_anonymous(const Claim& claim) {
  return claim.anonymous || (!claim.attribution.empty() && (claim.attribution.back().anonymous ||
                                                            claim.attribution.back().kind == VoiceKind::unnamed ||
                                                            claim.attribution.back().kind == VoiceKind::witness));
}

std::string credit_of(const Report& report) {
  return !report.credited.empty() ? report.credited.front() : to_lower(report.text->credit);
}

// What the reports of one happening say for themselves is said by their agency or outlet; copies speak with one voice:
// the agency that one of them credits, else the outlet of the first.
class OwnVoices {
 public:
  OwnVoices(std::span<const Facts> facts, std::span<const Report* const> sorted, const CopyLinks& links) {
    for (const Facts& one : facts) {
      m_root.emplace(one.report, one.report);
    }
    for (auto& [report, root] : m_root) {
      for (const std::uint32_t other : links.of_report[report]) {
        if (m_root.contains(other)) {
          join(report, other);
        }
      }
    }
    for (const auto& [report, root] : m_root) {
      name(find(report), *sorted[report]);
    }
  }

  const std::string& of(std::uint32_t report) const { return m_name.at(find(report)); }

 private:
  std::uint32_t find(std::uint32_t report) const {
    while (m_root.at(report) != report) {
      report = m_root.at(report);
    }
    return report;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    m_root[std::max(a, b)] = std::min(a, b);
  }
  // Reports come in order of document id, so that the names depend on nothing else.
  void name(std::uint32_t root, const Report& report) {
    const std::string credit = credit_of(report);
    std::string& kept = m_name[root];
    if (!credit.empty() && !m_credited.contains(root)) {
      m_credited.insert(root);
      kept = credit;
    } else if (kept.empty()) {
      kept = report.outlet.empty() ? "report " + report.text->id : report.outlet;
    }
  }

  std::map<std::uint32_t, std::uint32_t> m_root;
  std::map<std::uint32_t, std::string> m_name;
  std::set<std::uint32_t> m_credited;
};

}  // namespace

CopyLinks copy_links(std::span<const Report* const> sorted, std::span<const Republication> republications) {
  CopyLinks links;
  links.of_report.resize(sorted.size());
  for (const Republication& one : republications) {
    if (one.kind == Reuse::quotation || one.kind == Reuse::furniture) {
      continue;
    }
    const std::uint32_t a = index_of(sorted, one.from), b = index_of(sorted, one.to);
    links.of_report[a].push_back(b);
    links.of_report[b].push_back(a);
  }
  for (auto& list : links.of_report) {
    std::sort(list.begin(), list.end());
  }
  return links;
}

Voices voices_of(std::span<const Facts> facts, std::span<const Report* const> sorted, const CopyLinks& links) {
  const OwnVoices own(facts, sorted, links);
  std::set<std::string> outlets, named, anonymous;
  for (const Facts& one : facts) {
    const Report& report = *sorted[one.report];
    outlets.insert(report.outlet.empty() ? report.text->id : report.outlet);
    if (is_anonymous(*one.claim)) {
      anonymous.insert(own.of(one.report));
    } else if (one.claim->comment) {
      named.insert("comment in " + report.text->id);
    } else {
      const std::string speaker = named_speaker(*one.claim);
      named.insert(speaker.empty() ? own.of(one.report) : speaker);
    }
  }
  return {static_cast<std::uint32_t>(outlets.size()), static_cast<std::uint32_t>(named.size()),
          static_cast<std::uint32_t>(anonymous.size())};
}

}  // namespace hearsay::compare
