// SPDX-License-Identifier: Apache-2.0
// What changed between the editions of a page.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include <hearsay/store/store.hpp>

namespace hearsay::actions {

/// One edition beside the one before it. `gone` and `added` are whole lines of the texts, in their order; empty for the
/// first edition.
struct EditionChange {
  DateRange published;
  std::size_t claims = 0;
  std::vector<std::string> gone, added;
};

/// The editions of a document up to the one given, oldest first; none when it is the only one.
std::vector<EditionChange> changes_until(const store::StoredReport& shown, const store::Store& store);

}  // namespace hearsay::actions
