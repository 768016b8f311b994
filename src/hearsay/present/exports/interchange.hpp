// SPDX-License-Identifier: Apache-2.0
// Records of other programs' formats (docs/formats/exports.md). Functions that return "" have nothing to say in that
// format.
#pragma once
#include <string>

#include <hearsay/actions/export_store.hpp>
#include <hearsay/present/exports/json.hpp>

namespace hearsay::present {

/// One object of PLOVER 2.0 JSON; null for STATE and for what is denied.
Json plover_json(const actions::ExportedClaim& claim, const actions::Codes& codes);

/// GDELT 2.0, tab-separated with line end: 61 columns, one row an event; "" when it has no CAMEO code, no day, or no
/// claim that asserts it.
std::string gdelt_event(const actions::ExportedEvent& event, const actions::Codes& codes);
/// 16 columns, one row a claim of such an event.
std::string gdelt_mentions(const actions::ExportedEvent& event, const actions::Codes& codes);

/// ACLED-style CSV, columns since March 2023; "" when ACLED lists no such events or no claim asserts it on some day.
std::string acled_header();
std::string acled_row(const actions::ExportedEvent& event, const actions::Codes& codes);

/// One Feature (RFC 7946); geometry null where the place is in no gazetteer.
Json geojson_feature(const actions::ExportedClaim& claim);

/// A row as evaluate.py reads them; null unless the last review says "right".
Json gold_json(const actions::ExportedClaim& claim);

/// A claim as `claims` prints it, with `reviews` where there are any.
Json reviewed_claim_json(const actions::ExportedClaim& claim, const CodePoints& points);

/// The first claim that asserts the event, preferring one with a place and one with an actor; null when none does.
const actions::ExportedClaim* spokes_claim(const actions::ExportedEvent& event);
/// The day under which the event is filed: its first known day, else the day of its first report.
std::optional<Day> filed_day(const actions::ExportedEvent& event);
/// The first day on which a report of the event was published.
std::optional<Day> first_seen(const actions::ExportedEvent& event);

}  // namespace hearsay::present
