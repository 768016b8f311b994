// SPDX-License-Identifier: Apache-2.0
// Endings and first bytes.
#include <hearsay/read/detail/kind.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace hearsay::read::detail {

namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 15> k_endings{{{"txt", Kind::plain},
                                                                       {"text", Kind::plain},
                                                                       {"md", Kind::plain},
                                                                       {"html", Kind::html},
                                                                       {"htm", Kind::html},
                                                                       {"xhtml", Kind::html},
                                                                       {"shtml", Kind::html},
                                                                       {"jsonl", Kind::json_lines},
                                                                       {"ndjson", Kind::json_lines},
                                                                       {"json", Kind::json},
                                                                       {"jl", Kind::json_lines},
                                                                       {"warc", Kind::warc},
                                                                       {"xml", Kind::feed},
                                                                       {"rss", Kind::feed},
                                                                       {"atom", Kind::feed}}};
constexpr std::array<std::string_view, 4> k_packers{"gz", "zst", "gzip", "zstd"};
constexpr std::size_t k_longest_ending = 5;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Without the folder; Windows' separators too, since lists of files travel.
std::string_view base_name(std::string_view name) {
  const auto slash = name.find_last_of("/\\");
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// The last ending in lower case, without its dot; "" when there is none (".profile" has none).
std::string ending(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? "" : lower(name.substr(dot + 1));
}

bool is_packer(const std::string& last) {
  return std::find(k_packers.begin(), k_packers.end(), last) != k_packers.end();
}

Kind kind_of_ending(const std::string& last) {
  const auto* found =
      std::find_if(k_endings.begin(), k_endings.end(), [&](const auto& entry) { return entry.first == last; });
  return found == k_endings.end() ? Kind::unknown : found->second;
}

std::string_view without_ending(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

/// "log", "utf8", but not "16": a file named "report 16.06" has no ending.
bool looks_like_ending(const std::string& last) {
  const bool short_word = !last.empty() && last.size() <= k_longest_ending;
  return short_word &&
         std::all_of(last.begin(), last.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }) &&
         std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Kind kind_of_name(std::string_view name) {
  name = base_name(name);
  std::string last = ending(name);
  while (is_packer(last)) {
    name = without_ending(name);
    last = ending(name);
  }
  return kind_of_ending(last);
}

Kind kind_of_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
  }
  const auto first = bytes.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) {
    return Kind::plain;
  }
  bytes.remove_prefix(first);
  if (bytes.starts_with("WARC/")) {
    return Kind::warc;
  }
  const std::string head = lower(bytes.substr(0, 2048));
  if (head[0] == '<') {
    constexpr std::array<std::string_view, 3> k_feeds{"<rss", "<feed", "<rdf:rdf"};
    if (std::any_of(k_feeds.begin(), k_feeds.end(),
                    [&](std::string_view s) { return head.find(s) != std::string::npos; })) {
      return Kind::feed;
    }
    constexpr std::array<std::string_view, 7> k_signs{"<!doctype html", "<html", "<head", "<body",
                                                      "<title",         "<meta", "<p>"};
    const bool is_page = std::any_of(k_signs.begin(), k_signs.end(),
                                     [&](std::string_view s) { return head.find(s) != std::string::npos; });
    return is_page ? Kind::html : Kind::plain;
  }
  // A first line that is a whole object means one document a line.
  if (head[0] == '{' && head.find('"') != std::string::npos && head.find(':') != std::string::npos) {
    const auto newline = bytes.find('\n');
    auto line = bytes.substr(0, newline);
    line = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
    return line.ends_with('}') ? Kind::json_lines : Kind::json;
  }
  if (head[0] == '[') {
    const auto next = head.find_first_not_of(" \t\r\n", 1);
    return next != std::string::npos && head[next] == '{' ? Kind::json : Kind::plain;
  }
  return Kind::plain;
}

std::string id_of_name(std::string_view name) {
  if (name == "-") {
    return "";
  }
  name = base_name(name);
  std::string last = ending(name);
  bool known = false;
  while (is_packer(last) || kind_of_ending(last) != Kind::unknown) {
    known = true;
    const bool was_kind = !is_packer(last);
    name = without_ending(name);
    last = ending(name);
    if (was_kind) {
      break;
    }
  }
  if (!known && looks_like_ending(last)) {
    name = without_ending(name);
  }
  return std::string(name);
}

}  // namespace hearsay::read::detail
