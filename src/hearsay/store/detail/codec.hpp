// SPDX-License-Identifier: Apache-2.0
// Whole values to JSON text and back, for the body columns. Field names are those of the structs; absent fields keep
// their defaults, so that values written by an older program can be read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/store/store.hpp>

namespace hearsay::store::detail {

std::string encode(const Claim& claim);
Claim decode_claim(std::string_view json);

std::string encode(const Event& event);
Event decode_event(std::string_view json);

std::string encode(const Republication& republication);
Republication decode_republication(std::string_view json);

std::string encode(const std::vector<Attribution>& attributions);
std::vector<Attribution> decode_attributions(std::string_view json);

/// Everything of a report but its text, title, claims and attributions, which have columns and tables of their own.
std::string encode_about(const StoredReport& report);
void decode_about(std::string_view json, StoredReport& report);

/// 32 hexadecimal digits to a hash; anything else is a mistake of ours and gives a zero hash.
Hash128 hash_from_hex(std::string_view hex);

}  // namespace hearsay::store::detail
