// SPDX-License-Identifier: Apache-2.0
// A pull reader and two writers.
#include <hearsay/store/detail/json_text.hpp>

#include <fmt/format.h>
#include <charconv>
#include <cmath>
#include <iterator>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::store::detail {

namespace {

constexpr int k_deepest = 64;

std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != '"' && text[at] != '\\' && static_cast<unsigned char>(text[at]) >= 0x20) {
    ++at;
  }
  return at;
}

}  // namespace

void write_string(std::string& to, std::string_view text) {
  to += '"';
  while (true) {
    const std::size_t plain = plain_length(text);
    to.append(text.substr(0, plain));
    if (plain == text.size()) {
      break;
    }
    const char sign = text[plain];
    if (sign == '"' || sign == '\\') {
      to += {'\\', sign};
    } else {
      fmt::format_to(std::back_inserter(to), "\\u{:04x}", static_cast<unsigned>(sign));
    }
    text.remove_prefix(plain + 1);
  }
  to += '"';
}

void write_number(std::string& to, double number) {
  if (std::isfinite(number)) {
    fmt::format_to(std::back_inserter(to), "{}", number);
  } else {
    to += "null";
  }
}

char JsonText::peek() {
  while (!m_left.empty() && (m_left[0] == ' ' || m_left[0] == '\n' || m_left[0] == '\t' || m_left[0] == '\r')) {
    m_left.remove_prefix(1);
  }
  if (m_left.empty()) {
    throw BadJson("ends too early");
  }
  return m_left[0];
}

void JsonText::expect(char sign) {
  if (peek() != sign) {
    throw BadJson(fmt::format("'{}' where '{}' belongs", m_left[0], sign));
  }
  m_left.remove_prefix(1);
}

bool JsonText::null() {
  if (peek() != 'n') {
    return false;
  }
  if (!m_left.starts_with("null")) {
    throw BadJson("no value");
  }
  m_left.remove_prefix(4);
  return true;
}

bool JsonText::boolean() {
  const bool value = peek() == 't';
  const std::string_view word = value ? "true" : "false";
  if (!m_left.starts_with(word)) {
    throw BadJson("neither true nor false");
  }
  m_left.remove_prefix(word.size());
  return value;
}

double JsonText::number() {
  peek();
  double value = 0;
  const auto [end, error] = std::from_chars(m_left.data(), m_left.data() + m_left.size(), value);
  if (error != std::errc()) {
    throw BadJson("no number");
  }
  m_left.remove_prefix(static_cast<std::size_t>(end - m_left.data()));
  return value;
}

std::int64_t JsonText::integer() {
  peek();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(m_left.data(), m_left.data() + m_left.size(), value);
  if (error != std::errc()) {
    throw BadJson("no whole number");
  }
  m_left.remove_prefix(static_cast<std::size_t>(end - m_left.data()));
  return value;
}

std::string JsonText::string() {
  std::string buffer;
  return std::string(string(buffer));
}

std::string_view JsonText::string(std::string& buffer) {
  expect('"');
  std::size_t plain = plain_length(m_left);
  if (plain < m_left.size() && m_left[plain] == '"') {  // almost always
    const std::string_view text = m_left.substr(0, plain);
    m_left.remove_prefix(plain + 1);
    return text;
  }
  buffer.clear();
  while (plain < m_left.size() && m_left[plain] == '\\') {
    buffer.append(m_left.substr(0, plain));
    m_left.remove_prefix(plain + 1);
    read_escape(buffer);
    plain = plain_length(m_left);
  }
  buffer.append(m_left.substr(0, plain));
  m_left.remove_prefix(plain);
  expect('"');
  return buffer;
}

void JsonText::read_escape(std::string& to) {
  if (m_left.empty()) {
    throw BadJson("ends within a string");
  }
  const char sign = m_left[0];
  m_left.remove_prefix(1);
  constexpr std::string_view k_short = "\"\\/bfnrt", k_meant = "\"\\/\b\f\n\r\t";
  if (const auto at = k_short.find(sign); at != std::string_view::npos) {
    to += k_meant[at];
    return;
  }
  if (sign != 'u') {
    throw BadJson("an escape that JSON does not know");
  }
  std::uint32_t code = read_hex();
  if (code >= 0xd800 && code < 0xdc00 && m_left.starts_with("\\u")) {
    m_left.remove_prefix(2);
    code = 0x10000 + ((code - 0xd800) << 10) + ((read_hex() - 0xdc00) & 0x3ff);
  }
  append_utf8(to, static_cast<char32_t>(code));
}

std::uint32_t JsonText::read_hex() {
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(m_left.data(), m_left.data() + std::min<std::size_t>(4, m_left.size()), code, 16);
  if (error != std::errc() || end != m_left.data() + 4) {
    throw BadJson("an escape without four digits");
  }
  m_left.remove_prefix(4);
  return code;
}

void JsonText::enter(char bracket) {
  expect(bracket);
}

bool JsonText::next(char closing, bool first) {
  if (peek() == closing) {
    m_left.remove_prefix(1);
    return false;
  }
  if (!first) {
    expect(',');
  }
  return true;
}

void JsonText::colon() {
  expect(':');
}

void JsonText::skip(int depth) {
  if (depth > k_deepest) {
    throw BadJson("nested too deep");
  }
  std::string buffer;
  switch (peek()) {
    case '"':
      string(buffer);
      return;
    case '{':
    case '[': {
      const bool object = m_left[0] == '{';
      enter(m_left[0]);
      for (bool first = true; next(object ? '}' : ']', first); first = false) {
        if (object) {
          string(buffer);
          colon();
        }
        skip(depth + 1);
      }
      return;
    }
    case 't':
    case 'f':
      boolean();
      return;
    case 'n':
      null();
      return;
    default:
      number();
  }
}

void JsonText::end() {
  if (m_left.find_first_not_of(" \n\t\r") != std::string_view::npos) {
    throw BadJson("goes on after its end");
  }
}

}  // namespace hearsay::store::detail
