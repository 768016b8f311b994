// SPDX-License-Identifier: Apache-2.0
// Reads .case files: what a report means, written by people of the field.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace hearsay::tests {

/// One line of a case: "claim type=ASSAULT place=darayya" is key "claim", value "type=ASSAULT place=darayya".
/// Indented lines are the details of the line above.
struct CaseLine {
  std::string key, value;
  std::size_t line = 0;
  std::vector<CaseLine> details;
};

/// One story. A file may hold several, each begun by "# story: ...".
struct Case {
  std::filesystem::path file;
  std::string story;
  std::vector<CaseLine> lines;
  /// The value of the first line with this key, or "".
  std::string value(const std::string& key) const;
  /// "tests/cases/claims/denial.case: denial keeps the content"
  std::string label() const;
};

/// All cases of a file; lines "text" that follow each other are joined with a newline.
std::vector<Case> read_cases(const std::filesystem::path& file);

/// All cases of all *.case files under a folder, in name order.
std::vector<Case> read_case_folder(const std::filesystem::path& folder);

/// "type=ASSAULT place=darayya" as pairs; a value may be quoted: name="two words".
std::vector<std::pair<std::string, std::string>> read_pairs(const std::string& value);

}  // namespace hearsay::tests
