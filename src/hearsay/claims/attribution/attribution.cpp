// SPDX-License-Identifier: Apache-2.0
// Attributions: every cue is drafted alone, quotations without a cue are given away, then chains are made.
#include <hearsay/claims/attribution/attribution.hpp>

#include <algorithm>

#include <hearsay/base/text/utf8.hpp>
#include <hearsay/claims/attribution/detail/chains.hpp>
#include <hearsay/claims/attribution/detail/cue_lexicon.hpp>
#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims {

using attribution::Draft;
using attribution::Reading;

struct CueRules::Data {
  attribution::CueLexicon lexicon;
};

CueRules::CueRules(const Pack& pack) : m_data(std::make_shared<Data>(Data{attribution::compile_cues(pack)})) {}

namespace {

bool is_read_sentence(const Sentence& sentence) {
  return !sentence.marked || is_read(sentence.mark);
}

Draft draft_token(const Reading& reading, std::int32_t token) {
  switch (reading.tree.token(token).upos) {
    case Upos::verb: {
      const bool modifier = reading.tree.token(token).deprel == Deprel::amod;
      if (Draft citing = attribution::draft_citing(reading, token); !citing.content.empty()) {
        return citing;
      }
      return modifier ? attribution::draft_adjective(reading, token) : attribution::draft_verb(reading, token);
    }
    case Upos::noun:
      if (attribution::is_final_participle(reading, token)) {
        return attribution::draft_verb(reading, token);
      }
      if (Draft misread = attribution::draft_misread(reading, token); !misread.content.empty()) {
        return misread;
      }
      return attribution::draft_noun(reading, token);
    case Upos::adj:
      return attribution::draft_adjective(reading, token);
    case Upos::adv:
      return attribution::draft_adverb(reading, token);
    default:
      return {};
  }
}

bool is_direct(const Draft& draft, const std::vector<attribution::Quotation>& quotations) {
  return std::any_of(draft.content.begin(), draft.content.end(), [&](Span content) {
    const auto q = attribution::first_ending_after(quotations, content.begin);
    return q != quotations.end() && q->span.begin <= content.begin + 1 && content.overlaps(q->span) &&
           2 * q->span.size() > content.size();
  });
}

/// "citing a source" inside another attribution is a link of its chain, not an attribution beside it.
void drop_consumed(std::vector<Draft>& drafts, const attribution::Tree& tree) {
  std::vector<std::int32_t> inner;
  for (const Draft& draft : drafts) {
    if (draft.inner >= 0 && !draft.content.empty()) {
      inner.push_back(tree.token(draft.inner).head);
    }
    if (draft.handed_on_by >= 0 && !draft.content.empty()) {
      inner.push_back(draft.handed_on_by);
    }
  }
  std::sort(inner.begin(), inner.end());
  std::erase_if(drafts, [&](const Draft& d) { return std::binary_search(inner.begin(), inner.end(), d.cue_token); });
}

std::vector<Draft> draft_all(const Reading& reading) {
  std::vector<Draft> drafts;
  const Analysis& analysis = reading.tree.analysis();
  const auto keep = [&](Draft draft) {
    if (draft.cue != nullptr &&
        (!draft.content.empty() ||
         (draft.source_token >= 0 && (draft.cue->has(attribution::k_quote) || draft.cue->has(attribution::k_marks))))) {
      draft.direct = is_direct(draft, reading.quotations);
      attribution::finish_cue(reading, draft);
      drafts.push_back(std::move(draft));
    }
  };
  for (const attribution::Quotation& quotation : reading.quotations) {
    keep(attribution::draft_signed(reading, quotation));
  }
  for (std::uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    if (!is_read_sentence(analysis.sentences[s])) {
      continue;
    }
    keep(attribution::draft_headline(reading, s));
    const attribution::TokenRange range = reading.tree.sentence_range(s);
    for (std::int32_t token = range.first; token < range.end; ++token) {
      keep(attribution::draft_phrase(reading, token));
      keep(draft_token(reading, token));
    }
  }
  return drafts;
}

std::vector<std::string> outlet_names(const CleanText& text, const Links& links) {
  std::vector<std::string> names;
  for (const std::string& name : {text.outlet, links.outlet_name}) {
    if (!name.empty()) {
      names.push_back(to_lower(name));
    }
  }
  return names;
}

}  // namespace

std::vector<Attribution> find_attributions(const CleanText& text, const Analysis& analysis, const Links& links,
                                           const CueRules& rules) {
  const attribution::Tree tree(analysis, text.text);
  const std::vector<attribution::Quotation> quotations = attribution::find_quotations(text.text);
  const Reading reading{tree, rules.data().lexicon, quotations, links, attribution::named_organisations(links)};
  std::vector<Draft> drafts = draft_all(reading);
  drop_consumed(drafts, tree);
  attribution::give_open_quotations(reading, drafts);
  std::erase_if(drafts, [](const Draft& d) { return d.content.empty(); });
  return attribution::link_chains(reading, std::move(drafts), outlet_names(text, links));
}

const Attribution* governing(const std::vector<Attribution>& attributions, Span span) {
  const Attribution* best = nullptr;
  std::uint32_t best_size = 0;
  for (const Attribution& a : attributions) {
    if (!a.governs) {
      continue;
    }
    for (const Span& content : a.content) {
      const bool inside = content.begin <= span.begin && span.begin < content.end;
      if (inside && (best == nullptr || content.size() < best_size)) {
        best = &a;
        best_size = content.size();
      }
    }
  }
  return best;
}

bool is_anonymous(const Attribution* attribution) {
  return attribution != nullptr && (attribution->hearsay || attribution->voice.anonymous);
}

}  // namespace hearsay::claims
