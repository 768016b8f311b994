// SPDX-License-Identifier: Apache-2.0
// The front door of read/: unpack, tell the kind, decode, hand over to the reader of that kind.
#include <hearsay/read/read.hpp>

#include <hearsay/read/detail/charset.hpp>
#include <hearsay/read/detail/document_row.hpp>
#include <hearsay/read/detail/feed.hpp>
#include <hearsay/read/detail/kind.hpp>
#include <hearsay/read/detail/report_maker.hpp>
#include <hearsay/read/detail/unpack.hpp>
#include <hearsay/read/detail/warc.hpp>

#include <fmt/format.h>

namespace hearsay::read {

namespace {

using detail::Kind;

/// Packed twice happens (a .gz served gzipped); more often is a trick.
constexpr int k_max_packings = 2;

/// The bytes themselves where nothing is packed; otherwise they lie in `store`.
Expected<std::string_view> unpack(std::string_view bytes, const Limits& limits, std::string& store) {
  for (int i = 0; i < k_max_packings && (detail::is_gzip(bytes) || detail::is_zstd(bytes)); ++i) {
    auto unpacked = detail::is_gzip(bytes) ? detail::unpack_gzip(bytes, limits.max_bytes)
                                           : detail::unpack_zstd(bytes, limits.max_bytes);
    if (!unpacked) {
      return tl::unexpected(unpacked.error());
    }
    store = std::move(*unpacked);
    bytes = store;
  }
  if (bytes.size() > limits.max_bytes) {
    return fail(ErrorKind::unsupported, fmt::format("{} bytes, more than the limit of {} for one input; split it",
                                                    bytes.size(), limits.max_bytes));
  }
  return bytes;
}

Expected<void> check_is_text(std::string_view bytes, Kind kind) {
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    return fail(ErrorKind::bad_input, "empty");
  }
  if (bytes.starts_with("%PDF-")) {
    return fail(ErrorKind::unsupported, "PDF is not read; give its text");
  }
  // The records of a web archive may well be pictures; they are looked at one by one.
  if (kind != Kind::warc && detail::is_binary(bytes)) {
    return fail(ErrorKind::bad_input, "not text (too many control characters)");
  }
  return {};
}

Expected<RawReport> read_single(std::string_view bytes, const Input& input, Kind kind, const Limits& limits) {
  const bool is_html = kind == Kind::html;
  const std::size_t limit = is_html ? limits.max_page_bytes : limits.max_text_bytes;
  if (bytes.size() > 4 * limit) {  // before spending time on the encoding; UTF-32 is four times its text
    return fail(ErrorKind::unsupported,
                fmt::format("{} bytes, more than the limit of {} for one report", bytes.size(), limit));
  }
  detail::DecodedText decoded = detail::decode_text(bytes, is_html);
  if (decoded.replaced * 10 > decoded.text.size()) {
    return fail(ErrorKind::bad_input, "not text in any encoding we know");
  }
  RawReport report;
  report.id = detail::id_of_name(input.name);
  report.source = input.name;
  report.media_type = is_html ? "text/html" : "text/plain";
  report.text = std::move(decoded.text);
  report.charset = std::move(decoded.charset);
  report.replaced = decoded.replaced;
  return detail::finish_report(std::move(report), limits);
}

/// JSON is UTF-8 by its standard (RFC 8259); other encodings come with a byte order mark.
std::string_view json_bytes(std::string_view bytes, std::string& store) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (!wide && !bytes.starts_with("\xEF\xBB\xBF")) {
    return bytes;
  }
  store = detail::decode_text(bytes, false).text;
  return store;
}

}  // namespace

Reports parse_reports(const Input& input, const Limits& limits) {
  Reports out;
  std::string store;
  const auto bytes = unpack(input.bytes, limits, store);
  if (!bytes) {
    out.problems.push_back({"", bytes.error().message});
    return out;
  }
  Kind kind = detail::kind_of_name(input.name);
  if (kind == Kind::unknown) {
    kind = detail::kind_of_bytes(*bytes);
  }
  if (const auto checked = check_is_text(*bytes, kind); !checked) {
    out.problems.push_back({"", checked.error().message});
    return out;
  }
  std::string decoded;
  if (kind == Kind::json_lines) {
    detail::read_json_lines(json_bytes(*bytes, decoded), input.name, limits, out);
  } else if (kind == Kind::json) {
    detail::read_json(json_bytes(*bytes, decoded), input.name, limits, out);
  } else if (kind == Kind::warc) {
    detail::read_warc(*bytes, input.name, limits, out);
  } else if (kind == Kind::feed) {
    detail::read_feed(*bytes, input.name, limits, out);
  } else if (auto report = read_single(*bytes, input, kind, limits)) {
    out.reports.push_back(std::move(*report));
  } else {
    out.problems.push_back({"", report.error().message});
  }
  return out;
}

}  // namespace hearsay::read
