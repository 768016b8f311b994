// SPDX-License-Identifier: Apache-2.0
// Reports and their claims in; who repeats whom and which claims are about one happening out.
#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include <hearsay/types/claim.hpp>
#include <hearsay/types/clean_text.hpp>
#include <hearsay/types/comparison.hpp>

namespace hearsay::compare {

/// One report as comparing sees it. Pointers must outlive the call.
struct Report {
  const CleanText* text = nullptr;
  std::span<const Claim> claims;
  std::string outlet;                 // entity of who published, or its name, or ""
  std::vector<std::string> credited;  // entities or names of credited agencies
};

/// Whose forces or part an actor is, by entity.
using Parents = std::map<std::string, std::string>;

/// Deterministic whatever the order of the reports; ids must differ. To add to what was compared before, see
/// memory.hpp.
Comparison compare_reports(std::span<const Report> reports, const Parents& parents = {});

}  // namespace hearsay::compare
