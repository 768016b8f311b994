// SPDX-License-Identifier: Apache-2.0
// gzip and zstd, with an end to what a small archive may unfold to.
#pragma once
#include <string>
#include <string_view>

#include <hearsay/base/error.hpp>

namespace hearsay::read::detail {

bool is_gzip(std::string_view bytes);
bool is_zstd(std::string_view bytes);

/// All members of a gzip file one after the other (RFC 1952). Fails when the data ends early, is damaged, or unfolds to
/// more than max_bytes; zero padding behind the last member is allowed, other rubbish there is not.
Expected<std::string> unpack_gzip(std::string_view bytes, std::size_t max_bytes);

/// All frames of a zstd file (RFC 8878), as unpack_gzip().
Expected<std::string> unpack_zstd(std::string_view bytes, std::size_t max_bytes);

}  // namespace hearsay::read::detail
