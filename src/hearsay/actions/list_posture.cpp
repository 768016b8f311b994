// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/list_posture.hpp>

#include <map>

#include <hearsay/compare/posture/posture.hpp>

namespace hearsay::actions {

namespace {

using Names = std::map<std::string, std::string>;

void learn_names(const ClaimRow& row, Names& names) {
  names.emplace(row.outlet, row.outlet_name);
  for (const Voice& voice : row.claim.attribution) {
    names.emplace(voice.entity, voice.name);
  }
  for (const auto* side : {&row.claim.actors, &row.claim.recipients}) {
    for (const Participant& who : *side) {
      names.emplace(who.entity, who.name);
    }
  }
}

std::vector<ContestedValue> readable(std::vector<ContestedValue> sources, const Names& names) {
  for (ContestedValue& source : sources) {
    const auto found = names.find(source.value);
    if (found != names.end() && !found->second.empty()) {
      source.value = found->second;
    }
  }
  return sources;
}

PostureEntry entry_for(const compare::PostureGroup& group, const store::Store& store, Names& names) {
  const std::vector<ClaimRow> rows = store.claims_of(group.claims);
  std::vector<compare::ToldClaim> told;
  for (const ClaimRow& row : rows) {
    told.push_back({&row.claim, row.outlet.empty() ? row.outlet_name : row.outlet});
    learn_names(row, names);
  }
  return compare::entry_of(group, told);
}

// The first `most` entries of a place (0: all); who holds a place is asked of all, since holders dispute each other.
std::vector<PostureEntry> entries_of(std::span<const LedgerLine> lines, std::size_t most, const store::Store& store,
                                     Names& names) {
  std::vector<PostureEntry> entries;
  std::size_t shown = 0;
  const auto groups = compare::groups_of(lines);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool wanted = most == 0 || i < most;
    if (wanted || groups[i].kind == "control") {
      entries.push_back(entry_for(groups[i], store, names));
    }
    shown += wanted ? 1 : 0;
  }
  compare::dispute_control(entries);
  entries.resize(shown);
  return entries;
}

}  // namespace

std::vector<PostureAnswer> list_posture(const AskRequest& request) {
  return posture_in(*store::open_store(request.db, {}), request.filter);
}

std::vector<PostureAnswer> posture_in(const store::Store& store, const store::Filter& filter) {
  std::vector<PostureAnswer> answers;
  Names names;
  store.ledger(filter, compare::ledger_parts(), [&](std::span<const LedgerLine> lines) {
    const std::size_t most = filter.limit == 0 ? 0 : filter.limit - answers.size();
    for (PostureEntry& entry : entries_of(lines, most, store, names)) {
      PostureAnswer answer{std::move(entry), {}, {}};
      answer.said_by = readable(answer.entry.said_by, names);
      answer.disputed_by = readable(answer.entry.disputed_by, names);
      answers.push_back(std::move(answer));
    }
    return filter.limit == 0 || answers.size() < filter.limit;
  });
  return answers;
}

}  // namespace hearsay::actions
