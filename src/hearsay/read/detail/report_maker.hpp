// SPDX-License-Identifier: Apache-2.0
// The last step of every reader: limits, page, identity.
#pragma once
#include <hearsay/read/read.hpp>

namespace hearsay::read::detail {

/// Checks the sizes, parses the page of an HTML report, and fills in what is still empty of id and doc.
/// Fails when the text is empty or larger than its limit.
Expected<RawReport> finish_report(RawReport report, const Limits& limits);

}  // namespace hearsay::read::detail
