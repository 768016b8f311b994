// SPDX-License-Identifier: Apache-2.0
// Claims, events and sources in words short enough for a table.
#pragma once
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/present/cli/screen.hpp>

namespace hearsay::present {

/// "1 claim", "2 claims"
std::string counted(std::size_t count, std::string_view what);
/// "ASSAULT/shelling"
std::string type_of(const Claim& claim);
/// "Syrian government forces, Russia"; "?" when nobody is named
std::string names_of(const std::vector<Participant>& whos);
/// "Syrian government forces -> civilians"; only the sides that are named
std::string sides_of(const Claim& claim);
/// "Reuters > Syrian state TV"; "unnamed source" for an anonymous one; the outlet when the chain is empty
std::string voice_of(const Claim& claim, const std::string& outlet);
/// "6 killed, 32+ injured"; a part of another number is "among them 4 killed"
std::string amounts_of(const Claim& claim);
/// "2017-06-14", "2017-06-14..06-16", "2017-06", "2017", "until 2017-06-16", "?"
std::string days_of(const DateRange& range);
Colour colour_of(Status status);
/// The words of an entity's id, for want of its name: "levant:outlet/sky-news" is "sky news"
std::string words_of_entity(const std::string& entity);
/// "whole copy", "partly derived", "same wire", "shared quotation", "outlet's own furniture"
std::string readable(Reuse kind);

}  // namespace hearsay::present
