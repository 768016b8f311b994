// SPDX-License-Identifier: Apache-2.0
// How a fuzz target says that a promise is broken.
#pragma once
#include <cstdlib>

namespace hearsay::tests {

/// Stops the run, so that the fuzzer keeps the input.
inline void must(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace hearsay::tests
