// SPDX-License-Identifier: Apache-2.0
// A claim under its headings of the ledger.
#include <hearsay/types/posture.hpp>

#include <set>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay {

DateRange known_ends(const Claim& claim) {
  const DateRange range = claim.time ? claim.time->at.range : DateRange{};
  return {range.from ? range.from : range.to, range.to ? range.to : range.from};
}

std::vector<LedgerLine> ledger_lines(const Claim& claim) {
  LedgerLine line;
  line.type = claim.type;
  line.mode = claim.mode;
  line.time = known_ends(claim);
  line.claim = {claim.doc, claim.id};
  if (claim.place) {
    line.place_name = to_lower(claim.place->name);
    line.place = claim.place->entity;
  }
  std::set<std::string> actors;
  for (const Participant& one : claim.actors) {
    actors.insert(one.entity.empty() ? to_lower(one.name) : one.entity);
  }
  if (actors.empty()) {
    actors.insert("");
  }
  std::vector<LedgerLine> lines;
  for (const std::string& actor : actors) {
    lines.push_back(line);
    lines.back().actor = actor;
  }
  return lines;
}

}  // namespace hearsay
