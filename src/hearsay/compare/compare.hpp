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

/// What is known of an actor beyond the words of a report.
struct KnownActor {
  std::string parent;    // entity whose forces or part it is (army: government), "" without one
  std::string side;      // in the conflict, "" where it has none
  bool general = false;  // a word for many ("rebels", "civilians"), or nobody who fights (a monitoring group)
  bool many = false;     // others of its side may be meant: such a word, or a coalition
  bool state = false;    // a state, or one of its bodies
};
using KnownActors = std::map<std::string, KnownActor>;  // by entity

/// Deterministic whatever the order of the reports; ids must differ. To add to what was compared before, see
/// memory.hpp.
Comparison compare_reports(std::span<const Report> reports, const KnownActors& known = {});

}  // namespace hearsay::compare
