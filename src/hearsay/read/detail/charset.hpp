// SPDX-License-Identifier: Apache-2.0
// Which encoding the bytes are in, and the way from there to UTF-8.
#pragma once
#include <string>
#include <string_view>

namespace hearsay::read::detail {

struct DecodedText {
  std::string text;          // valid UTF-8, without byte order mark
  std::string charset;       // "UTF-8", "windows-1252", ... (ICU's or the IANA name)
  std::size_t replaced = 0;  // ill-formed sequences that became U+FFFD
};

/// Valid UTF-8 out of any bytes. In this order: byte order mark; well-formed UTF-8; what an HTML page declares (as
/// browsers take the labels: ISO-8859-1 means windows-1252); UTF-8 with a few broken places; ICU's detector; and
/// where its guess makes no plausible words either, UTF-8 with every broken place replaced.
/// Well-formed UTF-8 goes before the declaration because it is practically never an accident, wrong declarations are.
/// `label`: what came with the bytes from outside, such as an HTTP header; it counts where the page declares nothing.
DecodedText decode_text(std::string_view bytes, bool is_html, std::string_view label = {});

/// Whether the bytes are a picture, a program or an archive rather than text in any encoding: more than one control
/// character in fifty, and no sign of UTF-16.
bool is_binary(std::string_view bytes);

/// The charset that an HTML page or XML file declares in its first 4 KiB; "" when there is none.
std::string declared_charset(std::string_view bytes);

}  // namespace hearsay::read::detail
