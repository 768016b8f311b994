// SPDX-License-Identifier: Apache-2.0
// Who is reported to be at, to hold, or to bring what to which place: what `hearsay posture` asks.
#pragma once
#include <string>
#include <vector>

#include <hearsay/actions/ask.hpp>
#include <hearsay/types/posture.hpp>

namespace hearsay::actions {

struct PostureAnswer {
  PostureEntry entry;
  std::vector<ContestedValue> said_by, disputed_by;  // the entry's, with readable names
};

/// In order of place, time and actor. The filter's limit counts entries.
std::vector<PostureAnswer> list_posture(const AskRequest& request);
std::vector<PostureAnswer> posture_in(const store::Store& store, const store::Filter& filter);

}  // namespace hearsay::actions
