// SPDX-License-Identifier: Apache-2.0
// Features after Y. Zhang and J. Nivre, ACL 2011, fitted to arc-hybrid.
#include <hearsay/analyse/detail/greedy_parser.hpp>

#include <algorithm>

namespace hearsay::analyse::detail {

namespace {

constexpr std::uint64_t k_none = 77;

struct View {
  const ParserState& state;
  const ParserInput& input;
  std::uint64_t word(std::int32_t i) const { return i < 0 ? k_none : input.words[static_cast<std::size_t>(i)].lower; }
  std::uint64_t tag(std::int32_t i) const { return i < 0 ? k_none * 9 : input.tags[static_cast<std::size_t>(i)]; }
  std::uint64_t upos(std::int32_t i) const { return i < 0 ? k_none : input.upos[static_cast<std::size_t>(i)]; }
  std::uint64_t rel(std::int32_t i) const { return i < 0 ? k_none : static_cast<std::uint64_t>(state.node(i).deprel); }
  std::int32_t child(std::int32_t i, std::int32_t ParserState::Node::*which) const {
    return i < 0 ? -1 : state.node(i).*which;
  }
};

std::uint64_t distance(std::int32_t a, std::int32_t b) {
  if (a < 0 || b < 0) {
    return 0;
  }
  const std::int32_t d = b - a;
  return static_cast<std::uint64_t>(d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7);
}

void add_single(const View& v, FeatureKeys& keys, std::uint64_t kind, std::int32_t i) {
  keys.add(kind, v.word(i), v.tag(i));
  keys.add(kind + 1, v.word(i));
  keys.add(kind + 2, v.tag(i));
}

}  // namespace

void parse_features(const ParserState& state, const ParserInput& input, FeatureKeys& keys) {
  using Node = ParserState::Node;
  const View v{state, input};
  const std::int32_t s0 = state.stack(0), s1 = state.stack(1), s2 = state.stack(2);
  const std::int32_t b0 = state.buffer(0), b1 = state.buffer(1), b2 = state.buffer(2);
  const std::int32_t s0l = v.child(s0, &Node::left1), s0r = v.child(s0, &Node::right1);
  const std::int32_t s0l2 = v.child(s0, &Node::left2), s0r2 = v.child(s0, &Node::right2);
  const std::int32_t s1l = v.child(s1, &Node::left1), s1r = v.child(s1, &Node::right1);
  const std::int32_t b0l = v.child(b0, &Node::left1), b0l2 = v.child(b0, &Node::left2);
  const std::uint64_t d = distance(s0, b0), d1 = distance(s1, s0);
  keys.clear();
  add_single(v, keys, 10, s0);
  add_single(v, keys, 13, s1);
  add_single(v, keys, 16, b0);
  add_single(v, keys, 19, b1);
  add_single(v, keys, 22, b2);
  keys.add(25, v.tag(s2));
  keys.add(26, v.word(s0), v.word(b0));
  keys.add(27, join(v.word(s0), v.tag(s0)), join(v.word(b0), v.tag(b0)));
  keys.add(28, v.word(s0), v.tag(b0));
  keys.add(29, v.tag(s0), v.word(b0));
  keys.add(30, v.tag(s0), v.tag(b0));
  keys.add(31, v.tag(b0), v.tag(b1));
  keys.add(32, v.word(s1), v.word(s0));
  keys.add(33, v.tag(s1), v.word(s0));
  keys.add(34, v.word(s1), v.tag(s0));
  keys.add(35, v.tag(s1), v.tag(s0));
  keys.add(36, v.tag(b0), v.tag(b1), v.tag(b2));
  keys.add(37, v.tag(s0), v.tag(b0), v.tag(b1));
  keys.add(38, v.tag(s1), v.tag(s0), v.tag(b0));
  keys.add(39, v.tag(s2), v.tag(s1), v.tag(s0));
  keys.add(40, v.tag(s0), v.tag(s0r), v.tag(b0));
  keys.add(41, v.tag(s0), v.tag(s0l), v.tag(b0));
  keys.add(42, v.tag(s0), v.tag(b0), v.tag(b0l));
  keys.add(43, v.tag(s1), v.tag(s1r), v.tag(s0));
  keys.add(44, v.tag(s1), v.tag(s0), v.tag(s0r));
  keys.add(45, v.tag(s1), v.tag(s0), v.tag(s0l));
  keys.add(46, v.word(s0), d);
  keys.add(47, v.tag(s0), d, v.tag(b0));
  keys.add(48, v.word(b0), d);
  keys.add(49, v.tag(s1), d1, v.tag(s0));
  keys.add(50, v.word(s0), s0 < 0 ? 9U : state.node(s0).right_count, s0 < 0 ? 9U : state.node(s0).left_count);
  keys.add(51, v.tag(s0), s0 < 0 ? 9U : state.node(s0).right_count, v.tag(b0));
  keys.add(52, v.word(b0), b0 < 0 ? 9U : state.node(b0).left_count);
  keys.add(53, v.tag(b0), b0 < 0 ? 9U : state.node(b0).left_count, v.tag(s0));
  keys.add(54, v.word(s0l), v.rel(s0l), v.tag(s0));
  keys.add(55, v.word(s0r), v.rel(s0r), v.tag(s0));
  keys.add(56, v.word(b0l), v.rel(b0l), v.tag(b0));
  keys.add(57, v.word(s1r), v.rel(s1r), v.tag(s1));
  keys.add(58, v.rel(s0l), v.rel(s0l2), v.tag(s0));
  keys.add(59, v.rel(s0r), v.rel(s0r2), v.tag(s0));
  keys.add(60, v.rel(b0l), v.rel(b0l2), v.tag(b0));
  keys.add(61, v.word(s0), s0 < 0 ? 1U : state.node(s0).left_set);
  keys.add(62, v.tag(s0), s0 < 0 ? 1U : state.node(s0).left_set, v.tag(b0));
  keys.add(63, v.word(s0), s0 < 0 ? 1U : state.node(s0).right_set);
  keys.add(64, v.tag(s0), s0 < 0 ? 1U : state.node(s0).right_set, v.tag(b0));
  keys.add(65, v.tag(b0), b0 < 0 ? 1U : state.node(b0).left_set, v.tag(s0));
  keys.add(66, v.word(s1), s1 < 0 ? 1U : state.node(s1).right_set, v.tag(s0));
  keys.add(67, v.tag(s1), s1 < 0 ? 1U : state.node(s1).left_set, v.tag(s0));
  keys.add(68, v.upos(s0), v.upos(b0), join(v.upos(b1), v.upos(b2)));
  keys.add(69, v.upos(s1), v.upos(s0), join(v.upos(b0), v.upos(b1)));
  keys.add(70, v.upos(s2), v.upos(s1), join(v.upos(s0), v.upos(b0)));
  keys.add(71, v.word(s0), v.word(b0), v.tag(b1));
  keys.add(72, v.word(s1), v.word(s0), v.tag(b0));
  keys.add(73, v.word(s1), v.word(b0), v.tag(s0));
  keys.add(74, v.tag(s1), v.tag(b0), v.word(s0));
  keys.add(75, v.word(s1l), v.tag(s1), v.tag(s0));
  keys.add(76, v.upos(state.buffer(3)), v.tag(b0), v.tag(s0));
  keys.add(77, s0 > 0 ? v.tag(s0 - 1) : k_none, v.tag(s0), v.tag(b0));
  keys.add(78, b0 > 0 ? v.tag(b0 - 1) : k_none, v.tag(b0), v.tag(s0));
  keys.add(79, s0 >= 0 && b0 >= 0 ? v.tag(s0 + 1 < b0 ? s0 + 1 : -1) : k_none, v.tag(s0), v.tag(b0));
}

Transition best_legal(const ParserState& state, std::span<const std::int32_t> scores) {
  std::size_t best = k_transition_count;
  const auto consider = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      best = best == k_transition_count || scores[i] > scores[best] ? i : best;
    }
  };
  if (state.can(Move::shift)) {
    consider(0, 1);
  }
  if (state.can(Move::left)) {
    consider(1, 1 + k_deprel_count);
  }
  if (state.can(Move::right)) {
    consider(1 + k_deprel_count, k_transition_count);
  }
  return transition_at(best);
}

std::vector<ParserState::Node> GreedyParser::parse(const ParserInput& input) const {
  ParserState state(input.words.size());
  std::vector<std::int32_t> scores(k_transition_count);
  FeatureKeys keys;
  while (!state.done()) {
    parse_features(state, input, keys);
    std::fill(scores.begin(), scores.end(), 0);
    m_model.add_scores(keys.keys(), scores);
    state.apply(best_legal(state, scores));
  }
  return {state.nodes().begin(), state.nodes().end()};
}

}  // namespace hearsay::analyse::detail
