// SPDX-License-Identifier: Apache-2.0
// Whether two claims may speak of the same people and the same kind of act.
#pragma once
#include <algorithm>
#include <vector>

#include <hearsay/types/claim.hpp>

namespace hearsay::claims::detail {

/// By entity where both have one, else by name.
inline bool same_participant(const Participant& a, const Participant& b) {
  return !a.entity.empty() && !b.entity.empty() ? a.entity == b.entity : a.name == b.name;
}

/// Whether two lists have somebody in common.
inline bool share(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Participant& one) {
    return std::any_of(b.begin(), b.end(), [&](const Participant& two) { return same_participant(one, two); });
  });
}

/// As share; an empty list may be anybody.
inline bool may_be_same(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return a.empty() || b.empty() || share(a, b);
}

/// An empty mode goes with every mode.
inline bool compatible_modes(const Claim& a, const Claim& b) {
  return a.mode.empty() || b.mode.empty() || a.mode == b.mode;
}

}  // namespace hearsay::claims::detail
