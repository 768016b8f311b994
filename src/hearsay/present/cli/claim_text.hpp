// SPDX-License-Identifier: Apache-2.0
// One claim in full: who, to whom, where, when, how many, says who, in which words, out of which sentence.
#pragma once
#include <string>

#include <hearsay/actions/ask.hpp>
#include <hearsay/present/cli/screen.hpp>

namespace hearsay::present {

struct ToldClaim {
  const Claim& claim;
  const actions::StoredReport& report;  // whose text the claim's spans point into
};

/// Names are the neutral ones; where the report says it in other words, these stand beside them in quotes.
std::string claim_text(const ToldClaim& told, const Screen& screen);

/// How it was coded, a line a step.
std::string steps_text(const Claim& claim, const Screen& screen);

}  // namespace hearsay::present
