// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder: which places, actors, persons, outlets and weapons a report means. Keys of a story:
//   published  2017-06-16            outlet  sana
//   text       ...
//   place      text="a-Tanf" and any of: entity=place/tanf-garrison name= kind=facility type=INSM country=SY container=
//              at=33.5,38.6 within=10 (km) radius=55 (least radius, km) relation=offset distance=100 bearing=0
//              anchor=place/palmyra conflict=bearing metonym=yes attributive=yes; entity=none is an unlisted name
//   actor, person, outlet, equipment, nationality   the same for their kinds
//   credit     Reuters           credited entity=outlet/reuters (or none)
//   no-place   text="Jordan"         no place or facility stands on exactly these words; likewise no-actor,
//   no-person...
// Entities are written without their pack. The world's towns are those of k_towns below.
#include <gtest/gtest.h>

#include <GeographicLib/Geodesic.hpp>

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include <hearsay/analyse/analyse.hpp>
#include <hearsay/base/geo/point.hpp>
#include <hearsay/link/link.hpp>
#include <hearsay/link/names/spelling.hpp>
#include <hearsay/packs/pack.hpp>

#include <support/case_file.hpp>

namespace hearsay::tests {
namespace {

const std::filesystem::path k_source = HEARSAY_SOURCE_DIR;

packs::Town town(const char* name, const char* country, const char* division, double lat, double lon,
                 std::uint32_t people, std::uint32_t id) {
  return {name, country, division, "PPL", lat, lon, people, id, {link::fold_name(name)}};
}

/// A handful of the world's towns, with the namesakes that the stories ask about.
std::shared_ptr<const packs::WorldIndex> few_towns() {
  const std::vector<packs::Town> towns = {
      town("Lebanon", "US", "PA", 40.34, -76.42, 25000, 5197517),
      town("Lebanon", "US", "TN", 36.21, -86.29, 31000, 4635031),
      town("Springfield", "US", "IL", 39.80, -89.64, 117000, 4250542),
      town("Springfield", "US", "OH", 39.92, -83.81, 60000, 4525353),
      town("Paris", "US", "TX", 33.66, -95.56, 25000, 4717560),
      town("London", "CA", "08", 42.98, -81.23, 347000, 6058560),
      town("Houston", "US", "TX", 29.76, -95.37, 2296000, 4699066),
      town("Kansas City", "US", "MO", 39.10, -94.58, 475000, 4393217),
      town("Toledo", "US", "OH", 41.66, -83.56, 280000, 5174035),
      town("Toledo", "ES", "54", 39.86, -4.02, 82000, 2510409),
      town("Cordoba", "AR", "05", -31.41, -64.18, 1428000, 3860259),
      town("Hamilton", "CA", "08", 43.25, -79.87, 520000, 5969782),
      town("Hamilton", "NZ", "G3", -37.78, 175.28, 152000, 2190324),
      town("Turkey", "US", "TX", 34.39, -100.9, 1000, 5533000),
      town("August", "US", "CA", 37.98, -121.26, 8000, 5325256),
      town("Jackson", "US", "MS", 32.30, -90.18, 173000, 4431410),
  };
  return *packs::WorldIndex::from_bytes(packs::compile_world_index(towns));
}

struct Stages {
  Pack pack = packs::load_packs(k_source / "packs", "levant").pack;
  analyse::Models models{k_source / "models", pack};
  link::Knowledge knowledge{pack, few_towns()};
};

const Stages& stages() {
  static const Stages loaded;
  return loaded;
}

struct Read {
  CleanText text;
  Links links;
};

Read read(const Case& story) {
  Read out;
  out.text.id = "case";
  out.text.text = story.value("text");
  out.text.outlet = story.value("outlet");
  out.text.credit = story.value("credit");
  if (const auto day = parse_iso_day(story.value("published"))) {
    out.text.published = {{*day, *day}, DateBasis::given};
  }
  const Analysis analysis = analyse::analyse_text(out.text, stages().models);
  out.links = link::link_mentions(out.text, analysis, stages().knowledge);
  return out;
}

bool is_of(std::string_view key, MentionKind kind) {
  switch (kind) {
    case MentionKind::place:
    case MentionKind::facility:
      return key == "place";
    case MentionKind::organisation:
    case MentionKind::armed_group:
      return key == "actor";
    default:
      return key == to_string(kind);
  }
}

std::string without_pack(const std::string& entity) {
  const auto colon = entity.find(':');
  return entity.empty() ? "none" : (entity.starts_with("geonames") ? entity : entity.substr(colon + 1));
}

std::string yes(bool value) {
  return value ? "yes" : "no";
}

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:g}", *value) : "none";
}

/// Simple fields, as the case writes them.
std::string field(const Linked& m, const std::string& name) {
  const auto relative = m.place ? m.place->relative : std::nullopt;
  return name == "entity"        ? without_pack(m.entity)
         : name == "name"        ? m.name
         : name == "kind"        ? std::string(to_string(m.kind))
         : name == "type"        ? m.type
         : name == "country"     ? (m.place ? m.place->country : "")
         : name == "container"   ? (m.place ? without_pack(m.place->container) : "")
         : name == "relation"    ? (relative ? relative->relation : "none")
         : name == "anchor"      ? (relative ? without_pack(relative->anchor) : "none")
         : name == "distance"    ? number(relative ? relative->distance_km : std::nullopt)
         : name == "bearing"     ? number(relative ? relative->bearing_deg : std::nullopt)
         : name == "conflict"    ? (m.place && m.place->conflict ? m.place->conflict->what : "none")
         : name == "metonym"     ? yes(m.metonym)
         : name == "attributive" ? yes(m.attributive)
         : name == "nominal"     ? yes(m.nominal)
         : name == "antecedent"  ? (m.antecedent < 0 ? "no" : "yes")
                                 : "no such field";
}

bool is_near(const Linked& m, const std::string& at, double within_km) {
  const auto comma = at.find(',');
  if (at == "none") {
    return !m.place || !m.place->lat;
  }
  if (!m.place || !m.place->lat || comma == std::string::npos) {
    return false;
  }
  const GeoPoint wanted{std::stod(at), std::stod(at.substr(comma + 1))};
  return distance_m(wanted, {*m.place->lat, *m.place->lon}) <= within_km * 1000;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string value_of(const Pairs& pairs, const std::string& key, const std::string& otherwise) {
  for (const auto& [name, value] : pairs) {
    if (name == key) {
      return value;
    }
  }
  return otherwise;
}

bool fits(const Linked& m, const Pairs& pairs, const CleanText& text) {
  for (const auto& [name, value] : pairs) {
    const bool good = name == "text"     ? text_of(text.text, m.span) == value
                      : name == "at"     ? is_near(m, value, std::stod(value_of(pairs, "within", "15")))
                      : name == "within" ? true
                      : name == "radius" ? m.place && m.place->radius_km >= std::stod(value)
                                         : field(m, name) == value;
    if (!good) {
      return false;
    }
  }
  return true;
}

std::string describe(const Read& read) {
  std::string all;
  for (const auto& m : read.links.mentions) {
    all += fmt::format("\n    {} \"{}\" entity={} name=\"{}\" type={}", to_string(m.kind),
                       text_of(read.text.text, m.span), without_pack(m.entity), m.name, m.type);
    if (m.place && m.place->lat) {
      all += fmt::format(
          " at={:.3f},{:.3f} radius={:g} relation={} anchor={} distance={} bearing={} conflict={} container={}",
          *m.place->lat, *m.place->lon, m.place->radius_km, field(m, "relation"), field(m, "anchor"),
          field(m, "distance"), field(m, "bearing"), field(m, "conflict"), field(m, "container"));
    }
    all += fmt::format(" metonym={} attributive={}", yes(m.metonym), yes(m.attributive));
  }
  return all;
}

void check(const Case& story) {
  const Read found = read(story);
  for (const auto& line : story.lines) {
    if (line.key == "credited") {
      const std::string entity = found.links.credited.empty() ? "" : found.links.credited.front().entity;
      EXPECT_EQ("entity=" + without_pack(entity), line.value) << story.label();
      continue;
    }
    const bool never = line.key.starts_with("no-");
    const std::string key = never ? line.key.substr(3) : line.key;
    if (key == "text" || key == "published" || key == "outlet" || key == "credit" || key == "title") {
      continue;
    }
    const Pairs pairs = read_pairs(line.value);
    const bool there = std::any_of(found.links.mentions.begin(), found.links.mentions.end(),
                                   [&](const Linked& m) { return is_of(key, m.kind) && fits(m, pairs, found.text); });
    EXPECT_NE(there, never) << story.file.string() << ":" << line.line << ": " << story.story << "\n  " << line.key
                            << " " << line.value << "\n  found:" << describe(found);
  }
}

TEST(PlaceCases, Stories) {
  const auto stories = read_case_folder(HEARSAY_TEST_DATA);
  EXPECT_GE(stories.size(), 180U);  // places and actors; at least 150 of them about places
  for (const auto& story : stories) {
    check(story);
  }
}

/// Spans are valid, sorted, nested and never crossing.
TEST(PlaceCases, PropertiesOfAllMentions) {
  for (const auto& story : read_case_folder(HEARSAY_TEST_DATA)) {
    const Read found = read(story);
    const auto& all = found.links.mentions;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& m = all[i];
      EXPECT_LT(m.span.begin, m.span.end) << story.label();
      EXPECT_LE(m.span.end, found.text.text.size()) << story.label();
      EXPECT_LT(m.first_token, m.end_token) << story.label();
      // The head of an amount is what it counts, which may follow it.
      EXPECT_TRUE(m.kind == MentionKind::quantity || (m.head_token >= m.first_token && m.head_token < m.end_token))
          << story.label() << to_string(m.kind) << text_of(found.text.text, m.span);
      EXPECT_LT(m.antecedent, static_cast<std::int32_t>(all.size())) << story.label();
      if (i > 0) {
        const Span a = all[i - 1].span, b = m.span;
        EXPECT_TRUE(a.begin < b.begin || (a.begin == b.begin && a.end >= b.end)) << story.label();
        EXPECT_TRUE(a.end <= b.begin || a.end >= b.end) << story.label() << describe(found);
      }
    }
  }
}

struct Compass {
  const char* word;
  double bearing_deg;
};

/// The first place of a report that is told by distance from an anchor.
const Linked* told_by_distance(const Read& found) {
  for (const Linked& m : found.links.mentions) {
    if (m.place && m.place->relative && m.place->relative->distance_km) {
      return &m;
    }
  }
  return nullptr;
}

/// A point that is told lies on the stated bearing from its anchor at the stated distance, on the ellipsoid: compared
/// with GeographicLib itself. Its radius reaches what reports get wrong.
TEST(PlaceCases, ARelativePointLiesWhereTheWordsPutIt) {
  const GeographicLib::Geodesic& earth = GeographicLib::Geodesic::WGS84();
  const std::vector<std::tuple<const char*, double, double>> anchors = {
      {"Palmyra", 34.5624, 38.28402}, {"Raqqa", 35.95283, 39.00788}, {"Homs", 34.72682, 36.72339}};
  const std::vector<Compass> winds = {{"north", 0},   {"northeast", 45},  {"east", 90},  {"southeast", 135},
                                      {"south", 180}, {"southwest", 225}, {"west", 270}, {"northwest", 315}};
  std::size_t seen = 0;
  for (const auto& [name, lat, lon] : anchors) {
    for (const Compass& wind : winds) {
      for (const int km : {7, 30, 125}) {
        Case story;
        story.lines.push_back(
            {"text", fmt::format("Troops dug in {} km {} of {} in Syria.", km, wind.word, name), 1, {}});
        const Read found = read(story);
        const Linked* told = told_by_distance(found);
        ASSERT_NE(told, nullptr) << found.text.text;
        ASSERT_TRUE(told->place->lat && told->place->lon) << found.text.text;
        double metres = 0, azimuth = 0, back = 0;
        earth.Inverse(lat, lon, *told->place->lat, *told->place->lon, metres, azimuth, back);
        EXPECT_NEAR(metres, km * 1000.0, 1.0) << found.text.text;
        EXPECT_NEAR(std::remainder(azimuth - wind.bearing_deg, 360), 0, 0.01) << found.text.text;
        EXPECT_GE(told->place->radius_km, km * 1.0) << found.text.text;
        ++seen;
      }
    }
  }
  EXPECT_EQ(seen, 72U);
}

}  // namespace
}  // namespace hearsay::tests
