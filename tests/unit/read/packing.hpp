// SPDX-License-Identifier: Apache-2.0
// Packs test inputs.
#pragma once
#include <string>
#include <string_view>

namespace hearsay::tests {

std::string gzip(std::string_view bytes);
std::string zstd(std::string_view bytes);

}  // namespace hearsay::tests
