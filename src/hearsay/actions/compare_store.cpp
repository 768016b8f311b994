// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/compare_store.hpp>

#include <algorithm>
#include <array>
#include <map>

#include <hearsay/compare/memory.hpp>

namespace hearsay::actions {

namespace {

constexpr std::size_t k_portion = 200;  // documents in one transaction

/// The comparer's memory, kept in the store.
class StoreMemory : public compare::Memory {
 public:
  StoreMemory(store::Store& store, const compare::KnownActors& known)
      : m_store(store), m_traces(store.traces()), m_known(known) {}

  compare::Loaded report(const std::string& doc) override { return loaded(m_store.report(doc)); }
  compare::Loaded text(const std::string& doc) override { return loaded(m_store.report_text(doc)); }
  std::vector<Sharer> sharers(std::uint64_t fingerprint, std::size_t limit) override {
    return m_traces.sharers(fingerprint, limit);
  }
  std::vector<ClaimRef> claims_with(std::uint64_t key, std::size_t limit) override {
    return m_traces.claims_with(key, limit);
  }
  std::size_t count_with(std::uint64_t key, std::size_t limit) override { return m_traces.count_with(key, limit); }
  std::vector<std::uint64_t> prints_of(const std::string& doc) override { return m_traces.prints_of(doc); }
  std::vector<std::uint64_t> keys_of(const std::string& doc) override { return m_traces.keys_of(doc); }
  std::vector<ClaimJoin> joins_of(const ClaimRef& claim) override { return m_traces.joins_of(claim); }
  std::vector<Republication> republications_of(const std::string& doc) override {
    return m_traces.republications_of(doc);
  }
  compare::KnownActor known(const std::string& entity) override {
    const auto found = m_known.find(entity);
    return found == m_known.end() ? compare::KnownActor{} : found->second;
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
  static compare::Loaded loaded(std::optional<store::StoredReport> stored) {
    auto kept = std::make_shared<store::StoredReport>(std::move(*stored));
    compare::Report report{&kept->text, kept->claims, kept->outlet.empty() ? kept->outlet_name : kept->outlet,
                           kept->credited};
    return {std::move(report), std::move(kept)};
  }

  store::Store& m_store;
  store::Traces& m_traces;
  const compare::KnownActors& m_known;
};

}  // namespace

std::size_t compare_store(store::Store& store, const compare::KnownActors& known, const std::function<bool()>& stop) {
  StoreMemory memory(store, known);
  const std::vector<std::string> waiting = store.traces().pending();
  std::size_t done = 0;
  while (done < waiting.size() && !(stop && stop())) {
    const auto portion = std::span(waiting).subspan(done, std::min(k_portion, waiting.size() - done));
    store.in_transaction([&] {
      compare::update(memory, portion);
      for (const std::string& doc : portion) {
        store.traces().settle(doc);
      }
    });
    done += portion.size();
  }
  return done;
}

compare::KnownActors known_actors_in(const packs::Pack& pack) {
  static constexpr std::array<std::string_view, 6> k_of_states = {"state",  "government", "military",
                                                                  "police", "agency",     "coalition"};
  compare::KnownActors known;
  std::map<std::string, std::string> state_by_country;
  for (const packs::Actor& actor : pack.actors) {
    const bool of_state = std::find(k_of_states.begin(), k_of_states.end(), actor.kind) != k_of_states.end();
    const bool word = actor.kind == "class", helper = actor.kind == "ngo" || actor.kind == "igo";
    known[actor.entity] = {actor.parent, helper ? "" : actor.side, word || helper, word || actor.kind == "coalition",
                           of_state};
    if (actor.kind == "state" && !actor.country.empty()) {
      state_by_country[actor.country] = actor.entity;
    }
  }
  for (const packs::Place& place :
       pack.places) {  // "Turkish jets", "Ankara sent": country and capital stand for the state
    const auto state = state_by_country.find(place.country);
    if ((place.feature == "PCLI" || place.feature == "PPLC") && state != state_by_country.end()) {
      known[place.entity] = {state->second, known[state->second].side, false, false, true};
    }
  }
  return known;
}

}  // namespace hearsay::actions
