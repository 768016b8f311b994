// SPDX-License-Identifier: Apache-2.0
// A stretch of text, in bytes.
#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace hearsay {

/// [begin, end) in bytes of CleanText::text; never splits a code point. Code points only at the JSON edge.
struct Span {
  std::uint32_t begin = 0, end = 0;
  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// They overlap, and neither holds the other.
  bool crosses(Span other) const {
    return (begin < other.begin && other.begin < end && end < other.end) ||
           (other.begin < begin && begin < other.end && other.end < end);
  }
};

/// The bytes a span covers. The span must lie inside the text.
inline std::string_view text_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace hearsay
