// SPDX-License-Identifier: Apache-2.0
// Reports made up for the benchmarks: sentences in the manner of news about a conflict, put together from parts.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace hearsay::bench {

/// Always the same `count` reports of about 300 words.
inline std::vector<std::string> made_reports(std::size_t count) {
  static constexpr std::array<const char*, 8> k_who = {"Government troops",
                                                       "Rebels of the Northern Front",
                                                       "Two jets",
                                                       "The 4th Division",
                                                       "Local fighters",
                                                       "A U.S.-led coalition",
                                                       "Gunmen in a white pickup",
                                                       "Lt. Gen. Samir Haddad's men"};
  static constexpr std::array<const char*, 8> k_did = {"shelled",
                                                       "seized",
                                                       "withdrew from",
                                                       "sent reinforcements to",
                                                       "didn't enter",
                                                       "carried out 14 air strikes on",
                                                       "closed the road to",
                                                       "were driven out of"};
  static constexpr std::array<const char*, 8> k_where = {
      "the village of Tell Asfar", "a base 25km north-east of Qalaat al-Nahr",
      "the town's old market",     "Wadi Jisr",
      "the Bab al-Hadid crossing", "three hilltops near the highway",
      "the al-Rahma hospital",     "positions along the river"};
  static constexpr std::array<const char*, 8> k_when = {
      "on Monday", "at 5 a.m. on Sept. 3", "overnight",   "for the third day in a row",
      "last week", "on 14 August 2016",    "before dawn", "since the truce ended"};
  static constexpr std::array<const char*, 8> k_rest = {
      ", killing at least 12 people and wounding dozens, a monitoring group said.",
      ", according to state media.",
      ", the ministry said in a statement, but the rebels denied it.",
      ". \"We lost two men. We will not leave,\" the commander said.",
      "; no one claimed responsibility.",
      ", residents told the agency by phone.",
      " with tanks, Grad rockets and what activists called barrel bombs.",
      ", although the report couldn't be verified."};
  std::vector<std::string> out(count);
  std::uint64_t state = 88172645463325252ULL;
  const auto next = [&state]() {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return state % 8;
  };
  for (std::string& report : out) {
    for (int i = 0; i < 16; ++i) {
      report.append(k_who[next()])
          .append(" ")
          .append(k_did[next()])
          .append(" ")
          .append(k_where[next()])
          .append(" ")
          .append(k_when[next()]);
      report.append(k_rest[next()]).append(i % 4 == 3 ? "\n\n" : " ");
    }
  }
  return out;
}

}  // namespace hearsay::bench
