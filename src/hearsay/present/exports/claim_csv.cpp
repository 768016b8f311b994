// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/table.hpp>
#include <hearsay/present/exports/claim_csv.hpp>
#include <hearsay/present/exports/or_null.hpp>

#include <fmt/format.h>

namespace hearsay::present {

namespace {

template <class Items, class Text>
std::string joined(const Items& items, const Text& text) {
  std::string out;
  for (const auto& item : items) {
    out += (out.empty() ? "" : "; ") + text(item);
  }
  return out;
}

}  // namespace

std::string claim_csv_header() {
  return csv_line({"doc",    "id",     "begin",      "end",       "trigger",     "type",      "mode",
                   "status", "actors", "recipients", "place",     "lat",         "lon",       "radius_km",
                   "from",   "to",     "quantities", "equipment", "attribution", "anonymous", "sentence"});
}

std::string claim_csv_row(const Claim& claim, std::string_view text, const CodePoints& points) {
  const auto name = [](const auto& item) { return item.name; };
  const PlaceRef where = claim.place ? claim.place->at : PlaceRef{};
  const DateRange when = claim.time ? claim.time->at.range : DateRange{};
  return csv_line({claim.doc,
                   to_hex(claim.id),
                   std::to_string(points.at_byte(claim.trigger.begin)),
                   std::to_string(points.at_byte(claim.trigger.end)),
                   std::string(text_of(text, claim.trigger)),
                   claim.type,
                   claim.mode,
                   std::string(to_string(claim.status)),
                   joined(claim.actors, name),
                   joined(claim.recipients, name),
                   claim.place ? claim.place->name : "",
                   number_or_nothing(where.lat),
                   number_or_nothing(where.lon),
                   where.lat ? fmt::format("{:g}", where.radius_km) : "",
                   day_or_nothing(when.from),
                   day_or_nothing(when.to),
                   joined(claim.quantities,
                          [](const ClaimQuantity& q) {
                            return fmt::format("{}..{} {}", number_or_nothing(q.amount.min),
                                               number_or_nothing(q.amount.max), q.amount.what);
                          }),
                   joined(claim.equipment, name),
                   joined(claim.attribution, name),
                   claim.anonymous ? "yes" : "no",
                   std::string(text_of(text, claim.sentence))});
}

}  // namespace hearsay::present
