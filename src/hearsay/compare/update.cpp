// SPDX-License-Identifier: Apache-2.0
// New documents against what is remembered: wording first, then claims, then the happenings that are touched.
#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include <hearsay/compare/matching/blocking.hpp>
#include <hearsay/compare/matching/events.hpp>
#include <hearsay/compare/memory.hpp>
#include <hearsay/compare/republication/republication.hpp>

namespace hearsay::compare {

namespace {

constexpr std::size_t k_portion = 256;  // documents compared at a time; bounds what is held in memory

/// A document with everything that comparing makes of it.
struct Seen {
  Worded worded;
  bool coded = false;             // whether facts and blocks are made
  std::vector<Facts> facts;       // by claim id
  std::vector<BlockKeys> blocks;  // of the facts, in their order
};

class Session {
 public:
  Session(Memory& memory, const Limits& limits) : m_memory(memory), m_limits(limits.reuse), m_match(limits.match) {}

  void add(std::span<const std::string> docs) {
    std::set<ClaimRef> touched;
    m_new.insert(docs.begin(), docs.end());
    for (const std::string& doc : docs) {
      note_what_is_common(doc);
    }
    for (const std::string& doc : docs) {
      const auto left = m_memory.forget(doc);
      touched.insert(left.begin(), left.end());
      index(doc);
    }
    for (const auto& [one, other] : wording_pairs(docs)) {
      compare_pair(one, other, touched);
    }
    for (const std::string& doc : docs) {
      match_claims(coded(doc), touched);
    }
    part_crowded_blocks(docs, touched);
    match_thinned_blocks(touched);
    // A forgotten document's neighbours may be among the documents of this portion, and forgotten themselves since.
    std::erase_if(touched, [&](const ClaimRef& ref) { return find_facts(ref) == nullptr; });
    rebuild_events(touched);
  }

 private:
  // The words of a document; its facts only after coded().
  Seen& seen(const std::string& doc) {
    std::unique_ptr<Seen>& kept = m_seen[doc];
    if (!kept) {
      kept = std::make_unique<Seen>();
      kept->worded.loaded = m_memory.text(doc);
      kept->worded.made = fingerprint(*kept->worded.loaded.report.text);
    }
    return *kept;
  }

  const Seen& coded(const std::string& doc) {
    Seen& one = seen(doc);
    if (one.coded) {
      return one;
    }
    one.coded = true;
    one.worded.loaded = m_memory.report(doc);
    const Report& report = one.worded.loaded.report;
    const auto known_of = [this](const std::string& entity) { return m_memory.known(entity); };
    for (const Claim& claim : report.claims) {
      one.facts.push_back(facts_of(claim, report, one.worded.made.words, known_of));
    }
    std::sort(one.facts.begin(), one.facts.end(),
              [](const Facts& a, const Facts& b) { return a.claim->id < b.claim->id; });
    for (const Facts& facts : one.facts) {
      one.blocks.push_back(block_keys(facts));
    }
    return one;
  }

  // Empty: the document has no such claim (any more).
  const Facts* find_facts(const ClaimRef& ref) {
    const auto& facts = coded(ref.doc).facts;
    const auto found = std::lower_bound(facts.begin(), facts.end(), ref.id,
                                        [](const Facts& one, const ClaimId& id) { return one.claim->id < id; });
    return found != facts.end() && found->claim->id == ref.id ? &*found : nullptr;
  }

  const BlockKeys& blocks_of(const ClaimRef& ref) {
    const Seen& one = coded(ref.doc);
    return one.blocks[static_cast<std::size_t>(find_facts(ref) - one.facts.data())];
  }

  void index(const std::string& doc) {
    const Seen& one = coded(doc);
    m_memory.put_fingerprints(doc, one.worded.made.fingerprints);
    std::vector<ClaimKeys> keys;
    for (std::size_t i = 0; i < one.facts.size(); ++i) {
      keys.push_back({{doc, one.facts[i].claim->id}, kept_keys(one.blocks[i])});
    }
    m_memory.put_keys(doc, keys);
  }

  // A document that changed may have made a line or a block common that is not so without its old text.
  void note_what_is_common(const std::string& doc) {
    for (const std::uint64_t print : m_memory.prints_of(doc)) {
      if (is_common(m_memory.sharers(print, m_limits.common + 1), [](const Sharer&) { return true; })) {
        m_common_prints.insert(print);
      }
    }
    for (const std::uint64_t key : m_memory.keys_of(doc)) {
      if (kind_of_block(key) != BlockKind::lasting_undated && is_crowded(key)) {
        m_crowded_blocks.insert(key);
      }
    }
  }

  // ---- wording
  // -------------------------------------------------------------------------------------------------------

  struct Sharing {
    std::vector<Sharer> sharers;  // all, where they are not many more than ReuseLimits::common
    bool common = false;          // too many, a stock phrase or an outlet's own line
    bool just_common = false;     // not before the documents of this portion
  };

  // Asked after all documents of the portion are indexed, so kept for its length.
  const Sharing& sharing(std::uint64_t print) {
    const auto [found, fresh] = m_sharing.try_emplace(print);
    Sharing& one = found->second;
    if (fresh) {
      one.sharers = m_memory.sharers(print, m_limits.common + 1 + m_new.size());
      one.common = is_common(one.sharers, [](const Sharer&) { return true; });
      one.just_common =
          one.common && !is_common(one.sharers, [&](const Sharer& sharer) { return !m_new.contains(sharer.doc); });
    }
    return one;
  }

  template <class Counts>
  bool is_common(const std::vector<Sharer>& sharers, Counts counts) const {
    std::map<std::string, std::set<TextId>> texts;
    std::set<std::int64_t> weeks;
    std::size_t documents = 0;
    for (const Sharer& one : sharers) {
      if (!counts(one)) {
        continue;
      }
      if (++documents > m_limits.common) {
        return true;
      }
      if (!one.outlet.empty()) {
        texts[one.outlet].insert(one.text);
      }
      if (one.published) {
        weeks.insert(one.published->time_since_epoch().count() / 7);
      }
    }
    return weeks.size() >= m_limits.stock_weeks || std::any_of(texts.begin(), texts.end(), [&](const auto& of) {
             return of.second.size() >= m_limits.furniture;
           });
  }

  using DocPair = std::pair<std::string, std::string>;  // smaller first

  // New documents with all that share a telling fingerprint, and older pairs that shared one which tells nothing now,
  // or share one that tells something again.
  std::set<DocPair> wording_pairs(std::span<const std::string> docs) {
    std::set<DocPair> pairs;
    for (const std::string& doc : docs) {
      for (const std::uint64_t print : seen(doc).worded.made.fingerprints) {
        const Sharing& one = sharing(print);
        if (one.just_common) {
          add_known_pairs(one.sharers, pairs);
        } else if (!one.common) {
          for (const Sharer& other : one.sharers) {
            if (other.doc != doc) {
              pairs.insert(std::minmax(doc, other.doc));
            }
          }
        }
      }
    }
    for (const std::uint64_t print : m_common_prints) {
      const Sharing& one = sharing(print);
      for (std::size_t i = 0; !one.common && i < one.sharers.size(); ++i) {
        for (std::size_t j = i + 1; j < one.sharers.size(); ++j) {
          pairs.insert(std::minmax(one.sharers[i].doc, one.sharers[j].doc));
        }
      }
    }
    return pairs;
  }

  void add_known_pairs(const std::vector<Sharer>& sharers, std::set<DocPair>& pairs) {
    for (const Sharer& one : sharers) {
      for (const Republication& known : m_memory.republications_of(one.doc)) {
        const std::string& other = known.from == one.doc ? known.to : known.from;
        if (std::any_of(sharers.begin(), sharers.end(), [&](const Sharer& sharer) { return sharer.doc == other; })) {
          pairs.insert(std::minmax(one.doc, other));
        }
      }
    }
  }

  void compare_pair(const std::string& one, const std::string& other, std::set<ClaimRef>& touched) {
    const Seen &a = seen(one), &b = seen(other);
    const bool both_old = !m_new.contains(one) && !m_new.contains(other);
    const auto& prints = b.worded.made.fingerprints;
    const auto is_shared = [&](std::uint64_t gram) { return std::binary_search(prints.begin(), prints.end(), gram); };
    const auto& own = a.worded.made.fingerprints;
    const bool tell = std::any_of(own.begin(), own.end(),
                                  [&](std::uint64_t print) { return is_shared(print) && !sharing(print).common; });
    const auto found = tell ? compare_wording(
                                  a.worded, b.worded,
                                  [&](std::uint64_t gram) { return is_shared(gram) && sharing(gram).common; }, m_limits)
                            : std::nullopt;
    if (both_old) {
      m_memory.remove_republication(one, other);
      touch_all(one, touched), touch_all(other, touched);
    }
    if (found) {
      m_memory.put_republication(*found);
      join_copied(*found, touched);
      touch_all(one, touched), touch_all(other, touched);  // a copy is no independent voice
    }
  }

  void touch_all(const std::string& doc, std::set<ClaimRef>& touched) {
    for (const Facts& facts : coded(doc).facts) {
      touched.insert({facts.claim->doc, facts.claim->id});
    }
  }

  void join_copied(const Republication& copy, std::set<ClaimRef>& touched) {
    const Seen &from = coded(copy.from), &to = coded(copy.to);
    for (const Edge& edge :
         edges_by_copying(copy, from.facts, from.worded.made.words, to.facts, to.worded.made.words)) {
      put_join(from.facts[edge.a], to.facts[edge.b], {0, 0, edge.score, edge.why}, touched);
    }
  }

  // ---- claims
  // --------------------------------------------------------------------------------------------------------

  void put_join(const Facts& one, const Facts& other, const Edge& edge, std::set<ClaimRef>& touched) {
    ClaimRef a{one.claim->doc, one.claim->id}, b{other.claim->doc, other.claim->id};
    if (b < a) {
      std::swap(a, b);
    }
    m_memory.put_join({a, b, edge.score, edge.score >= k_certain, edge.why});
    touched.insert({a, b});
  }

  void match_claims(const Seen& one, std::set<ClaimRef>& touched) {
    for (std::size_t i = 0; i < one.facts.size(); ++i) {
      const Facts& facts = one.facts[i];
      const ClaimRef self{facts.claim->doc, facts.claim->id};
      touched.insert(self);
      for (const ClaimRef& ref : candidates(one.blocks[i], self)) {
        match_pair(facts, *find_facts(ref), touched);
      }
      for (std::size_t j = i + 1; j < one.facts.size(); ++j) {
        if (answers_in_report(*facts.claim, *one.facts[j].claim)) {
          match_pair(facts, one.facts[j], touched);
        }
      }
    }
  }

  void match_pair(const Facts& one, const Facts& other, std::set<ClaimRef>& touched) {
    const auto likeness = likeness_of(one, other, m_match);
    if (likeness && likeness->score >= m_match.join) {
      put_join(one, other, {0, 0, likeness->score, fmt::format("{}", fmt::join(likeness->reasons, ", "))}, touched);
    }
  }

  std::size_t largest(std::uint64_t key) const {
    return kind_of_block(key) == BlockKind::weekly ? m_match.largest_block : m_match.largest_lasting;
  }

  bool is_crowded(std::uint64_t key) { return m_memory.count_with(key, largest(key) + 1) > largest(key); }

  // The claims of a block, none of one that is too large. Asked after all documents of the portion are indexed, so kept
  // for its length.
  const std::vector<ClaimRef>& block(std::uint64_t key) {
    const auto [found, fresh] = m_blocks.try_emplace(key);
    if (fresh && !is_crowded(key)) {
      found->second = m_memory.claims_with(key, largest(key));
    }
    return found->second;
  }

  // Claims that share a block; of two new documents' claims only one asks for the other.
  std::vector<ClaimRef> candidates(const BlockKeys& keys, const ClaimRef& self) {
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
    std::erase_if(found, [&](const ClaimRef& ref) { return ref == self || (ref < self && m_new.contains(ref.doc)); });
    return found;
  }

  // ---- blocks that became too large, or are so no more: other orders of coming would have seen them so from the start

  void part_crowded_blocks(std::span<const std::string> docs, std::set<ClaimRef>& touched) {
    std::set<std::uint64_t> keys;
    std::size_t claims = 0;
    for (const std::string& doc : docs) {
      for (const BlockKeys& blocks : coded(doc).blocks) {
        keys.insert(blocks.weekly.begin(), blocks.weekly.end());
        for (const LastingBlock& one : blocks.lasting) {
          keys.insert(one.all);
        }
        ++claims;
      }
    }
    for (const std::uint64_t key : keys) {
      if (!is_crowded(key)) {
        continue;
      }
      std::vector<ClaimRef> old = m_memory.claims_with(key, largest(key) + claims + 1);
      std::erase_if(old, [&](const ClaimRef& ref) { return m_new.contains(ref.doc); });
      if (old.size() <= largest(key)) {
        part(old, touched);
      }
    }
  }

  // Takes back the joins between claims that no block holds together any more.
  void part(const std::vector<ClaimRef>& members, std::set<ClaimRef>& touched) {
    for (const ClaimRef& a : members) {
      for (const ClaimJoin& join : m_memory.joins_of(a)) {
        if (!join.copied && join.a == a && std::binary_search(members.begin(), members.end(), join.b) &&
            !share_block(blocks_of(a), blocks_of(join.b), [&](std::uint64_t key) { return !is_crowded(key); }) &&
            !answers_in_report(*find_facts(a)->claim, *find_facts(join.b)->claim)) {
          m_memory.remove_join(join.a, join.b);
          touched.insert({join.a, join.b});
        }
      }
    }
  }

  void match_thinned_blocks(std::set<ClaimRef>& touched) {
    for (const std::uint64_t key : m_crowded_blocks) {
      const std::vector<ClaimRef>& members = block(key);  // none where it is still too large
      for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) {
          const bool apart =
              kind_of_block(key) == BlockKind::lasting && blocks_of(members[i]).dated && blocks_of(members[j]).dated;
          if (!apart) {
            match_pair(*find_facts(members[i]), *find_facts(members[j]), touched);
          }
        }
      }
    }
  }

  // ---- happenings
  // ------------------------------------------------------------------------------------------------------

  using Joins = std::map<std::tuple<ClaimRef, ClaimRef, bool>, ClaimJoin>;  // by claims and ClaimJoin::copied

  void rebuild_events(const std::set<ClaimRef>& touched) {
    std::set<ClaimRef> done;
    for (const ClaimRef& start : touched) {
      if (done.contains(start)) {
        continue;
      }
      Joins joins;
      const std::set<ClaimRef> component = component_of(start, joins);
      done.insert(component.begin(), component.end());
      for (const Event& event : events_in(component, joins)) {
        m_memory.put_event(event);
      }
    }
  }

  std::set<ClaimRef> component_of(const ClaimRef& start, Joins& joins) {
    std::set<ClaimRef> component = {start};
    std::vector<ClaimRef> open = {start};
    while (!open.empty()) {
      const ClaimRef at = open.back();
      open.pop_back();
      for (ClaimJoin& join : m_memory.joins_of(at)) {
        const ClaimRef& other = join.a == at ? join.b : join.a;
        if (component.insert(other).second) {
          open.push_back(other);
        }
        joins.emplace(std::tuple(join.a, join.b, join.copied), std::move(join));
      }
    }
    return component;
  }

  std::vector<Event> events_in(const std::set<ClaimRef>& component, const Joins& joins) {
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

  CopyLinks links_among(std::span<const Report* const> reports) {
    std::vector<Republication> among;
    if (reports.size() > 1) {
      std::set<std::string_view> docs;
      for (const Report* report : reports) {
        docs.insert(report->text->id);
      }
      for (const Report* report : reports) {
        for (Republication& one : m_memory.republications_of(report->text->id)) {
          if (one.from == report->text->id && docs.contains(one.to)) {
            among.push_back(std::move(one));
          }
        }
      }
    }
    return copy_links(reports, among);
  }

  Memory& m_memory;
  const ReuseLimits m_limits;
  const MatchLimits m_match;
  std::unordered_map<std::string, std::unique_ptr<Seen>> m_seen;
  std::unordered_map<std::uint64_t, Sharing> m_sharing;
  std::unordered_map<std::uint64_t, std::vector<ClaimRef>> m_blocks;
  std::set<std::uint64_t> m_common_prints, m_crowded_blocks;  // before the documents of this portion came
  std::set<std::string> m_new;
};

}  // namespace

void update(Memory& memory, std::span<const std::string> docs, const Limits& limits) {
  for (std::size_t from = 0; from < docs.size(); from += k_portion) {
    Session(memory, limits).add(docs.subspan(from, std::min(k_portion, docs.size() - from)));
  }
}

}  // namespace hearsay::compare
