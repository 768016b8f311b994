// SPDX-License-Identifier: Apache-2.0
// Running quotation: quotations without a cue of their own go to the speaker before them.
#include <algorithm>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

bool covers(const Draft& draft, Span span) {
  return std::any_of(draft.content.begin(), draft.content.end(), [&](Span s) { return s.overlaps(span); });
}

std::uint32_t sentence_at(const Analysis& analysis, std::uint32_t byte) {
  const auto& all = analysis.sentences;
  const auto after = std::partition_point(all.begin(), all.end(), [&](const Sentence& s) { return s.span.begin <= byte; });
  return after == all.begin() ? 0 : static_cast<std::uint32_t>(after - all.begin()) - 1;
}

/// Whether the quotation is a statement of its own and not some words in quotation marks.
bool stands_alone(const Analysis& analysis, const Quotation& q) {
  const Sentence& sentence = analysis.sentences[sentence_at(analysis, q.span.begin)];
  return q.span.begin <= sentence.span.begin + 1 && q.inner.size() >= 20;
}

/// The last draft with a source whose cue stands before the quotation, in this paragraph or the one before.
std::int32_t speaker_before(const Reading& reading, const std::vector<Draft>& drafts, const Quotation& q) {
  const Analysis& analysis = reading.tree.analysis();
  const std::uint32_t paragraph = analysis.sentences[sentence_at(analysis, q.span.begin)].paragraph;
  std::int32_t best = -1;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const Draft& draft = drafts[i];
    if (draft.source_token < 0 || !draft.cue->voice || reading.tree.token(draft.cue_token).span.begin > q.span.begin) {
      continue;
    }
    const std::uint32_t there = analysis.sentences[reading.tree.sentence(draft.cue_token)].paragraph;
    const bool running = draft.direct || !q.at_begin;
    const bool colon = there + 1 == paragraph && draft.content.empty();
    if (there <= paragraph && there + 1 >= paragraph && (running || colon) &&
        (best < 0 || drafts[static_cast<std::size_t>(best)].cue_token < draft.cue_token)) {
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

}  // namespace

void give_open_quotations(const Reading& reading, std::vector<Draft>& drafts) {
  const Analysis& analysis = reading.tree.analysis();
  for (const Quotation& q : reading.quotations) {
    if (!stands_alone(analysis, q) ||
        std::any_of(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.cue->voice && covers(d, q.span); })) {
      continue;
    }
    const std::int32_t speaker = speaker_before(reading, drafts, q);
    if (speaker >= 0) {
      Draft& draft = drafts[static_cast<std::size_t>(speaker)];
      draft.content.push_back(q.span);
      draft.direct = draft.carried = true;
    }
  }
}

}  // namespace hearsay::claims::attribution
