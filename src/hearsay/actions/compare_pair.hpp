// SPDX-License-Identifier: Apache-2.0
// Two reports side by side: what `hearsay compare A B` asks.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>

namespace hearsay::actions {

/// An event that both reports tell, with what each says of it.
struct SharedEvent {
  EventAnswer answer;  // with the claims of all reports
  std::vector<Claim> in_a, in_b;
  std::vector<Contested> differing;  // its contested fields, with the claims of these two reports only
};

struct PairAnswer {
  StoredReport a, b;
  std::optional<Republication> republication;  // spans: in_from is into `from`, which may be b
  std::vector<SharedEvent> events;             // in order of time
  std::size_t only_a = 0, only_b = 0;          // claims whose event the other does not tell
};

struct PairRequest {
  std::string db, a, b;
  std::optional<Day> as_of{};
};

/// An error when one of the documents is not in the store.
Expected<PairAnswer> compare_pair(const PairRequest& request);

}  // namespace hearsay::actions
