// SPDX-License-Identifier: Apache-2.0
// The program's JSON, as docs/formats promises it: offsets in Unicode code points, one object a value.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/code_reports.hpp>
#include <hearsay/actions/list_sources.hpp>
#include <hearsay/base/text/utf8.hpp>

namespace hearsay::present {

using Json = nlohmann::ordered_json;

Json clean_json(const CleanText& text);
Json mentions_json(const CleanText& text, const Links& links, const Marked& marked);
Json quotes_json(const CleanText& text, const std::vector<Attribution>& attributions);
/// `text` is the text of the claim's document; `points` was made from it.
Json claim_json(const Claim& claim, std::string_view text, const CodePoints& points);
Json event_json(const actions::EventAnswer& answer);
Json source_json(const actions::SourceAnswer& source);
Json republication_json(const Republication& copy);
Json review_json(const store::Review& review);
/// What values of one field the claims give, each with its claims.
Json contested_json(const Contested& contested);
/// [{"doc", "id"}]
Json refs_json(const std::vector<ClaimRef>& refs);

/// One line of JSON; ill-formed strings (there should be none) are replaced, not thrown at.
std::string to_line(const Json& json);

}  // namespace hearsay::present
