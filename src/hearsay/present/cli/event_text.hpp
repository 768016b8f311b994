// SPDX-License-Identifier: Apache-2.0
// One event in a few lines: when, where, what, says who, and what is contested.
#pragma once
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/present/cli/screen.hpp>

namespace hearsay::present {

/// A contested value as the event's claims name it: "SDF" for its entity, also in "one + other"; others stay as they
/// are.
std::string readable_value(const actions::EventAnswer& answer, const std::string& value);

/// "number (contradiction)": the field, and how the values stand to each other.
std::string contested_title(const Contested& contested);

/// Numbers in the order of their size, all else as it comes.
std::vector<ContestedValue> in_order(const Contested& contested);

std::string event_text(const actions::EventAnswer& answer, const Screen& screen);

}  // namespace hearsay::present
