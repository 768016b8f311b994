// SPDX-License-Identifier: Apache-2.0
// The memory of one call, in maps.
#pragma once
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include <hearsay/compare/memory.hpp>

namespace hearsay::compare {

/// The reports must outlive it.
class PlainMemory : public Memory {
 public:
  explicit PlainMemory(std::span<const Report> reports, const KnownActors& known = {});
  Comparison comparison() const;  // sorted

  Loaded report(const std::string& doc) override;
  Loaded text(const std::string& doc) override { return report(doc); }
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) override;
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) override;
  std::size_t count_with(std::uint64_t key, std::size_t limit) override;
  std::vector<std::uint64_t> prints_of(const std::string& doc) override;
  std::vector<std::uint64_t> keys_of(const std::string& doc) override;
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) override;
  std::vector<Republication> republications_of(const std::string& doc) override;
  KnownActor known(const std::string& entity) override;
  std::vector<ClaimRef> forget(const std::string& doc) override;
  void put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) override;
  void put_keys(const std::string& doc, std::span<const ClaimKeys> keys) override;
  void put_republication(const Republication& republication) override;
  void remove_republication(const std::string& one, const std::string& other) override;
  void put_join(const ClaimJoin& join) override;
  void remove_join(const ClaimRef& a, const ClaimRef& b) override;
  void put_event(const Event& event) override;

 private:
  using DocPair = std::pair<std::string, std::string>;   // smaller first
  using JoinKey = std::tuple<ClaimRef, ClaimRef, bool>;  // smaller first; ClaimJoin::copied
  static JoinKey join_key(const ClaimRef& one, const ClaimRef& other, bool copied);
  void drop_event(const ClaimRef& claim);
  std::map<std::string, const Report*> m_reports;
  KnownActors m_known;
  std::unordered_map<std::uint64_t, std::set<std::string>> m_prints;
  std::unordered_map<std::uint64_t, std::set<ClaimRef>> m_keys;
  std::map<std::string, std::vector<std::uint64_t>> m_prints_of;
  std::map<std::string, Sharer> m_sharer_of;  // as it was when its fingerprints were put
  std::map<std::string, std::vector<ClaimKeys>> m_keys_of;
  std::map<DocPair, Republication> m_republications;
  std::map<std::string, std::set<std::string>> m_linked;  // documents in republications with one
  std::map<JoinKey, ClaimJoin> m_joins;
  std::map<ClaimRef, std::set<std::pair<ClaimRef, bool>>> m_joined;
  std::map<ClaimId, Event> m_events;
  std::map<ClaimRef, ClaimId> m_event_of;
};

}  // namespace hearsay::compare
