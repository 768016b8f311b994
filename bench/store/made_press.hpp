// SPDX-License-Identifier: Apache-2.0
// A made-up press: coded reports without end, each a function of its number, so that any part of the stream can be
// made.
#pragma once
#include <fmt/format.h>
#include <array>
#include <cmath>
#include <random>
#include <string>

#include <hearsay/store/store.hpp>

namespace hearsay::bench {

/// Forty reports a day from 60 outlets on 300 places and 40 actors. One report in five repeats a recent wire story in
/// whole or in part; the others tell of the same few happenings of the day in words of their own.
class MadePress {
 public:
  static constexpr std::size_t k_a_day = 40;

  store::StoredReport report(std::size_t number) const {
    std::mt19937_64 random(number * 7919 + 17);
    store::StoredReport made;
    CleanText& text = made.text;
    text.id = fmt::format("r{:07}", number);
    text.doc = hash_bytes(text.id);
    const auto day = Day(std::chrono::days(14'610 + static_cast<int>(number / k_a_day)));
    text.published = {{day, day}, DateBasis::given};
    made.outlet = fmt::format("made:outlet/{}", random() % 60);
    made.outlet_name = fmt::format("Outlet {}", made.outlet);
    const std::size_t sentences = 8 + random() % 8;
    const bool copies = random() % 5 == 0 && number > k_a_day;
    const std::size_t original = number - 1 - random() % (k_a_day - 1);
    std::vector<Told> told;
    for (std::size_t i = 0; i < sentences; ++i) {
      told.push_back(copies && i % 4 != 3 ? sentence(original, i, number / k_a_day)
                                          : sentence(number, i, number / k_a_day));
    }
    text.title = told[0].text;
    std::vector<Span> spans;
    for (const Told& one : told) {
      const auto begin = static_cast<std::uint32_t>(text.text.size());
      text.text += one.text + "\n";
      spans.push_back({begin, static_cast<std::uint32_t>(text.text.size() - 1)});
    }
    text.text_id = hash_bytes(text.text);
    for (std::size_t i = 0; i < told.size(); ++i) {
      made.claims.push_back(claim(text, told[i], spans[i], day));
    }
    return made;
  }

  static std::string place(std::size_t n) { return fmt::format("made:place/{}", n); }
  static double lat(std::size_t n) { return 32.5 + static_cast<double>(n % 20) * 0.25; }
  static double lon(std::size_t n) { return 36.0 + static_cast<double>(n / 20) * 0.4; }

 private:
  struct Told {
    std::string text;
    std::size_t happening = 0;  // of the day
    std::size_t place = 0, actor = 0;
    std::size_t toll = 0;
  };

  // Of the day's thirty happenings one, told in words that depend on the report.
  static Told sentence(std::size_t number, std::size_t which, std::size_t day) {
    static constexpr std::array k_words = {
        "convoy", "shelling", "village", "market", "brigade", "crossing", "hospital",   "river",  "warplane", "rocket",
        "civil",  "defence",  "council", "front",  "advance", "position", "ridge",      "school", "district", "night",
        "dawn",   "fighters", "column",  "bridge", "ambush",  "garrison", "checkpoint", "road",   "siege",    "supply"};
    std::mt19937_64 words(number * 104'729 + which * 31 + 5);
    Told told;
    told.happening = words() % 30;
    std::mt19937_64 happening(day * 1'000'003 + told.happening);
    told.place = happening() % 300;
    told.actor = happening() % 40;
    told.toll = 3 + happening() % 60 + words() % 3;
    told.text = fmt::format("Place {} saw {} killed by actor {} when", told.place, told.toll, told.actor);
    for (int i = 0; i < 14; ++i) {
      told.text += fmt::format(" {}{}", k_words[words() % k_words.size()], words() % 40);
    }
    told.text += ".";
    return told;
  }

  static Claim claim(const CleanText& text, const Told& told, Span sentence, Day day) {
    Claim made;
    made.doc = text.id;
    made.text = text.text_id;
    made.id = hash_bytes(fmt::format("{} {}", text.id, sentence.begin));
    made.type = told.happening % 4 == 0 ? "MOBILIZE" : "ASSAULT";
    made.mode = told.happening % 4 == 0 ? "deploy" : told.happening % 4 == 1 ? "airstrike" : "shelling";
    made.sentence = sentence;
    made.trigger = {sentence.begin + 6, sentence.begin + 9};
    made.actors = {{fmt::format("made:actor/{}", told.actor), fmt::format("Actor {}", told.actor), {}, false}};
    ClaimPlace where;
    where.entity = place(told.place);
    where.name = fmt::format("Place {}", told.place);
    where.at.lat = lat(told.place);
    where.at.lon = lon(told.place);
    where.at.radius_km = 3;
    made.place = where;
    made.time = ClaimTime{{}, {TimexType::date, to_iso(day), "", {day, day}}, false};
    QuantityRef toll;
    toll.what = "killed";
    toll.min = toll.max = static_cast<double>(told.toll);
    made.quantities = {{{}, toll}};
    made.why = {{"trigger", "made"}, {"actor", "nsubj"}, {"place", "obl"}};
    return made;
  }
};

}  // namespace hearsay::bench
