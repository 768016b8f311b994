// SPDX-License-Identifier: Apache-2.0
#include <hearsay/claims/detail/rule_book.hpp>

#include <gtest/gtest.h>

namespace hearsay::claims::detail {
namespace {

constexpr const char* k_types = "type\tquad\tplover\tcounts\tsource\nASSAULT\tmaterial conflict\tyes\t\tt\n";
constexpr const char* k_modes =
    "type\tmode\tplover_type\tplover_mode\twhat\tsource\nASSAULT\tshelling\tASSAULT\theavy-weapons\t\tt\n";
constexpr const char* k_classes = "class\twords\tnote\tsource\nweapon\trocket|shell\t\tt\n";
constexpr const char* k_header = "id\tlemma\tpos\tneeds\tmode\tstatus\tactor\trecipient\tflags\texample\tsource\n";

struct Compiled {
  RuleBook book;
  std::vector<packs::Problem> problems;
};

Compiled compile(const std::string& rows) {
  Pack pack;
  std::vector<packs::Problem> ignored;
  const auto put = [&](const std::string& path, const std::string& bytes) {
    pack.tables[path] = packs::parse_table(bytes, path, ignored);
  };
  put("ontology-plover/event_types.tsv", k_types);
  put("ontology-plover/modes.tsv", k_modes);
  put("lang-en/classes.tsv", k_classes);
  put("lang-en/triggers/ASSAULT.tsv", k_header + rows);
  Compiled made;
  made.book = compile_rules(pack, made.problems);
  return made;
}

std::string only_problem(const std::string& rows) {
  const Compiled made = compile(rows);
  return made.problems.size() == 1
             ? made.problems[0].path + ":" + std::to_string(made.problems[0].line) + ": " + made.problems[0].message
             : std::to_string(made.problems.size()) + " problems";
}

TEST(RuleBook, ASoundRuleHasNoProblem) {
  const Compiled made =
      compile("shell\tshell\tVERB\tobj:@weapon|#place;!prt:out\tshelling\t\tsubj > by\tobj\tresult\t\tt\n");
  EXPECT_TRUE(made.problems.empty());
  ASSERT_EQ(made.book.rules.size(), 1u);
  const TriggerRule& rule = made.book.rules[0];
  EXPECT_EQ(rule.type, "ASSAULT");
  EXPECT_EQ(rule.line, 2u);
  EXPECT_TRUE(rule.result);
  ASSERT_EQ(rule.needs.size(), 2u);
  EXPECT_EQ(rule.needs[0].any_of.size(), 2u);
  EXPECT_TRUE(rule.needs[1].negated);
  EXPECT_EQ(rule.actor.size(), 2u);
}

TEST(RuleBook, MistakesAreNamedWithFileAndLine) {
  EXPECT_EQ(only_problem("a\tshell\tVERB\tobj:@nothing\t\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown class '@nothing'");
  EXPECT_EQ(only_problem("a\tshell\tVERB\tonject\t\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown place in the tree 'onject'");
  EXPECT_EQ(only_problem("a\tshell\tVERB\tobj:#thing\t\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown kind '#thing'");
  EXPECT_EQ(only_problem("a\tshell\tVREB\t\t\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown word class 'VREB'");
  EXPECT_EQ(only_problem("a\tshell\tVERB\t\t\tmaybe\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown status 'maybe'");
  EXPECT_EQ(only_problem("a\tshell\tVERB\t\t\t\t\t\tloud\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: unknown flag 'loud'");
  EXPECT_EQ(only_problem("a\tshell\tVERB\t\tstabbing\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:2: mode 'ASSAULT/stabbing' is not in the ontology");
  EXPECT_EQ(only_problem("a\t\tVERB\t\t\t\t\t\t\t\tt\n"), "lang-en/triggers/ASSAULT.tsv:2: rule 'a' has no word");
}

TEST(RuleBook, AnIdIsUsedOnce) {
  EXPECT_EQ(only_problem("a\tshell\tVERB\t\t\t\t\t\t\t\tt\na\tbomb\tVERB\t\t\t\t\t\t\t\tt\n"),
            "lang-en/triggers/ASSAULT.tsv:3: rule id 'a' is empty or used twice");
}

TEST(RuleBook, TheMoreSpecialRuleComesFirst) {
  const Compiled made =
      compile("plain\tfire\tVERB\t\t\t\t\t\t\t\tt\nspecial\tfire\tVERB\tobj:@weapon\tshelling\t\t\t\t\t\tt\n");
  const auto& numbers = made.book.by_word[made.book.words.find("fire")];
  ASSERT_EQ(numbers.size(), 2u);
  EXPECT_EQ(made.book.rules[numbers[0]].id, "special");
}

TEST(Vocabulary, FormsAndClasses) {
  Vocabulary words;
  const WordId strike = words.add("strike");
  words.add_form("struck", strike);
  EXPECT_EQ(words.find("struck"), strike);
  EXPECT_EQ(words.find("unheard"), k_unknown);
  const std::size_t bit = words.make_class("blow");
  words.add_to_class(strike, bit);
  EXPECT_TRUE(words.classes(strike).test(words.class_bit("blow")));
  EXPECT_EQ(words.class_bit("other"), Vocabulary::k_no_class);
}

}  // namespace
}  // namespace hearsay::claims::detail
