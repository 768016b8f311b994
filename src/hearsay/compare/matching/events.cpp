// SPDX-License-Identifier: Apache-2.0
// One happening out of the claims that were brought together.
#include <hearsay/compare/matching/events.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <map>

#include <hearsay/compare/contradiction/contested.hpp>

namespace hearsay::compare {

namespace {

std::size_t word_at(const Words& words, std::uint32_t byte) {
  const auto found = std::lower_bound(words.spans.begin(), words.spans.end(), byte,
                                      [](const Span& span, std::uint32_t at) { return span.begin < at; });
  return static_cast<std::size_t>(found - words.spans.begin());
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
  return fmt::format("{} of {} + {} of {}: {}", to_hex(a.id).substr(0, 8), a.doc, to_hex(b.id).substr(0, 8), b.doc,
                     edge.why);
}

}  // namespace

std::vector<Edge> edges_by_copying(const Republication& copy, std::span<const Facts> from, const Words& words_from,
                                   std::span<const Facts> to, const Words& words_to) {
  std::vector<Edge> edges;
  if (copy.kind != Reuse::identical && copy.kind != Reuse::republished && copy.kind != Reuse::same_wire) {
    return edges;
  }
  std::multimap<std::size_t, std::uint32_t> to_by_word;
  for (std::uint32_t j = 0; j < to.size(); ++j) {
    if (to[j].trigger_word) {
      to_by_word.emplace(*to[j].trigger_word, j);
    }
  }
  for (const SharedPassage& passage : copy.passages) {
    const std::size_t at_from = word_at(words_from, passage.in_from.begin),
                      end = word_at(words_from, passage.in_from.end);
    const std::size_t at_to = word_at(words_to, passage.in_to.begin);
    for (std::uint32_t i = 0; i < from.size(); ++i) {
      if (!from[i].trigger_word || *from[i].trigger_word < at_from || *from[i].trigger_word >= end) {
        continue;
      }
      const auto [first, last] = to_by_word.equal_range(*from[i].trigger_word - at_from + at_to);
      for (auto j = first; j != last; ++j) {
        if ((from[i].families & to[j->second].families) != 0) {
          edges.push_back({i, j->second, k_certain, "the same words, copied"});
        }
      }
    }
  }
  return edges;
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
  event.id = std::min_element(event.claims.begin(), event.claims.end(), [](const ClaimRef& a, const ClaimRef& b) {
               return a.id < b.id;
             })->id;
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

}  // namespace hearsay::compare
