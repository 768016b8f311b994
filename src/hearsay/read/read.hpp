// SPDX-License-Identifier: Apache-2.0
// Bytes in, reports out: plain text, HTML, JSONL of documents, WARC, RSS and Atom, each also packed with gzip or zstd.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <hearsay/base/error.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::read {

/// One input as it lies in a file or came through a pipe.
struct Input {
  std::string name;        // file name or path as the user gave it, "-" for standard input
  std::string_view bytes;  // must outlive the call
};

struct Limits {
  std::size_t max_bytes = 256U << 20U;      // of one input after unpacking; more is refused
  std::size_t max_text_bytes = 8U << 20U;   // of one report's plain text; more is no news report and is refused
  std::size_t max_page_bytes = 16U << 20U;  // of one HTML page; more is refused
  std::size_t max_page_depth = 256;         // of nested elements; deeper ones are flattened
  std::size_t max_json_bytes = 64U << 20U;  // of a .json file, which is held as a whole; a .jsonl file is not
  std::size_t max_json_depth = 64;          // of nested lists and objects
};

/// A record or a whole input that could not be read, and why.
struct Problem {
  std::string where;  // "line 12", "record 3"; "" for the whole input
  std::string message;
};

struct Reports {
  std::vector<RawReport> reports;
  std::vector<Problem> problems;  // what was skipped; the rest was read
};

/// All reports of one input. The kind is told by the name's endings (.txt .html .jsonl .json .warc .xml .gz ...), else
/// by the bytes. A packed input that breaks off is refused as a whole: a report cut in the middle would say something
/// else. Ids: of a file its name without folder and endings, of a row its `id`, of a WARC record or feed item its
/// address, else a hash of the content. Pure, thread-safe; never throws on any bytes.
Reports parse_reports(const Input& input, const Limits& limits = {});

}  // namespace hearsay::read
