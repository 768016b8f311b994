// SPDX-License-Identifier: Apache-2.0
// From what the user named - files, folders, "-" - to bytes.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <hearsay/base/error.hpp>

namespace hearsay::actions {

/// Something that was left out, and why; printed on standard error, and the run exits with 1.
struct Skip {
  std::string input, reason;
};

struct InputList {
  std::vector<std::string> files;  // sorted, each once; "-" for standard input comes last
  std::vector<Skip> skips;         // not there, not readable, a folder without reports
  std::size_t other_files = 0;     // files in folders whose endings no reader knows: left alone, counted
};

/// Folders are walked; hidden files and unknown endings in them are left alone. Files named by the user are always
/// taken.
InputList list_inputs(const std::vector<std::string>& named);

/// The bytes of one file or of standard input; at most `max_bytes`.
Expected<std::string> load_input(const std::string& file, std::uint64_t max_bytes);

}  // namespace hearsay::actions
