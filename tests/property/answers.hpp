// SPDX-License-Identifier: Apache-2.0
// Everything that a store answers, as text.
#pragma once
#include <optional>
#include <string>

#include <hearsay/store/store.hpp>

namespace hearsay::tests {

/// Events with their reasons, republications, sources and the ledger.
std::string listings(const std::string& db, const store::Filter& filter);

/// A document, claim or event, or that there is none.
std::string showing(const std::string& db, const std::string& id, std::optional<Day> as_of);

/// Two documents side by side.
std::string comparing(const std::string& db, const std::string& a, const std::string& b, std::optional<Day> as_of);

}  // namespace hearsay::tests
