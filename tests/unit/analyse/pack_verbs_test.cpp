// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/analyse/detail/pack_verbs.hpp>

namespace hearsay::analyse::detail {
namespace {

Pack pack_with(const std::string& rows) {
  Pack pack;
  std::vector<packs::Problem> problems;
  const std::string path = "lang-xx/triggers/ASSAULT.tsv";
  pack.tables[path] = packs::parse_table("id\tlemma\tpos\n" + rows, path, problems);
  return pack;
}

TEST(PackVerbs, KnowsTheRegularFormsOfThePacksVerbs) {
  const PackVerbs verbs(pack_with("a\tshell|stop|strafe|rally\tVERB\n"));
  for (const auto& [form, lemma] : std::vector<std::pair<std::string, std::string>>{{"shelled", "shell"},
                                                                                    {"Shelling", "shell"},
                                                                                    {"shells", "shell"},
                                                                                    {"stopped", "stop"},
                                                                                    {"strafed", "strafe"},
                                                                                    {"strafing", "strafe"},
                                                                                    {"rallied", "rally"}}) {
    ASSERT_NE(verbs.lemma_of(form), nullptr) << form;
    EXPECT_EQ(*verbs.lemma_of(form), lemma);
  }
}

TEST(PackVerbs, LeavesOtherWordsAlone) {
  const PackVerbs verbs(pack_with("a\tshell\tVERB\nb\tambush\tNOUN\n"));
  EXPECT_EQ(verbs.lemma_of("spelled"), nullptr);
  EXPECT_EQ(verbs.lemma_of("ambushed"), nullptr);
  EXPECT_EQ(verbs.lemma_of(""), nullptr);
}

}  // namespace
}  // namespace hearsay::analyse::detail
