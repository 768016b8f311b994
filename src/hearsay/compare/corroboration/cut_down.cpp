// SPDX-License-Identifier: Apache-2.0
// An event as it stood when only some of its claims had been published.
#include <hearsay/compare/corroboration/cut_down.hpp>

#include <algorithm>
#include <set>

#include <hearsay/compare/corroboration/voices.hpp>

namespace hearsay::compare {

namespace {

void cut_contested(std::vector<Contested>& contested, const std::set<ClaimRef>& kept) {
  for (Contested& one : contested) {
    for (ContestedValue& value : one.values) {
      std::erase_if(value.claims, [&](const ClaimRef& ref) { return !kept.contains(ref); });
    }
    std::erase_if(one.values, [](const ContestedValue& value) { return value.claims.empty(); });
  }
  std::erase_if(contested, [](const Contested& one) { return one.values.size() < 2; });
}

// A line of why begins with the two claims it joins, eight digits each: "0a1b2c3d of doc + 4e5f6a7b of doc: ...".
bool is_about(const std::string& line, const std::set<std::string>& shown) {
  const auto second = line.find(" + ");
  return second != std::string::npos && shown.contains(line.substr(0, 8)) && shown.contains(line.substr(second + 3, 8));
}

}  // namespace

Event cut_down(const Event& event, std::span<const Report> kept, std::span<const Republication> republications) {
  std::vector<const Report*> reports;
  for (const Report& report : kept) {
    reports.push_back(&report);
  }
  std::sort(reports.begin(), reports.end(), [](const Report* a, const Report* b) { return a->text->id < b->text->id; });
  const std::set<ClaimRef> members(event.claims.begin(), event.claims.end());
  std::vector<Facts> facts;
  std::set<ClaimRef> refs;
  std::set<std::string> shown;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    for (const Claim& claim : reports[i]->claims) {
      if (members.contains({claim.doc, claim.id})) {
        facts.emplace_back().claim = &claim;  // voices ask for the claim and its report alone
        facts.back().report = i;
        refs.insert({claim.doc, claim.id});
        shown.insert(to_hex(claim.id).substr(0, 8));
      }
    }
  }
  std::vector<Republication> among;
  for (const Republication& one : republications) {
    const auto is_kept = [&](const std::string& doc) {
      return std::any_of(reports.begin(), reports.end(), [&](const Report* report) { return report->text->id == doc; });
    };
    if (is_kept(one.from) && is_kept(one.to)) {
      among.push_back(one);
    }
  }
  Event cut = event;
  cut.claims.assign(refs.begin(), refs.end());
  const Voices voices = voices_of(facts, reports, copy_links(reports, among));
  cut.sources = voices.outlets;
  cut.independent = voices.independent;
  cut.anonymous = voices.anonymous;
  if (refs.size() < 2) {
    cut.agree.clear();
  }
  cut_contested(cut.contested, refs);
  std::erase_if(cut.why, [&](const std::string& line) { return !is_about(line, shown); });
  return cut;
}

}  // namespace hearsay::compare
