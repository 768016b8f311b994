// SPDX-License-Identifier: Apache-2.0
// What several formats need to know of an event.
#include <hearsay/present/exports/interchange.hpp>

namespace hearsay::present {

const actions::ExportedClaim* spokes_claim(const actions::ExportedEvent& event) {
  const actions::ExportedClaim* best = nullptr;
  int best_worth = -1;
  for (const actions::ExportedClaim& one : event.claims) {
    const Claim& claim = one.row.claim;
    const int worth = (claim.place && claim.place->at.lat ? 2 : 0) + (claim.actors.empty() ? 0 : 1);
    if (claim.status == Status::asserted && worth > best_worth) {
      best = &one;
      best_worth = worth;
    }
  }
  return best;
}

std::optional<Day> first_seen(const actions::ExportedEvent& event) {
  std::optional<Day> first;
  for (const actions::ExportedClaim& one : event.claims) {
    const auto& day = one.row.published.from ? one.row.published.from : one.row.published.to;
    first = day && (!first || *day < *first) ? day : first;
  }
  return first;
}

std::optional<Day> filed_day(const actions::ExportedEvent& event) {
  const DateRange& time = event.answer.time;
  return time.from ? time.from : time.to ? time.to : first_seen(event);
}

Json reviewed_claim_json(const actions::ExportedClaim& claim, const CodePoints& points) {
  Json json = claim_json(claim.row.claim, claim.report->text.text, points);
  for (const actions::Review& review : claim.reviews) {
    json["reviews"].push_back(review_json(review));
  }
  return json;
}

}  // namespace hearsay::present
