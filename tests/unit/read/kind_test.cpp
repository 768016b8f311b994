// SPDX-License-Identifier: Apache-2.0
#include <hearsay/read/detail/kind.hpp>

#include <gtest/gtest.h>

namespace hearsay::read::detail {
namespace {

TEST(Kind, ByName) {
  EXPECT_EQ(kind_of_name("a.txt"), Kind::plain);
  EXPECT_EQ(kind_of_name("a.b/c.HTML.gz"), Kind::html);
  EXPECT_EQ(kind_of_name("a.jsonl.zst"), Kind::json_lines);
  EXPECT_EQ(kind_of_name("a.json"), Kind::json);
  EXPECT_EQ(kind_of_name("notes"), Kind::unknown);
  EXPECT_EQ(kind_of_name("-"), Kind::unknown);
}

TEST(Kind, ByBytes) {
  EXPECT_EQ(kind_of_bytes("  <!DOCTYPE html><html>"), Kind::html);
  EXPECT_EQ(kind_of_bytes("{\"id\": \"a\", \"text\": \"b\"}\n{}"), Kind::json_lines);
  EXPECT_EQ(kind_of_bytes("{\n \"id\": \"a\"}"), Kind::json);
  EXPECT_EQ(kind_of_bytes("[{\"id\":1}]"), Kind::json);
  EXPECT_EQ(kind_of_bytes("[Reuters] The army"), Kind::plain);
  EXPECT_EQ(kind_of_bytes("The army"), Kind::plain);
  EXPECT_EQ(kind_of_bytes("<quoted> said the man"), Kind::plain);
}

TEST(Kind, IdIsTheNameWithoutFolderAndEndings) {
  EXPECT_EQ(id_of_name("folder/000_b66eb8.txt"), "000_b66eb8");
  EXPECT_EQ(id_of_name("a.v2.html.gz"), "a.v2");
  EXPECT_EQ(id_of_name("report 16.06.2017.txt"), "report 16.06.2017");
  EXPECT_EQ(id_of_name("report 16.06.2017"), "report 16.06.2017");
  EXPECT_EQ(id_of_name("night.log"), "night");
  EXPECT_EQ(id_of_name("C:\\reports\\a.txt"), "a");
  EXPECT_EQ(id_of_name(".txt"), ".txt");
  EXPECT_EQ(id_of_name("-"), "");
}

}  // namespace
}  // namespace hearsay::read::detail
