// SPDX-License-Identifier: Apache-2.0
#include <hearsay/analyse/names.hpp>

namespace hearsay::analyse {

void find_names(const CleanText&, const Models&, Analysis&) {}

}  // namespace hearsay::analyse
