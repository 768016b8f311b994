// SPDX-License-Identifier: Apache-2.0
// Attributions.
#include <hearsay/claims/attribution/attribution.hpp>

namespace hearsay::claims {

struct CueRules::Data {};
CueRules::CueRules(const Pack&) : m_data(std::make_shared<Data>()) {}
std::vector<Attribution> find_attributions(const CleanText&, const Analysis&, const Links&, const CueRules&) { return {}; }

}  // namespace hearsay::claims
