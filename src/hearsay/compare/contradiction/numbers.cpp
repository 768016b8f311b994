// SPDX-License-Identifier: Apache-2.0
// Numbers that differ: ranges that meet, ranges that do not, tolls that grew.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>

#include <hearsay/compare/contradiction/tellers.hpp>

namespace hearsay::compare {

namespace {

struct Number {
  double min = 0, max = 0;  // an open end is an infinity
  const Facts* from = nullptr;
};

using Numbers = std::vector<Number>;
using Rivals = std::pair<Number, Number>;

constexpr int k_other_span_days = 6;       // a month's toll is no rival of a day's
constexpr double k_other_measure = 10;     // nor is one victim of a strike a rival of its dozens
constexpr std::uint32_t k_one_breath = 4;  // bytes between sentences that follow each other

// A report that tells rival tolls of two voices tells them in one breath; further on it speaks of parts and other acts.
bool in_one_breath(const Claim& a, const Claim& b) {
  const auto& [first, second] = std::minmax(a.sentence, b.sentence);
  return a.doc != b.doc || second.begin <= first.end + k_one_breath;
}

bool of_one_span(const Facts& a, const Facts& b) {
  const auto length = [](const Facts& one) { return *one.days.to - *one.days.from; };
  return !a.days.bounded() || !b.days.bounded() || std::abs(length(a) - length(b)) <= k_other_span_days;
}

bool of_one_measure(const Number& a, const Number& b) {
  const double low = std::min(a.min, b.min), high = std::max(a.min, b.min);
  return !std::isfinite(low) || low <= 0 || high <= k_other_measure * low;
}

// "No soldier was killed" is no rival of "three villagers were killed", nor are tolls of two days rivals.
bool are_rivals(const Number& a, const Number& b) {
  const bool of_others = !a.from->recipients.empty() && !b.from->recipients.empty() &&
                         !of_one_side(a.from->recipient_parties, b.from->recipient_parties);
  return !of_others && in_one_breath(*a.from->claim, *b.from->claim) && !days_apart(*a.from, *b.from) &&
         of_one_span(*a.from, *b.from) && of_one_measure(a, b) && are_alike(*a.from, *b.from);
}

bool meet(const Number& a, const Number& b) {
  return a.min <= b.max && b.min <= a.max;
}

bool alike(const Number& a, const Number& b) {
  return a.min == b.min && a.max == b.max;
}

std::string spelled(const Number& number) {
  const bool open_below = !std::isfinite(number.min), open_above = !std::isfinite(number.max);
  if (number.min == number.max) {
    return fmt::format("{}", number.min);
  }
  if (open_above) {
    return fmt::format("{}+", number.min);
  }
  return open_below ? fmt::format("up to {}", number.max) : fmt::format("{}-{}", number.min, number.max);
}

// What each teller counts of one kind of people or things, parts of totals left out.
std::map<std::string, std::vector<Numbers>> numbers_by_what(std::span<const Facts> facts) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  std::map<std::string, std::vector<Numbers>> by_what;
  for (const Told& teller : by_teller(facts)) {
    std::map<std::string, Numbers> own;
    for (const Facts* one : teller) {
      for (const Toll& toll : one->tolls) {
        if (!toll.part && !toll.what.empty()) {
          own[toll.what].push_back({toll.min.value_or(-endless), toll.max.value_or(endless), one});
        }
      }
    }
    for (auto& [what, numbers] : own) {
      by_what[what].push_back(std::move(numbers));
    }
  }
  return by_what;
}

// The numbers in which two tellers differ: none where they have one in common; where some meet, those that do.
std::vector<Rivals> differing(const Numbers& a, const Numbers& b) {
  std::vector<Rivals> meeting, apart;
  for (const Number& one : a) {
    for (const Number& other : b) {
      if (alike(one, other)) {
        return {};
      }
      if (are_rivals(one, other)) {
        (meet(one, other) ? meeting : apart).push_back({one, other});
      }
    }
  }
  return meeting.empty() ? apart : meeting;
}

// Whether the later published of two numbers is the higher one.
bool grew(const Rivals& pair) {
  const auto& [a, b] = pair;
  if (!a.from->published.bounded() || !b.from->published.bounded()) {
    return false;
  }
  const int day_a = *a.from->published.to, day_b = *b.from->published.to;
  return day_a < day_b ? a.max < b.min : day_b < day_a && b.max < a.min;
}

std::string kind_of_difference(const std::vector<Rivals>& all) {
  const auto is_apart = [](const Rivals& pair) { return !meet(pair.first, pair.second); };
  if (std::none_of(all.begin(), all.end(), is_apart)) {
    return "range";
  }
  const bool only_grew =
      std::all_of(all.begin(), all.end(), [&](const Rivals& pair) { return !is_apart(pair) || grew(pair); });
  return only_grew ? "update" : "contradiction";
}

void note_agreement(const std::vector<Numbers>& tellers, Standing& standing) {
  std::set<std::string> values;
  std::set<ClaimRef> claims;
  for (const Numbers& numbers : tellers) {
    for (const Number& number : numbers) {
      values.insert(spelled(number));
      claims.insert(ref_of(*number.from));
    }
  }
  if (values.size() == 1 && claims.size() >= 2) {
    standing.agree.push_back("number");
  }
}

}  // namespace

void weigh_numbers(std::span<const Facts> facts, Standing& standing) {
  for (const auto& [what, tellers] : numbers_by_what(facts)) {
    std::vector<Rivals> all;
    for (std::size_t i = 0; i < tellers.size(); ++i) {
      for (std::size_t j = i + 1; j < tellers.size(); ++j) {
        const auto found = differing(tellers[i], tellers[j]);
        all.insert(all.end(), found.begin(), found.end());
      }
    }
    Values values;
    for (const auto& [one, other] : all) {
      values[spelled(one) + " " + what].insert(ref_of(*one.from));
      values[spelled(other) + " " + what].insert(ref_of(*other.from));
    }
    if (values.size() > 1) {
      standing.contested.push_back(contested("number", kind_of_difference(all), values));
    }
    note_agreement(tellers, standing);
  }
}

}  // namespace hearsay::compare
