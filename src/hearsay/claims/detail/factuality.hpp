// SPDX-License-Identifier: Apache-2.0
// Does the voice say that it is so? Asserted, denied, planned or possible, by the scope of the tree.
#pragma once
#include <string>

#include <hearsay/claims/detail/triggers.hpp>

namespace hearsay::claims::detail {

struct Factuality {
  Status status = Status::asserted;
  std::string why;       // the word that decided, ""
  bool refused = false;  // negated future: "will not withdraw"
  bool future = false;
  bool averted = false;  // not denied, but kept from happening: "foiled", "to prevent"
};

/// Climbs from the event over infinitives, clauses and governing nouns; stops where another speaker or a relative
/// clause begins. Negation and modals count when they stand on the way.
Factuality read_factuality(const Reading& in, const Trigger& trigger);

}  // namespace hearsay::claims::detail
