// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <hearsay/analyse/conllu.hpp>
#include <hearsay/present/exports/conllu.hpp>

namespace hearsay::analyse {
namespace {

constexpr std::string_view k_example =
    "# newdoc id = one\n"
    "# newpar\n"
    "# text = Rebels’ men don't flee.\n"
    "1-2\tRebels’\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:7\n"
    "1\tRebels\trebel\tNOUN\tNNS\tNumber=Plur\t3\tnmod:poss\t_\t_\n"
    "2\t’\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
    "3\tmen\tman\tNOUN\tNNS\tNumber=Plur\t6\tnsubj\t_\tTokenRange=8:11\n"
    "4-5\tdon't\t_\t_\t_\t_\t_\t_\t_\tTokenRange=12:17\n"
    "4\tdo\tdo\tAUX\tVBP\tMood=Ind|Tense=Pres|VerbForm=Fin\t6\taux\t_\t_\n"
    "5\tn't\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_\n"
    "6\tflee\tflee\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No|TokenRange=18:22\n"
    "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\tTokenRange=22:23\n"
    "\n";

TEST(Conllu, ReadsAndWritesTheSame) {
  const auto given = read_conllu(k_example);
  ASSERT_TRUE(given);
  EXPECT_EQ(given->text, "Rebels’ men don't flee.");
  std::string out;
  present::append_conllu(out, given->text, given->analysis, {.doc_id = "one"});
  EXPECT_EQ(out, k_example);
}

TEST(Conllu, SaysWhichLineIsWrong) {
  const auto short_line = read_conllu("1\tone\t_\n\n");
  ASSERT_FALSE(short_line);
  EXPECT_EQ(short_line.error().message, "line 1 is not CoNLL-U");
  EXPECT_FALSE(read_conllu("1\ta\ta\tX\t_\t_\t9\tdep\t_\t_\n\n"));
  EXPECT_FALSE(read_conllu("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n"));
  EXPECT_FALSE(read_conllu("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n"));
  EXPECT_TRUE(read_conllu(""));
}

}  // namespace
}  // namespace hearsay::analyse
