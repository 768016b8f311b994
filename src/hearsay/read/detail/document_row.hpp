// SPDX-License-Identifier: Apache-2.0
// One JSON object of a JSONL or JSON file as a report.
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/read/read.hpp>

namespace hearsay::read::detail {

/// One report a line; a bad line is a problem with its number, and the others are read. Empty lines are skipped.
/// `bytes` may be ill-formed UTF-8: what is broken becomes U+FFFD and is counted in its report.
void read_json_lines(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out);

/// A JSON file that is one document, or a list of them.
void read_json(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out);

}  // namespace hearsay::read::detail
