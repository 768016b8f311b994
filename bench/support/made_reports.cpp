// SPDX-License-Identifier: Apache-2.0
#include "made_reports.hpp"

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include <hearsay/base/error.hpp>

namespace hearsay::bench {

namespace {

// {a} {b} actors, {p} {q} towns, {n} {m} numbers, {d} a weekday, {o} an outlet, {s} a person, {w} a weapon.
constexpr std::array<std::string_view, 16> k_headlines = {"Jets pound {p}; {n} dead",
                                                          "{a} repels attack on {p}, says commander",
                                                          "{n} killed as rockets hit market in {p}",
                                                          "{b} denies shelling {p}",
                                                          "Aid convoy reaches besieged {p} after weeks of talks",
                                                          "{a} sends reinforcements to {p}",
                                                          "Truce in {p} holds for second day despite accusations",
                                                          "Who struck the bakery in {p}?",
                                                          "{a} takes hill overlooking {p}",
                                                          "{b} threatens to leave talks over {p}",
                                                          "Hospital in {p} out of service after air strike, medics say",
                                                          "{n} prisoners freed in exchange near {p}",
                                                          "{a} and {b} agree on withdrawal from {p}",
                                                          "Thousands flee {p} as front draws near",
                                                          "Report: {w} arrives at base near {p}",
                                                          "Clashes renewed around {p}"};

constexpr std::array<std::string_view, 56> k_sentences = {
    "At least {n} people were killed and {m} others wounded when warplanes struck a crowded market in {p} on {d}, a "
    "local council said.",
    "{a} shelled the outskirts of {p} overnight, according to residents reached by telephone.",
    "The spokesman denied that its forces had fired on civilians in {p}.",
    "\"We did not receive any order to withdraw from {p},\" a field commander told {o} on {d}.",
    "Fighters of {a} attacked a checkpoint held by {b} on the road between {p} and {q}, killing {n} of them.",
    "{s} said that {a} would deploy {n} soldiers near {p} within days.",
    "The convoy, which carried food and medicine for {m} people, was stopped by {b} {n} km south of {p}.",
    "{o} reported that {w} had been moved to a base east of {q}.",
    "{b} accused {a} of breaking the ceasefire {n} times since {d}.",
    "The two sides agreed to exchange {n} prisoners and the bodies of {m} fighters at a crossing near {p}.",
    "A military source, who asked not to be named, said that the operation to retake {p} might begin next week.",
    "Residents of {p} said that the bombardment had not stopped since {d} morning and that many families were "
    "sheltering in cellars.",
    "{a} captured two villages north of {p} after three days of fighting, the monitoring group said.",
    "The ministry condemned the attack on {p} and called on {b} to hand over those responsible.",
    "In a statement, {a} claimed responsibility for the car bomb that exploded at the entrance of {p}.",
    "{s} met the delegation in {q} to discuss the delivery of aid to {p}.",
    "Rockets fired by {b} hit a school in {p}, wounding {n} children and two teachers.",
    "The hospital, the last one working in {p}, had been hit {n} times since the beginning of the year.",
    "{a} withdrew its heavy weapons from {p} in line with the agreement, but {b} said that it had seen no sign of it.",
    "It was not possible to verify the reports independently.",
    "About {m} families fled towards {q}, where there is little room left in the camps.",
    "Engineers removed mines along the road to {p}, which has been closed since {d}.",
    "The army has sent reinforcements, among them {w}, to the front west of {p}.",
    "{s} warned that {a} would answer any attack on {q} with force.",
    "Civil defence workers pulled {n} bodies out of the rubble of a building in the centre of {p}.",
    "If the talks fail, {b} will resume its offensive towards {p}, a diplomat said on condition of anonymity.",
    "{a}, which is supported by {b}, has besieged {p} for {n} months.",
    "The observers counted {n} air strikes and {m} shells on {p} between {d} and the following morning.",
    "Nobody claimed responsibility for the killing of the council's head, who was shot outside his house in {q}.",
    "{o}, citing a security source, said that {n} members of {a} had been arrested in a raid in {p}.",
    "{s} rejected the accusations and described them as propaganda.",
    "State television showed pictures of soldiers raising the flag over the citadel of {p}.",
    "The group said it had shot down a drone over {p} and published pictures of the wreckage.",
    "Prices of bread have doubled in {p} since the road to {q} was cut.",
    "{a} allowed {n} sick people to leave the besieged town for treatment in {q}.",
    "Hundreds of people protested in {p} on {d} against the arrests and demanded that {a} release the prisoners.",
    "The fighters were reportedly trained at a base in {q} before they crossed the border.",
    "{b} has repeatedly said that it does not target civilians.",
    "The attack came a day after {a} had seized the oil field south of {p} from {b}.",
    "An Arab diplomat told {o} that both sides had asked for guarantees before signing.",
    "{s}, who commands {a} in the province, was wounded by shrapnel and taken to {q}.",
    "Medics said the dead included {n} women, and that the number could rise as {m} people were still missing.",
    "{a} planned to open a corridor for civilians from {p} to {q}, but the route was shelled before anybody could use "
    "it.",
    "The Security Council is to vote on {d} on a draft that calls for a truce of {n} days in {p}.",
    "Negotiators failed to agree on who would guard the crossing near {q}.",
    "{b} carried out three suicide attacks against positions of {a} around the airbase of {p}.",
    "According to the governor, {n} schools and two bakeries reopened in {p} this week.",
    "The coalition said its aircraft had destroyed {n} vehicles and a command post of {b} near {p}.",
    "\"There is no water and no electricity,\" said a teacher from {p}, who fled with his four children. \"We walked "
    "for two nights.\"",
    "Turkish artillery answered fire from positions held by {b} across the border near {p}, the general staff said in "
    "a statement.",
    "{a} set up a new headquarters {n} km north-east of {q} and recruited some {m} men from the surrounding villages.",
    "The price of the agreement, critics say, is that {b} keeps control of the dam.",
    "{s} thanked {a} for its help in freeing the hostages and promised to rebuild {p}.",
    "A second strike hit the ambulances as they arrived, {o} said, quoting a witness.",
    "On {d}, {w} of {a} entered {p} without a fight after {b} had left during the night.",
    "The foreign ministry summoned the ambassador and asked for an explanation of the strike on {p}."};

constexpr std::array<std::string_view, 7> k_days = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

/// Counts up from a seed (splitmix64, S. Vigna 2015): the same numbers with every library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_state(seed) {}
  std::size_t below(std::size_t sides) {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>((mixed ^ (mixed >> 31U)) % sides);
  }
  template <class List>
  std::string_view pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t m_state;
};

struct Names {
  std::vector<std::string_view> actors, towns, persons, outlets, weapons;
};

template <class Rows, class Keep>
std::vector<std::string_view> names_of(const Pack& pack, const Rows& rows, const Keep& keep) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) {
    if (row.entity.starts_with(pack.name + ":") && keep(row)) {
      names.push_back(row.name);
    }
  }
  if (names.empty()) {
    throw Fatal("pack '" + pack.name + "' has not the names that made-up reports need");
  }
  return names;
}

Names names_of(const Pack& pack) {
  const auto any = [](const auto&) { return true; };
  const auto town = [](const packs::Place& place) { return place.feature.starts_with("PPL"); };
  const auto forces = [](const packs::Actor& actor) {
    return actor.kind == "military" || actor.kind == "armed_group" || actor.kind == "militia" ||
           actor.kind == "coalition";
  };
  return {names_of(pack, pack.actors, forces), names_of(pack, pack.places, town), names_of(pack, pack.persons, any),
          names_of(pack, pack.outlets, any), names_of(pack, pack.equipment, any)};
}

/// The people and places of one report: it tells of few, again and again.
class Teller {
 public:
  Teller(const Names& names, std::size_t number) : m_names(names), m_dice(number * 1'000'003 + 11) {
    for (auto& actor : m_actors) {
      actor = m_dice.pick(names.actors);
    }
    for (auto& town : m_towns) {
      town = m_dice.pick(names.towns);
    }
  }

  std::size_t below(std::size_t sides) { return m_dice.below(sides); }

  template <class Templates>
  std::string tell(const Templates& templates) {
    const std::string_view pattern = m_dice.pick(templates);
    std::string told;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      if (pattern[at] == '{') {
        told += fill(pattern[at + 1]);
        at += 2;
      } else {
        told += pattern[at];
      }
    }
    return told;
  }

 private:
  std::string fill(char slot) {
    const std::size_t shift = m_dice.below(4) == 0 ? 1 : 0;
    switch (slot) {
      case 'a':
        return std::string(m_actors[shift]);
      case 'b':
        return std::string(m_actors[2 + shift]);
      case 'p':
        return std::string(m_towns[shift]);
      case 'q':
        return std::string(m_towns[2 + shift]);
      case 'n':
        return std::to_string(3 + m_dice.below(40));
      case 'm':
        return std::to_string(50 * (1 + m_dice.below(60)));
      case 'd':
        return std::string(m_dice.pick(k_days));
      case 'o':
        return std::string(m_dice.pick(m_names.outlets));
      case 's':
        return std::string(m_dice.pick(m_names.persons));
      default:
        return std::string(m_dice.pick(m_names.weapons));
    }
  }

  const Names& m_names;
  Dice m_dice;
  std::array<std::string_view, 4> m_actors, m_towns;
};

MadeReport make_report(const Names& names, std::size_t number) {
  Teller teller(names, number);
  MadeReport report;
  report.id = fmt::format("made-{:04}", number);
  report.title = teller.tell(k_headlines);
  report.published = fmt::format("2016-{:02}-{:02}", 1 + number / 28 % 12, 1 + number % 28);
  const std::size_t sentences = 12 + teller.below(13);
  for (std::size_t i = 0; i < sentences; ++i) {
    if (report.paragraphs.empty() || teller.below(3) == 0) {
      report.paragraphs.emplace_back();
    } else {
      report.paragraphs.back() += ' ';
    }
    report.paragraphs.back() += teller.tell(k_sentences);
  }
  return report;
}

}  // namespace

std::vector<MadeReport> make_reports(const Pack& pack, std::size_t count) {
  const Names names = names_of(pack);
  std::vector<MadeReport> reports;
  for (std::size_t i = 0; i < count; ++i) {
    reports.push_back(make_report(names, i));
  }
  return reports;
}

MadeReport make_long_report(const Pack& pack, std::size_t bytes) {
  const Names names = names_of(pack);
  MadeReport report;
  report.id = fmt::format("made-long-{}", bytes);
  report.title = Teller(names, 0).tell(k_headlines);
  report.published = "2016-03-14";
  std::string& text = report.paragraphs.emplace_back();
  for (std::size_t number = 1; text.size() < bytes; ++number) {
    text.append(text.empty() ? "" : " ").append(Teller(names, number).tell(k_sentences));
  }
  return report;
}

std::string to_plain_text(const MadeReport& report) {
  std::string text = report.title;
  for (const std::string& paragraph : report.paragraphs) {
    text += "\n\n" + paragraph;
  }
  return text + "\n";
}

std::string to_page(const MadeReport& report) {
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><title>{0} - The Made-up Gazette</title>"
      "<meta property=\"article:published_time\" content=\"{1}T08:30:00Z\"><meta property=\"og:title\" content=\"{0}\">"
      "</head>\n<body><nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/world\">World</a></li></ul></nav>\n"
      "<article><h1>{0}</h1>\n",
      report.title, report.published);
  for (const std::string& paragraph : report.paragraphs) {
    page += "<p>" + paragraph + "</p>\n";
  }
  page +=
      "</article>\n<aside><h3>Related</h3><ul><li><a href=\"/a\">Talks to resume</a></li></ul></aside>\n"
      "<footer><p>All rights reserved.</p><p>Follow us</p></footer></body></html>\n";
  return page;
}

std::string to_json_line(const MadeReport& report) {
  std::string text;
  for (const char c : to_plain_text(report)) {
    if (c == '\n') {
      text += "\\n";
    } else {
      text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
  }
  return fmt::format("{{\"id\": \"{}\", \"published\": \"{}\", \"text\": \"{}\"}}\n", report.id, report.published,
                     text);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !white && !inside ? 1 : 0;
    inside = !white;
  }
  return words;
}

}  // namespace hearsay::bench
