// SPDX-License-Identifier: Apache-2.0
// An event as it stood when only some of its claims had been published.
#pragma once
#include <span>

#include <hearsay/compare/compare.hpp>

namespace hearsay::compare {

/// The event with those of its claims only that `kept` holds: voices are counted anew; values, differences and reasons
/// that rest on other claims are gone; what all agreed on, fewer agree on too, where two are left. `republications`:
/// those among the documents of the event. The id stays, so that an event can be followed through time.
Event cut_down(const Event& event, std::span<const Report> kept, std::span<const Republication> republications);

}  // namespace hearsay::compare
