// SPDX-License-Identifier: Apache-2.0
// The dependency trees of one report, asked from above: children, subtrees, the first child with a relation.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::claims::attribution {

/// Token indices [first, end) into Analysis::tokens.
struct TokenRange {
  std::int32_t first = 0, end = 0;
  auto operator<=>(const TokenRange&) const = default;
  bool empty() const { return first >= end; }
  bool contains(std::int32_t token) const { return first <= token && token < end; }
  bool overlaps(TokenRange other) const { return first < other.end && other.first < end; }
};

/// Children of every token, built once a report. The analysis must outlive the tree.
class Tree {
 public:
  explicit Tree(const Analysis& analysis, std::string_view text);

  const Token& token(std::int32_t index) const { return m_tokens[static_cast<std::size_t>(index)]; }
  std::int32_t size() const { return static_cast<std::int32_t>(m_tokens.size()); }
  /// Indices of the children, in text order.
  std::span<const std::int32_t> children(std::int32_t index) const;
  /// First and last token of everything under `index`; cyclic heads end the walk.
  TokenRange subtree(std::int32_t index) const { return m_subtree[static_cast<std::size_t>(index)]; }
  /// The first child with one of the relations (exact, with subtype); -1 when there is none.
  std::int32_t child(std::int32_t index, std::initializer_list<Deprel> relations) const;
  bool has_child(std::int32_t index, std::initializer_list<Deprel> relations) const {
    return child(index, relations) >= 0;
  }
  /// The form: the text under the token.
  std::string_view form(std::int32_t index) const { return text_of(m_text, token(index).span); }
  /// Whether `below` hangs somewhere under `above` (or is it).
  bool is_under(std::int32_t below, std::int32_t above) const;
  /// Sentence number of a token.
  std::uint32_t sentence(std::int32_t index) const { return m_sentence[static_cast<std::size_t>(index)]; }
  /// Bytes from the first to the last token.
  Span span(TokenRange range) const { return {token(range.first).span.begin, token(range.end - 1).span.end}; }
  const Analysis& analysis() const { return *m_analysis; }
  std::string_view text() const { return m_text; }
  TokenRange sentence_range(std::uint32_t number) const {
    const Sentence& s = m_analysis->sentences[number];
    return {static_cast<std::int32_t>(s.first_token), static_cast<std::int32_t>(s.end_token)};
  }

 private:
  const Analysis* m_analysis;
  const std::vector<Token>& m_tokens;
  std::string_view m_text;
  std::vector<std::int32_t> m_children;      // all children, grouped by head
  std::vector<std::uint32_t> m_first_child;  // per token, into m_children; one more at the end
  std::vector<TokenRange> m_subtree;
  std::vector<std::uint32_t> m_sentence;
};

}  // namespace hearsay::claims::attribution
