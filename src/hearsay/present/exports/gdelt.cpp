// SPDX-License-Identifier: Apache-2.0
// GDELT 2.0 event and mention tables (codebook V2.0 of 2015-02-19).
#include <hearsay/present/exports/interchange.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace hearsay::present {

namespace {

using Cells = std::vector<std::string>;

/// Tabs and line breaks cannot stand in a cell.
std::string line_of(Cells cells) {
  std::string out;
  for (std::string& cell : cells) {
    std::replace_if(
        cell.begin(), cell.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    out += (out.empty() ? "" : "\t") + cell;
  }
  return out + "\n";
}

/// The first 52 bits of our id: a whole number that a double holds too.
std::string number_of(const ClaimId& id) {
  const std::string hex = to_hex(id).substr(0, 13);
  std::uint64_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return std::to_string(number);
}

std::string compact(Day day) {
  std::string iso = to_iso(day);
  std::erase(iso, '-');
  return iso;
}

std::string stamp(const std::optional<Day>& day) {
  return day ? compact(*day) + "000000" : "";
}

/// The year and the share of it that has passed, by GDELT's formula.
std::string fraction_date(Day day) {
  const std::chrono::year_month_day ymd(day);
  const unsigned passed = (unsigned(ymd.month()) - 1) * 30 + unsigned(ymd.day());
  return fmt::format("{:.4f}", int(ymd.year()) + passed / 365.0);
}

void put_actor(Cells& cells, const std::vector<Participant>& whos, const actions::Codes& codes) {
  const actions::ActorCodes known = whos.empty() ? actions::ActorCodes{} : codes.actor(whos.front());
  const Cells actor = {known.country.iso3 + known.cameo,
                       whos.empty() ? "" : whos.front().name,
                       known.country.iso3,
                       "",
                       "",
                       "",
                       "",
                       known.cameo,
                       "",
                       ""};
  cells.insert(cells.end(), actor.begin(), actor.end());
}

/// 1 country, 2 US state, 3 US city, 4 other city or site, 5 other province; 0 unplaced.
std::string geo_type(const PlaceRef& at) {
  if (at.feature.starts_with("PCL")) {
    return "1";
  }
  const bool province = at.feature == "ADM1" || at.feature == "RGN";
  return at.country == "US" ? (province ? "2" : "3") : (province ? "5" : "4");
}

void put_place(Cells& cells, const std::optional<ClaimPlace>& place, const actions::Codes& codes) {
  if (!place || !place->at.lat || !place->at.lon) {
    cells.insert(cells.end(), {"0", "", "", "", "", "", "", ""});
    return;
  }
  const actions::CountryCodes country = codes.country(place->at.country);
  std::string name = place->name;
  for (const std::string& part : {codes.divisions(*place).admin1, country.name}) {
    name += part.empty() || part == place->name ? "" : ", " + part;
  }
  cells.insert(cells.end(), {geo_type(place->at), name, country.fips, country.fips, "",
                             fmt::format("{:g}", *place->at.lat), fmt::format("{:g}", *place->at.lon), ""});
}

/// Title and first paragraph.
bool in_lead(const actions::ExportedClaim& one) {
  const std::string& text = one.report->text.text;
  const std::size_t first = text.find("\n\n");
  const std::size_t second = first == std::string::npos ? first : text.find("\n\n", first + 2);
  return one.row.claim.trigger.begin < second;
}

std::string address_of(const actions::ExportedClaim& one) {
  return one.report->text.url.empty() ? one.row.claim.doc : one.report->text.url;
}

std::size_t reports_of(const actions::ExportedEvent& event) {
  std::set<std::string> docs;
  for (const actions::ExportedClaim& one : event.claims) {
    docs.insert(one.row.claim.doc);
  }
  return docs.size();
}

bool goes_out(const actions::ExportedEvent& event, const actions::Codes& codes) {
  return spokes_claim(event) != nullptr && filed_day(event) &&
         !codes.cameo(event.answer.event.type, event.answer.event.mode).code.empty();
}

std::string offset(const std::vector<Participant>& whos, const CodePoints& points) {
  return whos.empty() ? "-1" : std::to_string(points.at_byte(whos.front().span.begin));
}

std::string mention(const actions::ExportedEvent& event, const actions::ExportedClaim& one) {
  const Claim& claim = one.row.claim;
  const std::string& text = one.report->text.text;
  const CodePoints points(text);
  const auto& published = one.row.published.from ? one.row.published.from : one.row.published.to;
  return line_of({number_of(event.answer.event.id), stamp(filed_day(event)), stamp(published),
                  one.report->text.url.empty() ? "2" : "1", one.row.outlet_name, address_of(one),
                  "-1",  // the store keeps sentences by place, not by number
                  offset(claim.actors, points), offset(claim.recipients, points),
                  std::to_string(points.at_byte(claim.trigger.begin)), "1",
                  std::to_string(10 * std::lround(10 * claim.confidence)),
                  std::to_string(points.at_byte(static_cast<std::uint32_t>(text.size()))), "", "", ""});
}

}  // namespace

std::string gdelt_event(const actions::ExportedEvent& exported, const actions::Codes& codes) {
  if (!goes_out(exported, codes)) {
    return "";
  }
  const Event& event = exported.answer.event;
  const actions::ExportedClaim& spokes = *spokes_claim(exported);
  const Day day = *filed_day(exported);
  const std::string date = compact(day);
  const actions::CameoCode cameo = codes.cameo(event.type, event.mode);
  Cells cells = {number_of(event.id), date, date.substr(0, 6), date.substr(0, 4), fraction_date(day)};
  put_actor(cells, spokes.row.claim.actors, codes);
  put_actor(cells, spokes.row.claim.recipients, codes);
  const bool root = std::any_of(exported.claims.begin(), exported.claims.end(), in_lead);
  cells.insert(cells.end(), {root ? "1" : "0", cameo.code, cameo.code.substr(0, 3), cameo.code.substr(0, 2),
                             std::to_string(codes.quad(spokes.row.claim.plover)), cameo.goldstein,
                             std::to_string(exported.claims.size()), std::to_string(event.sources),
                             std::to_string(reports_of(exported)), ""});
  put_place(cells, std::nullopt, codes);  // where the actors are from is not told
  put_place(cells, std::nullopt, codes);
  put_place(cells, spokes.row.claim.place, codes);
  const auto seen = first_seen(exported);
  cells.insert(cells.end(), {stamp(seen ? *seen : day), address_of(spokes)});
  return line_of(std::move(cells));
}

std::string gdelt_mentions(const actions::ExportedEvent& event, const actions::Codes& codes) {
  std::string out;
  if (goes_out(event, codes)) {
    for (const actions::ExportedClaim& one : event.claims) {
      out += mention(event, one);
    }
  }
  return out;
}

}  // namespace hearsay::present
