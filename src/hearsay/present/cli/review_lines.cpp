// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/review_lines.hpp>

namespace hearsay::present {

std::string review_line(const actions::Review& review) {
  return "reviewed " + review.verdict + (review.reviewer.empty() ? "" : " by " + review.reviewer) + " on " +
         review.at.substr(0, 10) + (review.note.empty() ? "" : ": " + review.note);
}

Colour colour_of_verdict(const std::string& verdict) {
  return verdict == "right" ? Colour::green : verdict == "wrong" ? Colour::red : Colour::yellow;
}

}  // namespace hearsay::present
