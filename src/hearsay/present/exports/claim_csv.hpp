// SPDX-License-Identifier: Apache-2.0
// Claims as CSV (RFC 4180), one row a claim, lists joined with "; ".
#pragma once
#include <string>
#include <string_view>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/types/claim.hpp>

namespace hearsay::present {

std::string claim_csv_header();
/// Offsets in code points of `text`, which `points` was made from.
std::string claim_csv_row(const Claim& claim, std::string_view text, const CodePoints& points);

}  // namespace hearsay::present
