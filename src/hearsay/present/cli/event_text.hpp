// SPDX-License-Identifier: Apache-2.0
// One event in a few lines: when, where, what, says who, and what is contested.
#pragma once
#include <map>
#include <string>

#include <hearsay/actions/ask.hpp>

namespace hearsay::present {

/// At most `width` columns wide.
std::string event_text(const actions::EventAnswer& answer, std::size_t width);

}  // namespace hearsay::present
