// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/claim_lines.hpp>

#include <fmt/format.h>

#include <set>

namespace hearsay::present {

std::string type_of(const Claim& claim) {
  return claim.mode.empty() ? claim.type : claim.type + "/" + claim.mode;
}

std::string names_of(const std::vector<Participant>& whos) {
  std::string out;
  for (const Participant& who : whos) {
    out += (out.empty() ? "" : ", ") + who.name;
  }
  return out.empty() ? "?" : out;
}

std::string voice_of(const Claim& claim, const std::string& outlet) {
  std::string out = outlet;
  for (const Voice& voice : claim.attribution) {
    const std::string name = voice.name.empty() ? "unnamed source" : voice.name;
    out += (out.empty() ? "" : " > ") + name;
  }
  if (claim.attribution.empty() && claim.anonymous) {
    out += " (hearsay)";
  }
  return out.empty() ? "(unknown outlet)" : out;
}

std::string amounts_of(const Claim& claim) {
  std::set<std::string> told;  // headline and body give the same amount twice
  std::string out;
  for (const ClaimQuantity& quantity : claim.quantities) {
    const QuantityRef& amount = quantity.amount;
    std::string number = "?";
    if (amount.min && amount.max && *amount.min == *amount.max) {
      number = fmt::format("{}{:g}", amount.approximate ? "~" : "", *amount.min);
    } else if (amount.min && amount.max) {
      number = fmt::format("{:g}-{:g}", *amount.min, *amount.max);
    } else if (amount.min) {
      number = fmt::format("{:g}+", *amount.min);
    } else if (amount.max) {
      number = fmt::format("<={:g}", *amount.max);
    }
    const std::string one = number + (amount.what.empty() ? "" : " " + amount.what);
    if (told.insert(one).second) {
      out += (out.empty() ? "" : ", ") + one;
    }
  }
  return out;
}

std::string days_of(const DateRange& range) {
  if (!range.known()) {
    return "?";
  }
  if (range.exact()) {
    return to_iso(*range.from);
  }
  if (!range.from) {
    return "until " + to_iso(*range.to);
  }
  return range.to ? to_iso(*range.from) + ".." + to_iso(*range.to).substr(5) : "from " + to_iso(*range.from);
}

Colour colour_of(Status status) {
  switch (status) {
    case Status::asserted:
      return Colour::plain;
    case Status::denied:
      return Colour::red;
    case Status::planned:
      return Colour::blue;
    case Status::possible:
      return Colour::yellow;
  }
  return Colour::plain;
}

}  // namespace hearsay::present
