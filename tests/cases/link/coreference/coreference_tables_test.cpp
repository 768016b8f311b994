// SPDX-License-Identifier: Apache-2.0
// The tables of coreference: what they give, and what they refuse.
#include <gtest/gtest.h>

#include <hearsay/base/error.hpp>
#include <hearsay/link/coreference/choice.hpp>
#include <hearsay/link/coreference/nominal_words.hpp>

namespace hearsay::link {
namespace {

Pack pack_with(const std::string& path, const std::string& bytes) {
  Pack pack;
  std::vector<packs::Problem> problems;
  pack.tables[path] = packs::parse_table(bytes, path, problems);
  return pack;
}

template <class Table>
std::string refusal(const std::string& path, const std::string& bytes) {
  try {
    const Table table(pack_with(path, bytes));
  } catch (const Fatal& fatal) {
    return fatal.what();
  }
  return "";
}

const std::string k_nominals = "sort\tgender\tnames\tfits\tnouns\tsource\n";

TEST(NominalWords, KnowNouns) {
  const NominalWords words(pack_with("lang-en/nominals.tsv", k_nominals + "place\t\tyes\tPPL*\ttown|village\town\n"
                                                                          "person\tfemale\tno\t\tqueen\town\n"));
  ASSERT_NE(words.find("village"), nullptr);
  EXPECT_EQ(words.find("village")->sort, Sort::place);
  EXPECT_EQ(words.find("queen")->gender, Gender::female);
  EXPECT_EQ(words.find("town|village"), nullptr);
  Linked name;
  name.kind = MentionKind::place;
  name.type = "PPLA2";
  EXPECT_TRUE(fits_name(*words.find("town"), name));
  name.type = "ADM1";
  EXPECT_FALSE(fits_name(*words.find("town"), name));
  EXPECT_FALSE(fits_name(*words.find("queen"), name)) << "names=no";
}

TEST(NominalWords, RefuseRowsWithTheirLine) {
  EXPECT_EQ(refusal<NominalWords>("lang-en/nominals.tsv", k_nominals + "planet\t\tyes\t\tmoon\town\n"),
            "lang-en/nominals.tsv:2: sort 'planet' is not known");
  EXPECT_EQ(refusal<NominalWords>("lang-en/nominals.tsv",
                                  k_nominals + "place\t\tyes\t\ttown\town\nbody\t\tyes\t\tparty|town\town\n"),
            "lang-en/nominals.tsv:3: 'town' is listed twice");
  EXPECT_EQ(refusal<NominalWords>("lang-en/genders.tsv", "gender\tnames\tsource\nneuter\tKim\town\n"),
            "lang-en/genders.tsv:2: gender 'neuter' is not known");
}

const std::string k_weights = "trait\the\tit\tthey\tnominal\tsource\n";

TEST(ChoiceWeights, ChooseTheSureOne) {
  const ChoiceWeights weights(pack_with("lang-en/coreference.tsv", k_weights +
                                                                       "least_nameless\t0.6\t0.6\t0.6\t0.6\town\n"
                                                                       "least_named\t0.6\t0.6\t0.6\t0.6\town\n"
                                                                       "subject\t2\t0\t0\t0\town\n"));
  Choice choice;
  choice.options.resize(2);
  choice.options[1].traits.add(Trait::subject);
  EXPECT_EQ(weights.choose(choice), 1);
  choice.none.add(Trait::subject);
  EXPECT_EQ(weights.choose(choice), -1) << "nobody is as likely";
  choice.none = {};
  choice.taking = Taking::it;
  EXPECT_EQ(weights.choose(choice), -1) << "for 'it' the trait weighs nothing";
  choice.options.clear();
  EXPECT_EQ(weights.choose(choice), -1);
}

TEST(ChoiceWeights, WithoutTableNothingIsChosen) {
  Choice choice;
  choice.options.resize(1);
  EXPECT_EQ(ChoiceWeights(Pack{}).choose(choice), -1);
}

TEST(ChoiceWeights, RefuseRowsWithTheirLine) {
  EXPECT_EQ(refusal<ChoiceWeights>("lang-en/coreference.tsv", k_weights + "luck\t1\t1\t1\t1\town\n"),
            "lang-en/coreference.tsv:2: trait 'luck' is not known");
  EXPECT_EQ(refusal<ChoiceWeights>("lang-en/coreference.tsv", k_weights + "subject\t1\tone\t1\t1\town\n"),
            "lang-en/coreference.tsv:2: it 'one' is not a number");
}

}  // namespace
}  // namespace hearsay::link
