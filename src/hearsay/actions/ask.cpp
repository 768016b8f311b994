// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/event_of.hpp>
#include <hearsay/base/error.hpp>
#include <hearsay/compare/corroboration/cut_down.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace hearsay::actions {

namespace {

DateRange joint_time(const std::vector<ClaimRow>& claims) {
  DateRange common;
  DateRange whole;
  bool agree = true;
  for (const ClaimRow& row : claims) {
    if (!row.claim.time || !row.claim.time->at.range.known()) {
      continue;
    }
    const DateRange& one = row.claim.time->at.range;
    agree = agree && intersects(common, one);
    common.from = one.from && (!common.from || *one.from > *common.from) ? one.from : common.from;
    common.to = one.to && (!common.to || *one.to < *common.to) ? one.to : common.to;
    whole.from = one.from && (!whole.from || *one.from < *whole.from) ? one.from : whole.from;
    whole.to = one.to && (!whole.to || *one.to > *whole.to) ? one.to : whole.to;
  }
  return agree ? common : whole;
}

std::string narrowest_place(const std::vector<ClaimRow>& claims) {
  const ClaimPlace* best = nullptr;
  for (const ClaimRow& row : claims) {
    const auto& place = row.claim.place;
    const bool known = place && place->at.lat;
    if (place && (best == nullptr || (known && (!best->at.lat || place->at.radius_km < best->at.radius_km)))) {
      best = &*place;
    }
  }
  return best == nullptr ? "" : best->name;
}

EventAnswer answer_for(Event event, const store::Store& store) {
  EventAnswer answer{std::move(event), {}, {}, {}, {}};
  answer.claims = store.claims_of(answer.event.claims);
  answer.time = joint_time(answer.claims);
  answer.place = narrowest_place(answer.claims);
  answer.reviews = store.reviews_of(answer.event.claims);
  return answer;
}

// The event as it stood on a day: without what had not surely been published by then.
Event as_of(const Event& event, Day day, store::Store& store) {
  std::map<std::string, StoredReport> reports;
  bool whole = true;
  for (ClaimRow& row : store.claims_of(event.claims)) {
    if (!row.published.to || *row.published.to > day) {
      whole = false;
      continue;
    }
    StoredReport& report = reports[row.claim.doc];
    if (report.claims.empty()) {
      report = *store.report(row.claim.doc);
      report.claims.clear();
    }
    report.claims.push_back(std::move(row.claim));
  }
  if (whole) {
    return event;
  }
  std::vector<compare::Report> kept;
  std::vector<Republication> copies;
  for (const auto& [doc, report] : reports) {
    kept.push_back(
        {&report.text, report.claims, report.outlet.empty() ? report.outlet_name : report.outlet, report.credited});
    for (Republication& copy : store.traces().republications_of(doc)) {
      if (copy.from == doc) {
        copies.push_back(std::move(copy));
      }
    }
  }
  return compare::cut_down(event, kept, copies);
}

Day sort_day(const EventAnswer& answer) {
  return answer.time.from.value_or(answer.time.to.value_or(Day::max()));
}

std::unique_ptr<store::Store> open(const std::string& db) {
  return store::open_store(db, {});
}

ClaimAnswer claim_answer(ClaimRow row, store::Store& store) {
  const ClaimRef ref{row.claim.doc, row.claim.id};
  auto report = store.report_edition(ref.doc, row.claim.text);
  std::vector<Event> events = events_of(store, std::span(&ref, 1));
  return {std::move(row), report ? std::move(*report) : StoredReport{}, store.reviews(ref),
          events.empty() ? std::nullopt : std::optional(std::move(events.front()))};
}

}  // namespace

std::vector<EventAnswer> list_events(const AskRequest& request) {
  return events_in(*open(request.db), request.filter);
}

std::vector<EventAnswer> events_in(store::Store& store, const Filter& filter) {
  std::vector<EventAnswer> answers;
  for (Event& event : store.events(filter)) {
    event = filter.as_of ? as_of(event, *filter.as_of, store) : std::move(event);
    answers.push_back(answer_for(std::move(event), store));
  }
  std::stable_sort(answers.begin(), answers.end(),
                   [](const EventAnswer& a, const EventAnswer& b) { return sort_day(a) < sort_day(b); });
  return answers;
}

std::vector<ClaimRef> refs_of(const std::vector<Claim>& claims) {
  std::vector<ClaimRef> refs;
  for (const Claim& claim : claims) {
    refs.push_back({claim.doc, claim.id});
  }
  return refs;
}

EventAnswer event_answer(Event event, const store::Store& store) {
  return answer_for(std::move(event), store);
}

std::vector<Republication> list_republications(const AskRequest& request) {
  return open(request.db)->republications();
}

Expected<std::vector<ShowAnswer>> show(const ShowRequest& request) {
  const auto store = open(request.db);
  const auto asked = [&](std::string_view kind) { return request.kind.empty() || request.kind == kind; };
  std::vector<ShowAnswer> answers;
  if (auto report = asked("report") ? store->report(request.id) : std::nullopt) {
    std::vector<Review> reviews = store->reviews_of(refs_of(report->claims));
    answers.push_back(ReportAnswer{std::move(*report), std::move(reviews)});
    return answers;
  }
  if (auto row = asked("claim") ? store->claim(request.id) : std::nullopt) {
    answers.push_back(claim_answer(std::move(*row), *store));
  }
  auto event = asked("event") ? store->event(request.id) : std::nullopt;
  if (event && (answers.empty() || event->claims.size() > 1)) {
    answers.push_back(answer_for(std::move(*event), *store));
  }
  if (answers.empty()) {
    const std::string kind = request.kind.empty() ? "report, claim or event" : request.kind;
    return fail(ErrorKind::not_found, "no " + kind + " '" + request.id + "' in " + request.db);
  }
  return answers;
}

}  // namespace hearsay::actions
