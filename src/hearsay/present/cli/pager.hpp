// SPDX-License-Identifier: Apache-2.0
// The program through which a user reads long output.
#pragma once
#include <string>
#include <string_view>

namespace hearsay::present {

/// $PAGER, else "less"; "" where the user wants none (PAGER is empty or "cat") or there is no such program.
std::string pager_command();

/// Runs the command in a shell and writes to it. LESS is "FRX" for it unless the user has set it: colours are shown,
/// and what fits one screen ends at once. While it runs, Ctrl-C is the pager's business.
class Pager {
 public:
  explicit Pager(const std::string& command);
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;
  ~Pager() { close(); }
  /// False when it could not be started.
  bool runs() const { return m_process > 0; }
  /// False when the reader has seen enough and left.
  bool write(std::string_view text);
  /// Tells the pager that this was all, and waits until the user leaves it.
  void close();

 private:
  int m_process = -1, m_pipe = -1;
};

}  // namespace hearsay::present
