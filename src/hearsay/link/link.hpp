// SPDX-License-Identifier: Apache-2.0
// Mentions in, entities, points, days and amounts out.
#pragma once
#include <memory>

#include <hearsay/packs/pack.hpp>
#include <hearsay/packs/world_index.hpp>
#include <hearsay/types/analysis.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/links.hpp>

namespace hearsay::link {

/// Alias tables, spelling keys, gazetteer, time and number words. Made once from the packs; immutable.
class Knowledge {
 public:
  /// Without an index of the world's towns, names are looked for in the packs alone.
  explicit Knowledge(const Pack& pack, std::shared_ptr<const packs::WorldIndex> world = nullptr);
  struct Data;
  const Data& data() const { return *m_data; }

 private:
  std::shared_ptr<const Data> m_data;
};

/// Resolves what analyse/ found, and finds what needs the packs to be seen: listed names, times, amounts,
/// relative places. Pure and thread-safe.
Links link_mentions(const CleanText& text, const Analysis& analysis, const Knowledge& knowledge);

/// Entities that a name may stand for, best first, without a text around it: what `--place NAME` asks. Places only.
std::vector<std::string> look_up_places(std::string_view name, const Knowledge& knowledge);

}  // namespace hearsay::link
