// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/screen.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace hearsay::present {

namespace {

constexpr std::size_t k_narrowest = 20;
constexpr std::size_t k_usual_rows = 24;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t number_in(const char* name, std::size_t otherwise) {
  const std::string_view text = environment(name);
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() && value > 0 ? value : otherwise;
}

}  // namespace

std::string Screen::coloured(std::string_view text, Colour as) const {
  constexpr std::array<std::string_view, 7> k_codes = {"", "2", "1", "31", "32", "33", "34"};
  if (!colour || as == Colour::plain) {
    return std::string(text);
  }
  std::string out;
  while (!text.empty()) {  // a pager forgets colours at the end of a line
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      out.append("\x1b[").append(k_codes[static_cast<std::size_t>(as)]).append("m");
      out.append(text.substr(0, end)).append("\x1b[0m");
    }
    out += end < text.size() ? "\n" : "";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

Screen screen_of(const ScreenWishes& wishes) {
  Screen screen;
  screen.terminal = output_is_terminal();
  winsize size{};
  const bool known = screen.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  screen.width = known && size.ws_col > 0 ? size.ws_col : number_in("COLUMNS", 80);
  screen.width = std::max(screen.width, k_narrowest);
  if (screen.terminal) {
    screen.rows = known && size.ws_row > 0 ? size.ws_row : number_in("LINES", k_usual_rows);
  }
  const bool able = screen.terminal && environment("TERM") != "dumb";
  screen.colour = wishes.color == "always" || (wishes.color == "auto" && able && environment("NO_COLOR").empty());
  screen.pages = able && !wishes.no_pager;
  return screen;
}

bool output_is_terminal() {
  return isatty(STDOUT_FILENO) != 0;
}
bool errors_are_terminal() {
  return isatty(STDERR_FILENO) != 0;
}

}  // namespace hearsay::present
