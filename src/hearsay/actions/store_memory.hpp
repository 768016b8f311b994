// SPDX-License-Identifier: Apache-2.0
// What comparing looks up and remembers, kept in a store.
#pragma once
#include <hearsay/compare/inquiry.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

/// The report as comparing sees it.
compare::Loaded loaded(store::StoredReport report);

/// The comparer's memory of now. Store and parents must outlive it.
class StoreMemory : public compare::Memory {
 public:
  StoreMemory(store::Store& store, const compare::KnownActors& known)
      : m_store(store), m_traces(store.traces()), m_known(known) {}

  compare::Loaded report(const std::string& doc) override { return loaded(*m_store.report(doc)); }
  compare::Loaded text(const std::string& doc) override { return loaded(*m_store.report_text(doc)); }
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) override {
    return m_traces.sharers(fingerprint, limit);
  }
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) override {
    return m_traces.claims_with(key, limit);
  }
  std::size_t count_with(std::uint64_t key, std::size_t limit) override { return m_traces.count_with(key, limit); }
  compare::KnownActor known(const std::string& entity) override;
  std::vector<std::uint64_t> prints_of(const std::string& doc) override { return m_traces.prints_of(doc); }
  std::vector<std::uint64_t> keys_of(const std::string& doc) override { return m_traces.keys_of(doc); }
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) override { return m_traces.joins_of(claim); }
  std::vector<Republication> republications_of(const std::string& doc) override {
    return m_traces.republications_of(doc);
  }
  std::vector<ClaimRef> forget(const std::string& doc) override { return m_traces.forget(doc); }
  void put_fingerprints(const std::string& doc, std::span<const std::uint64_t> fingerprints) override {
    m_traces.put_fingerprints(doc, fingerprints);
  }
  void put_keys(const std::string& doc, std::span<const ClaimKeys> keys) override { m_traces.put_keys(doc, keys); }
  void put_republication(const Republication& republication) override { m_traces.put_republication(republication); }
  void remove_republication(const std::string& one, const std::string& other) override {
    m_traces.remove_republication(one, other);
  }
  void put_join(const ClaimJoin& join) override { m_traces.put_join(join); }
  void remove_join(const ClaimRef& a, const ClaimRef& b) override { m_traces.remove_join(a, b); }
  void put_event(const Event& event) override { m_traces.put_event(event); }

 private:
  store::Store& m_store;
  store::Traces& m_traces;
  const compare::KnownActors& m_known;
};

/// What the store held on an earlier day. All must outlive it.
class StorePast : public compare::Past {
 public:
  StorePast(const store::Store& store, const store::Past& past, const compare::KnownActors& known)
      : m_store(store), m_past(past), m_known(known) {}

  compare::Loaded report(const std::string& doc) override { return loaded(*m_past.report(doc)); }
  compare::Loaded text(const std::string& doc) override { return loaded(*m_past.report_text(doc)); }
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) override {
    return m_past.sharers(fingerprint, limit);
  }
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) override {
    return m_past.claims_with(key, limit);
  }
  std::size_t count_with(std::uint64_t key, std::size_t limit) override { return m_past.count_with(key, limit); }
  compare::KnownActor known(const std::string& entity) override;
  bool is_unchanged(const std::string& doc) override { return m_past.is_unchanged(doc); }
  bool was_there(const ClaimRef& claim) override { return m_past.was_there(claim); }
  bool was_in_old_text(std::uint64_t fingerprint) override { return m_past.was_in_old_text(fingerprint); }
  bool was_in_old_claim(std::uint64_t key) override { return m_past.was_in_old_claim(key); }
  std::optional<Event> event_of_now(const ClaimRef& claim) override { return m_store.event_with(claim); }

 private:
  const store::Store& m_store;
  const store::Past& m_past;
  const compare::KnownActors& m_known;
};

}  // namespace hearsay::actions
