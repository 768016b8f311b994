// SPDX-License-Identifier: Apache-2.0
#include <hearsay/actions/happenings.hpp>
#include <hearsay/actions/list_sources.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <hearsay/base/text/utf8.hpp>

namespace hearsay::actions {

namespace {

using Sources = std::map<std::string, SourceAnswer>;
using Outlets = std::map<std::string, SourceAnswer*>;  // by document
using Names = std::map<std::string, std::string>;      // by entity
using EventOf = std::map<ClaimRef, std::shared_ptr<const Event>>;
using Passages = std::map<std::string, std::vector<Span>>;  // by document: what is taken from other outlets
using WordCounts = std::map<std::string, std::map<std::pair<std::string, std::string>, std::size_t>>;  // by source

/// How its events stand to the claims.
struct Standing {
  EventOf event_of;
  std::set<ClaimRef> contradicted;
};

ClaimRef ref_of(const Claim& claim) {
  return {claim.doc, claim.id};
}

/// Who stands behind a claim: the innermost voice, else the outlet. An unnamed one is its report's own.
std::string voice_key(const ClaimRow& row) {
  if (row.claim.attribution.empty()) {
    return row.outlet.empty() ? row.outlet_name : row.outlet;
  }
  const Voice& voice = row.claim.attribution.back();
  return row.claim.anonymous ? row.claim.doc + "/" + voice.name : voice.entity.empty() ? voice.name : voice.entity;
}

bool came_later(const ClaimRow& row, const ClaimRow& than) {
  return row.published.from && than.published.to && *row.published.from > *than.published.to;
}

/// Adds the claims of one value that another voice's later claim of another value stands against.
void add_contradicted(const Contested& contested, const std::map<ClaimRef, const ClaimRow*>& rows,
                      std::set<ClaimRef>& contradicted) {
  const auto told = [&](const ContestedValue& value, const auto& visit) {
    for (const ClaimRef& ref : value.claims) {
      if (const auto row = rows.find(ref); row != rows.end()) {
        visit(*row->second);
      }
    }
  };
  for (const ContestedValue& value : contested.values) {
    for (const ContestedValue& other : contested.values) {
      if (&value == &other) {
        continue;
      }
      told(value, [&](const ClaimRow& row) {
        told(other, [&](const ClaimRow& against) {
          if (came_later(against, row) && voice_key(against) != voice_key(row)) {
            contradicted.insert(ref_of(row.claim));
          }
        });
      });
    }
  }
}

Standing standing_in(const store::Store& store, Happenings& happenings, const std::optional<Day>& as_of) {
  Standing standing;
  Filter all;
  all.as_of = as_of;
  for (EventAnswer& answer : events_in(store, happenings, all)) {
    std::map<ClaimRef, const ClaimRow*> rows;
    for (const ClaimRow& row : answer.claims) {
      rows[ref_of(row.claim)] = &row;
    }
    for (const Contested& contested : answer.event.contested) {
      if (contested.kind == "contradiction" || contested.kind == "denial") {
        add_contradicted(contested, rows, standing.contradicted);
      }
    }
    const auto event = std::make_shared<const Event>(std::move(answer.event));
    for (const ClaimRef& ref : event->claims) {
      standing.event_of[ref] = event;
    }
  }
  return standing;
}

SourceAnswer& source_of(Sources& sources, const std::string& entity, const std::string& name, std::string_view kind) {
  const std::string& key = entity.empty() ? name : entity;
  SourceAnswer& source = sources[key];
  source.source = key;
  source.name = source.name.empty() ? name : source.name;
  source.kind = source.kind.empty() ? std::string(kind) : source.kind;
  return source;
}

Outlets count_reports(const store::Store& store, const Filter& filter, Sources& sources) {
  Outlets outlet_of;
  for (const StoredReport& report : store.reports(filter)) {
    SourceAnswer& outlet = source_of(sources, report.outlet,
                                     report.outlet_name.empty() ? "(unknown outlet)" : report.outlet_name, "outlet");
    ++outlet.reports;
    outlet_of[report.text.id] = &outlet;
  }
  return outlet_of;
}

/// Counts reports that repeat another outlet's, each once, and gives the passages that are taken from one.
Passages count_republications(Happenings& happenings, const Outlets& outlet_of) {
  Passages taken;
  std::set<std::string> repeating, repeated, sharing;
  for (const Republication& copy : happenings.republications()) {
    const auto from = outlet_of.find(copy.from);
    const auto to = outlet_of.find(copy.to);
    const bool is_furniture = copy.kind == Reuse::furniture || copy.kind == Reuse::quotation;
    if (from == outlet_of.end() || to == outlet_of.end() || from->second == to->second || is_furniture) {
      continue;
    }
    if (!copy.directed || copy.kind == Reuse::same_wire) {
      from->second->sharing += sharing.insert(copy.from).second ? 1 : 0;
      to->second->sharing += sharing.insert(copy.to).second ? 1 : 0;
      continue;
    }
    from->second->republished += repeated.insert(copy.from).second ? 1 : 0;
    to->second->republishing += repeating.insert(copy.to).second ? 1 : 0;
    for (const SharedPassage& passage : copy.passages) {
      taken[copy.to].push_back(passage.in_to);
    }
  }
  return taken;
}

/// Whether it lets only some claims of a report through.
bool asks_of_claims(const Filter& filter) {
  return !filter.place.empty() || filter.circle || !filter.actor.empty() || !filter.type.empty() || filter.since ||
         filter.until || !filter.source.empty() || filter.status;
}

bool is_copied(const Claim& claim, const Passages& taken) {
  const auto found = taken.find(claim.doc);
  return found != taken.end() && std::any_of(found->second.begin(), found->second.end(), [&](Span passage) {
           return passage.begin <= claim.trigger.begin && claim.trigger.end <= passage.end;
         });
}

void count_claim(SourceAnswer& source, const ClaimRef& ref, const Standing& standing) {
  const auto found = standing.event_of.find(ref);
  const Event* event = found == standing.event_of.end() ? nullptr : found->second.get();
  ++source.claims;
  ++(event == nullptr || event->independent <= 1 ? source.alone : source.corroborated);
  source.contested += event != nullptr && !event->contested.empty() ? 1 : 0;
  source.contradicted += standing.contradicted.contains(ref) ? 1 : 0;
}

void learn_name(const std::string& entity, const std::string& name, Names& names) {
  if (!entity.empty()) {
    names.emplace(entity, name);
  }
}

void learn_names(const ClaimRow& row, Names& names) {
  for (const auto* side : {&row.claim.actors, &row.claim.recipients}) {
    for (const Participant& who : *side) {
      learn_name(who.entity, who.name, names);
    }
  }
  for (const Voice& voice : row.claim.attribution) {
    learn_name(voice.entity, voice.name, names);
  }
}

/// Each word once a claim, however often it stands there.
void count_words(const Claim& claim, const std::string& outlet, WordCounts& words) {
  std::set<std::pair<std::string, std::string>> used;
  for (const Framing& framing : claim.framing) {
    used.emplace(to_lower(framing.word), framing.of);
  }
  for (const auto& word : used) {
    ++words[outlet][word];
  }
}

std::vector<UsedWord> used_words(const WordCounts& words, const std::string& source, const Names& names) {
  std::vector<UsedWord> used;
  if (const auto found = words.find(source); found != words.end()) {
    for (const auto& [word, claims] : found->second) {
      const auto name = names.find(word.second);
      used.push_back({word.first, word.second, name == names.end() ? "" : name->second, claims});
    }
  }
  std::stable_sort(used.begin(), used.end(), [](const UsedWord& a, const UsedWord& b) { return a.claims > b.claims; });
  return used;
}

}  // namespace

std::vector<SourceAnswer> list_sources(const AskRequest& request) {
  const auto store = store::open_store(request.db, {});
  Filter filter = request.filter;
  filter.limit = 0;
  Happenings happenings(*store, filter.as_of);
  Sources sources;
  const Outlets outlet_of = count_reports(*store, filter, sources);
  const Passages taken = count_republications(happenings, outlet_of);
  const Standing standing = standing_in(*store, happenings, filter.as_of);
  Names names;
  WordCounts words;
  for (const ClaimRow& row : store->claims(filter)) {
    learn_names(row, names);
    const ClaimRef ref = ref_of(row.claim);
    if (const auto outlet = outlet_of.find(row.claim.doc); outlet != outlet_of.end()) {
      count_claim(*outlet->second, ref, standing);
      outlet->second->copied += is_copied(row.claim, taken) ? 1 : 0;
      count_words(row.claim, outlet->second->source, words);
    }
    // An unnamed voice is no source one could list: it stays with its outlet.
    if (!row.claim.attribution.empty() && !row.claim.anonymous && !row.claim.attribution.back().name.empty()) {
      const Voice& voice = row.claim.attribution.back();
      SourceAnswer& source = source_of(sources, voice.entity, voice.name, to_string(voice.kind));
      count_claim(source, ref, standing);
      source.copied += is_copied(row.claim, taken) ? 1 : 0;
    }
  }
  std::vector<SourceAnswer> answers;
  for (auto& [key, source] : sources) {
    if (source.claims == 0 && asks_of_claims(filter)) {
      continue;
    }
    source.framing = used_words(words, key, names);
    answers.push_back(std::move(source));
  }
  std::stable_sort(answers.begin(), answers.end(),
                   [](const SourceAnswer& a, const SourceAnswer& b) { return a.claims > b.claims; });
  if (request.filter.limit > 0 && answers.size() > request.filter.limit) {
    answers.resize(request.filter.limit);
  }
  return answers;
}

}  // namespace hearsay::actions
