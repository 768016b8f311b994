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

/// Wishes are counted; one that holds should move to this folder.
TEST(WantedClaims, AreCounted) {
  std::size_t wishes = 0, held = 0;
  for (const Case& wish : read_case_folder(k_cases.parent_path() / "wanted")) {
    if (!wish.file.filename().string().starts_with("claims-")) {
      continue;
    }
    ASSERT_FALSE(wish.lines.empty()) << wish.label();
    ++wishes;
    if (run_story(wish).empty()) {
      ++held;
      std::cout << wish.label() << " holds now\n";
    }
  }
  std::cout << wishes << " wishes about claims, " << held << " hold now\n";
  EXPECT_GT(wishes, 0u);
}

}  // namespace
}  // namespace hearsay::tests
