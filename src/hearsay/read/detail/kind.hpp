// SPDX-License-Identifier: Apache-2.0
// What an input is, told by its name or by its first bytes, and the id that its name gives.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::read::detail {

enum class Kind : std::uint8_t { unknown, plain, html, json_lines, json, warc, feed };

/// By the last ending that is not a packer's: "x.html.gz" is html. Case does not matter.
Kind kind_of_name(std::string_view name);

/// By the first bytes of the unpacked input, UTF-8 or not; plain when nothing speaks for anything else.
Kind kind_of_bytes(std::string_view bytes);

/// The name without folder and without the endings we know, or without one short unknown ending: "a/b.v2.html.gz" is
/// "b.v2". Empty for standard input ("-").
std::string id_of_name(std::string_view name);

}  // namespace hearsay::read::detail
