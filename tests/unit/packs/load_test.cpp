// SPDX-License-Identifier: Apache-2.0
// Loading theatres: an invented country needs no C++, and a broken pack is told off once, completely.
#include <gtest/gtest.h>

#include <algorithm>

#include <hearsay/packs/pack.hpp>

namespace hearsay::packs {
namespace {

const std::filesystem::path k_folder = HEARSAY_SOURCE_DIR "/tests/data/packs";

std::vector<std::string> texts(const std::vector<Problem>& problems) {
  std::vector<std::string> found;
  for (const auto& problem : problems) {
    found.push_back(to_text(problem));
  }
  return found;
}

std::vector<std::string> spellings(const Pack& pack, const std::string& entity) {
  std::vector<std::string> found;
  for (const auto& alias : pack.aliases) {
    if (alias.entity == entity) {
      found.push_back(alias.spelling + "/" + alias.script);
    }
  }
  return found;
}

TEST(LoadPacks, AnInventedTheatreNeedsNoCode) {
  const auto loaded = load_packs(k_folder, "velmoria");
  EXPECT_EQ(texts(loaded.problems), std::vector<std::string>{});
  const auto& pack = loaded.pack;
  EXPECT_EQ(pack.name, "velmoria");
  EXPECT_EQ(pack.version, "1.2.0");
  EXPECT_EQ(pack.loaded, (std::vector<std::string>{"velmoria 1.2.0", "velmorian 0.3.0"}));
  EXPECT_EQ(pack.manifests.front().time_zone, "Europe/Sofia");
  ASSERT_EQ(pack.places.size(), 3u);
  EXPECT_EQ(pack.places[0].entity, "velmoria:place/ostrava-ford");
  EXPECT_EQ(pack.places[0].container, "velmoria:place/velmoria");
  EXPECT_DOUBLE_EQ(pack.places[0].lat_deg, 51.2);
  EXPECT_EQ(pack.places[0].population, 12000);
  EXPECT_EQ(pack.actors.size(), 4u);
  EXPECT_EQ(pack.actors[2].parent, "velmoria:actor/velmorian-government");
  EXPECT_EQ(pack.outlets.at(0).kind, "state_media");
  EXPECT_EQ(pack.equipment.at(0).cls, "gun");
  EXPECT_EQ(pack.persons.at(0).actor, "velmoria:actor/river-army");
}

TEST(LoadPacks, YearsAndMonthsReachToTheirLastDay) {
  const auto loaded = load_packs(k_folder, "velmoria");
  const auto& valid = loaded.pack.places.at(2).valid;
  ASSERT_TRUE(valid.from && valid.until);
  EXPECT_EQ(to_iso(*valid.from), "2015-01-01");
  EXPECT_EQ(to_iso(*valid.until), "2017-06-30");
}

TEST(LoadPacks, CanonicalNamesAreAliasesToo) {
  const auto loaded = load_packs(k_folder, "velmoria");
  EXPECT_EQ(spellings(loaded.pack, "velmoria:actor/river-army"),
            (std::vector<std::string>{"River Army/Latn", "the Riverines/Latn"}));
  EXPECT_EQ(spellings(loaded.pack, "velmoria:place/ostrava-ford"),
            (std::vector<std::string>{"Ostra Ford/Latn", "Остра/Cyrl"}));
}

TEST(LoadPacks, OtherTablesAreKeptByPath) {
  const auto loaded = load_packs(k_folder, "velmoria");
  ASSERT_NE(loaded.pack.table("velmorian/cues.tsv"), nullptr);
  EXPECT_EQ(loaded.pack.table("velmorian/cues.tsv")->rows.size(), 2u);
  ASSERT_NE(loaded.pack.table("velmoria/class_actors.tsv"), nullptr);
  EXPECT_EQ(loaded.pack.table("velmoria/class_actors.tsv")->rows.size(), 2u);
  EXPECT_EQ(loaded.pack.table("velmoria/places.tsv"), nullptr);
  EXPECT_EQ(loaded.pack.tables_under("velmoria/").size(), 2u);
}

TEST(LoadPacks, ABrokenPackIsToldOffOnceAndCompletely) {
  const auto loaded = load_packs(k_folder, "broken");
  EXPECT_EQ(
      texts(loaded.problems),
      (std::vector<std::string>{
          "broken/actors.tsv: column 'source' is missing",
          "broken/actors.tsv:2: kind 'gang' is none of state, government, military, armed_group, militia, coalition, "
          "organisation, police, agency, class, faction, ethnic, tribe, ngo, igo, party",
          "broken/actors.tsv:2: the parents of 'broken:actor/x' come back to it",
          "broken/actors.tsv:3: name 'Y ' begins or ends with a space",
          "broken/actors.tsv:3: parent 'broken:place/a' is not of kind 'actor'",
          "broken/aliases.tsv:2: unknown id 'broken:actor/nobody'",
          "broken/aliases.tsv:3: script 'latin' is not an ISO 15924 script code",
          "broken/aliases.tsv:4: 'A' is there already (broken/places.tsv:2)",
          "broken/aliases.tsv:5: 'Aa' names both 'broken:place/b' and 'broken:place/a' (broken/aliases.tsv:3); say in "
          "a "
          "note how to tell them apart",
          "broken/aliases.tsv:5: 7 cells, but the header has 6 columns",
          "broken/doubled.tsv:1: column 'word' is there twice",
          "broken/empty.tsv: has no header row",
          "broken/framing.tsv:2: unknown entity 'broken:actor/nobody'",
          "broken/pack.toml: 'licence' is missing",
          "broken/pack.toml: id 'brokn' is not the name of the folder",
          "broken/pack.toml: needs 'nowhere', which is not there",
          "broken/pack.toml:2: 'version' must be a text in quotes",
          "broken/pack.toml:4: 'bounding_box' must be [south, west, north, east] in degrees",
          "broken/pack.toml:5: unknown key 'colour'",
          "broken/places.tsv: unknown column 'shape'",
          "broken/places.tsv:2: the containers of 'broken:place/a' come back to it",
          "broken/places.tsv:4: lat_deg 'north' is not a number",
          "broken/places.tsv:5: 'place/b' is not in order: it stands after 'place/c'",
          "broken/places.tsv:5: id 'place/b' is defined twice (first in line 3)",
          "broken/places.tsv:6: 'A' names both 'broken:place/d' and 'broken:place/a' (broken/places.tsv:2); say in a "
          "note "
          "how to tell them apart",
          "broken/places.tsv:6: 95, 12.1 is no point on Earth",
          "broken/places.tsv:6: country 'Velmoria' is not an ISO 3166-1 alpha-2 country code",
          "broken/places.tsv:6: from '2016-13' is not a day (YYYY-MM-DD, YYYY-MM or YYYY)",
          "broken/places.tsv:6: radius_km 0 is not between 0 and 10000",
          "broken/places.tsv:7: 'source' is empty",
          "broken/places.tsv:7: from 2016 is after until 2015",
          "broken/places.tsv:8: 11 cells, but the header has 12 columns",
          "broken/places.tsv:8: id 'town/f' must begin with 'place/'",
          "broken/words.tsv:3: is not UTF-8",
      }));
}

TEST(LoadPacks, PlacesOutsideTheBoxNeedANote) {
  const auto loaded = load_packs(k_folder, "boxed");
  EXPECT_EQ(texts(loaded.problems),
            std::vector<std::string>{"boxed/places.tsv:2: 10, 12 lies outside the pack's bounding box; "
                                     "say in a note why"});
  EXPECT_EQ(loaded.pack.places.size(), 2u);
}

TEST(LoadPacks, ATheatreThatIsNotThereIsFatal) {
  EXPECT_THROW(load_packs(k_folder, "atlantis"), Fatal);
}

}  // namespace
}  // namespace hearsay::packs
