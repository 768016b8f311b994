// SPDX-License-Identifier: Apache-2.0
// Reviews in a line.
#pragma once
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/present/cli/output.hpp>

namespace hearsay::present {

/// "reviewed wrong by Ann on 2026-03-01: the toll is of another strike"
std::string review_line(const actions::Review& review);
Colour colour_of_verdict(const std::string& verdict);

}  // namespace hearsay::present
