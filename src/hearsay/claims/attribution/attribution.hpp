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

/// All attributions of one report, sorted by first cue or source; nested ones give chains.
std::vector<Attribution> find_attributions(const CleanText& text, const Analysis& analysis, const Links& links,
                                           const CueRules& rules);

}  // namespace hearsay::claims
