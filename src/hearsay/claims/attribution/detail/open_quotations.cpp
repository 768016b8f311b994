// SPDX-License-Identifier: Apache-2.0
// Running quotation: quotations without a cue of their own go to the speaker before them.
#include <algorithm>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

namespace {

/// The bytes that somebody is said to say, as sorted spans that do not touch.
std::vector<Span> said_bytes(const std::vector<Draft>& drafts) {
  std::vector<Span> all;
  for (const Draft& draft : drafts) {
    if (draft.cue->voice) {
      all.insert(all.end(), draft.content.begin(), draft.content.end());
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<Span> merged;
  for (const Span span : all) {
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  return merged;
}

bool is_covered(const std::vector<Span>& said, Span span) {
  const auto at = std::partition_point(said.begin(), said.end(), [&](Span s) { return s.end <= span.begin; });
  return at != said.end() && at->begin < span.end;
}

std::uint32_t sentence_at(const Analysis& analysis, std::uint32_t byte) {
  const auto& all = analysis.sentences;
  const auto after =
      std::partition_point(all.begin(), all.end(), [&](const Sentence& s) { return s.span.begin <= byte; });
  return after == all.begin() ? 0 : static_cast<std::uint32_t>(after - all.begin()) - 1;
}

/// Whether the quotation is a statement of its own and not some words in quotation marks.
bool stands_alone(const Analysis& analysis, const Quotation& q) {
  const Sentence& sentence = analysis.sentences[sentence_at(analysis, q.span.begin)];
  return q.span.begin <= sentence.span.begin + 1 && q.inner.size() >= 20;
}

/// The last draft with a source whose cue stands before the quotation, in this paragraph or the one before; -1 none.
std::int32_t speaker_before(const Reading& reading, const std::vector<Draft>& drafts, const Quotation& q) {
  const Analysis& analysis = reading.tree.analysis();
  const std::uint32_t paragraph = analysis.sentences[sentence_at(analysis, q.span.begin)].paragraph;
  const auto after = std::partition_point(drafts.begin(), drafts.end(), [&](const Draft& d) {
    return reading.tree.token(d.cue_token).span.begin <= q.span.begin;
  });
  for (auto at = after; at != drafts.begin();) {
    const Draft& draft = *--at;
    const std::uint32_t there = analysis.sentences[reading.tree.sentence(draft.cue_token)].paragraph;
    if (there + 1 < paragraph) {
      break;
    }
    const bool running = draft.direct || !q.at_begin;
    const bool colon = there + 1 == paragraph && draft.content.empty();
    if (draft.source_token >= 0 && draft.cue->voice && (running || colon)) {
      return static_cast<std::int32_t>(at - drafts.begin());
    }
  }
  return -1;
}

}  // namespace

void give_open_quotations(const Reading& reading, std::vector<Draft>& drafts) {
  const Analysis& analysis = reading.tree.analysis();
  std::stable_sort(drafts.begin(), drafts.end(),
                   [](const Draft& a, const Draft& b) { return a.cue_token < b.cue_token; });
  const std::vector<Span> said = said_bytes(drafts);
  for (const Quotation& q : reading.quotations) {
    if (!stands_alone(analysis, q) || is_covered(said, q.span)) {
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
