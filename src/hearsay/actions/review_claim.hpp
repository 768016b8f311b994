// SPDX-License-Identifier: Apache-2.0
// What people say of claims: added, never taken back, listed.
#pragma once
#include <string>
#include <vector>

#include <hearsay/base/error.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::actions {

using store::Review;

struct ReviewRequest {
  std::string db;
  std::string claim;                    // id, or six digits and more of it
  std::string verdict, note, reviewer;  // verdict: "right", "wrong" or "unsure"
  std::string at;                       // ISO 8601, UTC; the caller's clock
};

/// Adds a review; an error when no claim, or more than one, has that id.
Expected<Review> review_claim(const ReviewRequest& request);

/// All reviews of a store, by document and claim, of one claim in the order in which they came.
std::vector<Review> list_reviews(const std::string& db);

}  // namespace hearsay::actions
