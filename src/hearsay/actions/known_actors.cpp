// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/known_actors.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>

namespace hearsay::actions {

compare::KnownActors known_actors_in(const packs::Pack& pack) {
  static constexpr std::array<std::string_view, 6> k_of_states = {"state",  "government", "military",
                                                                  "police", "agency",     "coalition"};
  compare::KnownActors known;
  std::map<std::string, std::string> state_by_country;
  for (const packs::Actor& actor : pack.actors) {
    const bool of_state = std::find(k_of_states.begin(), k_of_states.end(), actor.kind) != k_of_states.end();
    const bool word = actor.kind == "class", helper = actor.kind == "ngo" || actor.kind == "igo";
    known[actor.entity] = {actor.parent, helper ? "" : actor.side, word || helper, word || actor.kind == "coalition",
                           of_state};
    if (actor.kind == "state" && !actor.country.empty()) {
      state_by_country[actor.country] = actor.entity;
    }
  }
  // "Turkish jets", "Ankara sent": country and capital stand for the state.
  for (const packs::Place& place : pack.places) {
    const auto state = state_by_country.find(place.country);
    if ((place.feature == "PCLI" || place.feature == "PPLC") && state != state_by_country.end()) {
      known[place.entity] = {state->second, known[state->second].side, false, false, true};
    }
  }
  return known;
}

std::string to_text(const compare::KnownActors& known) {
  std::string text;
  for (const auto& [entity, actor] : known) {
    text += fmt::format("{}\t{}\t{}\t{:d}{:d}{:d}\n", entity, actor.parent, actor.side, actor.general, actor.many,
                        actor.state);
  }
  return text;
}

compare::KnownActors known_actors_from(std::string_view text) {
  compare::KnownActors known;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::array<std::string_view, 4> cells;
    std::size_t from = 0;
    for (std::string_view& cell : cells) {
      const std::size_t to = std::min(line.find('\t', from), line.size());
      cell = line.substr(from, to - from);
      from = std::min(to + 1, line.size());
    }
    if (cells[3].size() == 3) {
      const auto flag = [&](std::size_t i) { return cells[3][i] == '1'; };
      known[std::string(cells[0])] = {std::string(cells[1]), std::string(cells[2]), flag(0), flag(1), flag(2)};
    }
  }
  return known;
}

}  // namespace hearsay::actions
