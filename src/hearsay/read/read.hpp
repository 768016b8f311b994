// SPDX-License-Identifier: Apache-2.0
// Bytes in, reports out: plain text, HTML, JSONL of documents, each also gzipped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/error.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::read {

/// One input as it lies in a file or came through a pipe.
struct Input {
  std::string name;          // file name or path as the user gave it, "-" for standard input
  std::string_view bytes;    // must outlive the call
};

struct Limits {
  std::size_t max_bytes = 256U << 20U;        // of one input after unpacking; more is refused
  std::size_t max_page_bytes = 16U << 20U;    // of one HTML page; more is refused
  std::size_t max_page_depth = 512;           // of nested elements; deeper ones are flattened
};

/// A record or a whole input that could not be read, and why; "where" is a line or a byte.
struct Problem {
  std::string where, message;
};

struct Reports {
  std::vector<RawReport> reports;
  std::vector<Problem> problems;     // what was skipped; the rest was read
};

/// All reports of one input. The kind is told by the name's endings, else by the bytes. Never throws on any bytes.
Reports parse_reports(const Input& input, const Limits& limits = {});

}  // namespace hearsay::read
