// SPDX-License-Identifier: Apache-2.0
// Modes told by words beside the trigger, and the PLOVER type a claim is exported as.
#pragma once
#include <string>

#include <hearsay/claims/detail/draft.hpp>

namespace hearsay::claims::detail {

/// Gives an event without mode the one its means tell: "struck ... with drones", "jets attacked".
void tell_mode(const Reading& in, Draft& draft);

/// PLOVER 2.0 by status: planned AID, CONSULT, SUPPORT, COOPERATE are AGREE; planned RETREAT is CONCEDE; possible
/// ASSAULT is THREATEN only where its actor threatens; own types give "".
std::string plover_type(const RuleBook& book, const Claim& claim);

}  // namespace hearsay::claims::detail
