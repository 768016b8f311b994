// SPDX-License-Identifier: Apache-2.0
// Mentions in, entities, points, days and amounts out.
#pragma once
#include <memory>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Alias tables, spelling keys, gazetteer, time and number words. Made once from the packs; immutable.
class Knowledge {
 public:
  explicit Knowledge(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// Resolves what analyse/ found, and finds what needs the packs to be seen: listed names, times, amounts,
/// relative places. Pure and thread-safe.
Links link_mentions(const CleanText& text, const Analysis& analysis, const Knowledge& knowledge);

}  // namespace hearsay::link
