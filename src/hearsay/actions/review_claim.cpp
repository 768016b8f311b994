// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/review_claim.hpp>

namespace hearsay::actions {

Expected<Review> review_claim(const ReviewRequest& request) {
  const auto store = store::open_store(request.db, {});
  const auto row = store->claim(request.claim);
  if (!row) {
    return fail(ErrorKind::not_found, "no claim '" + request.claim + "' in " + request.db);
  }
  Review review{{row->claim.doc, row->claim.id}, request.verdict, request.reviewer, request.note, request.at};
  store->put_review(review);
  return review;
}

std::vector<Review> list_reviews(const std::string& db) {
  return store::open_store(db, {})->reviews(std::nullopt);
}

}  // namespace hearsay::actions
