// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/event_text.hpp>
#include <hearsay/present/cli/review_lines.hpp>
#include <hearsay/present/cli/table.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
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
    std::string what = sides_of(claim);
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

std::string contested_text(const actions::EventAnswer& answer, const Contested& contested, const Screen& screen) {
  std::string out = wrap("contested " + contested_title(contested), screen.width, 2) + "\n";
  for (const ContestedValue& value : in_order(contested)) {
    std::set<std::string> voices;
    for (const ClaimRef& ref : value.claims) {
      voices.insert(doc_voice(answer, ref));
    }
    const std::string said_by = fmt::format("{}", fmt::join(voices, "; "));
    out += wrap(readable_value(answer, value.value) + ": " + said_by, {.width = screen.width, .indent = 6, .hang = 2}) +
           "\n";
  }
  return out;
}

/// Comparing knows what is in no pack by its words in lower case.
bool is_called(const std::string& value, const std::string& entity, const std::string& name) {
  return entity.empty() ? value == to_lower(name) : value == entity;
}

std::string name_of(const actions::EventAnswer& answer, const std::string& value) {
  for (const actions::ClaimRow& row : answer.claims) {
    for (const auto* side : {&row.claim.actors, &row.claim.recipients}) {
      for (const Participant& who : *side) {
        if (is_called(value, who.entity, who.name)) {
          return who.name;
        }
      }
    }
    if (row.claim.place && is_called(value, row.claim.place->entity, row.claim.place->name)) {
      return row.claim.place->name;
    }
  }
  return value;
}

std::string foot_of(const Event& event) {
  std::string foot = fmt::format("{}, {}, {}", counted(event.claims.size(), "claim"), counted(event.sources, "outlet"),
                                 counted(event.independent, "independent voice"));
  if (event.anonymous > 0) {
    foot += fmt::format(", {} unnamed", event.anonymous);
  }
  return foot + ", event " + to_hex(event.id).substr(0, 8);
}

double leading_number(const std::string& text) {
  const std::size_t digit = text.find_first_of("0123456789");
  return digit == std::string::npos ? 0 : std::strtod(text.c_str() + digit, nullptr);
}

/// "2017-04-03/2017-04-04" as all other days are told; "" for what is no stretch of days.
std::string readable_days(const std::string& value) {
  const std::size_t slash = value.find('/');
  const auto from = parse_iso_day(value.substr(0, slash));
  const auto to = slash == std::string::npos ? std::nullopt : parse_iso_day(value.substr(slash + 1));
  return slash == std::string::npos || (!from && !to) ? "" : days_of({from, to});
}

}  // namespace

std::string readable_value(const actions::EventAnswer& answer, const std::string& value) {
  if (std::string days = readable_days(value); !days.empty()) {
    return days;
  }
  constexpr std::string_view k_and = " + ";
  std::string out;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find(k_and, at), value.size());
    out += (at == 0 ? "" : std::string(k_and)) + name_of(answer, value.substr(at, end - at));
    at = end + k_and.size();
  }
  return out;
}

std::string contested_title(const Contested& contested) {
  return fmt::format("{} ({})", contested.field, contested.kind == "planned-done" ? "planned or done" : contested.kind);
}

std::vector<ContestedValue> in_order(const Contested& contested) {
  std::vector<ContestedValue> values = contested.values;
  if (contested.field == "number") {
    std::stable_sort(values.begin(), values.end(), [](const ContestedValue& a, const ContestedValue& b) {
      return leading_number(a.value) < leading_number(b.value);
    });
  }
  return values;
}

std::string event_text(const actions::EventAnswer& answer, const Screen& screen) {
  const Event& event = answer.event;
  const WrapOptions hanging{.width = screen.width, .indent = 2, .hang = 4};
  const std::string head =
      fmt::format("{}  {}  {}", days_of(answer.time), answer.place.empty() ? "(place not told)" : answer.place,
                  event.mode.empty() ? event.type : event.type + "/" + event.mode);
  std::string out = heading(head, screen);
  for (const Saying& saying : sayings_of(answer)) {
    const std::string status = saying.status == Status::asserted ? "" : fmt::format("[{}] ", to_string(saying.status));
    out += screen.coloured(wrap(status + saying.what, hanging), colour_of(saying.status)) + "\n";
    for (const std::string& voice : saying.voices) {
      out +=
          screen.coloured(wrap("says " + voice, {.width = screen.width, .indent = 6, .hang = 2}), Colour::dim) + "\n";
    }
  }
  for (const Contested& contested : event.contested) {
    out += screen.coloured(contested_text(answer, contested, screen), Colour::yellow);
  }
  for (const actions::Review& review : answer.reviews) {
    const std::string line = "claim " + to_hex(review.claim.id).substr(0, 8) + " " + review_line(review);
    out += screen.coloured(wrap(line, hanging), colour_of_verdict(review.verdict)) + "\n";
  }
  return out + screen.coloured(wrap(foot_of(event), hanging), Colour::dim) + "\n";
}

}  // namespace hearsay::present
