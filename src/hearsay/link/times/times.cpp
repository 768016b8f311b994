// SPDX-License-Identifier: Apache-2.0
// Time phrases.
#include <hearsay/link/times/times.hpp>

namespace hearsay::link {

struct TimeRules::Data {};
TimeRules::TimeRules(const Pack&) : m_data(std::make_shared<Data>()) {}
std::vector<Linked> find_times(const CleanText&, const Analysis&, const TimeRules&) { return {}; }

}  // namespace hearsay::link
