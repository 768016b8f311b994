// SPDX-License-Identifier: Apache-2.0
// One event in a few lines: when, where, what, says who, and what is contested.
#pragma once
#include <map>
#include <string>

#include <hearsay/actions/ask.hpp>

namespace hearsay::present {

/// A contested value as the event's claims name it: "SDF" for its entity; others stay as they are.
std::string readable_value(const actions::EventAnswer& answer, const std::string& value);

/// At most `width` columns wide.
std::string event_text(const actions::EventAnswer& answer, std::size_t width);

}  // namespace hearsay::present
