// SPDX-License-Identifier: Apache-2.0
// Runs the stories of this folder: a few reports with their claims, and how they must stand to each other.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <deque>
#include <map>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/posture/posture.hpp>
#include <support/case_file.hpp>

namespace hearsay::tests {
namespace {

using Pairs = std::map<std::string, std::string>;

Pairs pairs_of(const CaseLine& line) {
  Pairs pairs;
  for (const auto& [key, value] : read_pairs(line.value)) {
    pairs[key] = value;
  }
  return pairs;
}

std::string get(const Pairs& pairs, const std::string& key) {
  const auto found = pairs.find(key);
  return found == pairs.end() ? "" : found->second;
}

DateRange range_of(const std::string& text) {  // "2017-04-08", "2017-04-01/2017-04-10", "/2017-04-08"
  const auto slash = text.find('/');
  if (slash == std::string::npos) {
    return {parse_iso_day(text), parse_iso_day(text)};
  }
  return {parse_iso_day(text.substr(0, slash)), parse_iso_day(text.substr(slash + 1))};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size() && !text.empty();) {
    const std::size_t to = std::min(text.find(at, from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

std::vector<Participant> participants(const std::string& names) {
  std::vector<Participant> made;
  for (const std::string& name : split(names, '+')) {
    made.push_back({"toy:actor/" + name, name, {}, false});
  }
  return made;
}

// "24-" is at least 24, "-5" at most 5, "18" exactly 18.
QuantityRef quantity(const std::string& what, const std::string& number) {
  QuantityRef made;
  made.what = what;
  const auto dash = number.find('-');
  const std::string low = number.substr(0, dash), high = dash == std::string::npos ? low : number.substr(dash + 1);
  made.min = low.empty() ? std::nullopt : std::optional(std::stod(low));
  made.max = high.empty() ? std::nullopt : std::optional(std::stod(high));
  return made;
}

struct Story {
  struct Told {
    CleanText text;
    std::vector<Claim> claims;
    std::string outlet;
    std::vector<std::string> credited;
  };
  std::deque<Told> reports;
  compare::KnownActors known;
  std::vector<const CaseLine*> wanted;
};

std::optional<ClaimPlace> place_of(const std::string& name) {
  if (name.empty()) {
    return std::nullopt;
  }
  ClaimPlace place;
  place.name = name;
  place.entity = "toy:place/" + name;
  return place;
}

Claim claim_of(const CaseLine& line, Story::Told& told) {
  const Pairs pairs = pairs_of(line);
  Claim claim;
  claim.doc = told.text.id;
  claim.type = get(pairs, "type");
  claim.mode = get(pairs, "mode");
  const std::string says = get(pairs, "says").empty() ? fmt::format("Claim {} there.", line.line) : get(pairs, "says");
  claim.sentence.begin = static_cast<std::uint32_t>(told.text.text.size());
  told.text.text += says + "\n";
  claim.sentence.end = claim.sentence.begin + static_cast<std::uint32_t>(says.size());
  claim.trigger = {claim.sentence.begin, claim.sentence.begin + 1};
  claim.id = hash_bytes(claim.doc + claim.type + std::to_string(claim.trigger.begin));
  claim.actors = participants(get(pairs, "actor"));
  claim.recipients = participants(get(pairs, "recipient"));
  claim.status = parse_status(get(pairs, "status")).value_or(Status::asserted);
  claim.comment = get(pairs, "comment") == "yes";
  claim.caveat = get(pairs, "caveat");
  if (const std::string at = get(pairs, "at"); !at.empty()) {  // lat,lon,radius
    const auto numbers = split(at, ',');
    ClaimPlace place;
    place.name = get(pairs, "place");
    place.entity = "toy:place/" + place.name;
    place.at.lat = std::stod(numbers.at(0));
    place.at.lon = std::stod(numbers.at(1));
    place.at.radius_km = std::stod(numbers.at(2));
    claim.place = place;
  }
  if (pairs.contains("day")) {
    claim.time = ClaimTime{{}, {TimexType::date, get(pairs, "day"), "", range_of(get(pairs, "day"))}, false};
  }
  claim.origin = place_of(get(pairs, "from"));
  if (const auto way = place_of(get(pairs, "way"))) {
    claim.way.push_back({{}, "", way});
  }
  for (const char* what : {"killed", "wounded", "trucks", "soldiers"}) {
    if (pairs.contains(what)) {
      claim.quantities.push_back({{}, quantity(what, get(pairs, what))});
    }
  }
  for (const std::string& voice : split(get(pairs, "voice"), '>')) {  // outermost first; "?" is unnamed
    const bool unnamed = voice == "?";
    Voice& made = claim.attribution.emplace_back();
    made.kind = unnamed ? VoiceKind::unnamed : VoiceKind::spokesman;
    made.entity = unnamed ? "" : "toy:voice/" + voice;
    claim.anonymous = made.anonymous = unnamed;
  }
  return claim;
}

Story read_story(const Case& one) {
  Story story;
  for (const CaseLine& line : one.lines) {
    if (line.key == "report") {
      const Pairs pairs = pairs_of(line);
      Story::Told& told = story.reports.emplace_back();
      told.text.id = get(pairs, "id");
      told.text.published.range = range_of(get(pairs, "published"));
      told.outlet = get(pairs, "outlet");
      told.credited = split(get(pairs, "credits"), '+');
    } else if (line.key == "actor") {  // what is known of one: name, parent, side, general, state
      const Pairs pairs = pairs_of(line);
      const std::string parent = get(pairs, "parent");
      const bool general = get(pairs, "general") == "yes";
      story.known[fmt::format("toy:actor/{}", get(pairs, "name"))] = {
          parent.empty() ? std::string() : fmt::format("toy:actor/{}", parent), get(pairs, "side"), general, general,
          get(pairs, "state") == "yes"};
    } else if (line.key == "claim") {
      Story::Told& told = story.reports.back();
      told.claims.push_back(claim_of(line, told));
    } else {
      story.wanted.push_back(&line);
    }
  }
  for (Story::Told& told : story.reports) {
    told.text.text_id = hash_bytes(told.text.text);
  }
  return story;
}

std::vector<std::string> docs_of(const Event& event) {
  std::vector<std::string> docs;
  for (const ClaimRef& ref : event.claims) {
    docs.push_back(ref.doc);
  }
  return docs;
}

std::string shown(const Comparison& comparison) {
  std::string text;
  for (const Event& event : comparison.events) {
    text += fmt::format("event {} sources={} independent={} anonymous={} agree={}", fmt::join(docs_of(event), " "),
                        event.sources, event.independent, event.anonymous, fmt::join(event.agree, ","));
    for (const Contested& contested : event.contested) {
      text += fmt::format(" contested={}/{}", contested.field, contested.kind);
    }
    text += fmt::format("\n  {}\n", fmt::join(event.why, "\n  "));
  }
  return text;
}

void expect_says(const std::string& wanted, const Event& event, const std::string& label) {
  const auto space = wanted.find(' '), equals = wanted.find(" = ");
  const std::string field = wanted.substr(0, space), value = wanted.substr(space + 1, equals - space - 1);
  for (const Contested& contested : event.contested) {
    for (const ContestedValue& one : contested.values) {
      std::vector<std::string> docs;
      for (const ClaimRef& ref : one.claims) {
        docs.push_back(ref.doc);
      }
      if (contested.field == field && one.value == value && docs == split(wanted.substr(equals + 3), ' ')) {
        return;
      }
    }
  }
  ADD_FAILURE() << label << ", nobody says: " << wanted;
}

void expect_detail(const CaseLine& detail, const Event& event, const std::string& label) {
  if (detail.key == "contested") {  // "number contradiction"
    const auto words = split(detail.value, ' ');
    EXPECT_TRUE(std::any_of(
        event.contested.begin(), event.contested.end(),
        [&](const Contested& contested) { return contested.field == words.at(0) && contested.kind == words.at(1); }))
        << label << ", not contested: " << detail.value;
  } else if (detail.key == "says") {  // "number 6 killed = a b": which reports give a contested value
    expect_says(detail.value, event, label);
  } else if (detail.key == "not-contested") {
    EXPECT_TRUE(std::none_of(event.contested.begin(), event.contested.end(),
                             [&](const Contested& contested) { return contested.field == detail.value; }))
        << label << ", contested: " << detail.value;
  } else if (detail.key == "agree") {
    EXPECT_TRUE(std::find(event.agree.begin(), event.agree.end(), detail.value) != event.agree.end())
        << label << ": " << detail.value;
  } else if (detail.key == "sources") {
    EXPECT_EQ(event.sources, std::stoul(detail.value)) << label;
  } else if (detail.key == "independent") {
    EXPECT_EQ(event.independent, std::stoul(detail.value)) << label;
  } else if (detail.key == "anonymous") {
    EXPECT_EQ(event.anonymous, std::stoul(detail.value)) << label;
  } else {
    ADD_FAILURE() << label << ": unknown detail " << detail.key;
  }
}

std::string values_of(const std::vector<ContestedValue>& values) {
  std::string text;
  for (const ContestedValue& one : values) {
    text += fmt::format("{}{}", text.empty() ? "" : " ", one.value.substr(one.value.rfind('/') + 1));
  }
  return text;
}

// "posture place=river-town actor=army kind=deploy" with said-by, disputed-by, from and way below it.
void expect_posture(const CaseLine& line, const std::vector<PostureEntry>& ledger, const std::string& label) {
  const Pairs pairs = pairs_of(line);
  const auto found = std::find_if(ledger.begin(), ledger.end(), [&](const PostureEntry& entry) {
    return entry.place_name == get(pairs, "place") && entry.actor_name == get(pairs, "actor") &&
           entry.kind == get(pairs, "kind");
  });
  if (found == ledger.end()) {
    ADD_FAILURE() << label << ": no entry of " << line.value;
    return;
  }
  for (const CaseLine& detail : line.details) {
    const std::string got = detail.key == "said-by"       ? values_of(found->said_by)
                            : detail.key == "disputed-by" ? values_of(found->disputed_by)
                            : detail.key == "from"        ? values_of(found->origins)
                            : detail.key == "way"         ? values_of(found->ways)
                                                          : "unknown detail " + detail.key;
    EXPECT_EQ(got, detail.value == "nobody" ? "" : detail.value) << label << ": " << detail.key;
  }
}

void expect(const CaseLine& line, const Comparison& comparison, const std::string& label) {
  if (line.key != "event") {
    ADD_FAILURE() << label << ": unknown line " << line.key;
    return;
  }
  auto docs = split(line.value, ' ');  // one entry a claim
  std::sort(docs.begin(), docs.end());
  const auto found = std::find_if(comparison.events.begin(), comparison.events.end(),
                                  [&](const Event& event) { return docs_of(event) == docs; });
  if (found == comparison.events.end()) {
    ADD_FAILURE() << label << ": no event of " << line.value << " in\n" << shown(comparison);
    return;
  }
  for (const CaseLine& detail : line.details) {
    expect_detail(detail, *found, label);
  }
}

Comparison compare(const Story& story, bool backwards) {
  std::vector<compare::Report> reports;
  for (const Story::Told& told : story.reports) {
    reports.push_back({&told.text, told.claims, told.outlet, told.credited});
  }
  if (backwards) {
    std::reverse(reports.begin(), reports.end());
  }
  return compare::compare_reports(reports, story.known);
}

std::vector<PostureEntry> ledger(const Story& story) {
  std::vector<compare::ToldClaim> told;
  for (const Story::Told& report : story.reports) {
    for (const Claim& claim : report.claims) {
      told.push_back({&claim, report.outlet});
    }
  }
  return compare::posture_of(told);
}

TEST(CompareCases, hold_in_either_order) {
  const auto cases = read_case_folder(HEARSAY_TEST_DATA);
  ASSERT_GE(cases.size(), 5u);
  for (const Case& one : cases) {
    const Story story = read_story(one);
    ASSERT_FALSE(story.wanted.empty()) << one.label();
    const Comparison comparison = compare(story, false);
    for (const CaseLine* line : story.wanted) {
      if (line->key == "posture") {
        expect_posture(*line, ledger(story), one.label());
      } else {
        expect(*line, comparison, one.label());
      }
    }
    EXPECT_EQ(shown(comparison), shown(compare(story, true))) << one.label();
  }
}

}  // namespace
}  // namespace hearsay::tests
