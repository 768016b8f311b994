// SPDX-License-Identifier: Apache-2.0
// Amounts.
#include <hearsay/link/quantities/quantities.hpp>

namespace hearsay::link {

struct QuantityRules::Data {};
QuantityRules::QuantityRules(const Pack&) : m_data(std::make_shared<Data>()) {}
std::vector<Linked> find_quantities(const CleanText&, const Analysis&, const std::vector<Linked>&, const QuantityRules&) {
  return {};
}

}  // namespace hearsay::link
