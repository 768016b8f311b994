// SPDX-License-Identifier: Apache-2.0
// Who repeats whose wording.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include <hearsay/compare/memory.hpp>
#include <hearsay/compare/republication/alignment.hpp>

namespace hearsay::compare {

/// The least that counts, as shares of the shorter text's words; measured against the hand-made pairs of the
/// development collection, where "republished" begins at half and "same wire" at 15 % or a run of 40 words.
struct ReuseLimits {
  double identical = 0.98;  // of both texts
  double republished = 0.5;
  double same_wire = 0.15;
  std::size_t wire_run = 40;     // words in a row, enough alone
  std::size_t least_run = 14;    // words in a row that wire texts share at least; shorter ones are phrases of the trade
  std::size_t quotation = 12;    // words shared inside quotation marks
  std::size_t least_words = 12;  // shared words below which a pair is nothing, unless a text is that short
  std::size_t furniture = 5;     // different texts of one outlet that say a line before it counts as the outlet's own
  std::size_t stock_weeks = 5;   // different weeks of publication in which a line appears before it is a stock phrase
  std::size_t common = 200;      // reports that share a line before it says nothing: a slogan, a legal notice
};

/// A report made ready for comparing its wording.
struct Worded {
  Loaded loaded;
  Fingerprinted made;
};

/// How two reports share wording; empty when they share too little. `is_common` says of a fingerprint whether it
/// belongs to an outlet's repeated lines or stands in too many reports to tell anything.
std::optional<Republication> compare_wording(const Worded& a, const Worded& b,
                                             const std::function<bool(std::uint64_t)>& is_common,
                                             const ReuseLimits& limits = {});

}  // namespace hearsay::compare
