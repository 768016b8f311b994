// SPDX-License-Identifier: Apache-2.0
// The front door of link/.
#include <hearsay/link/link.hpp>
#include <hearsay/link/quantities/quantities.hpp>
#include <hearsay/link/times/times.hpp>

namespace hearsay::link {

struct Knowledge::Data {
  TimeRules times;
  QuantityRules quantities;
};

Knowledge::Knowledge(const Pack& pack)
    : m_data(std::make_shared<Data>(Data{TimeRules(pack), QuantityRules(pack)})) {}

Links link_mentions(const CleanText& text, const Analysis& analysis, const Knowledge& knowledge) {
  Links links;
  links.mentions = find_times(text, analysis, knowledge.data().times);
  const auto amounts = find_quantities(text, analysis, links.mentions, knowledge.data().quantities);
  links.mentions.insert(links.mentions.end(), amounts.begin(), amounts.end());
  return links;
}

}  // namespace hearsay::link
