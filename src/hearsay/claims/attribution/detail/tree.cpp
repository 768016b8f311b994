// SPDX-License-Identifier: Apache-2.0
// Children and subtrees in two passes over the tokens.
#include <hearsay/claims/attribution/detail/tree.hpp>

#include <algorithm>

namespace hearsay::claims::attribution {

namespace {

std::size_t at(std::int32_t index) {
  return static_cast<std::size_t>(index);
}

/// A head that is a token of its own sentence, or -1.
std::int32_t head_inside(const Token& token, TokenRange sentence) {
  return sentence.contains(token.head) ? token.head : -1;
}

}  // namespace

Tree::Tree(const Analysis& analysis, std::string_view text)
    : m_analysis(&analysis), m_tokens(analysis.tokens), m_text(text) {
  const std::size_t count = m_tokens.size();
  m_sentence.assign(count, 0);
  m_first_child.assign(count + 1, 0);
  m_subtree.resize(count);
  std::vector<std::int32_t> heads(count, -1);
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    const TokenRange range = sentence_range(s);
    for (std::int32_t i = range.first; i < range.end; ++i) {
      m_sentence[at(i)] = s;
      m_subtree[at(i)] = {i, i + 1};
      heads[at(i)] = head_inside(m_tokens[at(i)], range);
      if (heads[at(i)] >= 0) {
        ++m_first_child[at(heads[at(i)]) + 1];
      }
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    m_first_child[i + 1] += m_first_child[i];
  }
  m_children.resize(m_first_child[count]);
  std::vector<std::uint32_t> filled(m_first_child.begin(), m_first_child.end() - 1);
  for (std::size_t i = 0; i < count; ++i) {
    if (heads[i] >= 0) {
      m_children[filled[at(heads[i])]++] = static_cast<std::int32_t>(i);
    }
    // Widen all ancestors; a walk of at most sixty-four steps also ends on a cyclic tree.
    std::int32_t above = heads[i];
    for (int steps = 0; above >= 0 && steps < 64; ++steps, above = heads[at(above)]) {
      TokenRange& range = m_subtree[at(above)];
      range.first = std::min(range.first, static_cast<std::int32_t>(i));
      range.end = std::max(range.end, static_cast<std::int32_t>(i) + 1);
    }
  }
}

std::span<const std::int32_t> Tree::children(std::int32_t index) const {
  const std::uint32_t first = m_first_child[at(index)];
  return {m_children.data() + first, m_first_child[at(index) + 1] - first};
}

std::int32_t Tree::child(std::int32_t index, std::initializer_list<Deprel> relations) const {
  for (const std::int32_t c : children(index)) {
    if (std::find(relations.begin(), relations.end(), token(c).deprel) != relations.end()) {
      return c;
    }
  }
  return -1;
}

bool Tree::is_under(std::int32_t below, std::int32_t above) const {
  for (int steps = 0; below >= 0 && steps < 64; ++steps) {
    if (below == above) {
      return true;
    }
    const std::int32_t head = token(below).head;
    if (head < 0 || head >= size()) {
      return false;
    }
    below = head;
  }
  return false;
}

}  // namespace hearsay::claims::attribution
