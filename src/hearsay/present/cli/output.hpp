// SPDX-License-Identifier: Apache-2.0
// Standard output that notices when it cannot be written, and goes through a pager where it is long.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include <hearsay/present/cli/pager.hpp>
#include <hearsay/present/cli/screen.hpp>

namespace hearsay::present {

/// Whoever reads our output has closed it: nothing is left to do, and nothing went wrong. Caught once, in cli.cpp.
struct ReaderLeft {};

/// Buffers and writes to standard output. A full disk is Fatal, a reader that goes away ReaderLeft. On a screen that
/// pages, what is longer than the screen goes through the pager.
class Output {
 public:
  Output() = default;
  explicit Output(const Screen& screen) : m_screen(screen) {}
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
  void flush();
  bool fills_screen() const;

  Screen m_screen;
  std::string m_buffer;
  std::unique_ptr<Pager> m_pager;
};

}  // namespace hearsay::present
