// SPDX-License-Identifier: Apache-2.0
// Reports are put together from a dozen sentences; an edition is one with a sentence more, less or told otherwise.
#include "press.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>

namespace hearsay::tests {

namespace {

using store::StoredReport;

constexpr std::array k_words = {"shells", "fell", "market", "north", "convoy", "seven",    "killed", "bridge",
                                "army",   "said", "river",  "night", "trucks", "moved",    "east",   "village",
                                "held",   "town", "guns",   "road",  "hill",   "soldiers", "camp",   "dawn"};

class Press {
 public:
  explicit Press(unsigned seed) : m_random(seed) {}

  std::vector<StoredReport> reports(std::size_t documents) {
    for (std::size_t i = 0; i < documents; ++i) {
      m_made.push_back(first_edition(fmt::format("r{:03}", i)));
      for (std::size_t more = below(4) == 0 ? 1 + below(3) : 0; more > 0; --more) {
        m_made.push_back(next_edition(StoredReport(m_made.back())));
      }
    }
    return m_made;
  }

 private:
  std::uint64_t below(std::uint64_t n) { return m_random() % n; }

  StoredReport first_edition(const std::string& id) {
    StoredReport made;
    made.text.id = id;
    made.text.doc = hash_bytes(id);
    made.outlet = fmt::format("made:outlet/{}", below(4));
    made.outlet_name = fmt::format("Outlet {}", made.outlet.back());
    publish(made, below(8) == 0 ? std::nullopt : std::optional(*parse_iso_day("2017-04-01") + weeks(below(7))));
    if (below(5) == 0 && !m_made.empty()) {
      copy(made, m_made[below(m_made.size())]);
    } else {
      write(made, 1 + below(4));
    }
    return made;
  }

  static std::chrono::days weeks(std::uint64_t n) { return std::chrono::days(static_cast<int>(n) * 5); }

  static void publish(StoredReport& made, std::optional<Day> day) {
    made.text.published = {{day, day}, day ? DateBasis::given : DateBasis::none};
  }

  // Later, on the same day with another stamp, or undated; more sentences, or other ones.
  StoredReport next_edition(StoredReport made) {
    made.claims.clear();
    const auto day = made.text.published.range.to;
    const auto kind = below(6);
    if (kind == 0) {
      publish(made, std::nullopt);
    } else if (kind > 1 && day) {
      publish(made, *day + std::chrono::days(static_cast<int>(below(9))));
    }
    made.text.stamp = below(2) == 0 ? "" : fmt::format("/{:012}", below(1000));
    const std::string before = std::move(made.text.text);
    made.text.text.clear();
    if (below(3) != 0) {
      take_over(made, before);
    }
    write(made, 1 + below(2));
    return made;
  }

  // The other's words with or without credit, with or without words of its own.
  void copy(StoredReport& made, const StoredReport& other) {
    if (below(2) == 0) {
      made.credited = {other.outlet};
    }
    take_over(made, other.text.text);
    write(made, below(2));
  }

  void take_over(StoredReport& made, const std::string& text) {
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t to = text.find(". ", from) + 2;
      tell(made, text.substr(from, to - from));
      from = to;
    }
  }

  void write(StoredReport& made, std::uint64_t sentences) {
    for (std::uint64_t i = 0; i < sentences; ++i) {
      std::mt19937 words(static_cast<unsigned>(below(12)));  // one of twelve sentences
      std::string sentence;
      for (int word = 0; word < 18; ++word) {
        sentence += k_words[words() % k_words.size()] + std::string(word == 17 ? ". " : " ");
      }
      tell(made, sentence);
    }
    made.text.text_id = hash_bytes(made.text.text);
    for (Claim& claim : made.claims) {
      claim.text = made.text.text_id;
      claim.id = hash_bytes(fmt::format("{} {} {}", claim.doc, to_hex(claim.text), claim.trigger.begin));
    }
  }

  void tell(StoredReport& made, const std::string& sentence) {
    const auto begin = static_cast<std::uint32_t>(made.text.text.size());
    made.text.text += sentence;
    made.claims.push_back(claim(made.text, {begin, static_cast<std::uint32_t>(made.text.text.size())}));
  }

  Claim claim(const CleanText& text, Span sentence) {
    Claim made;
    made.doc = text.id;
    made.type = below(3) == 0 ? "MOBILIZE" : "ASSAULT";
    made.mode = made.type == "MOBILIZE" ? "reinforce" : "";
    made.sentence = sentence;
    made.trigger = {sentence.begin, sentence.begin + 4};
    made.status = below(6) == 0 ? Status::denied : Status::asserted;
    const auto actor = below(3);
    made.actors = {{fmt::format("made:actor/{}", actor), fmt::format("Actor {}", actor), {}, false}};
    made.place = place(below(3));
    const auto day = text.published.range.to;
    if (day && below(4) != 0) {
      made.time = ClaimTime{{}, {TimexType::date, "", "", {day, day}}, false};
    }
    QuantityRef toll;
    toll.what = made.type == "MOBILIZE" ? "trucks" : "killed";
    toll.min = toll.max = static_cast<double>(4 + below(4));
    made.quantities = {{{}, toll}};
    if (below(4) == 0) {
      made.attribution.emplace_back();
      made.attribution.back().kind = VoiceKind::spokesman;
      made.attribution.back().name = fmt::format("Voice {}", below(3));
    }
    return made;
  }

  ClaimPlace place(std::uint64_t which) {
    ClaimPlace made;
    made.entity = fmt::format("made:place/{}", which);
    made.name = fmt::format("Place {}", which);
    made.at.lat = 35 + 0.3 * static_cast<double>(which);
    made.at.lon = 37;
    made.at.radius_km = 3;
    if (below(5) == 0) {
      made.at.container = fmt::format("Province {}", below(3));
    }
    return made;
  }

  std::mt19937_64 m_random;
  std::vector<StoredReport> m_made;
};

}  // namespace

std::vector<StoredReport> made_press(unsigned seed, std::size_t documents) {
  return Press(seed).reports(documents);
}

compare::KnownActors actors_of_press() {
  return {{"made:actor/1", {"made:actor/0", "made:side/a", false, false, true}},
          {"made:actor/2", {"", "made:side/b", true, true, false}}};
}

void build(const std::string& file, const std::vector<StoredReport>& reports, std::size_t batch,
           const compare::Limits& limits) {
  std::filesystem::remove(file);
  const auto store = store::open_store(file, {.create = true});
  std::size_t waiting = 0;
  for (const StoredReport& report : reports) {
    store->put_report(report);
    if (++waiting == batch) {
      actions::compare_store(*store, actors_of_press(), {.limits = limits});
      waiting = 0;
    }
  }
  actions::compare_store(*store, actors_of_press(), {.limits = limits});
}

}  // namespace hearsay::tests
