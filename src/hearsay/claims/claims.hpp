// SPDX-License-Identifier: Apache-2.0
// Parsed and linked text in, attributed claims out.
#pragma once
#include <memory>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::claims {

/// Trigger rules, cues, factuality words and ontology of the packs, compiled. Immutable.
class Rules {
 public:
  explicit Rules(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// Everything wrong in the trigger rules and word lists, with file and line; what `doctor pack` prints.
std::vector<packs::Problem> check_rules(const Pack& pack);

/// One report between analysis and claims: what every step may read. All must outlive the call.
struct Report {
  const CleanText& text;
  const Analysis& analysis;
  const Links& links;
};

/// A trigger that gave no claim, and why: for `claims --explain`.
struct Silence {
  Span trigger;
  std::string rule, reason;
};

struct Coded {
  std::vector<Claim> claims;  // sorted by trigger
  std::vector<Silence> silences;
};

/// All claims of one report: triggers -> participants -> attribution -> factuality -> quantities -> when -> where.
Coded find_claims(const Report& report, const std::vector<Attribution>& attributions, const Rules& rules);

}  // namespace hearsay::claims
