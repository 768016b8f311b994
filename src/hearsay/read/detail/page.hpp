// SPDX-License-Identifier: Apache-2.0
// HTML source to a flat tree of plain nodes.
#pragma once
#include <string_view>

#include <hearsay/types/report.hpp>

namespace hearsay::read::detail {

/// The page as browsers would build it (HTML 5 parsing by libgumbo), in document order. `raw` counts bytes of `html`.
///
/// Left out: comments, style sheets and scripts other than JSON-LD. Elements nested deeper than max_depth lose their
/// tags and keep their text, formatting left open ends with its block, and a tag has at most a few hundred attributes,
/// since libgumbo's time is quadratic in all three. So it takes time in proportion to the bytes, whatever they are.
/// The source must be valid UTF-8 and below 4 GiB.
Page parse_page(std::string_view html, std::size_t max_depth);

}  // namespace hearsay::read::detail
