// SPDX-License-Identifier: Apache-2.0
// Time phrases: TIMEX3 types and values, and the days they mean.
#pragma once
#include <memory>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Time words of the language packs (lang-*/time*.tsv), compiled.
class TimeRules {
 public:
  explicit TimeRules(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// All time phrases of a text (kind time, `time` set), sorted by begin. Relative ones are resolved against
/// text.published when known, else keep their symbolic form. Never looks at a clock.
std::vector<Linked> find_times(const CleanText& text, const Analysis& analysis, const TimeRules& rules);

/// Fills in value and range of a time that was told relative to the publication date, once that is known. A time
/// without symbolic offset comes back as it is. Never throws; an unreadable offset leaves the time unresolved.
TimeRef resolve_symbolic(TimeRef time, Day publication);

}  // namespace hearsay::link
