// SPDX-License-Identifier: Apache-2.0
// JSON text read and written in one pass, without a tree between: a store of many claims is read all day.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hearsay::store::detail {

/// The text is no JSON, or not what was asked for.
class BadJson : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Appends `text` in quotation marks with the escapes that JSON asks for.
void write_string(std::string& to, std::string_view text);
/// The shortest spelling that reads back equal; not-a-number and infinities, which JSON lacks, as null.
void write_number(std::string& to, double number);

/// Reads value after value from the front. Every method skips white space before and throws BadJson where something
/// else stands. The text must outlive the reader.
class JsonText {
 public:
  explicit JsonText(std::string_view text) : m_left(text) {}

  /// Whether the next value is null; steps over it if so.
  bool null();
  bool boolean();
  double number();
  std::int64_t integer();
  std::string string();
  /// Into `buffer` where the string has escapes, else a view of the text.
  std::string_view string(std::string& buffer);
  /// After '[' or '{': steps in. next() then says whether another element or member follows and steps over the comma,
  /// and at the end over the bracket.
  void enter(char bracket);
  bool next(char closing, bool first);
  /// Steps over ':' after a member's name.
  void colon();
  /// Steps over a value of any kind; nesting deeper than 64 is BadJson.
  void skip(int depth = 0);
  /// Nothing but white space may be left.
  void end();

 private:
  char peek();
  void expect(char sign);
  void read_escape(std::string& to);
  std::uint32_t read_hex();
  std::string_view m_left;
};

}  // namespace hearsay::store::detail
