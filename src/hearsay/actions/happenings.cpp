// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/happenings.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <hearsay/actions/known_actors.hpp>
#include <hearsay/actions/store_memory.hpp>

namespace hearsay::actions {

struct Happenings::Then {
  Then(store::Store& store, Day day, const compare::Limits& limits)
      : past(store.past(day)),
        known(known_actors_from(store.property("actors"))),
        memory(store, known),
        store_past(store, *past, known),
        inquiry(memory, store_past, limits) {}

  std::unique_ptr<store::Past> past;
  compare::KnownActors known;
  StoreMemory memory;
  StorePast store_past;
  compare::Inquiry inquiry;
};

Happenings::Happenings(store::Store& store, std::optional<Day> as_of, const compare::Limits& limits)
    : m_store(store), m_then(as_of ? std::make_unique<Then>(store, *as_of, limits) : nullptr) {}

Happenings::~Happenings() = default;

std::vector<Event> Happenings::events(const store::Filter& filter) {
  if (!m_then) {
    return m_store.events(filter);
  }
  std::vector<Event> found;
  std::set<ClaimRef> told;
  m_store.each_claim(filter, [&](const ClaimRef& claim) {
    if (!told.contains(claim)) {
      found.push_back(m_then->inquiry.event_with(claim));
      told.insert(found.back().claims.begin(), found.back().claims.end());
    }
    return found.size() != filter.limit || filter.limit == 0;
  });
  return found;
}

std::optional<Event> Happenings::event_with(const ClaimRef& claim) {
  if (!m_then) {
    return m_store.event_with(claim);
  }
  return m_then->past->was_there(claim) ? std::optional(m_then->inquiry.event_with(claim)) : std::nullopt;
}

std::vector<Event> Happenings::events_of(std::span<const ClaimRef> claims) {
  std::set<ClaimRef> told;
  std::vector<Event> found;
  for (const ClaimRef& claim : claims) {
    auto event = told.contains(claim) ? std::nullopt : event_with(claim);
    if (event) {
      told.insert(event->claims.begin(), event->claims.end());
      found.push_back(std::move(*event));
    }
  }
  std::sort(found.begin(), found.end(), [](const Event& a, const Event& b) { return a.id < b.id; });
  return found;
}

std::optional<Event> Happenings::event(const std::string& id) {
  if (!m_then) {
    return m_store.event(id);
  }
  std::map<ClaimId, Event> found;  // an event has the id of one of its claims
  for (const ClaimRef& claim : m_then->past->claims_beginning(id)) {
    Event event = m_then->inquiry.event_with(claim);
    if (to_hex(event.id).starts_with(id)) {
      found.emplace(event.id, std::move(event));
    }
  }
  return found.size() == 1 ? std::optional(std::move(found.begin()->second)) : std::nullopt;
}

std::vector<Republication> Happenings::republications() {
  if (!m_then) {
    return m_store.republications();
  }
  std::vector<Republication> all;
  for (const std::string& doc : m_then->past->docs()) {
    for (Republication& one : m_then->inquiry.republications_of(doc)) {
      if (one.from == doc) {
        all.push_back(std::move(one));
      }
    }
  }
  return all;
}

std::vector<Republication> Happenings::republications_of(const std::string& doc) {
  return m_then ? m_then->inquiry.republications_of(doc) : m_store.traces().republications_of(doc);
}

std::optional<store::StoredReport> Happenings::report(const std::string& doc) const {
  return m_then ? m_then->past->report(doc) : m_store.report(doc);
}

std::optional<store::ClaimRow> Happenings::claim(const std::string& id) const {
  return m_then ? m_then->past->claim(id) : m_store.claim(id);
}

}  // namespace hearsay::actions
