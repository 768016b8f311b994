// SPDX-License-Identifier: Apache-2.0
// The front door of compare/.
#include <hearsay/compare/compare.hpp>

#include <hearsay/compare/matching/events.hpp>
#include <hearsay/compare/republication/republication.hpp>

namespace hearsay::compare {

Comparison compare_reports(std::span<const Report> reports) {
  Comparison comparison;
  comparison.republications = find_republications(reports);
  comparison.events = find_events(reports, comparison.republications);
  return comparison;
}

}  // namespace hearsay::compare
