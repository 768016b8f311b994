// SPDX-License-Identifier: Apache-2.0
// Claims, events and sources in words short enough for a table.
#pragma once
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/present/cli/output.hpp>

namespace hearsay::present {

/// "ASSAULT/shelling"
std::string type_of(const Claim& claim);
/// "Syrian government forces, Russia"; "?" when nobody is named
std::string names_of(const std::vector<Participant>& whos);
/// "Reuters > Syrian state TV"; "unnamed source" for an anonymous one; the outlet when the chain is empty
std::string voice_of(const Claim& claim, const std::string& outlet);
/// "6 killed, 32+ injured"
std::string amounts_of(const Claim& claim);
/// "2017-06-14", "2017-06-14..16", "until 2017-06-16", "?"
std::string days_of(const DateRange& range);
Colour colour_of(Status status);

}  // namespace hearsay::present
