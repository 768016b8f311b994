// SPDX-License-Identifier: Apache-2.0
// pack.toml to a Manifest. The TOML library stays in this file.
#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <toml.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {

namespace {

constexpr std::string_view k_keys[] = {"id", "version", "licence", "needs", "title", "time_zone", "bounding_box"};

/// The keys of one manifest, read one by one; a wrong type is reported with its line.
class Keys {
 public:
  Keys(const toml::value& root, const std::string& path, std::vector<Problem>& problems)
      : m_root(root), m_path(path), m_problems(problems) {}

  std::string text(const std::string& key, bool required) {
    const auto* value = find(key, required);
    if (value == nullptr) {
      return {};
    }
    if (!value->is_string()) {
      report(*value, fmt::format("'{}' must be a text in quotes", key));
      return {};
    }
    return value->as_string().str;
  }

  std::vector<std::string> texts(const std::string& key) {
    std::vector<std::string> found;
    const auto* value = find(key, false);
    if (value == nullptr) {
      return found;
    }
    if (!value->is_array()) {
      report(*value, fmt::format("'{}' must be a list of texts", key));
      return found;
    }
    for (const auto& item : value->as_array()) {
      if (item.is_string()) {
        found.push_back(item.as_string().str);
      } else {
        report(item, fmt::format("'{}' must hold texts only", key));
      }
    }
    return found;
  }

  std::optional<BoundingBox> box(const std::string& key) {
    const auto* value = find(key, false);
    if (value == nullptr) {
      return std::nullopt;
    }
    std::vector<double> edges;
    if (value->is_array()) {
      for (const auto& item : value->as_array()) {
        if (item.is_floating()) {
          edges.push_back(item.as_floating());
        } else if (item.is_integer()) {
          edges.push_back(static_cast<double>(item.as_integer()));
        }
      }
    }
    const bool sound = edges.size() == 4 && edges[0] >= -90 && edges[2] <= 90 && edges[0] < edges[2] &&
                       edges[1] >= -180 && edges[3] <= 180 && edges[1] < edges[3];
    if (!sound) {
      report(*value, fmt::format("'{}' must be [south, west, north, east] in degrees", key));
      return std::nullopt;
    }
    return BoundingBox{edges[0], edges[1], edges[2], edges[3]};
  }

  void report_unknown() {
    for (const auto& [key, value] : m_root.as_table()) {
      if (std::find(std::begin(k_keys), std::end(k_keys), key) == std::end(k_keys)) {
        report(value, fmt::format("unknown key '{}'", key));
      }
    }
  }

 private:
  const toml::value* find(const std::string& key, bool required) {
    const auto& table = m_root.as_table();
    const auto found = table.find(key);
    if (found != table.end()) {
      return &found->second;
    }
    if (required) {
      m_problems.push_back({m_path, 0, fmt::format("'{}' is missing", key)});
    }
    return nullptr;
  }

  void report(const toml::value& value, std::string message) {
    m_problems.push_back({m_path, static_cast<std::uint32_t>(value.location().line()), std::move(message)});
  }

  const toml::value& m_root;
  const std::string& m_path;
  std::vector<Problem>& m_problems;
};

/// The library's messages are drawings of several lines; the first says it all.
std::string first_line(std::string_view message) {
  message = message.substr(0, message.find('\n'));
  constexpr std::string_view k_prefix = "[error] ";
  if (message.starts_with(k_prefix)) {
    message.remove_prefix(k_prefix.size());
  }
  return std::string(message);
}

/// Whether brackets nest deeper than any pack.toml has reason to; the library descends by recursion.
bool nests_too_deep(std::string_view bytes) {
  constexpr int k_deepest = 32;
  int depth = 0;
  for (const char c : bytes) {
    depth += (c == '[' || c == '{') ? 1 : (c == ']' || c == '}') ? -1 : 0;
    if (depth > k_deepest) {
      return true;
    }
    depth = std::max(depth, 0);
  }
  return false;
}

Manifest read_manifest(const toml::value& root, const std::string& path, std::vector<Problem>& problems) {
  Keys keys(root, path, problems);
  Manifest manifest;
  manifest.id = keys.text("id", true);
  manifest.version = keys.text("version", true);
  manifest.licence = keys.text("licence", true);
  manifest.title = keys.text("title", false);
  manifest.time_zone = keys.text("time_zone", false);
  manifest.needs = keys.texts("needs");
  manifest.bounding_box = keys.box("bounding_box");
  keys.report_unknown();
  return manifest;
}

}  // namespace

Manifest parse_manifest(std::string_view bytes, const std::string& path, std::vector<Problem>& problems) {
  if (!is_utf8(bytes)) {
    problems.push_back({path, 0, "is not UTF-8"});
    return {};
  }
  if (nests_too_deep(bytes)) {
    problems.push_back({path, 0, "nests brackets too deeply"});
    return {};
  }
  try {
    std::istringstream stream{std::string(bytes)};
    return read_manifest(toml::parse(stream, path), path, problems);
  } catch (const toml::exception& error) {
    problems.push_back({path, static_cast<std::uint32_t>(error.location().line()), first_line(error.what())});
  } catch (const std::exception& error) {
    problems.push_back({path, 0, first_line(error.what())});
  }
  return {};
}

}  // namespace hearsay::packs
