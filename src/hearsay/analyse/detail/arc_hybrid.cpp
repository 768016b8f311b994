// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/detail/arc_hybrid.hpp>

#include <algorithm>

namespace hearsay::analyse::detail {

ParserState::ParserState(std::size_t words) : m_words(words), m_nodes(words) { m_stack.reserve(words); }

bool ParserState::can(Move move) const {
  switch (move) {
    case Move::shift:
      return m_next < m_words;
    case Move::left:
      return m_next < m_words && !m_stack.empty();
    case Move::right:
      return m_stack.size() >= 2;
  }
  return false;
}

void ParserState::attach(std::int32_t head, std::int32_t word, Deprel deprel) {
  Node& dependent = m_nodes[static_cast<std::size_t>(word)];
  Node& governor = m_nodes[static_cast<std::size_t>(head)];
  dependent.head = head;
  dependent.deprel = deprel;
  const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(deprel);
  if (word < head) {
    governor.left2 = governor.left1;
    governor.left1 = word;
    governor.left_count = static_cast<std::uint8_t>(std::min(governor.left_count + 1, 200));
    governor.left_set |= bit;
  } else {
    governor.right2 = governor.right1;
    governor.right1 = word;
    governor.right_count = static_cast<std::uint8_t>(std::min(governor.right_count + 1, 200));
    governor.right_set |= bit;
  }
}

void ParserState::apply(Transition transition) {
  if (transition.move == Move::shift) {
    m_stack.push_back(static_cast<std::int32_t>(m_next++));
    return;
  }
  const std::int32_t word = m_stack.back();
  m_stack.pop_back();
  attach(transition.move == Move::left ? static_cast<std::int32_t>(m_next) : m_stack.back(), word, transition.deprel);
}

int ParserState::cost(Move move, std::span<const std::int32_t> heads) const {
  const auto head = [&](std::int32_t word) { return heads[static_cast<std::size_t>(word)]; };
  const auto next = static_cast<std::int32_t>(m_next);
  int lost = 0;
  if (move == Move::shift) {
    for (std::size_t i = 0; i < m_stack.size(); ++i) {
      lost += head(m_stack[i]) == next ? 1 : 0;
      lost += i + 1 < m_stack.size() && head(next) == m_stack[i] ? 1 : 0;
    }
    return lost + (head(next) < 0 && !m_stack.empty() ? 1 : 0);
  }
  const std::int32_t top = m_stack.back();
  for (auto word = next; word < static_cast<std::int32_t>(m_words); ++word) {
    lost += head(word) == top ? 1 : 0;
  }
  const std::int32_t below = stack(1);
  if (move == Move::left) {
    const bool lost_head = head(top) < 0 || head(top) > next || (below >= 0 && head(top) == below);
    return lost + (lost_head ? 1 : 0);
  }
  return lost + (head(top) < 0 || head(top) >= next ? 1 : 0);
}

}  // namespace hearsay::analyse::detail
