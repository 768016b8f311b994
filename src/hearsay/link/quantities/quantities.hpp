// SPDX-License-Identifier: Apache-2.0
// Amounts: numbers in digits and words, ranges, bounds, and what is counted.
#pragma once
#include <memory>
#include <vector>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Number words, approximators and units of the language packs (lang-*/numbers.tsv, units.tsv), compiled.
class QuantityRules {
 public:
  explicit QuantityRules(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// All amounts of a text (kind quantity, `quantity` set), sorted by begin. `times` are spans to leave alone
/// ("10 August" is no amount).
std::vector<Linked> find_quantities(const CleanText& text, const Analysis& analysis, const std::vector<Linked>& times,
                                    const QuantityRules& rules);

}  // namespace hearsay::link
