// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/claim_lines.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

namespace hearsay::present {

namespace {

/// Whole years and months by their name, the year once where both ends have it.
std::string between(Day from, Day to) {
  const std::string begin = to_iso(from);
  const std::string end = to_iso(to);
  if (begin.substr(0, 4) != end.substr(0, 4)) {
    return begin + ".." + end;
  }
  if (begin.ends_with("-01-01") && end.ends_with("-12-31")) {
    return begin.substr(0, 4);
  }
  const std::chrono::year_month_day last(to);
  const bool whole_month = begin.ends_with("-01") && begin.substr(0, 7) == end.substr(0, 7) &&
                           Day(last.year() / last.month() / std::chrono::last) == to;
  return whole_month ? begin.substr(0, 7) : begin + ".." + end.substr(5);
}

}  // namespace

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

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

std::string sides_of(const Claim& claim) {
  if (claim.actors.empty() && claim.recipients.empty()) {
    return "(nobody named)";
  }
  const std::string who = claim.actors.empty() ? "(nobody named)" : names_of(claim.actors);
  return claim.recipients.empty() ? who : who + " -> " + names_of(claim.recipients);
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
    const std::string one =
        (amount.part_of.empty() ? "" : "among them ") + number + (amount.what.empty() ? "" : " " + amount.what);
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
  return range.to ? between(*range.from, *range.to) : "from " + to_iso(*range.from);
}

std::string words_of_entity(const std::string& entity) {
  std::string words = entity.substr(entity.find_last_of('/') + 1);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string readable(Reuse kind) {
  switch (kind) {
    case Reuse::identical:
      return "whole copy";
    case Reuse::republished:
      return "partly derived";
    case Reuse::same_wire:
      return "same wire";
    case Reuse::quotation:
      return "shared quotation";
    case Reuse::furniture:
      return "outlet's own furniture";
  }
  return "";
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
