// SPDX-License-Identifier: Apache-2.0
// JSON documents in (nlohmann json). Its parser is iterative, its printer is not: nesting is capped before either runs.
#include <hearsay/read/detail/document_row.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/read/detail/report_maker.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace hearsay::read::detail {

namespace {

using Json = nlohmann::ordered_json;

/// How deep lists and objects nest at most; strings are skipped.
std::size_t nesting_depth(std::string_view json) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string) {
      at += c == '\\' ? 1U : 0U;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

std::optional<unsigned> hex4(std::string_view text) {
  if (text.size() < 4) {
    return std::nullopt;
  }
  unsigned value = 0;
  for (const char c : text.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return std::nullopt;
    }
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

/// Halves of surrogate pairs that stand alone ("\ud83d" cut by a careless scraper) become \ufffd; returns how many.
std::size_t mend_surrogates(std::string& json) {
  std::size_t mended = 0;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    const auto code = json[at + 1] == 'u' ? hex4(std::string_view(json).substr(at + 2)) : std::nullopt;
    if (!code || *code < 0xD800 || *code > 0xDFFF) {
      at += 2;
      continue;
    }
    const bool pair_follows = json.compare(at + 6, 2, "\\u") == 0;
    const auto low = pair_follows ? hex4(std::string_view(json).substr(std::min(at + 8, json.size()))) : std::nullopt;
    if (*code < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF) {
      at += 12;
      continue;
    }
    json.replace(at, 6, "\\ufffd");
    ++mended;
    at += 6;
  }
  return mended;
}

struct Parsed {
  Json value;
  std::size_t replaced = 0;
};

Expected<Parsed> parse(std::string_view bytes, const Limits& limits) {
  Repaired clean = repair_utf8(bytes);
  if (const std::size_t depth = nesting_depth(clean.text); depth > limits.max_json_depth) {
    return fail(ErrorKind::unsupported,
                fmt::format("JSON nests {} deep, more than the limit of {}", depth, limits.max_json_depth));
  }
  clean.replaced += mend_surrogates(clean.text);
  try {
    return Parsed{Json::parse(clean.text), clean.replaced};
  } catch (const nlohmann::json::exception& error) {
    const std::string_view what = error.what();
    const auto colon = what.find("] ");  // behind the library's own error number
    return fail(ErrorKind::bad_input,
                fmt::format("not JSON: {}", colon == std::string_view::npos ? what : what.substr(colon + 2)));
  }
}

/// Takes the field out of the row; a field of another type stays and so goes to `extra`.
std::string take_string(Json& row, const char* field) {
  const auto found = row.find(field);
  if (found == row.end() || !found->is_string()) {
    return "";
  }
  std::string value = std::move(found->get_ref<std::string&>());
  row.erase(found);
  return value;
}

std::string take_id(Json& row) {
  const auto found = row.find("id");
  if (found != row.end() && found->is_number_integer()) {
    std::string id = found->dump();
    row.erase(found);
    return id;
  }
  return take_string(row, "id");
}

void drop_nulls(Json& row) {
  for (const char* field : {"id", "text", "html", "title", "url", "outlet", "published", "retrieved", "language"}) {
    const auto found = row.find(field);
    if (found != row.end() && found->is_null()) {
      row.erase(found);
    }
  }
}

Expected<RawReport> make_report(Parsed parsed, std::string_view source, const Limits& limits) {
  Json& row = parsed.value;
  if (!row.is_object()) {
    return fail(ErrorKind::bad_input, "not a JSON object");
  }
  drop_nulls(row);
  const bool has_text = row.contains("text") && row["text"].is_string();
  if (!has_text && !(row.contains("html") && row["html"].is_string())) {
    return fail(ErrorKind::bad_input, "no \"text\" and no \"html\" that is a string");
  }
  RawReport report;
  report.source = source;
  report.charset = "UTF-8";
  report.replaced = parsed.replaced;
  report.media_type = has_text ? "text/plain" : "text/html";
  report.id = take_id(row);
  report.text = take_string(row, has_text ? "text" : "html");
  report.title = take_string(row, "title");
  report.url = take_string(row, "url");
  report.outlet = take_string(row, "outlet");
  report.published = take_string(row, "published");
  report.retrieved = take_string(row, "retrieved");
  report.language = take_string(row, "language");
  report.extra = row.empty() ? "" : row.dump();
  return finish_report(std::move(report), limits);
}

void add(Expected<Parsed> parsed, const std::string& where, std::string_view source, const Limits& limits,
         Reports& out) {
  auto report = parsed.and_then([&](Parsed& p) { return make_report(std::move(p), source, limits); });
  if (report) {
    out.reports.push_back(std::move(*report));
  } else {
    out.problems.push_back({where, report.error().message});
  }
}

}  // namespace

void read_json_lines(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out) {
  std::size_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const auto newline = bytes.find('\n');
    const std::string_view line = bytes.substr(0, newline);
    bytes.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
    if (line.find_first_not_of(" \t\r\f") == std::string_view::npos) {
      continue;
    }
    const std::string where = fmt::format("line {}", number);
    if (line.size() > limits.max_page_bytes * 2) {
      out.problems.push_back({where, fmt::format("{} bytes, more than the limit of {} for one line", line.size(),
                                                 limits.max_page_bytes * 2)});
      continue;
    }
    add(parse(line, limits), where, source, limits, out);
  }
}

void read_json(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out) {
  if (bytes.size() > limits.max_json_bytes) {
    out.problems.push_back(
        {"", fmt::format("{} bytes, more than the limit of {} for a JSON file; give it as JSONL, one document a line",
                         bytes.size(), limits.max_json_bytes)});
    return;
  }
  Expected<Parsed> parsed = parse(bytes, limits);
  if (!parsed) {
    // Many files called .json hold one document a line.
    const std::size_t before = out.reports.size();
    Reports lines;
    read_json_lines(bytes, source, limits, lines);
    if (!lines.reports.empty()) {
      std::move(lines.reports.begin(), lines.reports.end(), std::back_inserter(out.reports));
      std::move(lines.problems.begin(), lines.problems.end(), std::back_inserter(out.problems));
      return;
    }
    out.reports.resize(before);
    out.problems.push_back({"", parsed.error().message});
    return;
  }
  if (!parsed->value.is_array()) {
    add(std::move(parsed), "", source, limits, out);
    return;
  }
  std::size_t number = 0;
  for (Json& row : parsed->value) {
    Parsed item{std::move(row), number == 0 ? parsed->replaced : 0};
    add(std::move(item), fmt::format("document {}", ++number), source, limits, out);
  }
}

}  // namespace hearsay::read::detail
