// SPDX-License-Identifier: Apache-2.0
// News feeds: RSS 0.9x to 2.0 and Atom.
#pragma once
#include <string_view>

#include <hearsay/read/read.hpp>

namespace hearsay::read::detail {

/// One report an item: its full content where the feed has it, else its summary; as HTML where it has markup. The id
/// and url are the item's link, the outlet is the feed's title. An item without any text is a problem with its number.
void read_feed(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out);

}  // namespace hearsay::read::detail
