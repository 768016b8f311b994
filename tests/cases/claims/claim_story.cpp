// SPDX-License-Identifier: Apache-2.0
// From a story's lines to claims, and from claims to what is wrong with them.
#include "claim_story.hpp"

#include <algorithm>
#include <filesystem>

#include "support/stages.hpp"

namespace hearsay::tests {
namespace {

struct Told {
  CleanText text;
  std::vector<Claim> claims;
};

Told code(const Case& story) {
  Told told;
  told.text.id = "case";
  told.text.outlet = story.value("outlet");
  told.text.text = story.value("text");
  if (const std::string title = story.value("title"); !title.empty()) {
    told.text.text = title + "\n" + told.text.text;
    told.text.title = title;
    told.text.marks.push_back({{0, static_cast<std::uint32_t>(title.size())}, MarkKind::title});
  }
  if (const std::string comment = story.value("comment"); !comment.empty()) {
    const auto begin = static_cast<std::uint32_t>(told.text.text.size()) + 1;
    told.text.text += "\n" + comment;
    told.text.marks.push_back({{begin, static_cast<std::uint32_t>(told.text.text.size())}, MarkKind::comment});
  }
  if (const auto day = parse_iso_day(story.value("published"))) {
    told.text.published = {{day, day}, DateBasis::given};
  }
  told.text.text_id = hash_bytes(told.text.text);
  const Analysis analysis = analyse::analyse_text(told.text, stages().models);
  const Links links = link::link_mentions(told.text, analysis, stages().knowledge);
  const auto attributions = claims::find_attributions(told.text, analysis, links, stages().cues);
  told.claims = claims::find_claims({told.text, analysis, links}, attributions, stages().rules).claims;
  return told;
}

std::string joined(const std::vector<Participant>& people) {
  std::string all;
  for (const Participant& who : people) {
    all.append(all.empty() ? "" : "+").append(who.name);
  }
  return all.empty() ? "none" : all;
}

std::string loaded_words(const Claim& claim) {
  std::string all;
  for (const Framing& one : claim.framing) {
    all.append(all.empty() ? "" : "+").append(one.word);
  }
  return all.empty() ? "none" : all;
}

std::string chain_of(const Claim& claim) {
  std::string all;
  for (const Voice& voice : claim.attribution) {
    all.append(all.empty() ? "" : " > ").append(voice.name);
  }
  return all.empty() ? "none" : all;
}

std::string ways_of(const Claim& claim) {
  std::string all;
  for (const ClaimWay& way : claim.way) {
    all.append(all.empty() ? "" : " + ").append(way.place ? way.place->name : "by " + way.means);
  }
  return all.empty() ? "none" : all;
}

std::string days_of(const Claim& claim) {
  if (!claim.time) {
    return "none";
  }
  const DateRange& range = claim.time->at.range;
  const std::string from = range.from ? to_iso(*range.from) : "", to = range.to ? to_iso(*range.to) : "";
  return from == to ? from : from + ".." + to;
}

std::string field(const Told& told, const Claim& claim, const std::string& key) {
  if (key == "type") return claim.type;
  if (key == "mode") return claim.mode.empty() ? "none" : claim.mode;
  if (key == "plover") return claim.plover.empty() ? "none" : claim.plover;
  if (key == "actor") return joined(claim.actors);
  if (key == "recipient") return joined(claim.recipients);
  if (key == "status") return std::string(to_string(claim.status));
  if (key == "place") return claim.place ? claim.place->name : "none";
  if (key == "origin") return claim.origin ? claim.origin->name : "none";
  if (key == "way") return ways_of(claim);
  if (key == "voice") return chain_of(claim);
  if (key == "trigger") return std::string(text_of(told.text.text, claim.trigger));
  if (key == "anonymous") return claim.anonymous ? "yes" : "no";
  if (key == "caveat") return claim.caveat.empty() ? "none" : claim.caveat;
  if (key == "comment") return claim.comment ? "yes" : "no";
  if (key == "framing") return loaded_words(claim);
  if (key == "sites") return std::to_string(claim.sites.size());
  return "unknown key " + key;
}

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

/// "12" exactly, "24-" at least, "-5" at most.
bool has_amount(const Claim& claim, const std::string& wanted) {
  return std::any_of(claim.quantities.begin(), claim.quantities.end(), [&](const ClaimQuantity& quantity) {
    const std::string low = quantity.amount.min ? number(*quantity.amount.min) : "",
                      high = quantity.amount.max ? number(*quantity.amount.max) : "";
    return (low == high ? low : low + "-" + high) == wanted;
  });
}

bool has_thing(const Claim& claim, const std::string& wanted) {
  return std::any_of(claim.equipment.begin(), claim.equipment.end(),
                     [&](const ClaimEquipment& thing) { return thing.name.find(wanted) != std::string::npos; });
}

bool detail_holds(const Claim& claim, const CaseLine& detail) {
  if (detail.key == "when") return days_of(claim) == detail.value;
  if (detail.key == "number") return has_amount(claim, detail.value);
  if (detail.key == "with") return has_thing(claim, detail.value);
  return false;
}

bool matches(const Told& told, const Claim& claim, const CaseLine& wanted) {
  for (const auto& [key, value] : read_pairs(wanted.value)) {
    if (field(told, claim, key) != value) {
      return false;
    }
  }
  return std::all_of(wanted.details.begin(), wanted.details.end(),
                     [&](const CaseLine& detail) { return detail_holds(claim, detail); });
}

std::string describe(const Told& told) {
  std::string all;
  for (const Claim& claim : told.claims) {
    all += "\n    found:";
    for (const char* key : {"type", "mode", "actor", "recipient", "place", "status", "voice", "trigger"}) {
      all.append(" ").append(key).append("=\"").append(field(told, claim, key)).append("\"");
    }
    all.append(" when ").append(days_of(claim));
    for (const ClaimQuantity& quantity : claim.quantities) {
      all.append(" number ")
          .append(quantity.amount.min ? number(*quantity.amount.min) : "")
          .append("-")
          .append(quantity.amount.max ? number(*quantity.amount.max) : "");
    }
  }
  return all;
}

}  // namespace

std::vector<std::string> run_story(const Case& story) {
  const Told told = code(story);
  std::vector<std::string> wrong;
  for (const CaseLine& line : story.lines) {
    const auto is_it = [&](const Claim& claim) { return matches(told, claim, line); };
    const bool found = std::any_of(told.claims.begin(), told.claims.end(), is_it);
    const std::string at = "line " + std::to_string(line.line) + ": ";
    if (line.key == "claim" && !found) {
      wrong.push_back(at + "no claim with " + line.value + describe(told));
    } else if (line.key == "no-claim" && found) {
      wrong.push_back(at + "there is a claim with " + line.value + describe(told));
    } else if (line.key == "count" && std::to_string(told.claims.size()) != line.value) {
      wrong.push_back(at + std::to_string(told.claims.size()) + " claims, not " + line.value + describe(told));
    }
  }
  return wrong;
}

std::vector<packs::Problem> rule_problems() {
  return claims::check_rules(stages().pack);
}

std::vector<std::string> check_examples() {
  std::vector<std::string> wrong;
  for (const packs::Table* table : stages().pack.tables_under("lang-en/triggers/")) {
    const std::string type = std::filesystem::path(table->path).stem().string();
    for (const packs::Row& row : table->rows) {
      const std::string& example = table->cell(row, "example");
      if (example.empty() || type == "NONE") {
        continue;
      }
      Case story;
      story.lines.push_back({"published", "2017-05-17", 0, {}});
      story.lines.push_back({"text", example, 0, {}});
      const Told told = code(story);
      if (std::none_of(told.claims.begin(), told.claims.end(),
                       [&](const Claim& claim) { return claim.type == type; })) {
        wrong.push_back(table->path + ":" + std::to_string(row.line) + " " + table->cell(row, "id") + ": " + example +
                        describe(told));
      }
    }
  }
  return wrong;
}

}  // namespace hearsay::tests
