// SPDX-License-Identifier: Apache-2.0
// Where the sayings about one happening differ.
#include <hearsay/compare/contradiction/contested.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace hearsay::compare {

namespace {

ClaimRef ref_of(const Facts& facts) {
  return {facts.claim->doc, facts.claim->id};
}

// Values in sorted order, each with the claims that say it.
using Values = std::map<std::string, std::set<ClaimRef>>;

Contested contested(std::string field, std::string kind, const Values& values) {
  Contested made{std::move(field), std::move(kind), {}};
  for (const auto& [value, claims] : values) {
    made.values.push_back({value, {claims.begin(), claims.end()}});
  }
  return made;
}

std::string joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, " + "));
}

// ---- numbers -------------------------------------------------------------------------------------------------------

struct Number {
  double min = 0, max = 0;  // an open end is an infinity
  const Facts* from = nullptr;
};

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const std::string& one) { return std::binary_search(b.begin(), b.end(), one); });
}

// "No soldier was killed" is no rival of "three villagers were killed".
bool of_others(const Number& a, const Number& b) {
  return !a.from->recipients.empty() && !b.from->recipients.empty() &&
         !share_one(a.from->recipient_kin, b.from->recipient_kin);
}

bool meet(const Number& a, const Number& b) {
  return (a.min <= b.max && b.min <= a.max) || of_others(a, b);
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

std::map<std::string, std::vector<Number>> numbers_by_what(std::span<const Facts> facts) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  std::map<std::string, std::vector<Number>> by_what;
  for (const Facts& one : facts) {
    for (const Toll& toll : one.tolls) {
      by_what[toll.what].push_back({toll.min.value_or(-endless), toll.max.value_or(endless), &one});
    }
  }
  return by_what;
}

// Whether the numbers never fall as the days of publication go on, and grow only from one day to a later one.
bool grow_with_days(std::vector<Number> numbers) {
  for (const Number& number : numbers) {
    if (!number.from->published.bounded()) {
      return false;
    }
  }
  const auto day = [](const Number& number) { return *number.from->published.to; };
  std::sort(numbers.begin(), numbers.end(),
            [&](const Number& a, const Number& b) { return std::pair(day(a), a.min) < std::pair(day(b), b.min); });
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    for (std::size_t j = i + 1; j < numbers.size(); ++j) {
      if (!meet(numbers[i], numbers[j]) && (numbers[i].min > numbers[j].min || day(numbers[i]) == day(numbers[j]))) {
        return false;
      }
    }
  }
  return true;
}

std::string kind_of_difference(const std::vector<Number>& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    for (std::size_t j = i + 1; j < numbers.size(); ++j) {
      if (!meet(numbers[i], numbers[j])) {
        return grow_with_days(numbers) ? "update" : "contradiction";
      }
    }
  }
  return "range";
}

// Whether two numbers of the same people or things are not the same.
bool differ(const std::vector<Number>& numbers) {
  return std::any_of(numbers.begin(), numbers.end(), [&](const Number& a) {
    return std::any_of(numbers.begin(), numbers.end(),
                       [&](const Number& b) { return (a.min != b.min || a.max != b.max) && !of_others(a, b); });
  });
}

void weigh_numbers(std::span<const Facts> facts, Standing& standing) {
  for (const auto& [what, numbers] : numbers_by_what(facts)) {
    Values values;
    std::set<const Facts*> tellers;
    for (const Number& number : numbers) {
      values[spelled(number) + (what.empty() ? "" : " " + what)].insert(ref_of(*number.from));
      tellers.insert(number.from);
    }
    if (tellers.size() < 2) {
      continue;  // a total and its parts in one claim
    }
    if (values.size() == 1) {
      standing.agree.push_back("number");
    } else if (differ(numbers)) {
      standing.contested.push_back(contested("number", kind_of_difference(numbers), values));
    }
  }
}

// ---- participants
// ----------------------------------------------------------------------------------------------------

void weigh_participants(std::span<const Facts> facts, const std::string& field, std::vector<std::string> Facts::*list,
                        std::vector<std::string> Facts::*kin, Standing& standing) {
  Values values;
  std::vector<const Facts*> tellers;
  for (const Facts& one : facts) {
    if (!(one.*list).empty()) {
      values[joined(one.*list)].insert(ref_of(one));
      tellers.push_back(&one);
    }
  }
  if (tellers.size() < 2) {
    return;
  }
  bool apart = false, alike = values.size() == 1;
  for (std::size_t i = 0; i < tellers.size() && !apart; ++i) {
    for (std::size_t j = i + 1; j < tellers.size() && !apart; ++j) {
      apart = !share_one(tellers[i]->*kin, tellers[j]->*kin);
    }
  }
  if (alike) {
    standing.agree.push_back(field);
  } else if (apart) {
    standing.contested.push_back(contested(field, "contradiction", values));
  }
}

// ---- place, time, status
// ---------------------------------------------------------------------------------------------

void weigh_places(std::span<const Facts> facts, Standing& standing) {
  Values values;
  for (const Facts& one : facts) {
    if (!one.place.empty()) {
      values[one.place].insert(ref_of(one));
    }
  }
  std::size_t tellers = 0;
  for (const auto& [place, claims] : values) {
    tellers += claims.size();
  }
  if (values.size() == 1 && tellers >= 2) {
    standing.agree.push_back("place");
  } else if (values.size() > 1) {
    standing.contested.push_back(contested("place", "range", values));
  }
}

std::string spelled(const DayRange& days) {
  const auto iso = [](const std::optional<int>& day) {
    return day ? to_iso(Day(std::chrono::days(*day))) : std::string("..");
  };
  return days.from == days.to ? iso(days.from) : iso(days.from) + "/" + iso(days.to);
}

void weigh_times(std::span<const Facts> facts, Standing& standing) {
  Values values;
  std::vector<const Facts*> tellers;
  for (const Facts& one : facts) {
    if (one.days.bounded()) {
      values[spelled(one.days)].insert(ref_of(one));
      tellers.push_back(&one);
    }
  }
  if (tellers.size() < 2) {
    return;
  }
  const bool apart = std::any_of(tellers.begin(), tellers.end(), [&](const Facts* a) {
    return std::any_of(tellers.begin(), tellers.end(), [&](const Facts* b) { return *a->days.to < *b->days.from; });
  });
  if (values.size() == 1) {
    standing.agree.push_back("time");
  } else {
    standing.contested.push_back(contested("time", apart ? "contradiction" : "range", values));
  }
}

void weigh_status(std::span<const Facts> facts, Standing& standing) {
  Values values;
  for (const Facts& one : facts) {
    values[std::string(to_string(one.claim->status))].insert(ref_of(one));
  }
  if (values.size() == 1) {
    if (facts.size() >= 2) {
      standing.agree.push_back("status");
    }
    return;
  }
  const bool denied = values.contains("denied");
  const bool planned_done = values.contains("planned") && values.contains("asserted");
  standing.contested.push_back(contested("status",
                                         denied         ? "denial"
                                         : planned_done ? "planned-done"
                                                        : "range",
                                         values));
}

// "Has halted its operations" beside "is massing for an offensive".
void weigh_halts(std::span<const Facts> facts, Standing& standing) {
  Values values;
  for (const Facts& one : facts) {
    const bool halt = one.claim->type == "RETREAT" && one.claim->mode == "ceasefire";
    if (halt || one.claim->type == "MOBILIZE") {
      values[halt ? "halted" : "goes on"].insert(ref_of(one));
    }
  }
  if (values.size() == 2) {
    standing.contested.push_back(contested("status", "contradiction", values));
  }
}

}  // namespace

Standing standing_of(std::span<const Facts> facts) {
  Standing standing;
  weigh_numbers(facts, standing);
  weigh_participants(facts, "actor", &Facts::actors, &Facts::actor_kin, standing);
  weigh_participants(facts, "recipient", &Facts::recipients, &Facts::recipient_kin, standing);
  weigh_places(facts, standing);
  weigh_times(facts, standing);
  weigh_status(facts, standing);
  weigh_halts(facts, standing);
  std::sort(standing.agree.begin(), standing.agree.end());
  standing.agree.erase(std::unique(standing.agree.begin(), standing.agree.end()), standing.agree.end());
  std::stable_sort(standing.contested.begin(), standing.contested.end(),
                   [](const Contested& a, const Contested& b) { return a.field < b.field; });
  return standing;
}

}  // namespace hearsay::compare
