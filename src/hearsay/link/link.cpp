// SPDX-License-Identifier: Apache-2.0
// The front door of link/.
#include <hearsay/link/link.hpp>

#include <algorithm>

#include <hearsay/link/actors/link_actors.hpp>
#include <hearsay/link/actors/metonyms.hpp>
#include <hearsay/link/coreference/coreference.hpp>
#include <hearsay/link/coreference/short_names.hpp>
#include <hearsay/link/extents.hpp>
#include <hearsay/link/names/lexicon.hpp>
#include <hearsay/link/names/recognise.hpp>
#include <hearsay/link/places/gazetteer.hpp>
#include <hearsay/link/places/link_places.hpp>
#include <hearsay/link/places/relative.hpp>
#include <hearsay/link/places/stand_ins.hpp>
#include <hearsay/link/quantities/quantities.hpp>
#include <hearsay/link/times/times.hpp>

namespace hearsay::link {

namespace {

/// What is read while linking; the tables are compiled, and the spellings in the lexicon.
Pack without_tables(const Pack& pack) {
  Pack out;
  out.name = pack.name;
  out.version = pack.version;
  out.manifests = pack.manifests;
  out.loaded = pack.loaded;
  out.places = pack.places;
  out.actors = pack.actors;
  out.outlets = pack.outlets;
  out.equipment = pack.equipment;
  out.persons = pack.persons;
  return out;
}

}  // namespace

struct Knowledge::Data {
  Data(const Pack& given, std::shared_ptr<const packs::WorldIndex> world)
      : pack(without_tables(given)),
        times(given),
        quantities(given),
        lexicon(given),
        place_words(given),
        gazetteer(pack, given, std::move(world)),
        actors(pack),
        classes(given),
        coreference(given) {}

  Pack pack;
  TimeRules times;
  QuantityRules quantities;
  Lexicon lexicon;
  PlaceWords place_words;
  Gazetteer gazetteer;
  ActorTable actors;
  ClassActors classes;
  CoreferenceRules coreference;
};

Knowledge::Knowledge(const Pack& pack, std::shared_ptr<const packs::WorldIndex> world)
    : m_data(std::make_shared<Data>(pack, std::move(world))) {}

namespace {

constexpr std::size_t k_theatre_names = 2;  // distinct names of the theatre that make a report one about it

/// The outlet's row by its name; nullptr when no pack lists it.
const packs::Outlet* outlet_of(const CleanText& text, const Knowledge::Data& data) {
  if (text.outlet.empty()) {
    return nullptr;
  }
  for (const auto& ref : data.lexicon.look_up(text.outlet)) {
    if (ref.family == Family::outlet) {
      return &data.pack.outlets[ref.index];
    }
  }
  return nullptr;
}

/// The agency or paper that byline or sign-off credits, when a pack lists it.
std::vector<Candidate> credited(const CleanText& text, const Knowledge::Data& data) {
  std::vector<Candidate> out;
  if (!text.credit.empty()) {
    for (const auto& ref : data.lexicon.look_up(text.credit)) {
      if (ref.family == Family::outlet) {
        out.push_back({data.pack.outlets[ref.index].entity, 1});
        break;
      }
    }
  }
  return out;
}

ReportContext context_of(const std::vector<Draft>& drafts, const Knowledge::Data& data, const packs::Outlet* outlet) {
  ReportContext context;
  std::vector<std::uint32_t> seen;
  for (const auto& draft : drafts) {
    for (const auto& ref : draft.refs) {
      const bool theatre =
          ref.family == Family::place && data.gazetteer.is_theatre(static_cast<std::int32_t>(ref.index));
      if (theatre && !draft.by_sound && std::find(seen.begin(), seen.end(), ref.index) == seen.end()) {
        seen.push_back(ref.index);
      }
    }
  }
  context.theatre = seen.size() >= k_theatre_names;
  if (outlet != nullptr) {
    context.country = outlet->country;
  }
  return context;
}

/// Sorted by begin, then longest first; of two that cross, the one that begins first stays. Antecedents follow.
std::vector<Linked> in_order(std::vector<Linked> mentions) {
  std::vector<std::int32_t> moved(mentions.size(), -1);
  std::vector<Linked> out;
  for (const std::size_t i : nesting_order(mentions)) {
    moved[i] = static_cast<std::int32_t>(out.size());
    out.push_back(std::move(mentions[i]));
  }
  for (auto& linked : out) {
    linked.antecedent = linked.antecedent < 0 ? -1 : moved[static_cast<std::size_t>(linked.antecedent)];
  }
  return out;
}

/// Antecedents of trained mentions count Analysis::mentions; here they become indexes of drafts, and what is short or
/// nominal takes over whom it stands for.
void follow_antecedents(std::vector<Draft>& drafts, const Analysis& analysis) {
  std::vector<std::int32_t> draft_of(analysis.mentions.size(), -1);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (drafts[d].trained >= 0) {
      draft_of[static_cast<std::size_t>(drafts[d].trained)] = static_cast<std::int32_t>(d);
    }
  }
  for (auto& draft : drafts) {
    const std::int32_t before =
        draft.trained < 0 ? -1 : analysis.mentions[static_cast<std::size_t>(draft.trained)].antecedent;
    if (before < 0 || draft_of[static_cast<std::size_t>(before)] < 0) {
      continue;
    }
    draft.linked.antecedent = draft_of[static_cast<std::size_t>(before)];
    const auto& meant = drafts[static_cast<std::size_t>(draft.linked.antecedent)].linked;
    if (draft.linked.entity.empty() && draft.linked.name.empty()) {
      draft.linked.entity = meant.entity;
      draft.linked.name = meant.name;
      draft.linked.type = meant.type;
      draft.linked.place = draft.linked.kind == MentionKind::place || draft.linked.kind == MentionKind::facility
                               ? meant.place
                               : std::nullopt;
    }
  }
}

/// What no list knows goes by the words of the text.
void name_the_unlisted(std::vector<Draft>& drafts, const CleanText& text) {
  for (auto& draft : drafts) {
    if (draft.linked.name.empty() && !draft.linked.nominal) {
      draft.linked.name = text.text.substr(draft.linked.span.begin, draft.linked.span.end - draft.linked.span.begin);
    }
  }
}

/// "August" and "March" are towns, too; not where they are months. Those lose their place among the mentions.
void take_mentions(std::vector<Draft>& drafts, const std::vector<Linked>& times, std::vector<Linked>& out) {
  std::vector<std::int32_t> moved(drafts.size(), -1);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const Span span = drafts[d].linked.span;
    auto after = std::upper_bound(times.begin(), times.end(), span.begin,
                                  [](std::uint32_t at, const Linked& time) { return at < time.span.begin; });
    const bool in_time =
        after != times.begin() && (after - 1)->span.end >= span.end && drafts[d].end_word - drafts[d].first_word == 1;
    if (!in_time || drafts[d].linked.kind != MentionKind::place) {
      moved[d] = static_cast<std::int32_t>(out.size());
      out.push_back(std::move(drafts[d].linked));
    }
  }
  for (auto& linked : out) {
    linked.antecedent = linked.antecedent < 0 ? -1 : moved[static_cast<std::size_t>(linked.antecedent)];
  }
}

/// "Shahed 129 drone": the number is part of the weapon's name. Drafts are in order of begin.
void drop_model_numbers(const std::vector<Draft>& drafts, std::vector<Linked>& amounts) {
  std::vector<Span> names;
  for (const Draft& draft : drafts) {
    if (draft.linked.kind == MentionKind::equipment) {
      names.push_back(draft.linked.span);
    }
  }
  std::sort(names.begin(), names.end());
  std::erase_if(amounts, [&](const Linked& amount) {
    const auto after = std::lower_bound(names.begin(), names.end(), amount.span.begin,
                                        [](const Span& name, std::uint32_t at) { return name.begin < at; });
    return after != names.begin() && (after - 1)->contains(amount.span);
  });
}

/// The mentions that may overlap a span; none is longer than k_longest_mention.
auto near(const std::vector<Linked>& mentions, Span span) {
  constexpr std::uint32_t k_longest_mention = 500;
  const auto first = std::partition_point(
      mentions.begin(), mentions.end(), [&](const Linked& m) { return m.span.begin + k_longest_mention < span.begin; });
  return std::pair{
      first, std::partition_point(first, mentions.end(), [&](const Linked& m) { return m.span.begin < span.end; })};
}

/// Noun phrases that are no name themselves; each stands for the name that its head belongs to, where there is one.
void take_phrases(const Analysis& analysis, const std::vector<std::int32_t>& mention_of, Links& links) {
  for (const Mention& phrase : analysis.phrases) {
    const auto [first, last] = near(links.mentions, phrase.span);
    const bool taken =
        std::any_of(first, last, [&](const Linked& m) { return m.span == phrase.span || m.span.crosses(phrase.span); });
    if (taken) {
      continue;
    }
    Linked linked = to_linked(phrase);
    linked.nominal = true;
    linked.antecedent = phrase.antecedent < 0 ? -1 : mention_of[static_cast<std::size_t>(phrase.antecedent)];
    links.phrases.push_back(std::move(linked));
  }
}

/// For every trained mention the linked one that its head word lies in; -1: none.
std::vector<std::int32_t> linked_mentions(const Analysis& analysis, const std::vector<Linked>& mentions) {
  std::vector<std::int32_t> out;
  for (const Mention& mention : analysis.mentions) {
    const auto holds = [&](const Linked& m) {
      return m.first_token <= mention.head_token && mention.head_token < m.end_token && m.kind != MentionKind::time &&
             m.kind != MentionKind::quantity;
    };
    const auto [first, last] = near(mentions, mention.span);
    const auto found = std::find_if(first, last, holds);
    out.push_back(found == last ? -1 : static_cast<std::int32_t>(found - mentions.begin()));
  }
  return out;
}

}  // namespace

Links link_mentions(const CleanText& text, const Analysis& analysis, const Knowledge& knowledge) {
  const auto& data = knowledge.data();
  Links links;
  const Words words = name_words(text, analysis);
  auto drafts = recognise(text, analysis, words, data.lexicon, data.place_words, data.gazetteer, data.pack);
  const auto* outlet = outlet_of(text, data);
  link_places(words, drafts, {data.gazetteer, data.place_words, data.pack}, context_of(drafts, data, outlet));
  const auto times = find_times(text, analysis, data.times);
  auto amounts = find_quantities(text, analysis, times, data.quantities);
  drop_model_numbers(drafts, amounts);
  link_relative_places(text, analysis, words, drafts, amounts, data.place_words, data.pack.name);
  const ActorTools tools{data.actors, data.classes, data.place_words, data.pack};
  link_actors(text, words, drafts, tools,
              outlet == nullptr ? "" : data.actors.side_of(*outlet, data.pack, text.published));
  mark_metonyms(text, analysis, drafts, tools);
  add_stand_ins(analysis, words, drafts, data.place_words);
  add_surnames(text, analysis, words, drafts, data.coreference.words);
  follow_antecedents(drafts, analysis);
  name_the_unlisted(drafts, text);

  take_mentions(drafts, times, links.mentions);
  links.mentions.insert(links.mentions.end(), times.begin(), times.end());
  links.mentions.insert(links.mentions.end(), amounts.begin(), amounts.end());
  links.mentions = in_order(std::move(links.mentions));
  take_phrases(analysis, linked_mentions(analysis, links.mentions), links);
  join_acronyms(text.text, links.mentions);
  join_surnames(text.text, links.mentions);
  resolve_coreference(text, analysis, data.coreference, links);
  links.credited = credited(text, data);
  if (outlet != nullptr) {
    links.outlet = outlet->entity;
    links.outlet_name = outlet->name;
  }
  return links;
}

std::vector<std::string> look_up_places(std::string_view name, const Knowledge& knowledge) {
  const auto& data = knowledge.data();
  std::vector<Toponym> asked(1);
  for (const auto& ref : data.lexicon.look_up(name)) {
    if (ref.family == Family::place) {
      asked[0].candidates.push_back(data.gazetteer.candidate(static_cast<std::int32_t>(ref.index)));
    }
  }
  resolve_toponyms(asked, data.gazetteer, {"", true});
  std::vector<std::string> out;
  for (const auto& candidate : asked[0].candidates) {
    out.push_back(data.gazetteer.entity_of(candidate));
  }
  return out;
}

}  // namespace hearsay::link
