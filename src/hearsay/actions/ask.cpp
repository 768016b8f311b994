// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/happenings.hpp>
#include <hearsay/base/error.hpp>

#include <algorithm>
#include <map>
#include <memory>
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

Day sort_day(const EventAnswer& answer) {
  return answer.time.from.value_or(answer.time.to.value_or(Day::max()));
}

std::unique_ptr<store::Store> open(const std::string& db) {
  return store::open_store(db, {});
}

ClaimAnswer claim_answer(ClaimRow row, const store::Store& store, Happenings& happenings) {
  const ClaimRef ref{row.claim.doc, row.claim.id};
  auto report = store.report_edition(ref.doc, row.claim.text);
  return {std::move(row), report ? std::move(*report) : StoredReport{}, store.reviews(ref), happenings.event_with(ref)};
}

}  // namespace

std::vector<EventAnswer> list_events(const AskRequest& request) {
  return events_in(*open(request.db), request.filter);
}

std::vector<EventAnswer> events_in(store::Store& store, const Filter& filter) {
  Happenings happenings(store, filter.as_of);
  return events_in(store, happenings, filter);
}

std::vector<EventAnswer> events_in(const store::Store& store, Happenings& happenings, const Filter& filter) {
  std::vector<EventAnswer> answers;
  for (Event& event : happenings.events(filter)) {
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
  const auto store = open(request.db);
  std::vector<Republication> found = Happenings(*store, request.filter.as_of).republications();
  Filter filter = request.filter;
  filter.limit = 0;
  if (filter.narrows()) {
    std::set<std::string> docs;
    store->each_claim(filter, [&](const ClaimRef& claim) {
      docs.insert(claim.doc);
      return true;
    });
    std::erase_if(found, [&](const Republication& one) { return !docs.contains(one.from) && !docs.contains(one.to); });
  }
  if (request.filter.limit > 0 && found.size() > request.filter.limit) {
    found.resize(request.filter.limit);
  }
  return found;
}

Expected<std::vector<ShowAnswer>> show(const ShowRequest& request) {
  const auto store = open(request.db);
  Happenings happenings(*store, request.as_of);
  const auto asked = [&](std::string_view kind) { return request.kind.empty() || request.kind == kind; };
  std::vector<ShowAnswer> answers;
  if (auto report = asked("report") ? happenings.report(request.id) : std::nullopt) {
    std::vector<Review> reviews = store->reviews_of(refs_of(report->claims));
    auto editions = changes_until(*report, *store);
    answers.push_back(ReportAnswer{std::move(*report), std::move(reviews), std::move(editions)});
    return answers;
  }
  if (auto row = asked("claim") ? happenings.claim(request.id) : std::nullopt) {
    answers.push_back(claim_answer(std::move(*row), *store, happenings));
  }
  auto event = asked("event") ? happenings.event(request.id) : std::nullopt;
  if (event && (answers.empty() || event->claims.size() > 1)) {
    answers.push_back(answer_for(std::move(*event), *store));
  }
  if (answers.empty()) {
    const std::string kind = request.kind.empty() ? "report, claim or event" : request.kind;
    return fail(ErrorKind::not_found, "no " + kind + " '" + request.id + "' in " + request.db +
                                          (request.as_of ? " as of " + to_iso(*request.as_of) : ""));
  }
  return answers;
}

}  // namespace hearsay::actions
