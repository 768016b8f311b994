// SPDX-License-Identifier: Apache-2.0
// Results into a file that is there whole or not at all.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include <hearsay/present/cli/output.hpp>

namespace hearsay::present {

/// Writes to `file`, "" or "-" being standard output. A file appears under its name when finish() returns, by renaming;
/// until then, and when anything fails, what was there before stays. Failures are Fatal.
class ResultFile {
 public:
  explicit ResultFile(std::string file);
  ResultFile(const ResultFile&) = delete;
  ResultFile& operator=(const ResultFile&) = delete;
  ~ResultFile();
  void write(std::string_view text);
  void finish();

 private:
  [[noreturn]] void fail(const char* doing) const;

  std::string m_file, m_part;  // m_part: "" for standard output
  std::FILE* m_handle = nullptr;
  Output m_output;
};

}  // namespace hearsay::present
