// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/editions.hpp>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace hearsay::actions {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.emplace_back(line);
    }
  }
  return lines;
}

/// Lines of `here` that `there` has not; one that stands several times is taken away as often.
std::vector<std::string> missing_from(const std::vector<std::string>& there, const std::vector<std::string>& here) {
  std::map<std::string_view, std::size_t> left;
  for (const std::string& line : there) {
    ++left[line];
  }
  std::vector<std::string> missing;
  for (const std::string& line : here) {
    const auto found = left.find(line);
    if (found != left.end() && found->second > 0) {
      --found->second;
    } else {
      missing.push_back(line);
    }
  }
  return missing;
}

}  // namespace

std::vector<EditionChange> changes_until(const store::StoredReport& shown, const store::Store& store) {
  std::vector<EditionChange> changes;
  std::vector<std::string> before;
  for (const store::Edition& edition : store.editions(shown.text.id)) {
    const auto report = store.report_edition(shown.text.id, edition.text);
    if (!report) {
      continue;
    }
    std::vector<std::string> lines = lines_of(report->text.text);
    EditionChange change{edition.published, report->claims.size(), {}, {}};
    if (!changes.empty()) {
      change.gone = missing_from(lines, before);
      change.added = missing_from(before, lines);
    }
    changes.push_back(std::move(change));
    before = std::move(lines);
    if (report->text.text == shown.text.text) {
      break;
    }
  }
  return changes.size() > 1 ? changes : std::vector<EditionChange>{};
}

}  // namespace hearsay::actions
