// SPDX-License-Identifier: Apache-2.0
#include <hearsay/base/text/utf8.hpp>
#include <hearsay/present/cli/claim_lines.hpp>
#include <hearsay/present/cli/claim_text.hpp>
#include <hearsay/present/cli/display.hpp>
#include <hearsay/present/cli/table.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace hearsay::present {

namespace {

std::string row(std::string_view label, const std::string& value, const Screen& screen) {
  return value.empty() ? "" : labelled(label, value, {.width = screen.width, .indent = 2, .hang = 12}) + "\n";
}

/// The report's words where they are others than the name: ` ("regime forces")`.
std::string in_its_words(const std::string& text, Span span, const std::string& name) {
  const std::string words(text_of(text, span));
  return words.empty() || to_lower(words) == to_lower(name) ? "" : " (\"" + words + "\")";
}

std::string told_names(const std::vector<Participant>& whos, const std::string& text) {
  std::string out;
  for (const Participant& who : whos) {
    out += (out.empty() ? "" : ", ") + who.name + in_its_words(text, who.span, who.name);
    out += who.inferred ? " [from another sentence]" : "";
  }
  return out.empty() ? "(nobody named)" : out;
}

std::string told_place(const ClaimPlace& place, const std::string& text) {
  const PlaceRef& at = place.at;
  const std::string where = at.lat && at.lon
                                ? fmt::format(": {:.3f}, {:.3f} within {:g} km", *at.lat, *at.lon, at.radius_km)
                                : ": in no gazetteer";
  return place.name + in_its_words(text, place.span, place.name) + (place.inferred ? " [from another sentence]" : "") +
         where;
}

std::string told_way(const ClaimWay& way, const std::string& text) {
  return way.place ? told_place(*way.place, text) : "by " + way.means;
}

std::string told_time(const ClaimTime& time, const std::string& text) {
  if (time.from_publication) {
    return days_of(time.at.range) + " (told by the day of publication alone)";
  }
  const std::string words(text_of(text, time.span));
  return days_of(time.at.range) + (words.empty() ? "" : " (\"" + words + "\")");
}

std::string equipment_of(const Claim& claim, const std::string& text) {
  std::set<std::string> told;  // headline and body name the same
  for (const ClaimEquipment& one : claim.equipment) {
    told.insert(one.name + in_its_words(text, one.span, one.name));
  }
  return fmt::format("{}", fmt::join(told, ", "));
}

/// The neutral name of an entity as this report's claims have it, else the words of its id.
std::string name_of(const std::string& entity, const actions::StoredReport& report) {
  for (const Claim& claim : report.claims) {
    for (const auto* side : {&claim.actors, &claim.recipients}) {
      for (const Participant& who : *side) {
        if (who.entity == entity) {
          return who.name;
        }
      }
    }
    for (const Voice& voice : claim.attribution) {
      if (voice.entity == entity) {
        return voice.name;
      }
    }
  }
  return words_of_entity(entity);
}

std::string framing_rows(const ToldClaim& told, const Screen& screen) {
  std::string out;
  std::vector<std::string> seen;
  for (const Framing& framing : told.claim.framing) {
    const std::string line =
        "\"" + framing.word + "\"" + (framing.of.empty() ? "" : " for " + name_of(framing.of, told.report));
    if (std::find(seen.begin(), seen.end(), to_lower(line)) == seen.end()) {
      seen.push_back(to_lower(line));
      out += row("its words", line, screen);
    }
  }
  return out;
}

/// The sentence with its trigger in [brackets].
std::string sentence_text(const std::string& text, Span sentence, Span trigger) {
  if (trigger.begin < sentence.begin || trigger.end > sentence.end) {
    return std::string(text_of(text, sentence));
  }
  return std::string(text_of(text, {sentence.begin, trigger.begin})) + "[" + std::string(text_of(text, trigger)) + "]" +
         std::string(text_of(text, {trigger.end, sentence.end}));
}

}  // namespace

std::string claim_text(const ToldClaim& told, const Screen& screen) {
  const Claim& claim = told.claim;
  const std::string& text = told.report.text.text;
  const std::string status(to_string(claim.status));
  std::string out =
      screen.coloured(
          wrap(fmt::format("claim {} {} {}", to_hex(claim.id).substr(0, 12), type_of(claim), status), screen.width, 0),
          claim.status == Status::asserted ? Colour::bold : colour_of(claim.status)) +
      "\n";
  out += row("who", told_names(claim.actors, text), screen);
  out += row("to whom", claim.recipients.empty() ? "" : told_names(claim.recipients, text), screen);
  out += row("where", claim.place ? told_place(*claim.place, text) : "", screen);
  out += row("from", claim.origin ? told_place(*claim.origin, text) : "", screen);
  for (const ClaimWay& way : claim.way) {
    out += row("way", told_way(way, text), screen);
  }
  out += row("when", claim.time ? told_time(*claim.time, text) : "", screen);
  out += row("how many", amounts_of(claim), screen) + row("with", equipment_of(claim, text), screen);
  out += row("says", voice_of(claim, told.report.outlet_name) + (claim.comment ? " (in a reposter's comment)" : ""),
             screen);
  out += framing_rows(told, screen);
  out += wrap(sentence_text(text, claim.sentence, claim.trigger), screen.width, 4) + "\n";
  for (const Span site : claim.sites) {
    out +=
        site == claim.sentence
            ? ""
            : wrap("also: " + std::string(text_of(text, site)), {.width = screen.width, .indent = 4, .hang = 2}) + "\n";
  }
  return out;
}

std::string steps_text(const Claim& claim, const Screen& screen) {
  std::string out;
  for (const Step& step : claim.why) {
    out += labelled(step.stage, step.detail, {.width = screen.width, .indent = 2, .hang = 12}) + "\n";
  }
  return out;
}

}  // namespace hearsay::present
