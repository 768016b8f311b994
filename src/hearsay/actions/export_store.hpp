// SPDX-License-Identifier: Apache-2.0
// What goes out of a store to other programs: claims with their reports, events, codes.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/codes.hpp>

namespace hearsay::actions {

/// A claim with the text its spans point into.
struct ExportedClaim {
  ClaimRow row;
  std::shared_ptr<const StoredReport> report;  // never null
  std::vector<Review> reviews;                 // in the order in which they came
};

/// In order of time, as Store::claims() gives them. `sink` is called once a claim.
void export_claims(const AskRequest& request, const std::function<void(const ExportedClaim&)>& sink);

struct ExportedEvent {
  EventAnswer answer;
  std::vector<ExportedClaim> claims;  // of answer.claims, in their order
};
void export_events(const AskRequest& request, const std::function<void(const ExportedEvent&)>& sink);

/// The codes of a theatre pack and of what it needs. Throws Fatal when there is no such pack.
Codes load_codes(const std::string& pack);

}  // namespace hearsay::actions
