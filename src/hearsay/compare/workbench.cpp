// SPDX-License-Identifier: Apache-2.0
// Two documents, or the claims of one happening, on the bench.
#include <hearsay/compare/workbench.hpp>

#include <fmt/format.h>
#include <algorithm>

namespace hearsay::compare {

bool is_common(std::span<const Sharer> sharers, const ReuseLimits& limits) {
  if (sharers.size() > limits.common) {
    return true;
  }
  std::map<std::string_view, std::set<TextId>> texts;
  std::set<std::int64_t> weeks;
  for (const Sharer& one : sharers) {
    if (!one.outlet.empty()) {
      texts[one.outlet].insert(one.text);
    }
    if (one.published) {
      weeks.insert(one.published->time_since_epoch().count() / 7);
    }
  }
  return weeks.size() >= limits.stock_weeks ||
         std::any_of(texts.begin(), texts.end(), [&](const auto& of) { return of.second.size() >= limits.furniture; });
}

void code(Seen& seen, const KnownOf& known_of) {
  seen.coded = true;
  const Report& report = seen.worded.loaded.report;
  for (const Claim& claim : report.claims) {
    seen.facts.push_back(facts_of(claim, report, seen.worded.made.words, known_of));
  }
  std::sort(seen.facts.begin(), seen.facts.end(),
            [](const Facts& a, const Facts& b) { return a.claim->id < b.claim->id; });
  for (const Facts& facts : seen.facts) {
    seen.blocks.push_back(block_keys(facts));
  }
}

Marks marks_of(const Seen& seen) {
  Marks marks{seen.worded.made.fingerprints, {}};
  for (std::size_t i = 0; i < seen.facts.size(); ++i) {
    const Claim& claim = *seen.facts[i].claim;
    marks.keys.push_back({{claim.doc, claim.id}, kept_keys(seen.blocks[i])});
  }
  return marks;
}

Marks marks_of(const Report& report, const KnownActors& known) {
  Seen seen;
  seen.worded.loaded.report = report;
  seen.worded.made = fingerprint(*report.text);
  code(seen, [&](const std::string& entity) {
    const auto found = known.find(entity);
    return found == known.end() ? KnownActor{} : found->second;
  });
  return marks_of(seen);
}

Seen& Workbench::seen(const std::string& doc) {
  std::unique_ptr<Seen>& kept = m_seen[doc];
  if (!kept) {
    kept = std::make_unique<Seen>();
    kept->worded.loaded = m_library.text(doc);
    kept->worded.made = fingerprint(*kept->worded.loaded.report.text);
  }
  return *kept;
}

const Seen& Workbench::coded(const std::string& doc) {
  Seen& one = seen(doc);
  if (one.coded) {
    return one;
  }
  one.worded.loaded = m_library.report(doc);
  code(one, [this](const std::string& entity) { return m_library.known(entity); });
  return one;
}

const Facts* Workbench::find_facts(const ClaimRef& ref) {
  const auto& facts = coded(ref.doc).facts;
  const auto found = std::lower_bound(facts.begin(), facts.end(), ref.id,
                                      [](const Facts& one, const ClaimId& id) { return one.claim->id < id; });
  return found != facts.end() && found->claim->id == ref.id ? &*found : nullptr;
}

const BlockKeys& Workbench::blocks_of(const ClaimRef& ref) {
  const Seen& one = coded(ref.doc);
  return one.blocks[static_cast<std::size_t>(find_facts(ref) - one.facts.data())];
}

const Workbench::Sharing& Workbench::sharing(std::uint64_t print) {
  const auto [found, fresh] = m_sharing.try_emplace(print);
  Sharing& one = found->second;
  if (fresh) {
    one.sharers = m_library.sharers(print, m_limits.common + 1 + m_more_sharers);
    one.common = is_common(one.sharers, m_limits);
  }
  return one;
}

std::optional<Republication> Workbench::wording_of(const std::string& one, const std::string& other) {
  const Seen &a = seen(one), &b = seen(other);
  const auto& prints = b.worded.made.fingerprints;
  const auto is_shared = [&](std::uint64_t gram) { return std::binary_search(prints.begin(), prints.end(), gram); };
  const auto& own = a.worded.made.fingerprints;
  const bool tell = std::any_of(own.begin(), own.end(),
                                [&](std::uint64_t print) { return is_shared(print) && !sharing(print).common; });
  return tell ? compare_wording(
                    a.worded, b.worded, [&](std::uint64_t gram) { return is_shared(gram) && sharing(gram).common; },
                    m_limits)
              : std::nullopt;
}

ClaimJoin Workbench::join_between(const Facts& one, const Facts& other, double score, std::string why) {
  ClaimRef a{one.claim->doc, one.claim->id}, b{other.claim->doc, other.claim->id};
  if (b < a) {
    std::swap(a, b);
  }
  return {std::move(a), std::move(b), score, score >= k_certain, std::move(why)};
}

std::vector<ClaimJoin> Workbench::copied_joins(const Republication& copy) {
  const Seen &from = coded(copy.from), &to = coded(copy.to);
  std::vector<ClaimJoin> joins;
  for (Edge& edge : edges_by_copying(copy, from.facts, from.worded.made.words, to.facts, to.worded.made.words)) {
    joins.push_back(join_between(from.facts[edge.a], to.facts[edge.b], edge.score, std::move(edge.why)));
  }
  return joins;
}

std::optional<ClaimJoin> Workbench::likeness_join(const Facts& one, const Facts& other) const {
  const auto likeness = likeness_of(one, other, m_match);
  if (!likeness || likeness->score < m_match.join) {
    return std::nullopt;
  }
  return join_between(one, other, likeness->score, fmt::format("{}", fmt::join(likeness->reasons, ", ")));
}

std::size_t Workbench::largest(std::uint64_t key) const {
  return kind_of_block(key) == BlockKind::weekly ? m_match.largest_block : m_match.largest_lasting;
}

bool Workbench::is_crowded(std::uint64_t key) {
  return m_library.count_with(key, largest(key) + 1) > largest(key);
}

const std::vector<ClaimRef>& Workbench::block(std::uint64_t key) {
  const auto [found, fresh] = m_blocks.try_emplace(key);
  if (fresh && !is_crowded(key)) {
    found->second = m_library.claims_with(key, largest(key));
  }
  return found->second;
}

std::vector<ClaimRef> Workbench::candidates(const BlockKeys& keys) {
  std::vector<ClaimRef> found;
  const auto add = [&](std::uint64_t key) {
    const auto& members = block(key);
    found.insert(found.end(), members.begin(), members.end());
  };
  for (const std::uint64_t key : keys.weekly) {
    add(key);
  }
  for (const LastingBlock& lasting : keys.lasting) {
    if (!keys.dated) {
      add(lasting.all);
    } else if (!block(lasting.undated).empty() && !is_crowded(lasting.all)) {
      add(lasting.undated);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::set<ClaimRef> Workbench::component_of(const ClaimRef& start, Joins& joins) {
  std::set<ClaimRef> component = {start};
  std::vector<ClaimRef> open = {start};
  while (!open.empty()) {
    const ClaimRef at = open.back();
    open.pop_back();
    for (ClaimJoin& join : joins_of(at)) {
      const ClaimRef& other = join.a == at ? join.b : join.a;
      if (component.insert(other).second) {
        open.push_back(other);
      }
      joins.emplace(std::tuple(join.a, join.b, join.copied), std::move(join));
    }
  }
  return component;
}

std::vector<Event> Workbench::events_in(const std::set<ClaimRef>& component, const Joins& joins) {
  std::vector<const Report*> reports;
  std::vector<Facts> facts;
  std::map<ClaimRef, std::uint32_t> index;
  for (const ClaimRef& ref : component) {  // by document, then claim id
    if (reports.empty() || reports.back()->text->id != ref.doc) {
      reports.push_back(&coded(ref.doc).worded.loaded.report);
    }
    index[ref] = static_cast<std::uint32_t>(facts.size());
    facts.push_back(*find_facts(ref));
    facts.back().report = static_cast<std::uint32_t>(reports.size() - 1);
  }
  std::vector<Edge> edges;
  for (const auto& [key, join] : joins) {
    edges.push_back({index.at(join.a), index.at(join.b), join.score, join.why});
  }
  const CopyLinks links = links_among(reports);
  std::vector<Event> events;
  for (const Cluster& one : cluster(facts, std::move(edges), m_match)) {
    events.push_back(event_of(one, facts, reports, links));
  }
  return events;
}

CopyLinks Workbench::links_among(std::span<const Report* const> reports) {
  std::vector<Republication> among;
  if (reports.size() > 1) {
    std::set<std::string_view> docs;
    for (const Report* report : reports) {
      docs.insert(report->text->id);
    }
    for (const Report* report : reports) {
      for (Republication& one : republications_of(report->text->id)) {
        if (one.from == report->text->id && docs.contains(one.to)) {
          among.push_back(std::move(one));
        }
      }
    }
  }
  return copy_links(reports, among);
}

}  // namespace hearsay::compare
