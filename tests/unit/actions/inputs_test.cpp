// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/actions/inputs.hpp>

#include <filesystem>
#include <fstream>

namespace hearsay::actions {
namespace {

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    m_folder = std::filesystem::temp_directory_path() /
               ("hearsay-inputs-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(m_folder / "inner");
    std::filesystem::create_directories(m_folder / ".hidden");
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }
  std::string file(const std::string& name) {
    std::ofstream(m_folder / name) << "text";
    return (m_folder / name).string();
  }
  std::filesystem::path m_folder;
};

TEST_F(Inputs, FoldersAreWalkedInNameOrderAndOnlyReportsTaken) {
  const std::string b = file("b.txt");
  const std::string a = file("inner/a.html.gz");
  file("notes.pdf");
  file(".hidden/c.txt");
  file(".d.txt");
  const InputList list = list_inputs({m_folder.string(), b});
  EXPECT_EQ(list.files, (std::vector<std::string>{b, a}));
  EXPECT_EQ(list.other_files, 1U);
  EXPECT_TRUE(list.skips.empty());
}

TEST_F(Inputs, AFileNamedByTheUserIsTakenWhateverItsEnding) {
  const std::string odd = file("report.dat");
  EXPECT_EQ(list_inputs({odd}).files, std::vector<std::string>{odd});
}

TEST_F(Inputs, WhatIsNotThereIsNamed) {
  const InputList list = list_inputs({(m_folder / "none.txt").string(), (m_folder / "inner").string()});
  ASSERT_EQ(list.skips.size(), 2U);
  EXPECT_NE(list.skips[0].input.find("none.txt"), std::string::npos);
  EXPECT_NE(list.skips[1].input.find("inner"), std::string::npos);
}

TEST_F(Inputs, StandardInputComesLast) {
  const std::string a = file("a.txt");
  EXPECT_EQ(list_inputs({"-", a, "-"}).files, (std::vector<std::string>{a, "-"}));
}

TEST_F(Inputs, TooLargeIsRefusedNotCut) {
  const std::string a = file("a.txt");
  EXPECT_TRUE(load_input(a, 4));
  EXPECT_FALSE(load_input(a, 3));
}

}  // namespace
}  // namespace hearsay::actions
