// SPDX-License-Identifier: Apache-2.0
#include "support/case_file.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace hearsay::tests {

namespace {

CaseLine split_line(const std::string& line, std::size_t number) {
  const std::size_t begin = line.find_first_not_of(' ');
  const std::size_t space = line.find_first_of(" \t", begin);
  CaseLine result{line.substr(begin, space - begin), "", number, {}};
  if (space != std::string::npos) {
    const std::size_t value = line.find_first_not_of(" \t", space);
    result.value = value == std::string::npos ? "" : line.substr(value);
  }
  return result;
}

}  // namespace

std::string Case::value(const std::string& key) const {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const CaseLine& l) { return l.key == key; });
  return found == lines.end() ? "" : found->value;
}

std::string Case::label() const {
  return file.filename().string() + ": " + story;
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) {
    throw std::runtime_error("cannot open " + file.string());
  }
  std::vector<Case> cases;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    static const std::string k_story = "# story:";
    if (line.starts_with(k_story)) {
      cases.push_back({file, line.substr(std::min(line.size(), k_story.size() + 1)), {}});
      continue;
    }
    if (line.empty() || line.starts_with('#') || line.find_first_not_of(" \t") == std::string::npos) {
      continue;
    }
    if (cases.empty()) {
      throw std::runtime_error(file.string() + ": a case begins with '# story:'");
    }
    std::vector<CaseLine>& lines = cases.back().lines;
    CaseLine made = split_line(line, number);
    if (line.starts_with(' ') && !lines.empty()) {
      lines.back().details.push_back(std::move(made));
    } else if (made.key == "text" && !lines.empty() && lines.back().key == "text") {
      lines.back().value += "\n" + made.value;
    } else {
      lines.push_back(std::move(made));
    }
  }
  return cases;
}

std::vector<Case> read_case_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".case") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<Case> all;
  for (const auto& file : files) {
    auto cases = read_cases(file);
    std::move(cases.begin(), cases.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<std::pair<std::string, std::string>> read_pairs(const std::string& value) {
  std::vector<std::pair<std::string, std::string>> pairs;
  std::size_t at = 0;
  while ((at = value.find_first_not_of(' ', at)) != std::string::npos) {
    const std::size_t equals = value.find('=', at);
    if (equals == std::string::npos) {
      pairs.emplace_back(value.substr(at), "");
      break;
    }
    std::size_t end = 0;
    std::string key = value.substr(at, equals - at);
    if (equals + 1 < value.size() && value[equals + 1] == '"') {
      end = value.find('"', equals + 2);
      pairs.emplace_back(std::move(key), value.substr(equals + 2, end - equals - 2));
      end = end == std::string::npos ? end : end + 1;
    } else {
      end = value.find(' ', equals);
      pairs.emplace_back(std::move(key), value.substr(equals + 1, end - equals - 1));
    }
    if (end == std::string::npos) {
      break;
    }
    at = end;
  }
  return pairs;
}

}  // namespace hearsay::tests
