// SPDX-License-Identifier: Apache-2.0
// What link/ gives: every mention with what it stands for - an entity, a point with a radius, days, an amount.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <hearsay/base/span.hpp>
#include <hearsay/base/time/date.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay {

struct Candidate {
  std::string entity;  // "levant:place/al-tanf-base", "geonames:170654"
  double score = 0;    // 0..1
};

/// "100km north of al-Tanf": how the point was made.
struct RelativePlace {
  std::string anchor;    // entity of the anchor
  std::string relation;  // "offset", "near", "outside", "between", "along", "side"
  std::optional<double> distance_km, bearing_deg;
};

/// The report puts a known place where it is not: what is said, and how far off it is.
struct PlaceConflict {
  std::string what;            // "distance" or "bearing"
  double said = 0, known = 0;  // km or degrees
};

/// WGS 84; the place lies within radius_km of the point, as far as the report and the gazetteer tell.
struct PlaceRef {
  std::optional<double> lat, lon;  // empty: not in any gazetteer
  double radius_km = 0;
  std::string feature;           // GeoNames feature code, "PPL"
  std::string country;           // ISO 3166-1 alpha-2
  std::int64_t geonames_id = 0;  // 0: none
  std::string container;         // entity of the place that holds it, ""
  std::optional<RelativePlace> relative;
  std::optional<PlaceConflict> conflict;
};

enum class TimexType : std::uint8_t { date, time, duration, set };

/// TIMEX3. `symbolic` is the offset from the publication date ("DCT-7D", "DCT-1W") where the words are relative.
struct TimeRef {
  TimexType type = TimexType::date;
  std::string value;  // "2017-06-14", "2017-W24", "P3D", "PRESENT_REF"
  std::string symbolic;
  DateRange range;  // resolved days, empty where nothing fixes them
};

/// min or max empty: open. "dozens" = {24, open}; "around 100" = {100, 100, approximate}.
struct QuantityRef {
  std::optional<double> min, max;
  std::string unit;  // "km", "person", "vehicle", "" ...
  std::string what;  // "killed", "wounded", "soldiers", "trucks": what is counted, as in the text
  bool approximate = false;
  Span part_of;  // of the total that this is a part of ("22 batches, including 19 by air"); or empty
  std::optional<bool> parts_add_up;  // of a total whose parts are told: whether they can; empty: no parts
};

/// One resolved mention. Sorted by begin, then longest first; may nest, never cross.
struct Linked {
  Span span;
  std::uint32_t first_token = 0, end_token = 0, head_token = 0;
  MentionKind kind = MentionKind::place;
  std::string type;               // finer: pack kind ("armed_group", "PPL", equipment class), TIMEX3 type
  std::string entity, name;       // empty entity: known to be unlinked; name is canonical and neutral
  double score = 0;               // 0..1
  std::vector<Candidate> ranked;  // other readings, best first (the chosen one included)
  std::int32_t antecedent = -1;   // index into Links::mentions
  bool nominal = false;           // "the group", "he"
  bool metonym = false;           // a place name that stands for its government ("Damascus vows")
  bool attributive = false;       // modifies another word ("Syrian army", "Aleppo airport")
  std::optional<PlaceRef> place;
  std::optional<TimeRef> time;
  std::optional<QuantityRef> quantity;
};

/// A pronoun or noun phrase that takes up another phrase, or is taken up ("he", "the group", "a local commander").
struct Anaphor {
  Span span;
  std::uint32_t first_token = 0, end_token = 0, head_token = 0;
  MentionKind kind = MentionKind::person;  // of what it stands for, as far as the words tell
  bool pronoun = false;
  std::int32_t before = -1;  // index into Links::anaphors, smaller than its own: the nameless phrase taken up; or -1
  std::int32_t antecedent = -1;  // index into Links::mentions, earlier in the text: the name at the end of the chain;
                                 // -1: unknown, or somebody without a name
};

struct Links {
  std::vector<Linked> mentions;
  std::vector<Linked> phrases;    // Analysis::phrases that are no mention; antecedents are mentions
  std::vector<Anaphor> anaphors;  // in text order; every pronoun of the third person is one
  std::string outlet;             // entity of who published, or ""
  std::string outlet_name;
  std::vector<Candidate> credited;  // agencies credited in byline, dateline or sign-off
};

/// What a reader is shown of Links: mentions in order of begin, longest first; they may nest, none cross, and
/// antecedents count this list.
struct Marked {
  std::vector<Linked> mentions;
  std::vector<std::int32_t> place_of;  // of each of Links::mentions in the list; -1: not shown
};

std::string_view to_string(TimexType type);  // "DATE"

}  // namespace hearsay
