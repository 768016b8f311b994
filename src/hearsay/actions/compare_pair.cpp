// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/compare_pair.hpp>
#include <hearsay/actions/happenings.hpp>

#include <algorithm>

namespace hearsay::actions {

namespace {

/// What is contested between the claims of the two reports: fields to which both give values, and not the same ones.
std::vector<Contested> differing_in(const Event& event, const std::string& a, const std::string& b) {
  std::vector<Contested> differing;
  for (const Contested& contested : event.contested) {
    Contested cut{contested.field, contested.kind, {}};
    std::size_t with_a = 0, with_b = 0, with_both = 0;
    for (const ContestedValue& value : contested.values) {
      ContestedValue kept{value.value, {}};
      std::copy_if(value.claims.begin(), value.claims.end(), std::back_inserter(kept.claims),
                   [&](const ClaimRef& ref) { return ref.doc == a || ref.doc == b; });
      const auto is_in = [&](const std::string& doc) {
        return std::any_of(kept.claims.begin(), kept.claims.end(), [&](const ClaimRef& ref) { return ref.doc == doc; });
      };
      with_a += is_in(a) ? 1 : 0;
      with_b += is_in(b) ? 1 : 0;
      with_both += is_in(a) && is_in(b) ? 1 : 0;
      if (!kept.claims.empty()) {
        cut.values.push_back(std::move(kept));
      }
    }
    if (with_a > 0 && with_b > 0 && cut.values.size() > with_both) {
      differing.push_back(std::move(cut));
    }
  }
  return differing;
}

std::vector<Claim> claims_in(const EventAnswer& answer, const std::string& doc) {
  std::vector<Claim> claims;
  for (const ClaimRow& row : answer.claims) {
    if (row.claim.doc == doc) {
      claims.push_back(row.claim);
    }
  }
  return claims;
}

std::optional<Republication> republication_between(Happenings& happenings, const std::string& a, const std::string& b) {
  for (Republication& one : happenings.republications_of(a)) {
    if (one.from == b || one.to == b) {
      return std::move(one);
    }
  }
  return std::nullopt;
}

bool tells(const Event& event, const std::string& doc) {
  return std::any_of(event.claims.begin(), event.claims.end(), [&](const ClaimRef& ref) { return ref.doc == doc; });
}

std::vector<SharedEvent> shared_events(const store::Store& store, Happenings& happenings, const StoredReport& a,
                                       const std::string& b) {
  std::vector<SharedEvent> events;
  for (Event& event : happenings.events_of(refs_of(a.claims))) {
    if (!tells(event, b)) {
      continue;
    }
    SharedEvent shared{event_answer(std::move(event), store), {}, {}, {}};
    shared.in_a = claims_in(shared.answer, a.text.id);
    shared.in_b = claims_in(shared.answer, b);
    shared.differing = differing_in(shared.answer.event, a.text.id, b);
    events.push_back(std::move(shared));
  }
  const auto day = [](const SharedEvent& event) {
    return event.answer.time.from.value_or(event.answer.time.to.value_or(Day::max()));
  };
  std::sort(events.begin(), events.end(), [&](const SharedEvent& one, const SharedEvent& other) {
    return std::pair(day(one), one.answer.event.id) < std::pair(day(other), other.answer.event.id);
  });
  return events;
}

}  // namespace

Expected<PairAnswer> compare_pair(const PairRequest& request) {
  const auto store = store::open_store(request.db, {});
  Happenings happenings(*store, request.as_of);
  auto one = happenings.report(request.a);
  auto other = happenings.report(request.b);
  if (!one || !other) {
    return fail(ErrorKind::not_found, "no document '" + (one ? request.b : request.a) + "' in " + request.db +
                                          (request.as_of ? " as of " + to_iso(*request.as_of) : ""));
  }
  if (request.a == request.b) {
    return fail(ErrorKind::bad_input, "'" + request.a + "' is one document; name two");
  }
  PairAnswer answer{
      std::move(*one), std::move(*other), republication_between(happenings, request.a, request.b), {}, 0, 0};
  answer.events = shared_events(*store, happenings, answer.a, request.b);
  answer.only_a = answer.a.claims.size();
  answer.only_b = answer.b.claims.size();
  for (const SharedEvent& event : answer.events) {
    answer.only_a -= event.in_a.size();
    answer.only_b -= event.in_b.size();
  }
  return answer;
}

}  // namespace hearsay::actions
