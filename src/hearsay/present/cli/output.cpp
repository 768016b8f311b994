// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/error.hpp>
#include <hearsay/present/cli/output.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace hearsay::present {

namespace {

constexpr std::size_t k_buffer_bytes = 1U << 16U;

void write_all(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw Fatal(std::string("cannot write to standard output: ") + std::strerror(errno));
  }
}

}  // namespace

void Output::write(std::string_view text) {
  m_buffer += text;
  if (m_buffer.size() >= k_buffer_bytes) {
    write_all(m_buffer);
    m_buffer.clear();
  }
}

void Output::finish() {
  write_all(m_buffer);
  m_buffer.clear();
  if (std::fflush(stdout) != 0) {
    throw Fatal(std::string("cannot write to standard output: ") + std::strerror(errno));
  }
}

bool output_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}
bool errors_are_terminal() {
  return isatty(STDERR_FILENO) != 0;
}

std::size_t output_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  std::size_t columns = 80;
  if (const char* set = std::getenv("COLUMNS")) {
    std::from_chars(set, set + std::strlen(set), columns);
  }
  return columns < 40 ? 40 : columns;
}

std::string coloured(std::string_view text, Colour colour) {
  static const bool wanted = output_is_terminal() && std::getenv("NO_COLOR") == nullptr;
  constexpr std::array<std::string_view, 7> k_codes = {"", "2", "1", "31", "32", "33", "34"};
  if (!wanted || colour == Colour::plain) {
    return std::string(text);
  }
  std::string out = "\x1b[";
  return out.append(k_codes[static_cast<std::size_t>(colour)]).append("m").append(text).append("\x1b[0m");
}

}  // namespace hearsay::present
