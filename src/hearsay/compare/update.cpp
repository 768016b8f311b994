// SPDX-License-Identifier: Apache-2.0
// New documents against what is remembered: wording first, then claims, then the happenings that are touched.
#include <algorithm>
#include <set>
#include <unordered_map>

#include <hearsay/compare/workbench.hpp>

namespace hearsay::compare {

namespace {

constexpr std::size_t k_portion = 256;  // documents compared at a time; bounds what is held in memory

class Session : private Workbench {
 public:
  Session(Memory& memory, const Limits& limits) : Workbench(memory, limits), m_memory(memory) {}

  void add(std::span<const std::string> docs) {
    std::set<ClaimRef> touched;
    m_new.insert(docs.begin(), docs.end());
    m_more_sharers = m_new.size();
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
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) override { return m_memory.joins_of(claim); }
  std::vector<Republication> republications_of(const std::string& doc) override {
    return m_memory.republications_of(doc);
  }

  void index(const std::string& doc) {
    const Marks marks = marks_of(coded(doc));
    m_memory.put_fingerprints(doc, marks.fingerprints);
    m_memory.put_keys(doc, marks.keys);
  }

  // A document that changed may have made a line or a block common that is not so without its old text.
  void note_what_is_common(const std::string& doc) {
    for (const std::uint64_t print : m_memory.prints_of(doc)) {
      if (is_common(m_memory.sharers(print, m_limits.common + 1), m_limits)) {
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

  // What sharing() and block() give is asked after all documents of the portion are indexed, so it holds for its
  // length.

  // Whether a line that is common was not so before the documents of this portion.
  bool is_just_common(std::uint64_t print) {
    const auto [found, fresh] = m_just_common.try_emplace(print, false);
    if (fresh && sharing(print).common) {
      std::vector<Sharer> old = sharing(print).sharers;
      std::erase_if(old, [&](const Sharer& sharer) { return m_new.contains(sharer.doc); });
      found->second = !is_common(old, m_limits);
    }
    return found->second;
  }

  using DocPair = std::pair<std::string, std::string>;  // smaller first

  // New documents with all that share a telling fingerprint, and older pairs that shared one which tells nothing now,
  // or share one that tells something again.
  std::set<DocPair> wording_pairs(std::span<const std::string> docs) {
    std::set<DocPair> pairs;
    for (const std::string& doc : docs) {
      for (const std::uint64_t print : seen(doc).worded.made.fingerprints) {
        const Sharing& one = sharing(print);
        if (is_just_common(print)) {
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
    const bool both_old = !m_new.contains(one) && !m_new.contains(other);
    const auto found = wording_of(one, other);
    if (both_old) {
      m_memory.remove_republication(one, other);
      touch_all(one, touched), touch_all(other, touched);
    }
    if (found) {
      m_memory.put_republication(*found);
      for (const ClaimJoin& join : copied_joins(*found)) {
        put_join(join, touched);
      }
      touch_all(one, touched), touch_all(other, touched);  // a copy is no independent voice
    }
  }

  void touch_all(const std::string& doc, std::set<ClaimRef>& touched) {
    for (const Facts& facts : coded(doc).facts) {
      touched.insert({facts.claim->doc, facts.claim->id});
    }
  }

  void put_join(const ClaimJoin& join, std::set<ClaimRef>& touched) {
    m_memory.put_join(join);
    touched.insert({join.a, join.b});
  }

  // ---- claims
  // --------------------------------------------------------------------------------------------------------

  void match_claims(const Seen& one, std::set<ClaimRef>& touched) {
    for (std::size_t i = 0; i < one.facts.size(); ++i) {
      const Facts& facts = one.facts[i];
      const ClaimRef self{facts.claim->doc, facts.claim->id};
      touched.insert(self);
      for (const ClaimRef& ref : candidates(one.blocks[i])) {
        // Of two new documents' claims only one asks for the other.
        if (ref != self && !(ref < self && m_new.contains(ref.doc))) {
          match_pair(facts, *find_facts(ref), touched);
        }
      }
      for (std::size_t j = i + 1; j < one.facts.size(); ++j) {
        if (answers_in_report(*facts.claim, *one.facts[j].claim)) {
          match_pair(facts, one.facts[j], touched);
        }
      }
    }
  }

  void match_pair(const Facts& one, const Facts& other, std::set<ClaimRef>& touched) {
    if (const auto join = likeness_join(one, other)) {
      put_join(*join, touched);
    }
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

  Memory& m_memory;
  std::unordered_map<std::uint64_t, bool> m_just_common;
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
