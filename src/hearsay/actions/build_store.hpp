// SPDX-License-Identifier: Apache-2.0
// Read, code, compare and keep: what `hearsay build` does.
#pragma once
#include <string>

#include <hearsay/actions/code_reports.hpp>

namespace hearsay::actions {

struct BuildRequest {
  CodeRequest code;  // depth is always claims
  std::string db;    // store address
  std::string program_version;
};

struct BuildSummary {
  CodeSummary code;        // reports: coded and stored now; unwanted: stored already
  std::size_t claims = 0;  // of the reports coded now
  std::size_t events = 0, republications = 0, all_reports = 0;  // in the store afterwards
};

/// Adds what is new, leaves what is there; what is new is compared with what is there. One transaction a report, and
/// one for some reports compared: a run that is killed leaves a whole store, and running it again completes it.
BuildSummary build_store(const BuildRequest& request);

}  // namespace hearsay::actions
