// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include <hearsay/analyse/detail/linear_model.hpp>
#include <hearsay/analyse/detail/model_file.hpp>
#include <hearsay/base/error.hpp>

namespace hearsay::analyse::detail {
namespace {

class ModelFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    m_path = std::filesystem::temp_directory_path() / ("hearsay-model-" + std::to_string(::getpid()));
    write_model_file(m_path, "syntax", {{"one", "first bytes"}, {"two", std::string(100, 'x')}});
  }
  void TearDown() override { std::filesystem::remove(m_path); }

  std::string bytes() const {
    std::ifstream in(m_path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void rewrite(const std::string& bytes) const { std::ofstream(m_path, std::ios::binary) << bytes; }
  std::string refusal(std::string_view kind = "syntax") const {
    try {
      const ModelFile file(m_path, kind);
    } catch (const Fatal& fatal) {
      return fatal.what();
    }
    return {};
  }
  std::filesystem::path m_path;
};

TEST_F(ModelFileTest, GivesBackItsSections) {
  const ModelFile file(m_path, "syntax");
  EXPECT_EQ(file.section("one"), "first bytes");
  EXPECT_EQ(file.section("two"), std::string(100, 'x'));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.section("two").data()) % 64, 0U);
  EXPECT_THROW(file.section("three"), Fatal);
}

TEST_F(ModelFileTest, RefusesADamagedByte) {
  std::string damaged = bytes();
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  rewrite(damaged);
  EXPECT_NE(refusal().find("checksum"), std::string::npos);
  EXPECT_NE(refusal().find(m_path.string()), std::string::npos);
}

TEST_F(ModelFileTest, RefusesWhatIsCutShort) {
  const std::string whole = bytes();
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{64}, whole.size() - 1}) {
    rewrite(whole.substr(0, size));
    EXPECT_NE(refusal().find("cut short"), std::string::npos) << size;
  }
}

TEST_F(ModelFileTest, RefusesAnotherVersionKindOrFile) {
  EXPECT_NE(refusal("names").find("holds 'syntax'"), std::string::npos);
  std::string other = bytes();
  other[8] = 99;
  rewrite(other);
  EXPECT_NE(refusal().find("format version 99"), std::string::npos);
  rewrite(std::string(500, '#'));
  EXPECT_NE(refusal().find("is not a model of hearsay"), std::string::npos);
  std::filesystem::remove(m_path);
  EXPECT_NE(refusal().find("cannot be opened"), std::string::npos);
  rewrite("");
}

TEST(LinearModel, PacksAndScores) {
  const std::string packed = LinearModel::pack({{10, {{0, 2.0F}, {2, -1.0F}}}, {77, {{2, 4.0F}}}}, 3);
  const LinearModel model(packed);
  std::array<std::int32_t, 3> scores{};
  const std::array<std::uint64_t, 3> keys = {10, 77, 12345};
  model.add_scores(keys, scores);
  EXPECT_EQ(scores[0] * 3, scores[2] * 2);
  EXPECT_EQ(scores[1], 0);
  EXPECT_EQ(best_of(scores), 2U);
  EXPECT_THROW(LinearModel(packed.substr(1)), Fatal);
}

}  // namespace
}  // namespace hearsay::analyse::detail
