// SPDX-License-Identifier: Apache-2.0
// Time phrases: read by the grammar, placed by the resolver.
#include <hearsay/link/times/times.hpp>

#include <algorithm>

#include <hearsay/link/detail/pieces.hpp>
#include <hearsay/link/times/time_grammar.hpp>
#include <hearsay/link/times/time_resolver.hpp>

namespace hearsay::link {

struct TimeRules::Data {
  detail::TimeWords words;
  detail::NumberWords numbers;
};

TimeRules::TimeRules(const Pack& pack)
    : m_data(std::make_shared<Data>(Data{detail::TimeWords(pack), detail::NumberWords(pack)})) {}

namespace {

/// Both ends of "from 3 to 5 May" mean the whole stretch.
void join_ranges(TimeRef& first, TimeRef& second) {
  if (first.range.from && second.range.to && *first.range.from <= *second.range.to) {
    first.range = second.range = {first.range.from, second.range.to};
  }
}

}  // namespace

std::vector<Linked> find_times(const CleanText& text, const Analysis& analysis, const TimeRules& rules) {
  const std::vector<detail::Piece> pieces = detail::cut_pieces(text, analysis);
  detail::TimeGrammar grammar(analysis, pieces, rules.data().words, rules.data().numbers);
  detail::TimeResolver resolver(text, analysis, pieces, grammar.deictic_words());
  grammar.read_as_history(resolver.is_history());
  const std::vector<detail::Phrase> phrases = grammar.read_all();
  std::vector<Linked> found;
  found.reserve(phrases.size());
  bool joint = false;
  for (const detail::Phrase& phrase : phrases) {
    const std::uint32_t first = pieces[phrase.begin].token, last = pieces[phrase.end - 1].token;
    auto time = resolver.resolve(phrase);
    if (!time || (!found.empty() && pieces[phrase.begin].span.begin < found.back().span.end)) {
      continue;
    }
    Linked linked;
    linked.span = detail::span_of(pieces, phrase.begin, phrase.end, analysis, text.text);
    linked.first_token = first;
    linked.end_token = last + 1;
    linked.head_token = last;
    linked.kind = MentionKind::time;
    linked.type = std::string(to_string(time->type));
    linked.score = 1;
    linked.time = std::move(*time);
    if (joint && !found.empty()) {
      join_ranges(*found.back().time, *linked.time);
    }
    joint = phrase.joint != 0;
    found.push_back(std::move(linked));
  }
  return found;
}

TimeRef resolve_symbolic(TimeRef time, Day publication) {
  return detail::resolve_symbolic(std::move(time), publication);
}

}  // namespace hearsay::link
