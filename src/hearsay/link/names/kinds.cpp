// SPDX-License-Identifier: Apache-2.0
// Families and kinds.
#include <hearsay/link/names/kinds.hpp>

#include <algorithm>

#include <hearsay/link/places/gazetteer.hpp>

namespace hearsay::link {

namespace {

/// Which family speaks when several share a name. A place goes before the state of that name: words around it may make
/// it a metonym later. An outlet or a weapon is rarer than a place of that name, a listed group is not.
int rank_of(Family family) {
  switch (family) {
    case Family::place:
      return 0;
    case Family::actor:
      return 1;
    case Family::demonym:
      return 2;
    case Family::equipment:
      return 3;
    case Family::outlet:
      return 4;
    case Family::person:
      return 5;
  }
  return 6;
}

/// Broad groups of kinds that lists and model may name differently.
int group_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::place:
    case MentionKind::facility:
      return 0;
    case MentionKind::organisation:
    case MentionKind::armed_group:
    case MentionKind::outlet:
      return 1;
    case MentionKind::person:
      return 2;
    case MentionKind::nationality:
      return 3;
    case MentionKind::equipment:
      return 4;
    default:
      return 5;
  }
}

}  // namespace

MentionKind kind_of_actor(std::string_view pack_kind) {
  const bool armed =
      pack_kind == "armed_group" || pack_kind == "militia" || pack_kind == "military" || pack_kind == "faction";
  if (pack_kind == "ethnic" || pack_kind == "tribe") {
    return MentionKind::nationality;
  }
  return armed ? MentionKind::armed_group : MentionKind::organisation;
}

MentionKind kind_of_ref(const NameRef& ref, const Pack& pack) {
  switch (ref.family) {
    case Family::place:
      return is_facility(pack.places[ref.index].feature) ? MentionKind::facility : MentionKind::place;
    case Family::actor:
      return kind_of_actor(pack.actors[ref.index].kind);
    case Family::outlet:
      return MentionKind::outlet;
    case Family::equipment:
      return MentionKind::equipment;
    case Family::person:
      return MentionKind::person;
    case Family::demonym:
      return MentionKind::nationality;
  }
  return MentionKind::organisation;
}

MentionKind kind_of_refs(const std::vector<NameRef>& refs, const Pack& pack) {
  const auto best = std::min_element(refs.begin(), refs.end(), [](const NameRef& a, const NameRef& b) {
    return rank_of(a.family) < rank_of(b.family);
  });
  return best == refs.end() ? MentionKind::organisation : kind_of_ref(*best, pack);
}

bool is_same_group(MentionKind a, MentionKind b) {
  return group_of(a) == group_of(b);
}

bool fits_kind(const NameRef& ref, MentionKind kind, const Pack& pack) {
  return group_of(kind_of_ref(ref, pack)) == group_of(kind);
}

}  // namespace hearsay::link
