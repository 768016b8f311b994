// SPDX-License-Identifier: Apache-2.0
// From the packs' families and kinds to the kinds of mentions.
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/link/names/lexicon.hpp>
#include <hearsay/types/analysis.hpp>

namespace hearsay::link {

/// "armed_group", "militia", "military" and their like are armed groups, the rest organisations.
MentionKind kind_of_actor(std::string_view pack_kind);

/// The kind of one reading.
MentionKind kind_of_ref(const NameRef& ref, const Pack& pack);

/// The kind that a name takes when nothing but the lists speaks. A country is a place even where its state is listed
/// too.
MentionKind kind_of_refs(const std::vector<NameRef>& refs, const Pack& pack);

/// Whether two kinds are told apart by the trained model: places and facilities, groups and organisations are not.
bool is_same_group(MentionKind a, MentionKind b);

/// Whether a reading can be what the trained model calls this kind; places and facilities, and groups and
/// organisations, are not told apart.
bool fits_kind(const NameRef& ref, MentionKind kind, const Pack& pack);

}  // namespace hearsay::link
