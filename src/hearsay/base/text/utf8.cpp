// SPDX-License-Identifier: Apache-2.0
// UTF-8 helpers; classification and case mapping are ICU's.
#include <hearsay/base/text/utf8.hpp>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>

namespace hearsay {

namespace {

constexpr std::uint32_t k_block = 64;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// How many bytes from the first on are ASCII, as far as whole words of eight tell; at least the first one is.
std::size_t ascii_run(std::string_view text) {
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080ULL) != 0) {
      break;
    }
  }
  return std::max<std::size_t>(at, 1);
}

bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    if (data[at] < 0x80) {
      at += ascii_run(bytes.substr(at));
      continue;
    }
    // ICU's macro works on int32 offsets; four bytes are enough to look at.
    std::int32_t step = 0;
    const auto left = static_cast<std::int32_t>(std::min<std::size_t>(4, bytes.size() - at));
    UChar32 code = 0;
    U8_NEXT(data + at, step, left, code);
    if (code < 0) {
      return false;
    }
    at += static_cast<std::size_t>(step);
  }
  return true;
}

Repaired repair_utf8(std::string_view bytes) {
  Repaired result;
  result.text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    std::int32_t step = 0;
    const auto left = static_cast<std::int32_t>(std::min<std::size_t>(4, bytes.size() - at));
    UChar32 code = 0;
    U8_NEXT(data + at, step, left, code);
    if (code < 0) {
      result.text += "\xEF\xBF\xBD";
      ++result.replaced;
    } else {
      result.text.append(bytes.substr(at, static_cast<std::size_t>(step)));
    }
    at += static_cast<std::size_t>(step);
  }
  return result;
}

Decoded decode_at(std::string_view text, std::size_t at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  std::int32_t step = 0;
  UChar32 code = 0;
  U8_NEXT_UNSAFE(data, step, code);
  return {static_cast<char32_t>(code), static_cast<std::uint32_t>(step)};
}

void append_utf8(std::string& out, char32_t code) {
  char buffer[4];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(code));
  out.append(buffer, static_cast<std::size_t>(length));
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (char c : text) {
      out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower("", 0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                            status);
  return out;
}

// ASCII first: most of what is read, and ICU's tables cost ten times as much.
bool is_upper(char32_t code) {
  if (code < 0x80) {
    return code >= U'A' && code <= U'Z';
  }
  return u_isUUppercase(static_cast<UChar32>(code)) != 0;
}
bool is_alpha(char32_t code) {
  if (code < 0x80) {
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
  }
  return u_isUAlphabetic(static_cast<UChar32>(code)) != 0;
}
bool is_digit(char32_t code) {
  if (code < 0x80) {
    return code >= U'0' && code <= U'9';
  }
  return u_isdigit(static_cast<UChar32>(code)) != 0;
}
bool is_space(char32_t code) {
  if (code < 0x80) {
    return code == U' ' || (code >= U'\t' && code <= U'\r');
  }
  return u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}

CodePoints::CodePoints(std::string_view text) : m_text(text) {
  if (is_ascii(text)) {
    m_count = static_cast<std::uint32_t>(text.size());
    return;
  }
  m_before.reserve(text.size() / k_block + 1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % k_block == 0) {
      m_before.push_back(m_count);
    }
    m_count += starts_code_point(text[at]) ? 1U : 0U;
  }
}

std::uint32_t CodePoints::at_byte(std::uint32_t at) const {
  if (m_before.empty()) {
    return at;
  }
  if (at >= m_text.size()) {
    return m_count;
  }
  const std::uint32_t block = at / k_block;
  std::uint32_t count = m_before[block];
  for (std::uint32_t i = block * k_block; i < at; ++i) {
    count += starts_code_point(m_text[i]) ? 1U : 0U;
  }
  return count;
}

std::uint32_t CodePoints::to_byte(std::uint32_t index) const {
  if (m_before.empty()) {
    return std::min(index, static_cast<std::uint32_t>(m_text.size()));
  }
  if (index >= m_count) {
    return static_cast<std::uint32_t>(m_text.size());
  }
  const auto after = std::upper_bound(m_before.begin(), m_before.end(), index);
  const auto block = static_cast<std::uint32_t>(after - m_before.begin() - 1);
  std::uint32_t count = m_before[block];
  std::uint32_t at = block * k_block;
  // The first code point of a block may begin in it only after continuation bytes of the one before.
  while (true) {
    if (starts_code_point(m_text[at])) {
      if (count == index) {
        return at;
      }
      ++count;
    }
    ++at;
  }
}

}  // namespace hearsay
