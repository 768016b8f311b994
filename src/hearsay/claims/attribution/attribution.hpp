// SPDX-License-Identifier: Apache-2.0
// Who says what, whatever it is about: source, cue and content of every attribution (PolNeAR's scheme).
#pragma once
#include <memory>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::claims {

/// Cue words and source nouns of the language packs (lang-*/cues.tsv, sources.tsv), compiled.
class CueRules {
 public:
  explicit CueRules(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// All attributions of one report, sorted by cue; nested ones name their parent and begin their chain with its chain.
///
/// `source`, `cue` and `content` are PolNeAR's flat spans. `chain` is beside them: outermost voice first, the speaker
/// last, the publishing outlet left out; "told Reuters" and "citing an official" add links, "he added" and "the source
/// said" take over the chain of the speaker they stand for. Hearsay ("reportedly") adds no voice: its chain is that of
/// the words it stands in. Voices of kind witness and unnamed have no entity, ever.
/// Thread-safe; spans lie inside the text. Empty when nothing is attributed.
std::vector<Attribution> find_attributions(const CleanText& text, const Analysis& analysis, const Links& links,
                                           const CueRules& rules);

/// The innermost attribution whose content holds the first byte of `span` and whose source vouches for it
/// (Attribution::governs); nullptr where the report speaks with its own voice. Its `chain` is the whole chain;
/// with `hearsay` set the claim is anonymous even where the chain is empty. Cues and sources govern nothing.
const Attribution* governing(const std::vector<Attribution>& attributions, Span span);

/// Whether the innermost speaker is an unnamed person or group; also true of hearsay. False for nullptr.
bool is_anonymous(const Attribution* attribution);

}  // namespace hearsay::claims
