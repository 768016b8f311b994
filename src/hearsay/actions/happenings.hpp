// SPDX-License-Identifier: Apache-2.0
// The events and republications of a store, as they stand now or as they stood on an earlier day.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/limits.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

/// What every question about events asks. With a day it answers as a store would that had been built of nothing but
/// what had surely been published by then. The store must outlive it and stay as it is; `limits`
/// are those with which it was compared.
class Happenings {
 public:
  Happenings(store::Store& store, std::optional<Day> as_of, const compare::Limits& limits = {});
  ~Happenings();
  Happenings(const Happenings&) = delete;
  Happenings& operator=(const Happenings&) = delete;

  /// Events that have a claim passing the filter, in the order of the first such claim's time. The filter's own day is
  /// to be the one above.
  std::vector<Event> events(const store::Filter& filter);
  /// The event that holds a claim, if the claim is one of the newest texts (of then).
  std::optional<Event> event_with(const ClaimRef& claim);
  /// The events of these claims, each once, in order of event id.
  std::vector<Event> events_of(std::span<const ClaimRef> claims);
  /// By id or a beginning of it that only one event has.
  std::optional<Event> event(const std::string& id);
  /// Sorted by documents.
  std::vector<Republication> republications();
  std::vector<Republication> republications_of(const std::string& doc);
  std::optional<store::StoredReport> report(const std::string& doc) const;
  std::optional<store::ClaimRow> claim(const std::string& id) const;

 private:
  struct Then;
  store::Store& m_store;
  std::unique_ptr<Then> m_then;  // null: now
};

}  // namespace hearsay::actions
