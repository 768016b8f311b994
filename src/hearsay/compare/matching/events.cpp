// SPDX-License-Identifier: Apache-2.0
// From claims to happenings.
#include <hearsay/compare/matching/events.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include <hearsay/compare/contradiction/contested.hpp>
#include <hearsay/compare/corroboration/voices.hpp>
#include <hearsay/compare/matching/blocking.hpp>
#include <hearsay/compare/matching/clusters.hpp>

namespace hearsay::compare {

namespace {

std::vector<const Report*> sorted(std::span<const Report> reports) {
  std::vector<const Report*> list;
  for (const Report& report : reports) {
    list.push_back(&report);
  }
  std::sort(list.begin(), list.end(), [](const Report* a, const Report* b) { return a->text->id < b->text->id; });
  return list;
}

// All claims, by document, then claim id.
std::vector<Facts> all_facts(std::span<const Report* const> reports, std::span<const Words> words) {
  std::vector<Facts> facts;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    std::vector<const Claim*> claims;
    for (const Claim& claim : reports[i]->claims) {
      claims.push_back(&claim);
    }
    std::sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) { return a->id < b->id; });
    for (const Claim* claim : claims) {
      facts.push_back(facts_of(*claim, *reports[i], words[i]));
      facts.back().report = i;
    }
  }
  return facts;
}

std::vector<Edge> edges_by_likeness(std::span<const Facts> facts, const MatchLimits& limits) {
  std::vector<Edge> edges;
  for (const auto& [a, b] : pairs_in_blocks(facts)) {
    const auto likeness = likeness_of(facts[a], facts[b], limits);
    if (likeness && likeness->score >= limits.join) {
      edges.push_back({a, b, likeness->score, fmt::format("{}", fmt::join(likeness->reasons, ", "))});
    }
  }
  return edges;
}

// Where the claims of one report lie, by the word of their trigger.
using ByWord = std::map<std::pair<std::uint32_t, std::size_t>, std::vector<std::uint32_t>>;

ByWord by_trigger_word(std::span<const Facts> facts) {
  ByWord by_word;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (facts[i].trigger_word) {
      by_word[{facts[i].report, *facts[i].trigger_word}].push_back(i);
    }
  }
  return by_word;
}

std::size_t word_at(const Words& words, std::uint32_t byte) {
  const auto found = std::lower_bound(words.spans.begin(), words.spans.end(), byte,
                                      [](const Span& span, std::uint32_t at) { return span.begin < at; });
  return static_cast<std::size_t>(found - words.spans.begin());
}

std::uint32_t index_of(std::span<const Report* const> reports, const std::string& doc) {
  const auto found = std::lower_bound(reports.begin(), reports.end(), doc,
                                      [](const Report* report, const std::string& id) { return report->text->id < id; });
  return static_cast<std::uint32_t>(found - reports.begin());
}

// Claims whose triggers are the same word of a copied passage say the same thing.
std::vector<Edge> edges_by_copying(std::span<const Facts> facts, std::span<const Report* const> reports,
                                   std::span<const Words> words, std::span<const Republication> republications) {
  const ByWord by_word = by_trigger_word(facts);
  std::vector<Edge> edges;
  for (const Republication& copy : republications) {
    if (copy.kind != Reuse::identical && copy.kind != Reuse::republished && copy.kind != Reuse::same_wire) {
      continue;
    }
    const std::uint32_t from = index_of(reports, copy.from), to = index_of(reports, copy.to);
    for (const SharedPassage& passage : copy.passages) {
      const std::size_t at_from = word_at(words[from], passage.in_from.begin), at_to = word_at(words[to], passage.in_to.begin);
      const std::size_t end = word_at(words[from], passage.in_from.end);
      for (auto i = by_word.lower_bound({from, at_from}); i != by_word.end() && i->first < std::pair(from, end); ++i) {
        const auto other = by_word.find({to, i->first.second - at_from + at_to});
        if (other == by_word.end()) {
          continue;
        }
        for (const std::uint32_t a : i->second) {
          for (const std::uint32_t b : other->second) {
            if ((facts[a].families & facts[b].families) != 0) {
              edges.push_back({std::min(a, b), std::max(a, b), k_certain, "the same words, copied"});
            }
          }
        }
      }
    }
  }
  return edges;
}

// The most frequent value, the smallest of equals.
std::string most(const std::map<std::string, std::size_t>& counts) {
  std::string best;
  std::size_t most_often = 0;
  for (const auto& [value, count] : counts) {
    if (count > most_often) {
      most_often = count;
      best = value;
    }
  }
  return best;
}

std::string line_of(const Edge& edge, std::span<const Facts> facts) {
  const Claim &a = *facts[edge.a].claim, &b = *facts[edge.b].claim;
  return fmt::format("{} of {} + {} of {}: {}", to_hex(a.id).substr(0, 8), a.doc, to_hex(b.id).substr(0, 8), b.doc, edge.why);
}

Event event_of(const Cluster& cluster, std::span<const Facts> facts, std::span<const Report* const> reports,
               const CopyLinks& links) {
  std::vector<Facts> members;
  std::map<std::string, std::size_t> types;
  std::map<std::string, std::map<std::string, std::size_t>> modes;
  Event event;
  for (const std::uint32_t index : cluster.members) {
    const Claim& claim = *facts[index].claim;
    members.push_back(facts[index]);
    event.claims.push_back({claim.doc, claim.id});
    ++types[claim.type];
    modes[claim.type][claim.mode] += claim.mode.empty() ? 0 : 1;
  }
  std::sort(event.claims.begin(), event.claims.end());
  event.id = std::min_element(event.claims.begin(), event.claims.end(),
                              [](const ClaimRef& a, const ClaimRef& b) { return a.id < b.id; })->id;
  event.type = most(types);
  event.mode = most(modes[event.type]);
  const Voices voices = voices_of(members, reports, links);
  event.sources = voices.outlets;
  event.independent = voices.independent;
  event.anonymous = voices.anonymous;
  Standing standing = standing_of(members);
  event.agree = std::move(standing.agree);
  event.contested = std::move(standing.contested);
  for (const Edge& edge : cluster.joins) {
    event.why.push_back(line_of(edge, facts));
  }
  return event;
}

}  // namespace

std::vector<Event> find_events(std::span<const Report> reports, std::span<const Republication> republications,
                               const MatchLimits& limits) {
  const std::vector<const Report*> list = sorted(reports);
  std::vector<Words> words;
  for (const Report* report : list) {
    words.push_back(words_of(*report->text));
  }
  const std::vector<Facts> facts = all_facts(list, words);
  std::vector<Edge> edges = edges_by_likeness(facts, limits);
  std::vector<Edge> copied = edges_by_copying(facts, list, words, republications);
  edges.insert(edges.end(), std::make_move_iterator(copied.begin()), std::make_move_iterator(copied.end()));
  const CopyLinks links = copy_links(list, republications);
  std::vector<Event> events;
  for (const Cluster& one : cluster(facts, std::move(edges), limits)) {
    events.push_back(event_of(one, facts, list, links));
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.id < b.id; });
  return events;
}

}  // namespace hearsay::compare
