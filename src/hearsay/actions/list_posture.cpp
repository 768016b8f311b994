// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/list_posture.hpp>

#include <map>

#include <hearsay/compare/posture/posture.hpp>

namespace hearsay::actions {

namespace {

/// What the ledger is made of; asking for these alone leaves the many assaults where they are.
struct Part {
  const char* type;
  const char* mode;
};
constexpr Part k_parts[] = {
    {"STATE", "control"}, {"STATE", "presence"}, {"MOBILIZE", ""}, {"RETREAT", "withdraw"}, {"ASSAULT", "capture"}};

std::vector<ClaimRow> claims_about_forces(const store::Store& store, Filter filter) {
  filter.limit = 0;
  if (!filter.type.empty()) {
    return store.claims(filter);
  }
  std::vector<ClaimRow> all;
  for (const Part& part : k_parts) {
    filter.type = part.type;
    filter.mode = part.mode;
    for (ClaimRow& row : store.claims(filter)) {
      all.push_back(std::move(row));
    }
  }
  return all;
}

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

std::vector<std::string> readable(const std::vector<std::string>& sources, const Names& names) {
  std::vector<std::string> out;
  for (const std::string& source : sources) {
    const auto found = names.find(source);
    out.push_back(found == names.end() || found->second.empty() ? source : found->second);
  }
  return out;
}

}  // namespace

std::vector<PostureAnswer> list_posture(const AskRequest& request) {
  return posture_in(*store::open_store(request.db, {}), request.filter);
}

std::vector<PostureAnswer> posture_in(const store::Store& store, const store::Filter& filter) {
  const std::vector<ClaimRow> rows = claims_about_forces(store, filter);
  std::vector<compare::ToldClaim> told;
  Names names;
  for (const ClaimRow& row : rows) {
    told.push_back({&row.claim, row.outlet.empty() ? row.outlet_name : row.outlet});
    learn_names(row, names);
  }
  std::vector<PostureAnswer> answers;
  for (PostureEntry& entry : compare::posture_of(told)) {
    if (filter.limit != 0 && answers.size() == filter.limit) {
      break;
    }
    PostureAnswer answer{std::move(entry), {}, {}};
    answer.said_by = readable(answer.entry.said_by, names);
    answer.disputed_by = readable(answer.entry.disputed_by, names);
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace hearsay::actions
