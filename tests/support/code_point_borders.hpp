// SPDX-License-Identifier: Apache-2.0
// Whether an offset splits a code point: what every span must not do.
#pragma once
#include <cstdint>
#include <string_view>

namespace hearsay::tests {

/// Whether byte `at` begins a code point of well-formed UTF-8, or ends the text.
inline bool is_border(std::string_view text, std::uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

}  // namespace hearsay::tests
