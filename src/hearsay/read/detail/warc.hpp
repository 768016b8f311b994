// SPDX-License-Identifier: Apache-2.0
// Web archives (ISO 28500, WARC 1.0 and 1.1).
#pragma once
#include <string_view>

#include <hearsay/read/read.hpp>

namespace hearsay::read::detail {

/// The pages and texts of an unpacked archive: records of type response (HTTP status 200), resource and conversion
/// whose content type is HTML or plain text. Others - requests, metadata, redirects, pictures - are no reports and
/// passed over. A record that breaks off or cannot be decoded is a problem with its number; one that breaks off ends
/// the reading. The id and url of a report are its target address, `retrieved` is the record's date.
void read_warc(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out);

}  // namespace hearsay::read::detail
