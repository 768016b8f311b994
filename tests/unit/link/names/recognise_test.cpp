// SPDX-License-Identifier: Apache-2.0
// Names found in made sentences with a made pack.
#include <gtest/gtest.h>

#include <hearsay/link/link.hpp>
#include <support/plain_analysis.hpp>

namespace hearsay::link {
namespace {

using tests::plain_analysis;
using tests::plain_text;

/// A small theatre: one town and governorate of the same name, a base and a crossing, an army, an outlet, a weapon.
Pack made_pack() {
  Pack pack;
  pack.name = "toy";
  const auto place = [&pack](const char* id, const char* name, const char* feature, double lat, double lon,
                             double radius, const char* container, std::int64_t population) {
    pack.places.push_back(
        {std::string("toy:place/") + id, name, feature, container, "TY", lat, lon, radius, population, 0, {}});
    pack.aliases.push_back({std::string("toy:place/") + id, name, "Latn", {}});
  };
  place("toyland", "Toyland", "PCLI", 35, 38, 300, "", 20000000);
  place("hims", "Hims governorate", "ADM1", 34.3, 38.3, 150, "toy:place/toyland", 1800000);
  place("hims-city", "Hims", "PPLA", 34.73, 36.72, 8, "toy:place/hims", 800000);
  place("tanf-base", "al-Tanf base", "INSM", 33.5, 38.6, 4, "toy:place/hims", 0);
  place("tanf-crossing", "al-Tanf crossing", "BDRC", 33.46, 38.87, 10, "toy:place/hims", 0);
  place("kamishly", "Qamishli", "PPL", 37.05, 41.22, 5, "toy:place/toyland", 180000);
  pack.aliases.push_back({"toy:place/hims", "Hims", "Latn", {}});
  pack.aliases.push_back({"toy:place/tanf-base", "al-Tanf", "Latn", {}});
  pack.aliases.push_back({"toy:place/tanf-crossing", "al-Tanf", "Latn", {}});
  pack.actors.push_back({"toy:actor/army", "Toyland Army", "military", "", "TY", "", {}});
  pack.aliases.push_back({"toy:actor/army", "Toyland Army", "Latn", {}});
  pack.actors.push_back({"toy:actor/is", "Iron State", "armed_group", "", "", "", {}});
  pack.aliases.push_back({"toy:actor/is", "IS", "Latn", {}});
  pack.equipment.push_back({"toy:equipment/f-15", "F-15", "combat aircraft", "aircraft"});
  pack.aliases.push_back({"toy:equipment/f-15", "F-15", "Latn", {}});
  pack.persons.push_back({"toy:person/a-b", "Omar al-Hariri", "spokesman", "toy:actor/army", {}});
  pack.aliases.push_back({"toy:person/a-b", "Omar al-Hariri", "Latn", {}});
  packs::Table where;
  where.path = "lang-en/where.tsv";
  where.columns = {"word", "role", "features", "bearing_deg", "radius_km"};
  where.rows = {{{"governorate", "kind", "ADM1", "", ""}, 2}, {{"city", "kind", "PPL*", "", ""}, 3},
                {{"crossing", "kind", "BDRC", "", "15"}, 4},  {{"base", "kind", "INSM", "", "15"}, 5},
                {{"airport", "kind", "AIRP", "", "15"}, 6},   {{"near", "locative", "", "", ""}, 7}};
  pack.tables.emplace(where.path, where);
  return pack;
}

/// "text=entity" of every mention that has an entity, in order.
std::vector<std::string> linked(const std::string& sentence) {
  static const Knowledge knowledge{made_pack()};
  const auto text = plain_text(sentence);
  const auto links = link_mentions(text, plain_analysis(text), knowledge);
  std::vector<std::string> out;
  for (const auto& mention : links.mentions) {
    if (!mention.entity.empty()) {
      out.push_back(sentence.substr(mention.span.begin, mention.span.end - mention.span.begin) + "=" +
                    mention.entity.substr(4));
    }
  }
  return out;
}

using Found = std::vector<std::string>;

TEST(Recognise, SpellingsAndArticles) {
  EXPECT_EQ(linked("a raid near Qamishli."), (Found{"Qamishli=place/kamishly"}));
  EXPECT_EQ(linked("a raid near Al Qamishli."), (Found{"Al Qamishli=place/kamishly"}));
  EXPECT_EQ(linked("a raid in Toyland near Kamishly and Hims"),
            (Found{"Toyland=place/toyland", "Kamishly=place/kamishly", "Hims=place/hims-city"}));
  EXPECT_EQ(linked("the outpost at a-Tanf was hit"), (Found{"a-Tanf=place/tanf-base"}));
}

TEST(Recognise, PossessivesAndLostApostrophes) {
  EXPECT_EQ(linked("east of Toyland's plain"), (Found{"Toyland=place/toyland"}));
  EXPECT_EQ(linked("east of Toyland\u2019s plain"), (Found{"Toyland=place/toyland"}));
  EXPECT_EQ(linked("east of Toylands plain"), (Found{"Toyland=place/toyland"}));
}

TEST(Recognise, AcronymsAreNoWords) {
  EXPECT_EQ(linked("this is quiet, IS said"), (Found{"IS=actor/is"}));
  EXPECT_EQ(linked("HIM said"), (Found{}));
}

TEST(Recognise, LongestNameWithPlaceInside) {
  EXPECT_EQ(linked("the Toyland Army left"), (Found{"Toyland Army=actor/army", "Toyland=place/toyland"}));
}

TEST(Recognise, KindWordsDecide) {
  EXPECT_EQ(linked("in Hims governorate"), (Found{"Hims governorate=place/hims"}));
  EXPECT_EQ(linked("in the city of Hims today"), (Found{"Hims=place/hims-city"}));
  EXPECT_EQ(linked("they left Hims"), (Found{"Hims=place/hims-city"}));
  EXPECT_EQ(linked("trucks at a-Tanf crossing, near Hims"),
            (Found{"a-Tanf crossing=place/tanf-crossing", "Hims=place/hims-city"}));
}

TEST(Recognise, SmallPlacesNeedAPlacesPosition) {
  EXPECT_EQ(linked("said Qamishli yesterday"), (Found{}));
  EXPECT_EQ(linked("fled to Qamishli"), (Found{}));  // no word list says that "to" is of place here
  EXPECT_EQ(linked("slept near Qamishli"), (Found{"Qamishli=place/kamishly"}));
}

TEST(Recognise, EquipmentAndSurnames) {
  EXPECT_EQ(linked("an F-15 jet"), (Found{"F-15=equipment/f-15"}));
  EXPECT_EQ(linked("Omar al-Hariri spoke, al-Hariri left"),
            (Found{"Omar al-Hariri=person/a-b", "al-Hariri=person/a-b"}));
}

TEST(Recognise, UnlistedPartOfTownIsNearIt) {
  static const Knowledge knowledge{made_pack()};
  const auto text = plain_text("shells fell on Qamishli airport");
  const auto links = link_mentions(text, plain_analysis(text), knowledge);
  ASSERT_EQ(links.mentions.size(), 1U);
  const auto& airport = links.mentions[0];
  EXPECT_EQ(airport.kind, MentionKind::facility);
  EXPECT_EQ(airport.entity, "");
  EXPECT_EQ(airport.place->container, "toy:place/kamishly");
  EXPECT_GT(airport.place->radius_km, 15);
}

}  // namespace
}  // namespace hearsay::link
