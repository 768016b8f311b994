// SPDX-License-Identifier: Apache-2.0
// Evidence for one happening, part by part.
#include <hearsay/compare/matching/likeness.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace hearsay::compare {

// Sinnott 1984; half a per cent is nothing beside the radii of places.
double distance_km(GeoPoint a, GeoPoint b) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double lat = std::sin(radians(b.lat_deg - a.lat_deg) / 2), lon = std::sin(radians(b.lon_deg - a.lon_deg) / 2);
  const double h = lat * lat + std::cos(radians(a.lat_deg)) * std::cos(radians(b.lat_deg)) * lon * lon;
  return 2 * 6371.0088 * std::asin(std::min(1.0, std::sqrt(h)));
}

int gap_days(const DayRange& a, const DayRange& b) {
  int gap = 0;
  if (a.to && b.from) {
    gap = std::max(gap, *b.from - *a.to);
  }
  if (b.to && a.from) {
    gap = std::max(gap, *a.from - *b.to);
  }
  return gap;
}

bool is_halt(const Claim& claim) {
  return claim.type == "RETREAT" && claim.mode == "ceasefire";
}

bool answers_in_report(const Claim& a, const Claim& b) {
  const bool caveat = a.caveat != b.caveat && a.caveat != "averted" && b.caveat != "averted";
  return a.doc == b.doc && (is_halt(a) != is_halt(b) || caveat);
}

bool tells_only_and_another(const Facts& only, const Facts& another) {
  const Claim &one = *only.claim, &other = *another.claim;
  const bool built = other.type == "MOBILIZE" && other.mode == "fortify";
  return one.caveat == "only" && other.caveat.empty() && built && one.status == Status::asserted &&
         other.status != Status::denied &&
         (only.actor_parties.empty() || another.actor_parties.empty() ||
          of_one_side(only.actor_parties, another.actor_parties));
}

namespace {

constexpr double k_precise_km = 30, k_region_km = 200;  // radius of a town or district, of a province

bool too_far(const Facts& a, const Facts& b, const MatchLimits& limits) {
  return a.point && b.point && distance_km(*a.point, *b.point) > a.radius_km + b.radius_km + limits.place_slack_km;
}

template <class List>
std::size_t shared(const List& a, const List& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++count, ++i, ++j;
    } else {
      *i < *j ? ++i : ++j;
    }
  }
  return count;
}

class Evidence {
 public:
  Evidence(const Facts& a, const Facts& b) : m_a(a), m_b(b) {}

  void of_place() {
    if (m_a.point && m_b.point) {
      const double km = distance_km(*m_a.point, *m_b.point);
      const double widest = std::max(m_a.radius_km, m_b.radius_km);
      const double weight = widest <= k_precise_km ? 2.5 : widest <= k_region_km ? 1.0 : 0.2;
      add(weight + (m_a.place == m_b.place && widest <= k_region_km ? 0.5 : 0.0),
          m_a.place == m_b.place ? "same place" : fmt::format("{:.0f} km apart", km));
    } else if (!m_a.place.empty() && m_a.place == m_b.place) {
      add(2.0, "same place name");
    }
  }

  void of_time() {
    if (m_a.days.bounded() && m_b.days.bounded()) {
      const int gap = gap_days(m_a.days, m_b.days);
      const int longest = std::max(*m_a.days.to - *m_a.days.from, *m_b.days.to - *m_b.days.from);
      const double weight = longest <= 1 ? 2.5 : longest <= 7 ? 1.5 : longest <= 40 ? 0.5 : 0.0;
      add(weight - (gap > 0 ? 1.0 : 0.0), gap > 0        ? fmt::format("{} day apart", gap)
                                          : longest == 0 ? "same day"
                                                         : "same days");
    } else if (m_a.days.to && m_b.days.to) {
      // "has struck", told on one day: news is mostly of the days before
      const int between = std::abs(*m_a.days.to - *m_b.days.to);
      add(between <= 3                       ? 1.0
          : m_a.claim->doc == m_b.claim->doc ? 0.0
                                             : -0.5,
          between <= 3 ? "told of the same days" : "");
    } else {
      add(-0.5, "");
    }
  }

  void of_kind() {
    const Claim &a = *m_a.claim, &b = *m_b.claim;
    if (is_halt(a) != is_halt(b)) {
      const bool same_forces = of_one_side(m_a.actor_parties, m_b.actor_parties);
      add(same_forces && a.status == Status::asserted && b.status == Status::asserted ? 3.5 : -3.0,
          "one says halted what the other says goes on");
    }
    if (tells_only_and_another(m_a, m_b) || tells_only_and_another(m_b, m_a)) {
      add(4.0, "one says there is only one, the other tells of another");
    }
    if (a.type != b.type) {
      return;
    }
    if ((a.caveat == "only") != (b.caveat == "only") && same_sentence()) {
      add(3.0, "told in one breath as the only one");
    }
    if ((a.caveat == "unlikely") != (b.caveat == "unlikely") && a.status == b.status && a.mode == b.mode) {
      add(3.5, "one holds unlikely what the other says");
    }
    const bool averted = a.caveat == "averted" || b.caveat == "averted";
    if ((a.status == Status::denied) != (b.status == Status::denied) && a.mode == b.mode && !averted) {
      add(a.mode.empty() ? 2.0 : 3.5, "one denies what the other says");
    }
    const bool open = a.mode.empty() || b.mode.empty();
    add(a.mode == b.mode && !open ? 1.2
        : open                    ? 0.5
                                  : -0.3,
        a.mode == b.mode && !open ? a.type + "/" + a.mode : a.type);
  }

  void of_participants() {
    const std::size_t actors = shared(m_a.actors, m_b.actors), recipients = shared(m_a.recipients, m_b.recipients);
    if (actors > 0) {
      add(1.2, "same actor");
    } else if (of_one_side(m_a.actor_parties, m_b.actor_parties)) {
      add(0.8, "actors of one side");
    } else if (!m_a.actors.empty() && !m_b.actors.empty()) {
      const bool swapped = shared(m_a.actors, m_b.recipients) + shared(m_a.recipients, m_b.actors) > 0;
      add(swapped ? 0.4 : -0.4, swapped ? "same sides" : "");
    }
    if (recipients > 0) {
      add(1.0, "same recipient");
    } else if (shared(m_a.recipient_kin, m_b.recipient_kin) > 0) {
      add(0.6, "recipients of one side");
    } else if (!m_a.recipients.empty() && !m_b.recipients.empty()) {
      add(-0.3, "");
    }
  }

  void of_tolls() {
    double best = -10;
    std::string reason;
    for (const Toll& one : m_a.tolls) {
      for (const Toll& other : m_b.tolls) {
        if (one.what != other.what) {
          continue;
        }
        const double weight = weight_of(one, other);
        if (weight > best) {
          best = weight;
          reason = weight >= 1 ? fmt::format("{:.0f} {} in both", one.min.value_or(one.max.value_or(0)), one.what) : "";
        }
      }
    }
    if (best > -10) {
      add(best, reason);
    }
  }

  void of_words() {
    const std::size_t both = shared(m_a.words, m_b.words);
    const std::size_t all = m_a.words.size() + m_b.words.size() - both;
    if (both >= 2 && !same_sentence()) {
      const double share = static_cast<double>(both) / static_cast<double>(all);
      add(std::min(3.0, 6 * share), share >= 0.2 ? fmt::format("{} words of {} shared", both, all) : "");
    }
  }

  void of_publication() {
    if (m_a.claim->doc == m_b.claim->doc) {
      // One voice says one thing of one act: what it says again, with other sides or places, is mostly another act.
      add(same_voice() && !is_fight_for_ground() ? -1.5 : 0.0, "");
      if (is_fight_for_ground()) {
        add(2.0, "taken after fighting");
      } else if (!same_voice() && same_breath() && m_a.claim->type == m_b.claim->type &&
                 m_a.claim->mode == m_b.claim->mode && m_a.claim->status == m_b.claim->status) {
        add(1.3, "told one after the other");
      }
    } else if (m_a.published.bounded() && m_b.published.bounded()) {
      const int gap = gap_days(m_a.published, m_b.published);
      add(gap <= 2 ? 0.5 : gap > 10 ? -1.0 : 0.0, gap <= 2 ? "published together" : "");
    }
  }

  Likeness result() && { return std::move(m_likeness); }

 private:
  bool same_sentence() const {
    return m_a.claim->doc == m_b.claim->doc && m_a.claim->sentence.overlaps(m_b.claim->sentence);
  }
  // Sentences that follow each other.
  bool same_breath() const {
    const auto& [first, second] = std::minmax(m_a.claim->sentence, m_b.claim->sentence);
    return !same_sentence() && second.begin <= first.end + 2;
  }
  // "Captured the checkpoint after clashes with the rebels".
  bool is_fight_for_ground() const {
    const auto ground = [](const Claim& claim) { return claim.type == "ASSAULT" && claim.mode == "capture"; };
    const auto fight = [](const Claim& claim) { return claim.type == "ASSAULT" && claim.mode == "clash"; };
    const Claim &a = *m_a.claim, &b = *m_b.claim;
    return same_sentence() && ((ground(a) && fight(b)) || (ground(b) && fight(a))) && a.status == b.status &&
           !m_a.place.empty() && m_a.place == m_b.place;
  }
  bool same_voice() const {
    const auto &a = m_a.claim->attribution, &b = m_b.claim->attribution;
    return a.empty() == b.empty() &&
           (a.empty() || (a.back().entity == b.back().entity && a.back().name == b.back().name));
  }
  static double weight_of(const Toll& a, const Toll& b) {
    if (a.min == b.min && a.max == b.max) {
      const double number = a.min.value_or(a.max.value_or(0));
      return number >= 10 ? 2.0 : number >= 4 ? 1.5 : 0.7;
    }
    const double low_a = a.min.value_or(0), low_b = b.min.value_or(0);
    const bool meet = (!a.max || low_b <= *a.max) && (!b.max || low_a <= *b.max);
    if (meet) {
      return low_a == low_b ? 1.0 : 0.3;
    }
    return std::max(low_a, low_b) > 2.5 * std::min(low_a, low_b) ? -0.8 : -0.2;
  }

  void add(double weight, const std::string& reason) {
    m_likeness.score += weight;
    if (weight > 0 && !reason.empty()) {
      m_likeness.reasons.push_back(reason);
    }
  }

  const Facts &m_a, &m_b;
  Likeness m_likeness;
};

// Who moved or stands somewhere is nothing two sides claim for themselves: other forces, another movement. A denial may
// name them otherwise.
bool other_forces(const Facts& a, const Facts& b) {
  return (a.families & b.families & k_posture) != 0 && a.claim->status != Status::denied &&
         b.claim->status != Status::denied && !a.actors.empty() && !b.actors.empty() &&
         !of_one_side(a.actor_parties, b.actor_parties);
}

}  // namespace

bool excludes(const Facts& a, const Facts& b, const MatchLimits& limits) {
  return (a.families & b.families) == 0 || gap_days(a.days, b.days) > limits.time_slack_days || too_far(a, b, limits) ||
         other_forces(a, b);
}

std::optional<Likeness> likeness_of(const Facts& a, const Facts& b, const MatchLimits& limits) {
  if (excludes(a, b, limits)) {
    return std::nullopt;
  }
  Evidence evidence(a, b);
  evidence.of_place();
  evidence.of_time();
  evidence.of_kind();
  evidence.of_participants();
  evidence.of_tolls();
  evidence.of_words();
  evidence.of_publication();
  return std::move(evidence).result();
}

}  // namespace hearsay::compare
