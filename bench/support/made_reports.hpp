// SPDX-License-Identifier: Apache-2.0
// Made-up conflict reports for the benchmarks: the same ones every time, with names out of the theatre's pack.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include <hearsay/packs/pack.hpp>

namespace hearsay::bench {

/// One report before reading: a headline and paragraphs.
struct MadeReport {
  std::string id, title, published;  // published: "2016-03-14"
  std::vector<std::string> paragraphs;
};

/// `count` reports of 12 to 24 sentences, some 20 words each. Report i depends on i and on the pack's names alone.
/// Throws Fatal when the theatre names no towns, actors, persons or outlets.
std::vector<MadeReport> make_reports(const Pack& pack, std::size_t count);

/// One report of about so many bytes: running text in one paragraph, every sentence with people and places of its own,
/// as no report is. Depends on the size and on the pack's names alone. Throws as make_reports.
MadeReport make_long_report(const Pack& pack, std::size_t bytes);

/// Title and paragraphs, with blank lines between them.
std::string to_plain_text(const MadeReport& report);

/// A page as outlets serve it: head with metadata, navigation, the article, related links and a footer.
std::string to_page(const MadeReport& report);

/// One row of a JSONL file of documents, with its line feed.
std::string to_json_line(const MadeReport& report);

/// Runs of characters that are not white space.
std::size_t count_words(std::string_view text);

}  // namespace hearsay::bench
