// SPDX-License-Identifier: Apache-2.0
// A made-up press for a store: few places, days, sentences and outlets, so that everything meets everything; pages that
// change, reports without a date, copies with and without credit.
#pragma once
#include <random>
#include <string>
#include <vector>

#include <hearsay/actions/compare_store.hpp>
#include <hearsay/store/store.hpp>

namespace hearsay::tests {

/// A function of the seed. Several texts may have the same document id; each is an edition.
std::vector<store::StoredReport> made_press(unsigned seed, std::size_t documents);

/// As a pack would have it.
compare::KnownActors actors_of_press();

/// So narrow that blocks and lines of this press get too common, and cease to be.
inline constexpr compare::Limits k_narrow = {
    .reuse = {.furniture = 3, .stock_weeks = 4, .common = 6},
    .match = {.largest_block = 12, .largest_lasting = 4},
};

/// A new store of these texts in this order, compared after every `batch` of them.
void build(const std::string& file, const std::vector<store::StoredReport>& reports, std::size_t batch,
           const compare::Limits& limits = {});

}  // namespace hearsay::tests
