// SPDX-License-Identifier: Apache-2.0
// What clean/ gives: one immutable text with marks on what is not the article's own running text.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include <hearsay/base/hash/hash128.hpp>
#include <hearsay/base/span.hpp>
#include <hearsay/base/time/date.hpp>

namespace hearsay {

/// Where the publication date came from. `bounds`: only limits are known (dates named in the text, archive stamp).
enum class DateBasis : std::uint8_t { none, given, metadata, url, byline, dateline, bounds };

/// When it was published. known exactly when range.exact(); an undated report has bounds or nothing, never a guess.
struct Published {
  DateRange range;
  DateBasis basis = DateBasis::none;
};

struct OffsetRun {
  std::uint32_t clean = 0, raw = 0, length = 0;  // text[clean + i] comes from RawReport::text[raw + i]
};

/// comment: a reposter's words, another voice. duplicate: a paragraph said again in the same document.
enum class MarkKind : std::uint8_t { title, byline, dateline, caption, boilerplate, duplicate, comment };

struct Mark {
  Span span;
  MarkKind kind = MarkKind::boilerplate;
  auto operator<=>(const Mark&) const = default;
};

struct CleanText {
  DocId doc;
  TextId text_id;  // hash of `text`
  std::string id, source, url, title, byline, outlet, language;
  std::string credit;             // agency or paper credited in byline or sign-off ("Reuters"), surface form, or ""
  std::string text;               // UTF-8; plain text: the decoded input, whole; HTML: the extracted article
  std::vector<Mark> marks;        // sorted by span; of one kind they never overlap
  std::vector<OffsetRun> to_raw;  // HTML only, sorted by clean
  Published published;
  /// When it was published and when retrieved, to the second as far as told; sortable. Of two texts of one document
  /// that were published on the same day the larger stamp is the newer one.
  std::string stamp;
  std::string extra;         // as in RawReport
  std::size_t replaced = 0;  // as in RawReport
};

/// True where later stages should read: not boilerplate, not a duplicate. Titles, captions and comments are read,
/// and treated by their mark.
inline bool is_read(MarkKind kind) {
  return kind != MarkKind::boilerplate && kind != MarkKind::duplicate;
}

}  // namespace hearsay
