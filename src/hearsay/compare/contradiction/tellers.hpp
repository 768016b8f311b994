// SPDX-License-Identifier: Apache-2.0
// Who tells what of a happening: only two who speak for themselves can contradict each other.
#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/contradiction/contested.hpp>

namespace hearsay::compare {

using Told = std::vector<const Facts*>;

/// What each speaker of each report tells, in order of document and speaker. One speaker's several numbers, culprits
/// and days are a total with its parts, or several acts.
std::vector<Told> by_teller(std::span<const Facts> facts);

/// Whether two claims are said by two speakers, or in two reports.
bool told_apart(const Facts& a, const Facts& b);

/// What speaks for two claims telling one act, 0 where nothing does.
double alikeness(const Facts& a, const Facts& b);

/// Whether two claims are alike enough to tell one act themselves, not only by way of others of the event.
bool are_alike(const Facts& a, const Facts& b);

/// Whether two claims can tell one act: alike, of one type, by one means where both tell it.
bool may_be_one_act(const Facts& a, const Facts& b);

/// Whether the days of both are told and do not touch.
bool days_apart(const Facts& a, const Facts& b);

/// Whether two claims tell the same number of the same, no part of a total and at least two.
bool share_a_toll(const Facts& a, const Facts& b);

ClaimRef ref_of(const Facts& facts);

/// Values in sorted order, each with the claims that say it.
using Values = std::map<std::string, std::set<ClaimRef>>;

Contested contested(std::string field, std::string kind, const Values& values);

// The parts of standing_of, each in a file of its own.
void weigh_numbers(std::span<const Facts> facts, Standing& standing);
void weigh_participants(std::span<const Facts> facts, Standing& standing);
void weigh_places(std::span<const Facts> facts, Standing& standing);
void weigh_times(std::span<const Facts> facts, Standing& standing);
void weigh_status(std::span<const Facts> facts, Standing& standing);

}  // namespace hearsay::compare
