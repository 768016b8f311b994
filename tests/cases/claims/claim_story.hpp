// SPDX-License-Identifier: Apache-2.0
// A story about claims, run through the stages: what the report says, and what must be noted down.
#pragma once
#include <string>
#include <vector>

#include <hearsay/packs/pack.hpp>

#include "support/case_file.hpp"

namespace hearsay::tests {

/// Runs one story and returns what is wrong with it, a line each; empty when all holds. Keys of a story:
///   published, outlet, title   of the report
///   text      lines of the report (a line is a paragraph)
///   claim     type= mode= actor= recipient= status= place= trigger= voice= anonymous= comment= plover=
///             framing= (loaded words): one claim that must be there with all that is given. Names: "a+b" is both and
///             no more; "none" is nobody.
///     when 2016-02-29 or from..to   number 12 or 24-   with mortar   (details)
///   no-claim  the same: no claim may be like this; alone: there is no claim at all
///   count     how many claims there are
std::vector<std::string> run_story(const Case& story);

/// What is wrong in the trigger tables.
std::vector<packs::Problem> rule_problems();

/// Rules whose example sentence does not give a claim of their type, a line each.
std::vector<std::string> check_examples();

}  // namespace hearsay::tests
