// SPDX-License-Identifier: Apache-2.0
// Who repeats whose wording.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>

#include <hearsay/compare/memory.hpp>
#include <hearsay/compare/republication/alignment.hpp>

namespace hearsay::compare {

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
