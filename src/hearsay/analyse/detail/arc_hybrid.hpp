// SPDX-License-Identifier: Apache-2.0
// The arc-hybrid transition system with its dynamic oracle.
// Source: M. Kuhlmann, C. Gomez-Rodriguez, G. Satta, ACL 2011; Y. Goldberg and J. Nivre, TACL 1 (2013).
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include <hearsay/types/ud.hpp>

namespace hearsay::analyse::detail {

/// shift: the next word onto the stack; left: the stack's top becomes a dependent of the next word;
/// right: the stack's top becomes a dependent of the word below it. The last word left is the root.
enum class Move : std::uint8_t { shift, left, right };

/// A transition is a move and, for arcs, a relation. As a class of a classifier: 0 shift, then left_*, then right_*.
struct Transition {
  Move move = Move::shift;
  Deprel deprel = Deprel::dep;
};
inline constexpr std::size_t k_transition_count = 1 + 2 * k_deprel_count;
inline std::size_t index_of(Transition t) {
  return t.move == Move::shift ? 0 : 1 + (t.move == Move::right ? k_deprel_count : 0) + static_cast<std::size_t>(t.deprel);
}
inline Transition transition_at(std::size_t index) {
  if (index == 0) {
    return {};
  }
  return {index > k_deprel_count ? Move::right : Move::left, static_cast<Deprel>((index - 1) % k_deprel_count)};
}

/// A partial tree over words 0..n-1. -1 stands for "none" everywhere.
class ParserState {
 public:
  explicit ParserState(std::size_t words);
  bool done() const { return m_next == m_words && m_stack.size() <= 1; }
  bool can(Move move) const;
  void apply(Transition transition);

  std::int32_t stack(std::size_t depth) const {
    return depth < m_stack.size() ? m_stack[m_stack.size() - 1 - depth] : -1;
  }
  std::int32_t buffer(std::size_t ahead) const {
    return m_next + ahead < m_words ? static_cast<std::int32_t>(m_next + ahead) : -1;
  }
  std::size_t stack_size() const { return m_stack.size(); }
  std::size_t words() const { return m_words; }

  struct Node {
    std::int32_t head = -1;
    std::int32_t left1 = -1, left2 = -1, right1 = -1, right2 = -1;   // outermost dependents
    Deprel deprel = Deprel::root;
    std::uint8_t left_count = 0, right_count = 0;
    std::uint64_t left_set = 0, right_set = 0;                       // bit per relation
  };
  const Node& node(std::int32_t word) const { return m_nodes[static_cast<std::size_t>(word)]; }
  std::span<const Node> nodes() const { return m_nodes; }

  /// How many gold arcs can no longer be built after `move`. Gold heads, -1 for the root.
  int cost(Move move, std::span<const std::int32_t> heads) const;

 private:
  void attach(std::int32_t head, std::int32_t word, Deprel deprel);
  std::size_t m_words;
  std::size_t m_next = 0;
  std::vector<std::int32_t> m_stack;
  std::vector<Node> m_nodes;
};

}  // namespace hearsay::analyse::detail
