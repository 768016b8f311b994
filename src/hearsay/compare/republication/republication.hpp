// SPDX-License-Identifier: Apache-2.0
// Who repeats whose wording.
#pragma once
#include <span>
#include <vector>

#include <hearsay/compare/compare.hpp>

namespace hearsay::compare {

/// The least that counts, as shares of the shorter text's words; measured against the hand-made pairs of the
/// development collection, where "republished" begins at half and "same wire" at 15 % or a run of 40 words.
struct ReuseLimits {
  double identical = 0.98;         // of both texts
  double republished = 0.5;
  double same_wire = 0.15;
  std::size_t wire_run = 40;       // words in a row, enough alone
  std::size_t least_run = 12;      // words in a row that every wire text shares: shorter ones are the trade's phrases
  std::size_t quotation = 12;      // words shared inside quotation marks
  std::size_t least_words = 12;    // shared words below which a pair is nothing, unless a text is that short
  std::size_t furniture = 5;       // documents of one outlet that say a line before it counts as the outlet's own
};

/// All pairs that share wording, except furniture; sorted by from, to. Deterministic whatever the order of the reports.
std::vector<Republication> find_republications(std::span<const Report> reports, const ReuseLimits& limits = {});

}  // namespace hearsay::compare
