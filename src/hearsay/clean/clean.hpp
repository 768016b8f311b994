// SPDX-License-Identifier: Apache-2.0
// A raw report in, its text out: main text, marks on what is not article, publication date.
#pragma once
#include <memory>

#include <hearsay/packs/pack.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/report.hpp>

namespace hearsay::clean {

/// What cleaning knows: boilerplate lines, bylines, outlets and their domains. Made once from the packs; immutable.
class Rules {
 public:
  explicit Rules(const Pack& pack);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// Marks spans, deletes nothing: for plain text every offset is one into the decoded input. Pure and thread-safe.
CleanText clean_report(const RawReport& report, const Rules& rules);

}  // namespace hearsay::clean
