// SPDX-License-Identifier: Apache-2.0
// From where on wording counts as shared and claims as one happening.
#pragma once
#include <cstddef>

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

/// Weights of evidence and the least that joins two claims.
struct MatchLimits {
  double join = 6.0;           // evidence that brings two claims together
  double place_slack_km = 10;  // beyond the joint radius
  int time_slack_days = 1;     // between bounded times
  /// A block of more claims says nothing ("a government, this week") and is left out.
  std::size_t largest_block = 2000;
  std::size_t largest_lasting = 200;  // likewise of a toll at a place: "five killed in Aleppo" comes again and again
};

/// Measures of comparing; the same for all that is put into one memory.
struct Limits {
  ReuseLimits reuse{};
  MatchLimits match{};
};

}  // namespace hearsay::compare
