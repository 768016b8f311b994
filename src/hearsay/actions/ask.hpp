// SPDX-License-Identifier: Apache-2.0
// Questions to a store.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <hearsay/actions/editions.hpp>
#include <hearsay/base/error.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

using store::ClaimRow;
using store::Filter;
using store::Review;
using store::StoredReport;

class Happenings;

struct AskRequest {
  std::string db;
  Filter filter;
};

/// An event with its claims at hand, for listings.
struct EventAnswer {
  Event event;
  std::vector<ClaimRow> claims;   // of event.claims, in their order
  DateRange time;                 // what the claims' times have in common, else from the earliest to the latest
  std::string place;              // name of the narrowest place, ""
  std::vector<Review> reviews{};  // of its claims
};

std::vector<EventAnswer> list_events(const AskRequest& request);
std::vector<EventAnswer> events_in(store::Store& store, const Filter& filter);
/// `happenings`: of the filter's day.
std::vector<EventAnswer> events_in(const store::Store& store, Happenings& happenings, const Filter& filter);

/// Documents and ids of the claims, in their order.
std::vector<ClaimRef> refs_of(const std::vector<Claim>& claims);

/// The event with its claims and their reviews.
EventAnswer event_answer(Event event, const store::Store& store);

/// Pairs of which a report has a claim that passes the filter; all pairs where it asks nothing of claims.
std::vector<Republication> list_republications(const AskRequest& request);

/// A document, a claim with its report, or an event with its claims.
struct ReportAnswer {
  StoredReport report;
  std::vector<Review> reviews;            // of its claims
  std::vector<EditionChange> editions{};  // of a changed page
};
struct ClaimAnswer {
  ClaimRow row;
  StoredReport report;
  std::vector<Review> reviews;
  std::optional<Event> event{};  // that it stands in
};
using ShowAnswer = std::variant<ReportAnswer, ClaimAnswer, EventAnswer>;

struct ShowRequest {
  std::string db;
  std::string id;    // a prefix of six digits is enough for claims and events
  std::string kind;  // "report", "claim", "event"; "": any
  std::optional<Day> as_of{};
};

/// The report with that id; else the claim with it and, where it is the first of several claims, the event that has the
/// same id.
Expected<std::vector<ShowAnswer>> show(const ShowRequest& request);

}  // namespace hearsay::actions
