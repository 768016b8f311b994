// SPDX-License-Identifier: Apache-2.0
// Standard output that notices when it cannot be written, and what the terminal can do.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::present {

/// Buffers and writes to standard output. A full disk or a closed pipe is Fatal, never silent.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  void write(std::string_view text);
  void line(std::string_view text) {
    write(text);
    write("\n");
  }
  /// Must be called once at the end; throws Fatal when anything could not be written.
  void finish();

 private:
  std::string m_buffer;
};

bool output_is_terminal();
bool errors_are_terminal();

/// Columns of the terminal, $COLUMNS, or 80.
std::size_t output_width();

enum class Colour { plain, dim, bold, red, green, yellow, blue };

/// The text in that colour when standard output is a terminal and NO_COLOR is unset; else as it is.
std::string coloured(std::string_view text, Colour colour);

}  // namespace hearsay::present
