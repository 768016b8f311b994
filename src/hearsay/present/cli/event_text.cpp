// SPDX-License-Identifier: Apache-2.0
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/review_lines.hpp>
#include <hearsay/present/cli/table.hpp>

#include <fmt/format.h>

#include <map>
#include <set>
#include <vector>

namespace hearsay::present {

namespace {

/// Claims that say the same of who, to whom, how many and status are told in one line with all who say so.
struct Saying {
  std::string what;
  Status status = Status::asserted;
  std::vector<std::string> voices;
};

std::vector<Saying> sayings_of(const actions::EventAnswer& answer) {
  std::vector<Saying> sayings;
  std::map<std::string, std::size_t> seen;
  for (const actions::ClaimRow& row : answer.claims) {
    const Claim& claim = row.claim;
    std::string what = names_of(claim.actors) + " -> " + names_of(claim.recipients);
    if (const std::string amounts = amounts_of(claim); !amounts.empty()) {
      what += "; " + amounts;
    }
    const auto [at, is_new] = seen.emplace(what + std::string(to_string(claim.status)), sayings.size());
    if (is_new) {
      sayings.push_back({what, claim.status, {}});
    }
    std::vector<std::string>& voices = sayings[at->second].voices;
    std::string voice = voice_of(claim, row.outlet_name);
    if (std::find(voices.begin(), voices.end(), voice) == voices.end()) {
      voices.push_back(std::move(voice));
    }
  }
  return sayings;
}

std::string doc_voice(const actions::EventAnswer& answer, const ClaimRef& ref) {
  for (const actions::ClaimRow& row : answer.claims) {
    if (row.claim.id == ref.id && row.claim.doc == ref.doc) {
      return voice_of(row.claim, row.outlet_name);
    }
  }
  return ref.doc;
}

std::string contested_text(const actions::EventAnswer& answer, const Contested& contested) {
  std::string out;
  for (const ContestedValue& value : contested.values) {
    std::set<std::string> voices;
    for (const ClaimRef& ref : value.claims) {
      voices.insert(doc_voice(answer, ref));
    }
    std::string said_by;
    for (const std::string& voice : voices) {
      said_by += (said_by.empty() ? "" : "; ") + voice;
    }
    out += (out.empty() ? "" : " | ") + readable_value(answer, value.value) + " [" + said_by + "]";
  }
  return fmt::format("contested {} ({}): {}", contested.field, contested.kind, out);
}

}  // namespace

std::string readable_value(const actions::EventAnswer& answer, const std::string& value) {
  for (const actions::ClaimRow& row : answer.claims) {
    for (const auto* side : {&row.claim.actors, &row.claim.recipients}) {
      for (const Participant& who : *side) {
        if (who.entity == value && !value.empty()) {
          return who.name;
        }
      }
    }
    if (row.claim.place && row.claim.place->entity == value && !value.empty()) {
      return row.claim.place->name;
    }
  }
  return value;
}

std::string event_text(const actions::EventAnswer& answer, std::size_t width) {
  const Event& event = answer.event;
  const std::string head =
      fmt::format("{}  {}  {}", days_of(answer.time), answer.place.empty() ? "(place not told)" : answer.place,
                  event.mode.empty() ? event.type : event.type + "/" + event.mode);
  std::string out = coloured(fit(head, width), Colour::bold) + "\n";
  for (const Saying& saying : sayings_of(answer)) {
    const std::string status = saying.status == Status::asserted ? "" : fmt::format("[{}] ", to_string(saying.status));
    out += coloured(wrap(status + saying.what, width, 2), colour_of(saying.status)) + "\n";
    for (const std::string& voice : saying.voices) {
      out += coloured(wrap("says " + voice, width, 6), Colour::dim) + "\n";
    }
  }
  for (const Contested& contested : event.contested) {
    out += coloured(wrap(contested_text(answer, contested), width, 2), Colour::yellow) + "\n";
  }
  for (const actions::Review& review : answer.reviews) {
    out += coloured(wrap("claim " + to_hex(review.claim.id).substr(0, 8) + " " + review_line(review), width, 2),
                    colour_of_verdict(review.verdict)) +
           "\n";
  }
  const std::string foot =
      fmt::format("{} claim(s), {} outlet(s), {} independent voice(s){}, event {}", event.claims.size(), event.sources,
                  event.independent, event.anonymous > 0 ? fmt::format(", {} unnamed", event.anonymous) : "",
                  to_hex(event.id).substr(0, 8));
  return out + coloured("  " + foot, Colour::dim) + "\n";
}

}  // namespace hearsay::present
