// SPDX-License-Identifier: Apache-2.0
// What comparing does with two documents or with one happening, whoever asks: update() or an Inquiry.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include <hearsay/compare/matching/blocking.hpp>
#include <hearsay/compare/matching/events.hpp>
#include <hearsay/compare/memory.hpp>
#include <hearsay/compare/republication/republication.hpp>

namespace hearsay::compare {

/// A document with everything that comparing makes of it.
struct Seen {
  Worded worded;
  bool coded = false;             // whether facts and blocks are made
  std::vector<Facts> facts;       // by claim id
  std::vector<BlockKeys> blocks;  // of the facts, in their order
};

/// The facts and blocks of the claims of a report whose words are made.
void code(Seen& seen, const KnownOf& known_of);
Marks marks_of(const Seen& seen);

/// The same words and claims that `docs` in `library` have, until it goes; what it looked up it keeps.
class Workbench {
 public:
  Workbench(Library& library, const Limits& limits)
      : m_library(library), m_limits(limits.reuse), m_match(limits.match) {}
  virtual ~Workbench() = default;
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

 protected:
  using Joins = std::map<std::tuple<ClaimRef, ClaimRef, bool>, ClaimJoin>;  // by claims and ClaimJoin::copied

  virtual std::vector<ClaimJoin> joins_of(const ClaimRef& claim) = 0;
  virtual std::vector<Republication> republications_of(const std::string& doc) = 0;

  // The words of a document; its facts only after coded().
  Seen& seen(const std::string& doc);
  const Seen& coded(const std::string& doc);
  // Empty: the document has no such claim (any more).
  const Facts* find_facts(const ClaimRef& ref);
  const BlockKeys& blocks_of(const ClaimRef& ref);

  // ---- wording
  struct Sharing {
    std::vector<Sharer> sharers;  // all, where they are not many more than ReuseLimits::common
    bool common = false;          // too many, a stock phrase or an outlet's own line
  };
  const Sharing& sharing(std::uint64_t print);
  std::optional<Republication> wording_of(const std::string& one, const std::string& other);
  std::vector<ClaimJoin> copied_joins(const Republication& copy);

  // ---- claims
  std::optional<ClaimJoin> likeness_join(const Facts& one, const Facts& other) const;
  // Claims that share a block with one of these keys, sorted, each once.
  std::vector<ClaimRef> candidates(const BlockKeys& keys);
  // The claims of a block, none of one that is too large.
  const std::vector<ClaimRef>& block(std::uint64_t key);
  std::size_t largest(std::uint64_t key) const;
  bool is_crowded(std::uint64_t key);

  // ---- happenings
  std::set<ClaimRef> component_of(const ClaimRef& start, Joins& joins);
  std::vector<Event> events_in(const std::set<ClaimRef>& component, const Joins& joins);

  Library& m_library;
  const ReuseLimits m_limits;
  const MatchLimits m_match;
  std::size_t m_more_sharers = 0;  // asked for beyond ReuseLimits::common

 private:
  static ClaimJoin join_between(const Facts& one, const Facts& other, double score, std::string why);
  CopyLinks links_among(std::span<const Report* const> reports);
  std::unordered_map<std::string, std::unique_ptr<Seen>> m_seen;
  std::unordered_map<std::uint64_t, Sharing> m_sharing;
  std::unordered_map<std::uint64_t, std::vector<ClaimRef>> m_blocks;
};

/// Whether a line shared by these says nothing: too many documents, an outlet's own line, or a stock phrase of the
/// trade.
bool is_common(std::span<const Sharer> sharers, const ReuseLimits& limits);

}  // namespace hearsay::compare
