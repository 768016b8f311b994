// SPDX-License-Identifier: Apache-2.0
// UTF-8: checking, repairing, decoding, and the way from bytes to code points.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Repaired {
  std::string text;          // valid UTF-8
  std::size_t replaced = 0;  // how many ill-formed sequences became U+FFFD
};

/// Valid UTF-8 out of any bytes; ill-formed sequences become U+FFFD as in the Unicode Standard, section 3.9 (maximal
/// subparts).
Repaired repair_utf8(std::string_view bytes);

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

struct Decoded {
  char32_t code = 0;
  std::uint32_t length = 1;  // bytes taken
};

/// The code point that begins at `at`. The text must be well-formed and at < size.
Decoded decode_at(std::string_view text, std::size_t at);

/// Append one code point as UTF-8.
void append_utf8(std::string& out, char32_t code);

/// Lower case of the whole Unicode range (ICU, root locale).
std::string to_lower(std::string_view text);

bool is_upper(char32_t code);
bool is_alpha(char32_t code);
bool is_digit(char32_t code);
bool is_space(char32_t code);

/// Byte offsets to code point offsets of one text. Building is O(bytes), asking is O(1) for ASCII text and O(64) else.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  /// Code points before byte `at` (which must begin a code point or be the end).
  std::uint32_t at_byte(std::uint32_t at) const;
  /// The byte where code point number `index` begins.
  std::uint32_t to_byte(std::uint32_t index) const;
  std::uint32_t count() const { return m_count; }

 private:
  std::string_view m_text;              // must outlive this object
  std::vector<std::uint32_t> m_before;  // code points before each 64-byte block; empty for pure ASCII
  std::uint32_t m_count = 0;
};

}  // namespace hearsay
