// SPDX-License-Identifier: Apache-2.0
// Records of a web archive, and the HTTP answers in them.
#include <hearsay/read/detail/warc.hpp>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/read/detail/charset.hpp>
#include <hearsay/read/detail/report_maker.hpp>
#include <hearsay/read/detail/unpack.hpp>

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <optional>

namespace hearsay::read::detail {

namespace {

/// Header fields with names in lower case; of repeated ones the first.
using Fields = std::map<std::string, std::string, std::less<>>;

std::string_view take_line(std::string_view& bytes) {
  const auto newline = bytes.find('\n');
  std::string_view line = bytes.substr(0, newline);
  bytes.remove_prefix(newline == std::string_view::npos ? bytes.size() : newline + 1);
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  const auto last = text.find_last_not_of(" \t");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first, last - first + 1);
}

/// Lines up to the empty one.
Fields take_fields(std::string_view& bytes) {
  Fields fields;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) {
      break;
    }
    if (const auto colon = line.find(':'); colon != std::string_view::npos) {
      fields.emplace(to_lower(repair_utf8(line.substr(0, colon)).text), trimmed(line.substr(colon + 1)));
    }
  }
  return fields;
}

std::string_view field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::size_t> number(std::string_view text, int base) {
  std::size_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return result.ec == std::errc{} ? std::optional(value) : std::nullopt;
}

/// Transfer-Encoding: chunked (RFC 9112, section 7.1). Many archives store the body unchunked and keep the header, so
/// what does not begin with a size is taken as it is.
std::string without_chunks(std::string_view body) {
  std::string out;
  std::string_view left = body;
  while (!left.empty()) {
    const std::string_view line = take_line(left);
    const auto size = number(line, 16);
    if (!size || *size > left.size()) {
      return out.empty() ? std::string(body) : out;
    }
    if (*size == 0) {
      break;
    }
    out += left.substr(0, *size);
    left.remove_prefix(*size);
    take_line(left);
  }
  return out;
}

struct Content {
  std::string media_type, charset;  // of the Content-Type; lower case
  std::string body;
};

void set_type(Content& content, std::string_view type) {
  const std::string lower = to_lower(repair_utf8(type).text);
  content.media_type = std::string(trimmed(std::string_view(lower).substr(0, lower.find(';'))));
  const auto charset = lower.find("charset=");
  if (charset != std::string::npos) {
    const auto begin = lower.find_first_not_of("\"'", charset + 8);
    content.charset =
        begin == std::string::npos ? "" : lower.substr(begin, lower.find_first_of("\"'; ", begin) - begin);
  }
}

/// The page inside an HTTP answer; nothing for other statuses than 200. Fails where its packing cannot be undone.
Expected<std::optional<Content>> open_response(std::string_view block, const Limits& limits) {
  const std::string_view status = take_line(block);
  const Fields fields = take_fields(block);
  const auto space = status.find(' ');
  if (!status.starts_with("HTTP/") || space == std::string_view::npos || status.substr(space + 1, 3) != "200") {
    return std::nullopt;
  }
  Content content;
  set_type(content, field(fields, "content-type"));
  content.body = to_lower(field(fields, "transfer-encoding")) == "chunked" ? without_chunks(block) : std::string(block);
  const std::string packing = to_lower(field(fields, "content-encoding"));
  if (is_gzip(content.body) && packing.find("gzip") != std::string::npos) {
    auto unpacked = unpack_gzip(content.body, limits.max_page_bytes);
    if (!unpacked) {
      return tl::unexpected(unpacked.error());
    }
    content.body = std::move(*unpacked);
  } else if (packing == "br" || packing == "deflate" || packing == "zstd") {
    return fail(ErrorKind::unsupported, fmt::format("content encoding '{}' is not read", packing));
  }
  return content;
}

Expected<std::optional<Content>> open_record(const Fields& fields, std::string_view block, const Limits& limits) {
  const std::string type = to_lower(field(fields, "warc-type"));
  if (type == "response") {
    return open_response(block, limits);
  }
  if (type != "resource" && type != "conversion") {
    return std::nullopt;
  }
  Content content;
  set_type(content, field(fields, "content-type"));
  content.body = std::string(block);
  return content;
}

bool is_html(const Content& content) {
  return content.media_type == "text/html" || content.media_type == "application/xhtml+xml";
}

Expected<RawReport> make_report(Content content, const Fields& fields, std::string_view source, const Limits& limits) {
  DecodedText decoded = decode_text(content.body, is_html(content), content.charset);
  RawReport report;
  std::string_view address = field(fields, "warc-target-uri");
  if (address.starts_with('<') && address.ends_with('>')) {
    address = address.substr(1, address.size() - 2);  // so written by WARC 1.0's grammar
  }
  report.url = repair_utf8(address).text;
  report.id = report.url;
  report.source = source;
  report.media_type = is_html(content) ? "text/html" : "text/plain";
  report.retrieved = repair_utf8(field(fields, "warc-date")).text;
  report.text = std::move(decoded.text);
  report.charset = std::move(decoded.charset);
  report.replaced = decoded.replaced;
  return finish_report(std::move(report), limits);
}

void add_record(const Fields& fields, std::string_view block, const std::string& where, std::string_view source,
                const Limits& limits, Reports& out) {
  auto content = open_record(fields, block, limits);
  if (!content) {
    out.problems.push_back({where, content.error().message});
    return;
  }
  if (!*content || (!is_html(**content) && (*content)->media_type != "text/plain")) {
    return;
  }
  auto report = make_report(std::move(**content), fields, source, limits);
  if (report) {
    out.reports.push_back(std::move(*report));
  } else {
    out.problems.push_back({where, report.error().message});
  }
}

}  // namespace

void read_warc(std::string_view bytes, std::string_view source, const Limits& limits, Reports& out) {
  for (std::size_t count = 1; !bytes.empty(); ++count) {
    const std::string where = fmt::format("record {}", count);
    if (!bytes.starts_with("WARC/")) {
      out.problems.push_back({where, "no WARC record begins here; the rest was not read"});
      return;
    }
    take_line(bytes);
    const Fields fields = take_fields(bytes);
    const auto length = number(field(fields, "content-length"), 10);
    if (!length || *length > bytes.size()) {
      out.problems.push_back(
          {where, length ? "the archive ends inside it" : "it has no Content-Length; the rest was not read"});
      return;
    }
    add_record(fields, bytes.substr(0, *length), where, source, limits, out);
    bytes.remove_prefix(*length);
    const auto next = bytes.find_first_not_of("\r\n");
    bytes.remove_prefix(next == std::string_view::npos ? bytes.size() : next);
  }
}

}  // namespace hearsay::read::detail
