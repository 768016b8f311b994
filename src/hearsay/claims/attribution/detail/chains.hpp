// SPDX-License-Identifier: Apache-2.0
// From drafts to attributions: who stands inside whose words, who "he" is, and the chain from outermost to innermost.
#pragma once
#include <string_view>
#include <vector>

#include <hearsay/claims/attribution/detail/draft.hpp>

namespace hearsay::claims::attribution {

/// Attributions in text order. `outlet` is the entity of who published, `outlet_names` how it is called in the text:
/// somebody who told the outlet itself told nobody in between.
std::vector<Attribution> link_chains(const Reading& reading, std::vector<Draft> drafts,
                                     const std::vector<std::string>& outlet_names);

}  // namespace hearsay::claims::attribution
