// SPDX-License-Identifier: Apache-2.0
// As the program prints them, but for what names the store.
#include "answers.hpp"

#include <fmt/format.h>

#include <hearsay/actions/ask.hpp>
#include <hearsay/actions/compare_pair.hpp>
#include <hearsay/actions/list_posture.hpp>
#include <hearsay/actions/list_sources.hpp>
#include <hearsay/present/exports/json.hpp>
#include <hearsay/present/exports/posture.hpp>

namespace hearsay::tests {

namespace {

std::string shown(const actions::ShowAnswer& answer) {
  if (const auto* report = std::get_if<actions::ReportAnswer>(&answer)) {
    std::string text = fmt::format("report {}\n", present::to_line(present::clean_json(report->report.text)));
    for (const Claim& claim : report->report.claims) {
      text += fmt::format(" {}", to_hex(claim.id));
    }
    return text;
  }
  if (const auto* claim = std::get_if<actions::ClaimAnswer>(&answer)) {
    const std::string& text = claim->report.text.text;
    return fmt::format("claim {}", present::to_line(present::claim_json(claim->row.claim, text, CodePoints(text))));
  }
  return fmt::format("event {}", present::to_line(present::event_json(std::get<actions::EventAnswer>(answer))));
}

}  // namespace

std::string listings(const std::string& db, const store::Filter& filter) {
  std::string out;
  for (const auto& one : actions::list_events({db, filter})) {
    out += present::to_line(present::event_json(one)) + fmt::format(" {}\n", fmt::join(one.event.why, " | "));
  }
  for (const auto& one : actions::list_republications({db, filter})) {
    out += present::to_line(present::republication_json(one));
    out += '\n';
  }
  for (const auto& one : actions::list_sources({db, filter})) {
    out += present::to_line(present::source_json(one));
    out += '\n';
  }
  for (const auto& one : actions::list_posture({db, filter})) {
    out += present::to_line(present::posture_json(one));
    out += '\n';
  }
  return out;
}

std::string showing(const std::string& db, const std::string& id, std::optional<Day> as_of) {
  const auto answers = actions::show({db, id, "", as_of});
  if (!answers) {
    return "none";
  }
  std::string out;
  for (const auto& answer : *answers) {
    out += shown(answer);
    out += '\n';
  }
  return out;
}

std::string comparing(const std::string& db, const std::string& a, const std::string& b, std::optional<Day> as_of) {
  const auto pair = actions::compare_pair({db, a, b, as_of});
  if (!pair) {
    return "none";
  }
  std::string out = fmt::format("{} {}", pair->only_a, pair->only_b);
  out += pair->republication ? present::to_line(present::republication_json(*pair->republication)) : " apart";
  for (const auto& event : pair->events) {
    out += fmt::format("\n{} {} {}", present::to_line(present::event_json(event.answer)), event.in_a.size(),
                       event.differing.size());
  }
  return out;
}

}  // namespace hearsay::tests
