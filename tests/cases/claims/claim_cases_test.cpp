// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder (all must hold), and those of ../wanted (counted: wishes that fail today).
#include <gtest/gtest.h>

#include <iostream>

#include "claim_story.hpp"

namespace hearsay::tests {
namespace {

const std::filesystem::path k_cases = std::filesystem::path(HEARSAY_TEST_DATA);

class ClaimStory : public testing::TestWithParam<Case> {};

TEST_P(ClaimStory, Holds) {
  for (const std::string& wrong : run_story(GetParam())) {
    ADD_FAILURE() << GetParam().label() << "\n  " << wrong;
  }
}

TEST(TriggerTables, AreSound) {
  for (const packs::Problem& problem : rule_problems()) {
    ADD_FAILURE() << problem.path << ":" << problem.line << ": " << problem.message;
  }
}

/// The example of every rule must be coded as its type (of NONE.tsv: by no rule that it is there to stop).
TEST(TriggerTables, ExamplesGiveTheirType) {
  for (const std::string& wrong : check_examples()) {
    ADD_FAILURE() << wrong;
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, ClaimStory, testing::ValuesIn(read_case_folder(k_cases)));

/// A wish that holds must move to the other folder, so that it stays true.
TEST(WantedClaims, AreCountedAndStillFail) {
  const auto wishes = read_case_folder(k_cases.parent_path() / "wanted");
  std::size_t held = 0;
  for (const Case& wish : wishes) {
    if (wish.file.filename().string().starts_with("claims-") && run_story(wish).empty()) {
      ++held;
      ADD_FAILURE() << wish.label() << " holds now: move it to tests/cases/claims";
    }
  }
  std::cout << wishes.size() << " wishes, " << held << " hold now\n";
}

}  // namespace
}  // namespace hearsay::tests
