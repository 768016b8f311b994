// SPDX-License-Identifier: Apache-2.0
// What read/ gives: one report as it was handed in, decoded, and for HTML as a tree of plain nodes.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <hearsay/base/hash/hash128.hpp>

namespace hearsay {

/// One node of a parsed page, in document order. `parent` is an index into Page::nodes (-1: top).
struct PageNode {
  enum class Kind : std::uint8_t { element, text };
  Kind kind = Kind::element;
  std::int32_t parent = -1;
  std::int32_t end = 0;                                         // one past the last descendant
  std::string name;                                             // element: tag in lower case; text: empty
  std::string text;                                             // text: decoded characters
  std::vector<std::pair<std::string, std::string>> attributes;  // element: names in lower case
  std::uint32_t raw = 0;                                        // byte in RawReport::text where it begins
};

struct Page {
  std::vector<PageNode> nodes;
  std::size_t flattened = 0;  // elements that nested too deep and were left out; their text was kept
};

/// One report as handed in. Texts are valid UTF-8 already.
struct RawReport {
  DocId doc;               // of source address (or id) and bytes
  std::string id;          // the user's name for it: file name without endings, JSONL id, ...
  std::string source;      // input file name ("-" for standard input)
  std::string text;        // plain text, or the HTML source
  std::string media_type;  // "text/plain" or "text/html"
  std::string url, title, outlet, published, retrieved, language;  // as given, "" if not
  std::string extra;                                               // unknown JSONL fields, a JSON object, or ""
  Page page;                                                       // HTML only
  std::size_t replaced = 0;                                        // ill-formed sequences that became U+FFFD
  std::string charset;                                             // what the bytes were read as
};

}  // namespace hearsay
