// SPDX-License-Identifier: Apache-2.0
// How many independent voices stand behind a happening.
#pragma once
#include <span>
#include <string>
#include <vector>

#include <hearsay/compare/compare.hpp>
#include <hearsay/compare/matching/facts.hpp>

namespace hearsay::compare {

/// For each report (by index) those that share its wording, sorted. Quotations and furniture do not count.
struct CopyLinks {
  std::vector<std::vector<std::uint32_t>> of_report;
};

/// `sorted`: the reports by document id.
CopyLinks copy_links(std::span<const Report* const> sorted, std::span<const Republication> republications);

struct Voices {
  std::uint32_t outlets = 0, independent = 0, anonymous = 0;
};

/// The voice of a claim is its innermost named speaker; without one the agency that the report credits, else its
/// outlet. Reports of the same happening that copy one another have one voice of their own. Equal voices count once.
/// Unnamed speakers and witnesses are counted apart, one for each outlet or group of copies that has some. A reposter's
/// comment is a voice of its own.
Voices voices_of(std::span<const Facts> facts, std::span<const Report* const> sorted, const CopyLinks& links);

}  // namespace hearsay::compare
